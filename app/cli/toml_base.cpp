// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/toml_base.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace longju::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t deepest = 8;

fs::path path_of(const std::string& utf8) { return std::u8string(utf8.begin(), utf8.end()); }

std::string shown(const fs::path& path) {
    const std::u8string name = path.generic_u8string();
    return {name.begin(), name.end()};
}

std::unexpected<Error> fail_on(const toml::node& node, std::string field, std::string what) {
    const toml::source_region& source = node.source();
    return fail_at(source.path ? *source.path : "", static_cast<int>(source.begin.line),
                   std::move(field), std::move(what));
}

/// Moves `node` under `key`. Copying would lose the source position.
void put(toml::table& into, std::string_view key, toml::node& node) {
    node.visit([&](auto& concrete) { into.insert_or_assign(key, std::move(concrete)); });
}

void merge_keys(toml::table& into, toml::table& from) {
    for (auto&& [key, node] : from) put(into, key.str(), node);
}

/// The first `count` entries are those of the base: two entries that one file gives the same name
/// stay two.
std::optional<std::size_t> place_of(const toml::array& list, std::size_t count,
                                    const std::string& name) {
    for (std::size_t i = 0; i < count; ++i) {
        const toml::table* entry = list[i].as_table();
        if (entry != nullptr && (*entry)["name"].value<std::string>() == name) return i;
    }
    return std::nullopt;
}

std::optional<Error> merge_entries(toml::array& into, toml::array& from, const std::string& list) {
    std::size_t count = into.size();
    for (toml::node& node : from) {
        toml::table* entry = node.as_table();
        if (entry == nullptr) {
            return fail_on(node, list, fmt::format("must be tables; write [[{}]]", list)).error();
        }
        const std::string name = (*entry)["name"].value_or(std::string());
        const auto place = name.empty() ? std::nullopt : place_of(into, count, name);
        if (const toml::node* remove = entry->get("remove")) {
            const std::string field = list + ".remove";
            if (remove->value<bool>() != true || !remove->is_boolean()) {
                return fail_on(*remove, field, "must be true; leave it out to keep the entry")
                    .error();
            }
            if (!place) {
                return fail_on(*remove, field, fmt::format("the base has no {} “{}”", list, name))
                    .error();
            }
            into.erase(into.begin() + static_cast<std::ptrdiff_t>(*place));
            --count;
        } else if (place) {
            merge_keys(*into[*place].as_table(), *entry);
        } else {
            into.push_back(std::move(*entry));
        }
    }
    return std::nullopt;
}

class Stack {
public:
    explicit Stack(std::span<const char* const> by_name) : by_name_(by_name) {}

    Result<toml::table> parse(const std::string& text, const std::string& file) {
        std::error_code ignored;
        open_.push_back(fs::weakly_canonical(path_of(file), ignored));
        toml::table own;
        try {
            own = toml::parse(text, file);
        } catch (const toml::parse_error& error) {
            return fail_at(file, static_cast<int>(error.source().begin.line), "",
                           std::string(error.description()));
        }
        const toml::node* base = own.get("base");
        if (base == nullptr) return own;
        Result<toml::table> below = parse_base(*base, file);
        if (!below) return below;
        own.erase("base");
        if (auto error = merge(*below, own)) return std::unexpected(*std::move(error));
        return below;
    }

private:
    Result<toml::table> parse_base(const toml::node& key, const std::string& file) {
        const auto name = key.value<std::string>();
        if (!name || name->empty()) return fail_on(key, "base", "must be the name of a file");
        const fs::path path = path_of(file).parent_path() / path_of(*name);
        std::error_code ignored;
        if (std::ranges::find(open_, fs::weakly_canonical(path, ignored)) != open_.end()) {
            return fail_on(key, "base", "goes round in a circle: that file starts from this one");
        }
        if (open_.size() > deepest) {
            return fail_on(key, "base", fmt::format("is more than {} files deep", deepest));
        }
        const Result<std::string> text = read_text(shown(path));
        if (!text) {
            return fail_on(
                key, "base",
                fmt::format("{} cannot be opened; it is looked for beside this file", shown(path)));
        }
        return parse(*text, shown(path));
    }

    std::optional<Error> merge(toml::table& below, toml::table& own) const {
        for (auto&& [key, node] : own) {
            toml::node* known = below.get(key);
            const bool named = std::ranges::find(by_name_, key.str()) != by_name_.end();
            if (known != nullptr && known->is_table() && node.is_table()) {
                if (auto error = merge(*known->as_table(), *node.as_table())) return error;
            } else if (named && node.is_array() && (known == nullptr || known->is_array())) {
                if (known == nullptr) known = &below.insert(key, toml::array()).first->second;
                const std::string list(key.str());
                if (auto error = merge_entries(*known->as_array(), *node.as_array(), list)) {
                    return error;
                }
            } else {
                put(below, key.str(), node);
            }
        }
        return std::nullopt;
    }

    std::span<const char* const> by_name_;
    std::vector<fs::path> open_;  ///< This file and those that start from it.
};

}  // namespace

Result<toml::table> parse_with_base(const std::string& text, const std::string& file,
                                    std::span<const char* const> by_name) {
    return Stack(by_name).parse(text, file);
}

Result<std::string> read_text(const std::string& file) {
    std::ifstream in(path_of(file), std::ios::binary);
    if (!in) {
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
                                     .what = "cannot be opened; is the path right?",
                                     .file = file});
    }
    return std::string((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
}

}  // namespace longju::cli
