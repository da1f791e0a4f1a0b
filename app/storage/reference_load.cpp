// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "core/text.h"
#include "storage/catalog_words.h"
#include "storage/reference_columns_places.h"
#include "storage/reference_sqlite.h"
#include "storage/reference_store.h"
#include "storage/reference_trees.h"

namespace longju::storage {

namespace {

constexpr std::int64_t application_id = 0x4C4A5244;  // "LJRD", as db/reference/schema.sql sets it.

/// Fills the members of a row from the cells of a SELECT; keeps the first thing that is wrong.
struct RowReader {
    ReferenceQuery& query;
    Result<void>& result;

    void damaged(std::string what) {
        if (result) result = fail(ErrorKind::Damaged, std::move(what));
    }
    void operator()(std::string& text) { text = query.text(); }
    void operator()(double& number) { number = query.number(); }
    void operator()(int& number) { number = static_cast<int>(query.integer()); }
    void operator()(bool& flag) { flag = query.integer() != 0; }
    void operator()(Money& money) { money = Money::fen(query.integer()); }
    template <class Unit>
    void operator()(Quantity<Unit>& quantity) {
        quantity.value = query.number();
    }
    template <class E>
    requires std::is_enum_v<E>
    void operator()(E& value) {
        const std::string name = query.text();
        const auto found = from_word<E>(name);
        if (!found) return damaged(fmt::format("holds the unknown word \"{}\"", name));
        value = *found;
    }
    void operator()(std::optional<Celsius>& value) {
        if (!query.skip_null()) value = Celsius{query.number()};
    }
    void operator()(std::optional<Date>& date) {
        if (query.skip_null()) return;
        const std::string text = query.text();
        date = date_from(text);
        if (!date) damaged(fmt::format("holds \"{}\", which is no date", text));
    }
    template <class Tree>
    void tree(Tree& value) {
        const auto read = read_tree(query.text(), value);
        if (!read && result) result = read;
    }
};

/// Reads the tables of one file.
class Loader {
public:
    explicit Loader(ReferenceFile& file) : file_(file) {}

    Result<estimate::Reference> run() {
        read_meta();
        r_.library.materials = read<house::Material>("material");
        r_.library.assemblies = read<house::Assembly>("assembly");
        read_layers();
        r_.library.windows = read<house::WindowType>("window_type");
        r_.library.doors = read<house::DoorType>("door_type");
        r_.library.junctions = read<house::Junction>("junction");
        r_.library.modules = read<house::ModuleType>("module_type");
        r_.library.structures = read<house::Structure>("structure");
        r_.library.styles = read<house::Style>("style");
        r_.prices.prices = read<cost::Price>("price");
        r_.energy.fuels = read<energy::Fuel>("fuel");
        r_.energy.heaters = read<energy::Heater>("heater");
        read_cops();
        for (LimitRow& row : read<LimitRow>("limit_value")) r_.limits.push_back(row.limit);
        r_.stations = read<climate::Station>("station");
        read_months();
        r_.divisions = read<estimate::Division>("division");
        r_.townships = read<estimate::Township>("township");
        r_.designs = read<house::Design>("design");
        r_.typical_houses = read<estimate::TypicalHouse>("typical_house");
        for (CardRow& row : read<CardRow>("card")) r_.cards.push_back(std::move(row.card));
        for (CardItemRow& row : read<CardItemRow>("card_item")) {
            const auto card = std::ranges::find(r_.cards, row.card_id, &estimate::Card::id);
            if (card != r_.cards.end()) card->items.push_back(std::move(row.item));
        }
        read_measures();
        r_.rules = read<subsidy::Rule>("rule");
        if (!result_) return std::unexpected(result_.error());
        return std::move(r_);
    }

private:
    template <class Row>
    std::vector<Row> read(const char* table) {
        std::vector<Row> rows;
        if (!result_) return rows;
        auto query = ReferenceQuery::select_from(file_, table);
        if (!query) return result_ = std::unexpected(query.error()), rows;
        RowReader reader{*query, result_};
        while (result_) {
            const auto more = query->next();
            if (!more) result_ = std::unexpected(more.error());
            if (!more || !*more) break;
            columns(reader, rows.emplace_back());
        }
        return rows;
    }

