// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/help_text.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/assert.h"
#include "core/embedded.h"
#include "core/text.h"

namespace longju {

namespace {

/// `3. Words` taken apart; no number when it is no step.
struct StepLine {
    std::optional<long long> number;
    std::string_view words;
};

StepLine step_line(std::string_view line) {
    const auto digits = line.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos) return {{}, line};
    if (!line.substr(digits).starts_with(". ")) return {{}, line};
    return {integer_from(line.substr(0, digits)), trimmed(line.substr(digits + 2))};
}

bool other_markdown(std::string_view line) {
    constexpr std::string_view marks = "#-*>|`";
    return marks.contains(line.front());
}

/// A line that goes on: between two Han characters there is no blank.
void append_line(std::string& text, std::string_view line) {
    const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (ascii(text.back()) || ascii(line.front())) text += ' ';
    text += line;
}

class HelpReader {
public:
    explicit HelpReader(std::string file) : file_(std::move(file)) {}

    Result<void> read(std::string_view line) {
        ++line_;
        if (line.empty()) {
            open_ = false;
            return {};
        }
        if (line.starts_with("# ")) return begin_chapter(trimmed(line.substr(2)));
        if (chapters_.empty()) return refuse("stands before the first chapter; write # Title");
        if (chapters_.back().id.empty()) return name_chapter(line);
        if (line.starts_with("## ")) {
            add({HelpBlock::Kind::Heading, std::string(trimmed(line.substr(3)))});
            open_ = false;
            return {};
        }
        if (const StepLine step = step_line(line); step.number) return begin_step(step);
        if (other_markdown(line)) {
            return refuse("is no chapter, heading, step or paragraph; write plain words");
        }
        if (open_) {
            append_line(chapters_.back().blocks.back().text, line);
        } else {
            add({HelpBlock::Kind::Paragraph, std::string(line)});
        }
        return {};
    }

    Result<std::vector<HelpChapter>> finish() {
        if (chapters_.empty()) return refuse("has no chapter; write # Title");
        if (auto whole = end_chapter(); !whole) return std::unexpected(whole.error());
        return std::move(chapters_);
    }

private:
    std::unexpected<Error> refuse(const std::string& why) const {
        const std::string chapter = chapters_.empty() ? std::string() : chapters_.back().id;
        return fail_at(file_, line_, chapter, why);
    }
    void add(HelpBlock block) {
        chapters_.back().blocks.push_back(std::move(block));
        open_ = true;
    }
    Result<void> end_chapter() const {
        if (chapters_.empty()) return {};
        if (chapters_.back().id.empty()) return refuse("the chapter has no id; write id: word");
        if (chapters_.back().blocks.empty()) return refuse("the chapter says nothing");
        return {};
    }
    Result<void> begin_chapter(std::string_view title) {
        if (auto whole = end_chapter(); !whole) return whole;
        if (title.empty()) return refuse("the chapter has no title");
        chapters_.push_back({{}, std::string(title), {}});
        open_ = false;
        return {};
    }
    Result<void> name_chapter(std::string_view line) {
        constexpr std::string_view mark = "id: ";
        if (!line.starts_with(mark)) return refuse("the chapter has no id; write id: word");
        const std::string id(trimmed(line.substr(mark.size())));
        if (std::ranges::find(chapters_, id, &HelpChapter::id) != chapters_.end()) {
            return refuse(fmt::format("the id \"{}\" stands twice; choose another", id));
        }
        chapters_.back().id = id;
        return {};
    }
    Result<void> begin_step(const StepLine& step) {
        const auto& blocks = chapters_.back().blocks;
        const bool goes_on = !blocks.empty() && blocks.back().kind == HelpBlock::Kind::Step;
        const int expected = goes_on ? blocks.back().number + 1 : 1;
        if (*step.number != expected) {
            return refuse(fmt::format("step {} comes where {} is due", *step.number, expected));
        }
        add({HelpBlock::Kind::Step, std::string(step.words), expected});
        return {};
    }

    std::string file_;
    int line_ = 0;
    bool open_ = false;  ///< The next plain line goes on with the last block.
    std::vector<HelpChapter> chapters_;
};

}  // namespace

Result<std::vector<HelpChapter>> parse_help(std::string_view text, const std::string& file) {
    HelpReader reader(file);
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto read = reader.read(trimmed(text.substr(0, end))); !read) {
            return std::unexpected(read.error());
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.finish();
}

std::vector<HelpChapter> embedded_help(Language language) {
    const std::string_view file =
        language == Language::Chinese ? "assets/help/zh_CN.md" : "assets/help/en_US.md";
    auto chapters = parse_help(embedded(file), std::string(file));
    LONGJU_ASSERT(chapters.has_value(), "the embedded help must parse");
    return std::move(*chapters);
}

}  // namespace longju
