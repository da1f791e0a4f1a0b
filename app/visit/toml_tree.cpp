// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/toml_tree.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace longju::visit {

namespace {

using nlohmann::json;

std::string joined(const std::string& path, const std::string& key) {
    return path.empty() ? key : path + "." + key;
}

/// Walks a document that parsed, so it cannot fail.
class TreeBuilder {
public:
    json build(const toml::node& node, const std::string& path) {
        lines_[path] = static_cast<int>(node.source().begin.line);
        if (const auto* table = node.as_table()) return build_table(*table, path);
        if (const auto* array = node.as_array()) return build_array(*array, path);
        if (const auto* text = node.as_string()) return text->get();
        if (const auto* whole = node.as_integer()) return whole->get();
        if (const auto* number = node.as_floating_point()) return number->get();
        if (const auto* flag = node.as_boolean()) return flag->get();
        if (const auto* date = node.as_date()) {
            const toml::date day = date->get();
            return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
        }
        return "a time of day";  // No field takes one: the reader refuses it by name.
    }

    std::map<std::string, int> take_lines() { return std::move(lines_); }

private:
    json build_table(const toml::table& table, const std::string& path) {
        json object = json::object();
        for (const auto& [key, value] : table) {
            const std::string name(key.str());
            const std::string inner = joined(path, name);
            object[name] = build(value, inner);
            lines_[inner] = static_cast<int>(key.source().begin.line);
        }
        return object;
    }

    json build_array(const toml::array& array, const std::string& path) {
        json list = json::array();
        for (std::size_t i = 0; i < array.size(); ++i) {
            list.push_back(build(array[i], fmt::format("{}[{}]", path, i)));
        }
        return list;
    }

    std::map<std::string, int> lines_;
};

bool is_bare(const std::string& key) {
    constexpr std::string_view bare =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    return !key.empty() && key.find_first_not_of(bare) == std::string::npos;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            out += fmt::format("\\u{:04X}", byte);
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string key_text(const std::string& key) { return is_bare(key) ? key : quoted(key); }

std::string inline_text(const json& value) {
    if (value.is_string()) return quoted(value.get_ref<const std::string&>());
    if (!value.is_structured()) return value.dump();
    std::string out;
    for (const auto& [key, item] : value.items()) {
        if (!out.empty()) out += ", ";
        if (value.is_object()) out += key_text(key) + " = ";
        out += inline_text(item);
    }
    if (value.is_array()) return "[" + out + "]";
    return out.empty() ? "{}" : "{ " + out + " }";
}

/// A list of tables takes a line for each.
std::string list_text(const json& list) {
    if (list.empty() || !list.front().is_object()) return inline_text(list);
    std::string out = "[\n";
    for (const json& item : list) out += "    " + inline_text(item) + ",\n";
    return out + "]";
}

void write_table(const json& table, const std::string& path,
                 const std::map<std::string, std::string>& comments, std::string& out) {
    for (const auto& [key, value] : table.items()) {
        if (value.is_object()) continue;
        out += fmt::format("{} = {}\n", key_text(key),
                           value.is_array() ? list_text(value) : inline_text(value));
    }
    for (const auto& [key, value] : table.items()) {
        if (!value.is_object()) continue;
        const std::string inner = joined(path, key_text(key));
        const auto comment = comments.find(inner);
        out += "\n";
        if (comment != comments.end()) out += "# " + comment->second + "\n";
        out += "[" + inner + "]\n";
        write_table(value, inner, comments, out);
    }
}

}  // namespace

int TomlTree::line_of(std::string field) const {
    while (!field.empty()) {
        const auto found = lines.find(field);
        if (found != lines.end()) return found->second;
        const auto cut = field.find_last_of(".[");
        field.resize(cut == std::string::npos ? 0 : cut);
    }
    return 0;
}

Result<TomlTree> parse_toml(const std::string& text, const std::string& file) {
    try {
        const toml::table table = toml::parse(std::string_view(text), std::string_view(file));
        TreeBuilder builder;
        json tree = builder.build(table, "");
        return TomlTree{std::move(tree), builder.take_lines()};
    } catch (const toml::parse_error& error) {
        const int line = static_cast<int>(error.source().begin.line);
        return fail_at(file, line, "", fmt::format("is not TOML: {}", error.description()));
    }
}

std::string toml_text(const json& tree, const std::map<std::string, std::string>& comments) {
    std::string out;
    write_table(tree, "", comments, out);
    return out;
}

}  // namespace longju::visit