    void damaged(std::string what) {
        if (result_) result_ = fail(ErrorKind::Damaged, std::move(what));
    }

    void read_meta() {
        std::map<std::string, std::string> meta;
        for (MetaRow& row : read<MetaRow>("meta")) meta[row.key] = row.value;
        const auto share = [&](const std::string& key) {
            const auto number = number_from(meta[key]);
            if (!number) damaged("has no " + key);
            return number.value_or(0.0);
        };
        r_.version = meta["version"];
        r_.data_hash = meta["data_hash"];
        r_.rules_version = meta["rules_version"];
        r_.prices.version = meta["price_version"];
        r_.prices.contingency = {share("contingency_low"), share("contingency_typical"),
                                 share("contingency_high")};
    }

    /// The item with that id; the lists are sorted by id as they come from the file.
    template <class Item>
    Item* item(std::vector<Item>& items, const std::string& id) {
        const auto found = std::ranges::lower_bound(items, id, {}, &Item::id);
        if (found != items.end() && found->id == id) return &*found;
        damaged("holds a part of \"" + id + "\", which is not there");
        return nullptr;
    }

    void read_layers() {
        for (const LayerRow& row : read<LayerRow>("assembly_layer")) {
            if (auto* assembly = item(r_.library.assemblies, row.assembly_id)) {
                assembly->layers.push_back(row.layer);
            }
        }
    }

    void read_cops() {
        for (const CopRow& row : read<CopRow>("heater_cop")) {
            if (auto* heater = item(r_.energy.heaters, row.heater_id)) {
                heater->cop.push_back(row.point);
            }
        }
    }

    void read_months() {
        for (const MonthRow& row : read<MonthRow>("station_month")) {
            auto* station = item(r_.stations, row.station_id);
            if (station == nullptr || row.month < 1 || row.month > 12) continue;
            std::size_t at = 0;
            for (const auto figure : monthly_figures()) {
                (station->normals.*figure).at(static_cast<std::size_t>(row.month) - 1) =
                    row.values.at(at++);
            }
        }
    }

    void read_measures() {
        auto& measures = r_.measures.measures;
        for (MeasureRow& row : read<MeasureRow>("measure")) {
            measures.push_back(std::move(row.measure));
        }
        for (OptionRow& row : read<OptionRow>("measure_option")) {
            const auto at = static_cast<std::size_t>(row.measure_position);
            if (row.measure_position < 0 || at >= measures.size()) {
                damaged("holds an option of a measure that is not there");
                return;
            }
            measures[at].options.push_back(std::move(row.option));
        }
    }

    ReferenceFile& file_;
    estimate::Reference r_;
    Result<void> result_;
};

/// That the file is a reference.db of a layout we read.
Result<void> check_identity(ReferenceFile& file) {
    auto query = ReferenceQuery::prepare(file, "identity", 0);
    if (!query) return std::unexpected(query.error());
    const auto row = query->next();
    if (!row) return std::unexpected(row.error());
    if (!*row || query->integer() != application_id) {
        return fail(ErrorKind::Damaged, "is not a reference.db; build it from the catalog");
    }
    const std::int64_t version = query->integer();
    if (version > reference_schema) {
        return fail(ErrorKind::TooNew,
                    fmt::format("has layout {}, this program reads up to {}; update the program",
                                version, reference_schema));
    }
    if (version < reference_schema) {
        return fail(ErrorKind::Damaged,
                    fmt::format("has the old layout {}; build it again", version));
    }
    return {};
}

Result<estimate::Reference> load_file(const std::filesystem::path& path) {
    auto file = ReferenceFile::open_read_only(path);
    if (!file) return std::unexpected(file.error());
    if (const auto known = check_identity(*file); !known) return std::unexpected(known.error());
    return Loader(*file).run();
}

}  // namespace

Result<estimate::Reference> load_reference(const std::filesystem::path& path) {
    const std::u8string u8name = path.generic_u8string();
    const std::string name(u8name.begin(), u8name.end());
    std::error_code code;
    if (!std::filesystem::is_regular_file(path, code)) {
        return std::unexpected(Error{
            ErrorKind::Missing, "is not there; build it with `longju catalog build`", name, 0, {}});
    }
    auto reference = load_file(path);
    if (!reference) reference.error().file = name;
    return reference;
}

}  // namespace longju::storage
