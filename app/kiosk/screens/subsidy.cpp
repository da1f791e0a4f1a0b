// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include "kiosk/amounts.h"
#include "kiosk/finding_words.h"
#include "kiosk/screens/finding_parts.h"
#include "kiosk/screens/result_parts.h"
#include "kiosk/screens/screens.h"

/// 补助: three boxes that are never added up, every finding, and what one of them asks for.
namespace longju::kiosk {
namespace {

using subsidy::Box;
using subsidy::Finding;

int count_of(const ResultPage& page, Box box) {
    return static_cast<int>(std::ranges::count(page.estimate.subsidy.findings, box, &Finding::box));
}

struct BoxLook {
    Box box;
    Role fill;
    Role ink;
    Dash dash;
    std::string_view icon;
    std::string_view key;
};
constexpr std::array<BoxLook, 3> boxes{
    {{Box::Verified, Role::PineSoft, Role::Pine, Dash::Solid, "check", "subsidy.box.verified"},
     {Box::PendingCounty, Role::CornSoft, Role::Soil, Dash::Dashed, "ask", "subsidy.box.pending"},
     {Box::Historical, Role::Birch1, Role::Soil2, Dash::Dotted, "clock", "subsidy.box.history"}}};

void draw_box(const ResultPage& page, const BoxLook& look, const Rect& rect) {
    Ui& ui = page.ui;
    ui.paint().box(rect, {ui.colour(look.fill), ui.colour(look.ink), 2, 12, look.dash});
    Rect rest = rect.inset(18, 8);
    Rect head = rest.cut_top(26, 2);
    ui.paint().icon(look.icon, head.cut_left(22, 8), ui.colour(look.ink));
    const std::string key(look.key);
    ui.text(head, ui.word(key), type::body_bold, look.ink);
    const Rect middle = rest.cut_top(42, 0);
    const int count = count_of(page, look.box);
    if (look.box == Box::Verified) {
        const std::string amount =
            count == 0 ? "0" : yuan(page.estimate.subsidy.verified, Depth::Technician);
        number_with_unit(ui, {middle.x, middle.centre().y}, amount, ui.word("unit.yuan"),
                         type::number_large);
    } else {
        const std::string text =
            ui.words()(look.box == Box::PendingCounty ? "subsidy.pending" : "subsidy.history",
                       {std::to_string(count)});
        ui.text(middle, text, {30, Weight::Bold}, Role::Soil);
    }
    ui.text(rest, ui.word(key + ".note"), type::note, Role::Soil2);
}

bool is_read(const ResultPage& page, const Finding& finding) {
    const std::string& read = page.state.view.finding;
    return read.empty() ? &finding == &page.estimate.subsidy.findings.front()
                        : finding.rule_id == read;
}

/// Beside the list its details are read; without the room for that, in a dialog.
void draw_finding(const ResultPage& page, const Finding& finding, int index, const Rect& rect) {
    Ui& ui = page.ui;
    const FindingLook look = look_of(finding);
    const bool beside = page.layout.side_by_side();
    const bool read = beside && is_read(page, finding);
    const bool pressed = card_button(ui, "subsidy.finding." + std::to_string(index), rect, read);
    const float edge = read ? 3.0F : 1.0F;
    ui.paint().fill({rect.x + edge - 1, rect.y + edge, 18, rect.h - 2 * edge},
                    ui.colour(look.stripe), 10);
    ui.paint().fill({rect.x + 9, rect.y + 1 + edge, 12, rect.h - 2 - 2 * edge},
                    ui.colour(Role::Paper));
    Rect inside = rect.inset(22, 8);
    ui.paint().icon("next", inside.cut_right(22, 8), ui.colour(Role::Soil));
    const std::string amount = amount_text(ui, finding);
    const std::string_view state = ui.word(look.key);
    const float side =
        std::max(std::min(ui.width_of(amount, type::note_bold) + 4, inside.w * 0.34F),
                 chip_width(ui, state));
    const Rect right = inside.cut_right(side, 12);
    chip_right(ui, {right.right(), right.y + 4}, look.chip, state);
    ui.text({right.x, right.y + 36, right.w, 44}, amount, type::note_bold, Role::Soil,
            Align::Right);
    const bool narrow = rect.h > 150;
    ui.text(inside.cut_top(narrow ? 62.0F : 36.0F, 2), finding.title_zh, type::lead, Role::Soil);
    ui.text(inside, finding.plain_zh, type::note, Role::Soil2);
    if (!pressed) return;
    if (beside) {
        emit_view(ui, page.state, [&](View& view) { view.finding = finding.rule_id; });
    } else {
        ui.emit(ShowDialog{{Dialog::Kind::Finding, finding.rule_id}});
    }
}

void draw_list(const ResultPage& page, Rect& content) {
    const float height = content.w < 640 ? 200.0F : 104.0F;
    int index = 0;
    for (const Finding& finding : page.estimate.subsidy.findings) {
        draw_finding(page, finding, index++, content.cut_top(height, 8));
    }
}

void draw_boxes(const ResultPage& page, Rect& content) {
    const bool across = content.w > 860;
    const Rect row = across ? content.cut_top(116, 14) : Rect{};
    for (int i = 0; i < 3; ++i) {
        const Rect cell = across ? column(row, i, 3, 14) : content.cut_top(116, 10);
        draw_box(page, boxes[static_cast<std::size_t>(i)], cell);
    }
}

void draw_detail(const ResultPage& page, const Rect& area) {
    Ui& ui = page.ui;
    card(ui, area);
    const auto& findings = page.estimate.subsidy.findings;
    const auto read = std::ranges::find_if(
        findings, [&](const Finding& finding) { return is_read(page, finding); });
    if (read == findings.end()) return;
    Rect rest = ui.begin_scroll("subsidy.detail", area.inset(2, 2));
    rest = rest.inset(18, 14);
    rest.w -= 6;
    rest.cut_top(ui.paragraph(rest, read->title_zh, type::title, Role::Soil), 8);
    draw_finding_detail(ui, page.state, *read, rest);
    if (read->status == subsidy::RuleStatus::SamplePendingCounty &&
        page.state.settings.depth == Depth::Technician) {
        rest.cut_top(10);
        const std::string_view label = ui.word("finding.clause");
        Rect place = rest.cut_top(52);
        place.w = std::min(place.w, button_width(ui, label));
        if (button(ui, "finding.clause", place, label)) {
            ui.emit(ShowDialog{{Dialog::Kind::Clause, read->rule_id}});
        }
    }
    ui.end_scroll(rest.y + 14);
}

void draw_page(const ResultPage& page) {
    Ui& ui = page.ui;
    if (!page.layout.side_by_side()) {
        Rect content = ui.begin_scroll("subsidy.scroll", page.layout.body);
        content = content.inset(page.layout.margin, 0);
        content.cut_top(page.layout.gap);
        content.w -= 4;
        draw_boxes(page, content);
        draw_list(page, content);
        return ui.end_scroll(content.y);
    }
    Rect body = page.layout.content();
    draw_boxes(page, body);
    const Rect right = body.cut_right(494, page.layout.gap);
    draw_detail(page, right);
    Rect list = ui.begin_scroll("subsidy.list", body);
    list.w -= 8;
    draw_list(page, list);
    ui.end_scroll(list.y);
}

void draw_subsidy_bar(Ui& ui, const AppState& state, const Layout& layout) {
    BottomBar bar(ui, layout);
    if (bar.primary("bar.next", ui.word("bar.next.sheets"))) ui.emit(Go{ScreenId::Sheets});
    bar.keep_free(layout.tight() ? 56.0F : 0.0F);  // What is still open.
    if (bar.right("bar.procedure", ui.word("bar.procedure"), {.icon = "check"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Procedure, {}}});
    }
    if (!layout.tight() && bar.right("bar.loan", ui.word("bar.loan"), {.icon = "money"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Loan, {}}});
    }
    if (!layout.tight() && bar.right("bar.back", ui.word("bar.back"), {.icon = "back"})) {
        ui.emit(Go{ScreenId::Compare});
    }
    bar.open_points(state);
    bar.note(ui.word("subsidy.note"));
}

}  // namespace

void draw_subsidy(Ui& ui, const AppState& state, const Layout& layout) {
    if (const estimate::Estimate* estimate = shown_estimate(state)) {
        draw_page({ui, state, *estimate, layout});
    } else {
        draw_no_result(ui, state, layout);
    }
    draw_subsidy_bar(ui, state, layout);
}

}  // namespace longju::kiosk
