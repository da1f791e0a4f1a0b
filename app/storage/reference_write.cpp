// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <functional>
#include <optional>
#include <span>
#include <system_error>

#include "core/text.h"
#include "storage/catalog_words.h"
#include "storage/reference_columns_places.h"
#include "storage/reference_sqlite.h"
#include "storage/reference_store.h"
#include "storage/reference_trees.h"

namespace longju::storage {

namespace {

/// Hands the members of a row to the parameters of an INSERT.
struct RowWriter {
    ReferenceQuery& query;

    void operator()(const std::string& text) { query.bind(std::string_view(text)); }
    void operator()(double number) { query.bind(number); }
    void operator()(int number) { query.bind(std::int64_t{number}); }
    void operator()(bool flag) { query.bind(std::int64_t{flag ? 1 : 0}); }
    void operator()(Money money) { query.bind(money.in_fen()); }
    template <class Unit>
    void operator()(Quantity<Unit> quantity) {
        query.bind(quantity.value);
    }
    template <class E>
    requires std::is_enum_v<E>
    void operator()(E value) { query.bind(word_for(value)); }
    void operator()(const std::optional<Celsius>& value) {
        value ? query.bind(value->value) : query.bind_null();
    }
    void operator()(const std::optional<Date>& date) {
        date ? query.bind(std::string_view(iso(*date))) : query.bind_null();
    }
    template <class Tree>
    void tree(const Tree& value) {
        query.bind(std::string_view(tree_text(value)));
    }
};

/// Writes the tables of one reference.
class Writer {
public:
    Writer(ReferenceFile& file, const estimate::Reference& reference)
        : file_(file), r_(reference) {}

    Result<void> run() {
        write_meta();
        write("material", std::span(r_.library.materials));
        write("assembly", std::span(r_.library.assemblies));
        write_layers();
        write("window_type", std::span(r_.library.windows));
        write("door_type", std::span(r_.library.doors));
        write("junction", std::span(r_.library.junctions));
        write("module_type", std::span(r_.library.modules));
        write("structure", std::span(r_.library.structures));
        write("style", std::span(r_.library.styles));
        write("price", std::span(r_.prices.prices));
        write("fuel", std::span(r_.energy.fuels));
        write("heater", std::span(r_.energy.heaters));
        write_cops();
        write_limits();
        write("station", std::span(r_.stations));
        write_months();
        write("division", std::span(r_.divisions));
        write("township", std::span(r_.townships));
        write("design", std::span(r_.designs));
        write("typical_house", std::span(r_.typical_houses));
        write_cards();
        write_measures();
        write("rule", std::span(r_.rules));
        return result_;
    }

private:
    template <class Row>
    void write(const char* table, std::span<const Row> rows) {
        if (!result_) return;
        auto query = ReferenceQuery::insert_into(file_, table);
        if (!query) {
            result_ = std::unexpected(query.error());
            return;
        }
        RowWriter writer{*query};
        for (const Row& row : rows) {
            columns(writer, row);
            if (result_ = query->insert(); !result_) return;
        }
    }
    template <class Row>
    void write(const char* table, std::span<Row> rows) {
        write(table, std::span<const Row>(rows));
    }
    template <class Row>
    void write(const char* table, const std::vector<Row>& rows) {
        write(table, std::span<const Row>(rows));
    }

    void write_cards() {
        std::vector<CardRow> cards;
        std::vector<CardItemRow> items;
        for (const estimate::Card& card : r_.cards) {
            cards.push_back({static_cast<int>(cards.size()), card});
            int position = 0;
            for (const estimate::CardItem& item : card.items) {
                items.push_back({card.id, position++, item});
            }
        }
        write("card", cards);
        write("card_item", items);
    }

    void write_meta() {
        const Range<double>& share = r_.prices.contingency;
        write("meta", std::vector<MetaRow>{
                          {"contingency_high", exact(share.high)},
                          {"contingency_low", exact(share.low)},
                          {"contingency_typical", exact(share.typical)},
                          {"data_hash", r_.data_hash},
                          {"price_version", r_.prices.version},
                          {"rules_version", r_.rules_version},
                          {"version", r_.version},
                      });
    }

    void write_layers() {
        std::vector<LayerRow> rows;
        for (const house::Assembly& assembly : r_.library.assemblies) {
            int position = 0;
            for (const house::Layer& layer : assembly.layers) {
                rows.push_back({assembly.id, position++, layer});
            }
        }
        write("assembly_layer", rows);
    }

    void write_cops() {
        std::vector<CopRow> rows;
        for (const energy::Heater& heater : r_.energy.heaters) {
            int position = 0;
            for (const auto& point : heater.cop) rows.push_back({heater.id, position++, point});
        }
        write("heater_cop", rows);
    }

    void write_limits() {
        std::vector<LimitRow> rows;
        for (const house::Limit& limit : r_.limits) {
            rows.push_back({static_cast<int>(rows.size()), limit});
        }
        write("limit_value", rows);
    }

    void write_months() {
        std::vector<MonthRow> rows;
        for (const climate::Station& station : r_.stations) {
            for (std::size_t month = 0; month < 12; ++month) {
                MonthRow row{station.id, static_cast<int>(month) + 1, {}};
                std::size_t at = 0;
                for (const auto figure : monthly_figures()) {
                    row.values[at++] = (station.normals.*figure)[month];
                }
                rows.push_back(std::move(row));
            }
        }
        write("station_month", rows);
    }

    void write_measures() {
        std::vector<MeasureRow> rows;
        std::vector<OptionRow> options;
        for (const measure::Measure& measure : r_.measures.measures) {
            const int at = static_cast<int>(rows.size());
            int position = 0;
            for (const measure::Option& option : measure.options) {
                options.push_back({at, position++, option});
            }
            rows.push_back({at, measure});
        }
        write("measure", rows);
        write("measure_option", options);
    }

    ReferenceFile& file_;
    const estimate::Reference& r_;
    Result<void> result_;
};

Result<void> write_file(const estimate::Reference& reference, const std::filesystem::path& path) {
    auto file = ReferenceFile::create(path);
    if (!file) return std::unexpected(file.error());
    if (auto done = file->run("db/reference/schema.sql"); !done) return done;
    if (auto done = file->run("db/queries/reference/begin.sql"); !done) return done;
    if (auto done = Writer(*file, reference).run(); !done) return done;
    return file->run("db/queries/reference/finish.sql");
}

}  // namespace

Result<void> write_reference(const estimate::Reference& reference,
                             const std::filesystem::path& path) {
    std::filesystem::path unfinished = path;
    unfinished += ".part";
    std::error_code code;
    const std::filesystem::path folder = path.parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder, code)) {
        const std::u8string name = path.generic_u8string();
        return std::unexpected(Error{ErrorKind::NotFound,
                                     "its folder is not there; make it first",
                                     {name.begin(), name.end()},
                                     0,
                                     {}});
    }
    std::filesystem::remove(unfinished, code);
    Result<void> done = write_file(reference, unfinished);
    if (done) {
        std::filesystem::rename(unfinished, path, code);
        if (code) done = fail(ErrorKind::Io, "cannot be put in place: " + code.message());
    }
    if (!done) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        const std::u8string name = path.generic_u8string();
        done.error().file = {name.begin(), name.end()};
    }
    return done;
}

}  // namespace longju::storage
