// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_text.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "core/hash.h"
#include "core/text.h"

namespace longju::storage {

namespace {

std::string utf8_path(const std::filesystem::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

bool belongs(const std::string& path) {
    if (path.starts_with("samples/")) return false;
    if (path.starts_with("rules/")) return path.ends_with(".json");
    return path.ends_with(".csv") || path.ends_with(".toml");
}

Result<std::string> content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream.is_open() || stream.bad()) {
        return std::unexpected(
            Error{ErrorKind::Io, "cannot be read; check its permissions", utf8_path(file), 0, {}});
    }
    return content;
}

/// Walks a TOML node into JSON and notes lines.
struct Walker {
    TomlTree& out;

    nlohmann::json walk(const toml::node& node, const std::string& path) {
        out.lines[path] = static_cast<int>(node.source().begin.line);
        if (const auto* table = node.as_table()) return walk_table(*table, path);
        if (const auto* array = node.as_array()) {
            nlohmann::json items = nlohmann::json::array();
            for (std::size_t i = 0; i < array->size(); ++i) {
                items.push_back(walk((*array)[i], fmt::format("{}[{}]", path, i)));
            }
            return items;
        }
        if (const auto* value = node.as_string()) return value->get();
        if (const auto* value = node.as_integer()) return value->get();
        if (const auto* value = node.as_floating_point()) return value->get();
        if (const auto* value = node.as_boolean()) return value->get();
        std::ostringstream text;
        if (const auto* value = node.as_date()) text << *value;
        if (const auto* value = node.as_time()) text << *value;
        if (const auto* value = node.as_date_time()) text << *value;
        return text.str();
    }

    nlohmann::json walk_table(const toml::table& table, const std::string& path) {
        nlohmann::json object = nlohmann::json::object();
        for (const auto& [key, value] : table) {
            const std::string name(key.str());
            object[name] = walk(value, path.empty() ? name : path + "." + name);
        }
        return object;
    }
};

}  // namespace

std::string CatalogText::hash() const {
    std::string all;
    for (const auto& [path, content] : files) {
        all += fmt::format("{}\n{}\n", path, content.size());
        all += content;
    }
    return sha256_hex(all);
}

Result<CatalogText> read_catalog_text(const std::filesystem::path& folder) {
    CatalogText text{utf8_path(folder), {}};
    while (text.folder.size() > 1 && text.folder.ends_with('/')) text.folder.pop_back();
    std::error_code code;
    if (!std::filesystem::is_directory(folder, code)) {
        return std::unexpected(Error{
            ErrorKind::NotFound, "is not a folder; name the catalog folder", text.folder, 0, {}});
    }
    auto entries = std::filesystem::recursive_directory_iterator(folder, code);
    for (; !code && entries != std::filesystem::recursive_directory_iterator();
         entries.increment(code)) {
        if (!entries->is_regular_file(code)) continue;
        const std::string path = utf8_path(entries->path().lexically_relative(folder));
        if (!belongs(path)) continue;
        auto content = content_of(entries->path());
        if (!content) return std::unexpected(std::move(content.error()));
        text.files.emplace(path, std::move(*content));
    }
    if (code) {
        return std::unexpected(
            Error{ErrorKind::Io, "cannot be listed: " + code.message(), text.folder, 0, {}});
    }
    return text;
}

Result<TomlTree> parse_toml(std::string_view content, const std::string& file) {
    if (!is_utf8(content)) {
        return fail_at(file, 0, "", "is not UTF-8; save it again with the encoding UTF-8");
    }
    try {
        const toml::table table = toml::parse(content, file);
        TomlTree tree;
        tree.tree = Walker{tree}.walk_table(table, "");
        return tree;
    } catch (const toml::parse_error& error) {
        return fail_at(file, static_cast<int>(error.source().begin.line), "",
                       std::string(error.description()));
    }
}

}  // namespace longju::storage
