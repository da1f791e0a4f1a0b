// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include "kiosk/amounts.h"
#include "kiosk/finding_words.h"
#include "kiosk/screens/result_parts.h"

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

void draw_finding(const ResultPage& page, const Finding& finding, int index, const Rect& rect) {
    Ui& ui = page.ui;
    const FindingLook look = look_of(finding);
    const bool pressed = card_button(ui, "result.finding." + std::to_string(index), rect, false);
    ui.paint().fill({rect.x, rect.y + 1, 18, rect.h - 2}, ui.colour(look.stripe), 12);
    ui.paint().fill({rect.x + 9, rect.y + 2, 12, rect.h - 4}, ui.colour(Role::Paper));
    Rect inside = rect.inset(22, 8);
    ui.paint().icon("next", inside.cut_right(22, 8), ui.colour(Role::Soil));
    const std::string amount = amount_text(ui, finding);
    const std::string_view state = ui.word(look.key);
    const float side =
        std::max(std::min(ui.width_of(amount, type::note_bold) + 4, inside.w * 0.34F),
                 chip_width(ui, state));
    const Rect right = inside.cut_right(side, 12);
    chip_right(ui, {right.right(), right.y + 8}, look.chip, state);
    ui.text({right.x, right.y + 40, right.w, 44}, amount, type::note_bold, Role::Soil,
            Align::Right);
    const bool narrow = rect.h > 150;
    ui.text(inside.cut_top(narrow ? 62.0F : 42.0F, 2), finding.title_zh, type::lead, Role::Soil);
    ui.text(inside, finding.plain_zh, type::note, Role::Soil2);
    if (pressed) ui.emit(ShowDialog{{Dialog::Kind::Finding, finding.rule_id}});
}

}  // namespace

void draw_subsidy(const ResultPage& page) {
    Ui& ui = page.ui;
    Rect content = ui.begin_scroll("result.subsidy", page.layout.body);
    content = content.inset(page.layout.margin, 0);
    content.cut_top(page.layout.gap);
    content.w -= 4;
    const bool across = content.w > 860;
    Rect row = across ? content.cut_top(116, 14) : Rect{};
    for (int i = 0; i < 3; ++i) {
        const Rect cell = across ? column(row, i, 3, 14) : content.cut_top(116, 10);
        draw_box(page, boxes[static_cast<std::size_t>(i)], cell);
    }
    const int columns = content.w > 1100 ? 2 : 1;
    const float height = content.w < 700 ? 200.0F : 116.0F;
    int index = 0;
    for (const Finding& finding : page.estimate.subsidy.findings) {
        if (index % columns == 0) row = content.cut_top(height, 10);
        draw_finding(page, finding, index, column(row, index % columns, columns, 14));
        ++index;
    }
    ui.end_scroll(content.y);
}

}  // namespace longju::kiosk
