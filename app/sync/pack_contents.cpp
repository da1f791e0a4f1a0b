// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/pack_contents.h"

#include <algorithm>
#include <initializer_list>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/csv.h"
#include "storage/catalog_source.h"
#include "storage/catalog_tables.h"
#include "storage/local_prices.h"
#include "subsidy/rule_case.h"

namespace longju::sync {

namespace {

/// `wangkui-2026/prices.csv`, as messages name a file of a pack.
std::string shown(const DataPack& pack, std::string_view name) {
    return fmt::format("{}/{}", pack.id, name);
}

Result<void> holds_just(const DataPack& pack, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (!pack.files.contains(std::string(name))) {
            return fail_at(shown(pack, name), 0, "", "is missing from the pack");
        }
    }
    for (const auto& [name, content] : pack.files) {
        if (std::ranges::find(names, name) == names.end()) {
            return fail_at(shown(pack, name), 0, "",
                           fmt::format("does not belong into a pack of {}", word_of(pack.kind)));
        }
    }
    return {};
}

/// Rows of the same id give way, the others stay.
template <class Row>
void put_over(std::vector<Row>& rows, std::vector<Row> newer) {
    for (Row& row : newer) {
        const auto same = std::ranges::find(rows, row.id, &Row::id);
        if (same == rows.end()) {
            rows.push_back(std::move(row));
        } else {
            *same = std::move(row);
        }
    }
}

/// The lists under `key` of JSON objects that were found sound, in the first of them.
std::string joined(const std::vector<std::string>& texts, const char* key) {
    using nlohmann::ordered_json;
    ordered_json all = ordered_json::parse(texts.front());
    for (std::size_t i = 1; i < texts.size(); ++i) {
        ordered_json more = ordered_json::parse(texts[i]);
        for (auto& one : more[key]) all[key].push_back(std::move(one));
    }
    return all.dump();
}

}  // namespace

Result<std::string> one_document(const std::vector<std::string>& texts,
                                 const std::vector<std::string>& names) {
    if (texts.empty()) return fail_at("rules", 0, "", "are missing: name a document of clauses");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto sound = subsidy::parse_rules(texts[i], names[i]);
        if (!sound) return std::unexpected(sound.error());
    }
    return joined(texts, "rules");
}

Result<std::string> one_document_of_cases(const std::vector<std::string>& texts,
                                          const std::vector<std::string>& names) {
    if (texts.empty()) return fail_at("cases", 0, "", "are missing: a clause needs its proof");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto sound = subsidy::parse_rule_cases(texts[i], names[i]);
        if (!sound) return std::unexpected(sound.error());
    }
    return joined(texts, "cases");
}

Result<estimate::Reference> with_catalog(const estimate::Reference& base, const DataPack& pack) {
    auto made = storage::read_catalog({.folder = pack.id, .files = pack.files});
    if (made) made->data_hash = base.data_hash;
    return made;
}

Result<estimate::Reference> with_climate(estimate::Reference base, const DataPack& pack) {
    if (auto sound = holds_just(pack, {"stations.csv", "normals.csv"}); !sound) {
        return std::unexpected(sound.error());
    }
    const std::string stations_file = shown(pack, "stations.csv");
    const std::string normals_file = shown(pack, "normals.csv");
    const auto stations_table = parse_csv(pack.files.at("stations.csv"), stations_file);
    if (!stations_table) return std::unexpected(stations_table.error());
    const auto normals_table = parse_csv(pack.files.at("normals.csv"), normals_file);
    if (!normals_table) return std::unexpected(normals_table.error());
    std::vector<Error> errors;
    auto stations = storage::read_stations(*stations_table, stations_file, errors);
    storage::read_normals(*normals_table, normals_file, stations, errors);
    if (!errors.empty()) return std::unexpected(std::move(errors.front()));
    put_over(base.stations, std::move(stations));
    std::ranges::sort(base.stations, {}, &climate::Station::id);
    return base;
}

Result<estimate::Reference> with_prices(estimate::Reference base, const DataPack& pack) {
    if (auto sound = holds_just(pack, {"prices.csv"}); !sound) {
        return std::unexpected(sound.error());
    }
    auto prices =
        storage::parse_local_prices(pack.files.at("prices.csv"), shown(pack, "prices.csv"), base);
    if (!prices) return std::unexpected(prices.error());
    for (cost::LocalPrice& price : *prices) {
        price.source = fmt::format("{} {}", pack.issuer_zh, price.source);
    }
    base.prices = cost::with_local(std::move(base.prices), *prices);
    base.energy = cost::with_local(std::move(base.energy), *prices);
    // They are what everybody here computes with: local is what a single case puts over them.
    for (cost::Price& price : base.prices.prices) price.local = false;
    return base;
}

Result<estimate::Reference> with_tested_rules(estimate::Reference base, const DataPack& pack) {
    using subsidy::Rule;
    if (auto sound = holds_just(pack, {"rules.json", "cases.json"}); !sound) {
        return std::unexpected(sound.error());
    }
    auto rules = subsidy::parse_rules(pack.files.at("rules.json"), shown(pack, "rules.json"));
    if (!rules) return std::unexpected(rules.error());
    const std::string cases_file = shown(pack, "cases.json");
    const auto cases = subsidy::parse_rule_cases(pack.files.at("cases.json"), cases_file);
    if (!cases) return std::unexpected(cases.error());
    std::vector<std::string> proven;
    for (const subsidy::RuleCase& one : *cases) proven.push_back(one.rule_id);
    for (const Rule& rule : *rules) {
        if (std::ranges::find(proven, rule.id) != proven.end()) continue;
        return fail_at(cases_file, 0, rule.id, "has no case that proves it");
    }
    put_over(base.rules, std::move(*rules));
    if (const auto refs = subsidy::check_refs(base.rules); !refs) {
        return std::unexpected(refs.error());
    }
    for (const subsidy::RuleCase& one : *cases) {
        const std::string why = subsidy::disagreement(one, base.rules);
        if (!why.empty()) return fail_at(cases_file, 0, one.name, why);
    }
    return base;
}

}  // namespace longju::sync
