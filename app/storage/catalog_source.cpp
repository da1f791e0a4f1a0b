// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_source.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "core/csv.h"
#include "storage/catalog_cross.h"
#include "storage/catalog_fields.h"
#include "storage/catalog_tables.h"
#include "storage/catalog_text.h"
#include "storage/catalog_trees.h"

namespace longju::storage {

namespace {

constexpr std::array required_files = {
    "assemblies.toml", "cards.toml",   "catalog.toml",  "divisions.csv", "doors.csv",
    "fuels.csv",       "heaters.toml", "junctions.csv", "limits.csv",    "materials.csv",
    "measures.toml",   "modules.csv",  "normals.csv",   "prices.csv",    "stations.csv",
    "structures.csv",  "styles.csv",   "townships.csv", "typical.csv",   "windows.csv",
};

/// One run over a folder's texts.
class Reader {
public:
    explicit Reader(CatalogText text) : text_(std::move(text)) {}

    CatalogReading run() {
        check_files();
        reading_.reference.data_hash = text_.hash();
        read_tables();
        read_trees();
        read_designs();
        read_rules();
        if (whole_) cross();
        std::ranges::stable_sort(reading_.errors, [](const Error& a, const Error& b) {
            return std::tie(a.file, a.line) < std::tie(b.file, b.line);
        });
        return std::move(reading_);
    }

private:
    void refuse_file(const std::string& path, ErrorKind kind, std::string what) {
        reading_.errors.push_back({kind, std::move(what), text_.shown(path), 0, {}});
        whole_ = false;
    }

    void check_files() {
        for (const char* name : required_files) {
            if (!text_.files.contains(name)) {
                refuse_file(name, ErrorKind::NotFound, "is missing from the catalog");
            }
        }
        for (const auto& [path, content] : text_.files) {
            if (path.starts_with("designs/") || path.starts_with("rules/")) continue;
            if (std::ranges::find(required_files, path) == required_files.end()) {
                refuse_file(path, ErrorKind::BadInput,
                            "is not a file of the catalog; remove it or correct its name");
            }
        }
    }

    /// Calls `read(content, shown name)` when the file is there.
    template <class Read>
    void with(const std::string& path, Read read) {
        const auto found = text_.files.find(path);
        if (found != text_.files.end()) read(found->second, text_.shown(path));
    }

    /// Calls `read(table, shown name)` when the file is there and is CSV.
    template <class Read>
    void with_table(const std::string& path, Read read) {
        with(path, [&](const std::string& content, const std::string& file) {
            const auto table = parse_csv(content, file);
            if (table) return read(*table, file);
            reading_.errors.push_back(table.error());
            whole_ = false;
        });
    }

    void read_tables() {
        auto& r = reading_.reference;
        auto& errors = reading_.errors;
        with_table("materials.csv", [&](const CsvTable& table, const auto& file) {
            r.library.materials = read_materials(table, file, errors);
        });
        with_table("windows.csv", [&](const CsvTable& table, const auto& file) {
            r.library.windows = read_windows(table, file, errors);
        });
        with_table("doors.csv", [&](const CsvTable& table, const auto& file) {
            r.library.doors = read_doors(table, file, errors);
        });
        with_table("prices.csv", [&](const CsvTable& table, const auto& file) {
            r.prices.prices = read_prices(table, file, errors);
        });
        with_table("fuels.csv", [&](const CsvTable& table, const auto& file) {
            r.energy.fuels = read_fuels(table, file, errors);
        });
        with_table("limits.csv", [&](const CsvTable& table, const auto& file) {
            r.limits = read_limits(table, file, errors);
        });
        with_table("stations.csv", [&](const CsvTable& table, const auto& file) {
            r.stations = read_stations(table, file, errors);
        });
        with_table("normals.csv", [&](const CsvTable& table, const auto& file) {
            read_normals(table, file, r.stations, errors);
        });
        with_table("divisions.csv", [&](const CsvTable& table, const auto& file) {
            r.divisions = read_divisions(table, file, r.stations, errors);
        });
    }

    /// Calls `read(tree, shown name)` when the file is there and is TOML; keeps its lines.
    template <class Read>
    void with_tree(const std::string& path, Read read) {
        with(path, [&](const std::string& content, const std::string& file) {
            auto toml = visit::parse_toml(content, file);
            if (!toml) {
                reading_.errors.push_back(std::move(toml.error()));
                whole_ = false;
                return;
            }
            read(*toml, file);
            lines_[file] = std::move(toml->lines);
        });
    }

