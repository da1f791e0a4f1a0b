// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/strings.h"

/// The help of the screens and the printed manual: one text in each language, `assets/help/*.md`.
/// A chapter is a line `# Title` and a line `id: word` below it; in it stand headings `## Words`,
/// paragraphs and numbered steps, each ended by an empty line or by the next one.
namespace longju {

struct HelpBlock {
    enum class Kind { Heading, Paragraph, Step };
    Kind kind = Kind::Paragraph;
    std::string text;
    int number = 0;  ///< Of a step, from 1.
};

struct HelpChapter {
    std::string id;  ///< What the kiosk looks it up by.
    std::string title;
    std::vector<HelpBlock> blocks;
};

/// Refuses words before the first chapter, a chapter without id, title or words, an id that comes
/// twice, steps out of order, and other Markdown.
Result<std::vector<HelpChapter>> parse_help(std::string_view text, const std::string& file);

/// The text in the program. Bug if it does not parse (a test reads it).
std::vector<HelpChapter> embedded_help(Language language);

}  // namespace longju
