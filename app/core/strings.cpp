// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/strings.h"

#include <fmt/format.h>

#include "core/assert.h"
#include "core/embedded.h"
#include "core/text.h"

namespace longju {

Result<Strings> Strings::parse(std::string_view tsv, const std::string& file) {
    Strings strings;
    int line = 0;
    while (!tsv.empty()) {
        ++line;
        const auto end = std::min(tsv.find('\n'), tsv.size());
        const std::string_view row = tsv.substr(0, end);
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
        if (row.empty() || row.front() == '#') continue;
        const auto tab = row.find('\t');
        if (tab == std::string_view::npos)
            return fail_at(file, line, "", "has no TAB after the key");
        const std::string_view rest = row.substr(tab + 1);
        const std::string key(row.substr(0, tab));
        const std::string text(trimmed(rest.substr(0, rest.find('\t'))));
        if (!strings.texts_.emplace(key, text).second) {
            return fail_at(file, line, key, "the key stands twice; remove one");
        }
    }
    return strings;
}

Strings Strings::embedded_for(Language language) {
    const std::string_view file =
        language == Language::Chinese ? "assets/strings/zh_CN.tsv" : "assets/strings/en_US.tsv";
    auto strings = parse(embedded(file), std::string(file));
    LONGJU_ASSERT(strings.has_value(), "the embedded strings must parse");
    return std::move(*strings);
}

std::string_view Strings::operator()(std::string_view key) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? std::string_view("⟦?⟧") : std::string_view(found->second);
}

std::string Strings::operator()(std::string_view key,
                                std::initializer_list<std::string_view> arguments) const {
    std::string text((*this)(key));
    int index = 0;
    for (const std::string_view argument : arguments) {
        const std::string placeholder = fmt::format("{{{}}}", index++);
        for (auto at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + argument.size())) {
            text.replace(at, placeholder.size(), argument);
        }
    }
    return text;
}

}  // namespace longju
