// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/reference_trees.h"

#include <nlohmann/json.hpp>

#include "storage/catalog_effects.h"
#include "storage/catalog_fields.h"
#include "visit/codec.h"

namespace longju::storage {

namespace {

using nlohmann::json;

std::unexpected<Error> damaged(std::string what) {
    return fail(ErrorKind::Damaged,
                "a JSON column does not read: " + std::move(what) + "; build reference.db again");
}

/// The list in `text` as tables of a tree, read by `read`.
template <class Item, class Read>
Result<void> read_list(const std::string& text, std::vector<Item>& items, Read read) {
    const json list = json::parse(text, nullptr, false);
    if (!list.is_array()) return damaged("it is not a list");
    const json root = {{"list", list}};
    std::vector<Error> errors;
    Complaints complaints(errors, {});
    TreeFields fields(root, "", complaints);
    items = read(fields.list("list"));
    if (!errors.empty()) return damaged(errors.front().sentence());
    return {};
}

}  // namespace

std::string tree_text(const std::vector<measure::Effect>& effects) {
    return json_of(effects).dump();
}
std::string tree_text(const std::vector<measure::Charge>& charges) {
    return json_of(charges).dump();
}
std::string tree_text(const house::House& house) { return visit::json_of(house).dump(); }
std::string tree_text(const std::vector<std::string>& names) { return json(names).dump(); }
std::string tree_text(const std::vector<std::pair<std::string, int>>& shares) {
    return json(shares).dump();
}

Result<void> read_tree(const std::string& text, std::vector<measure::Effect>& effects) {
    return read_list(text, effects, read_effects);
}

Result<void> read_tree(const std::string& text, std::vector<measure::Charge>& charges) {
    return read_list(text, charges, read_charges);
}

Result<void> read_tree(const std::string& text, house::House& house) {
    const json tree = json::parse(text, nullptr, false);
    if (tree.is_discarded()) return damaged("it is not JSON");
    auto read = visit::house_from(tree);
    if (!read) return damaged(read.error().sentence());
    house = std::move(*read);
    return {};
}

Result<void> read_tree(const std::string& text, std::vector<std::string>& names) {
    const json list = json::parse(text, nullptr, false);
    if (!list.is_array()) return damaged("it is not a list");
    for (const json& item : list) {
        if (!item.is_string()) return damaged("it is not a list of texts");
        names.push_back(item.get<std::string>());
    }
    return {};
}

Result<void> read_tree(const std::string& text, std::vector<std::pair<std::string, int>>& shares) {
    const json list = json::parse(text, nullptr, false);
    if (!list.is_array()) return damaged("it is not a list");
    for (const json& item : list) {
        const bool pair = item.is_array() && item.size() == 2 && item[0].is_string() &&
                          item[1].is_number_integer();
        if (!pair) return damaged("it is not a list of payers and shares");
        shares.emplace_back(item[0].get<std::string>(), item[1].get<int>());
    }
    return {};
}

}  // namespace longju::storage
