// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "core/result.h"

namespace longju {

enum class Language { Chinese, English };

/// The words of the screens in one language: key → text, from `assets/strings/*.tsv`
/// (key TAB text TAB note). Keys are dotted: `screen.configure.title`.
class Strings {
public:
    /// Parses a TSV table; refuses a line without a TAB and a repeated key.
    static Result<Strings> parse(std::string_view tsv, const std::string& file);
    /// The table embedded in the program. Bug if it does not parse (a test reads it).
    static Strings embedded_for(Language language);

    /// The text for `key`; `⟦?⟧` when it is missing, so that a gap is seen and never crashes.
    std::string_view operator()(std::string_view key) const;
    /// The text with `{0}`, `{1}`, … replaced by `arguments`.
    std::string operator()(std::string_view key,
                           std::initializer_list<std::string_view> arguments) const;

    const std::map<std::string, std::string, std::less<>>& all() const { return texts_; }

private:
    std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace longju