    void read_trees() {
        auto& r = reading_.reference;
        auto& errors = reading_.errors;
        with_tree("catalog.toml", [&](const visit::TomlTree& toml, const auto& file) {
            read_catalog_head(toml, file, r, errors);
        });
        with_tree("assemblies.toml", [&](const visit::TomlTree& toml, const auto& file) {
            r.library.assemblies = read_assemblies(toml, file, errors);
        });
        with_table("modules.csv", [&](const CsvTable& table, const auto& file) {
            r.library.modules = read_modules(table, file, errors);
        });
        with_table("structures.csv", [&](const CsvTable& table, const auto& file) {
            r.library.structures = read_structures(table, file, r.library, errors);
        });
        with_table("typical.csv", [&](const CsvTable& table, const auto& file) {
            r.typical_houses = read_typical(table, file, errors);
        });
        with_table("styles.csv", [&](const CsvTable& table, const auto& file) {
            r.library.styles = read_styles(table, file, errors);
        });
        with_table("townships.csv", [&](const CsvTable& table, const auto& file) {
            r.townships = read_townships(table, file, r.divisions, errors);
        });
        with_table("junctions.csv", [&](const CsvTable& table, const auto& file) {
            r.library.junctions = read_junctions(table, file, r.library, errors);
        });
        with_tree("heaters.toml", [&](const visit::TomlTree& toml, const auto& file) {
            r.energy.heaters = read_heaters(toml, file, errors);
        });
        with_tree("cards.toml", [&](const visit::TomlTree& toml, const auto& file) {
            r.cards = read_cards(toml, file, errors);
        });
        with_tree("measures.toml", [&](const visit::TomlTree& toml, const auto& file) {
            r.measures.measures = read_measures(toml, file, errors);
        });
    }

    void read_designs() {
        for (const auto& [path, content] : text_.files) {
            if (!path.starts_with("designs/")) continue;
            with_tree(path, [&](const visit::TomlTree& toml, const auto& file) {
                const std::size_t before = reading_.errors.size();
                house::Design design = read_design(toml, file, reading_.errors);
                if (reading_.errors.size() == before) {
                    reading_.reference.designs.push_back(std::move(design));
                }
            });
        }
    }

    void read_rules() {
        auto& rules = reading_.reference.rules;
        for (const auto& [path, content] : text_.files) {
            if (!path.starts_with("rules/")) continue;
            auto read = subsidy::parse_rules(content, text_.shown(path));
            if (!read) {
                reading_.errors.push_back(std::move(read.error()));
                continue;
            }
            for (subsidy::Rule& rule : *read) {
                if (std::ranges::find(rules, rule.id, &subsidy::Rule::id) != rules.end()) {
                    reading_.errors.push_back({ErrorKind::BadInput,
                                               rule.id + " stands twice; remove one",
                                               text_.shown(path), 0, rule.id});
                }
                rules.push_back(std::move(rule));
            }
        }
        std::ranges::sort(rules, {}, &subsidy::Rule::id);
    }

    /// Mistakes between files, with the line of their field where the file is TOML.
    void cross() {
        for (Error& error : cross_check(reading_.reference, text_.folder)) {
            const auto lines = lines_.find(error.file);
            if (lines != lines_.end()) {
                std::vector<Error> unused;
                Complaints places(unused, error.file);
                places.set_lines(lines->second);
                error.line = places.line_of(error.field);
            }
            reading_.errors.push_back(std::move(error));
        }
    }

    CatalogText text_;
    CatalogReading reading_;
    std::map<std::string, std::map<std::string, int>> lines_;
    bool whole_ = true;  ///< Every file is there and could be taken apart.
};

}  // namespace

CatalogReading check_catalog(const std::filesystem::path& folder) {
    auto text = read_catalog_text(folder);
    if (!text) return {{}, {std::move(text.error())}};
    return Reader(std::move(*text)).run();
}

Result<estimate::Reference> read_catalog(const std::filesystem::path& folder) {
    auto text = read_catalog_text(folder);
    if (!text) return std::unexpected(std::move(text.error()));
    return read_catalog(*std::move(text));
}

Result<estimate::Reference> read_catalog(CatalogText text) {
    CatalogReading reading = Reader(std::move(text)).run();
    if (!reading.errors.empty()) return std::unexpected(std::move(reading.errors.front()));
    return std::move(reading.reference);
}

}  // namespace longju::storage
