// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "kiosk/edits.h"
#include "kiosk/paper.h"
#include "kiosk/people_reduce.h"
#include "kiosk/screens/screens.h"

namespace longju::kiosk {
namespace {

using Pages = std::vector<PaperPage>;

/// `sheets.paper.c`, of page C1.
std::string key_of(const std::string& page) {
    constexpr char to_lower = 'a' - 'A';
    return std::string("sheets.paper.") + static_cast<char>(page.front() + to_lower);
}

constexpr float page_row = 58;

void draw_set(Ui& ui, const AppState& state, const Pages& pages, const Rect& area) {
    card(ui, area);
    Rect rest = area;
    Rect head = rest.cut_top(52);
    ui.paint().fill({head.x + 1, head.y + 1, head.w - 2, head.h - 2}, ui.colour(Role::Birch1), 11);
    ui.paint().fill({head.x + 1, head.centre().y, head.w - 2, head.h / 2}, ui.colour(Role::Birch1));
    hairline(ui, head);
    Rect title = head.inset(16, 0);
    const std::string count = ui.words()("sheets.pages", {std::to_string(pages.size())});
    ui.text(title.cut_right(ui.width_of(count, type::note) + 2, 8), count, type::note, Role::Soil2,
            Align::Right);
    ui.text(title, ui.word("sheets.set"), type::lead, Role::Soil);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const Rect row = rest.cut_top(page_row);
        const bool on = state.view.page == static_cast<int>(page);
        const Press press = ui.press("sheets.page." + std::to_string(page), row,
                                     {.radius = 4, .state = on ? "on" : ""});
        const Rect fill = row.inset(1, 0);
        if (on || press.held) {
            ui.paint().fill(fill, ui.colour(on ? Role::CornSoft : Role::Birch1));
        }
        if (on) ui.paint().fill({fill.x, fill.y, 6, fill.h}, ui.colour(Role::Corn));
        Rect inside = row.inset(14, 0);
        const Rect slot = inside.cut_left(36, 12);
        const Rect leaf{slot.x, row.centre().y - 23, 33, 46};
        ui.paint().box(leaf, {ui.colour(Role::Paper), ui.colour(Role::Soil), 1.3F, 1});
        ui.text(leaf, pages[page].name, type::label_bold, Role::Soil, Align::Centre);
        const std::string key = key_of(pages[page].name);
        ui.text({inside.x, row.y + 5, inside.w, 26}, ui.word(key), type::body_bold, Role::Soil);
        ui.text({inside.x, row.y + 30, inside.w, 24}, ui.word(key + ".note"), type::note,
                Role::Soil2);
        hairline(ui, row);
        if (press.clicked) {
            emit_view(ui, state, [page](View& view) { view.page = static_cast<int>(page); });
        }
    }
}
float set_height(const Pages& pages) { return 54.0F + page_row * static_cast<float>(pages.size()); }

void draw_desk(Ui& ui, const AppState& state, const Pages& set, const Rect& area) {
    const int pages = static_cast<int>(set.size());
    ui.paint().fill(area, ui.colour(Role::Preview), 12);
    const estimate::Estimate* estimate = shown_estimate(state);
    if (estimate == nullptr) {
        empty_state(ui, area.inset(24), ui.word("sheets.none"), ui.word("result.none.how"));
        return;
    }
    Rect inside = area.inset(16, 14);
    const Rect buttons = inside.cut_bottom(48, 10);
    // A visit with fewer measures may have a page less than was last looked at.
    const int shown = std::clamp(state.view.page, 0, pages - 1);
    const float shape = set[static_cast<std::size_t>(shown)].shape;
    const float height = std::min(inside.h, inside.w * shape);
    const float width = height / shape;
    const Rect leaf{inside.centre().x - width / 2, inside.y, width, height};
    ui.paint().fill(leaf.moved(3, 4), ui.colour(Role::Under));
    draw_paper_page(ui, state, *estimate, shown, leaf);
    ui.paint().edge(leaf, ui.colour(Role::Soil2), 1, 0, Dash::Solid);

    const float middle = buttons.centre().x;
    const auto turn = [&](int step) {
        emit_view(ui, state, [page = shown + step, pages](View& view) {
            view.page = std::clamp(page, 0, pages - 1);
        });
    };
    if (button(ui, "sheets.previous", {middle - 120, buttons.y, 48, 46}, "",
               {.icon = "back", .enabled = shown > 0})) {
        turn(-1);
    }
    const std::string where = fmt::format("{} / {}", shown + 1, pages);
    const Rect plate{middle - 60, buttons.y, 120, 46};
    ui.paint().fill(plate, ui.colour(Role::Paper), 9);
    ui.text(plate, where, type::body_bold, Role::Soil, Align::Centre);
    if (button(ui, "sheets.next", {middle + 72, buttons.y, 48, 46}, "",
               {.icon = "next", .enabled = shown + 1 < pages})) {
        turn(1);
    }
}

void draw_fact(Ui& ui, Rect& rest, std::string_view icon, const std::string& text, Role role) {
    Rect row = rest.cut_top(46, 4);
    ui.paint().icon(icon, row.cut_left(22, 10), ui.colour(role));
    ui.text(row, text, type::label, Role::Soil);
}

void draw_hand_over(Ui& ui, const AppState& state, const Rect& area) {
    card(ui, area);
    Rect rest = area.inset(16, 14);
    ui.text(rest.cut_top(32, 8), ui.word("sheets.take"), type::lead, Role::Soil);
    if (button(ui, "sheets.print", rest.cut_top(52, 10), ui.word("sheets.print"),
               {.icon = "print", .enabled = shown_estimate(state) != nullptr})) {
        ui.emit(ShowDialog{{Dialog::Kind::Print, {}}});
    }
    if (button(ui, "sheets.parcel", rest.cut_top(52, 10), ui.word("sheets.parcel"),
               {.icon = "usb"})) {
        ui.emit(Go{ScreenId::HandOver});
    }
    if (button(ui, "sheets.case", rest.cut_top(52, 10), ui.word("sheets.case"), {.icon = "copy"})) {
        ui.emit(ExportVisit{Export::Case});
    }
    // What the law gives a person of what is kept of him (PIPL art. 45).
    const bool may = allowed(state, access::Action::HandOutOwnRecord);
    if (may &&
        button(ui, "sheets.own", rest.cut_top(52, 10), ui.word("sheets.own"), {.icon = "person"})) {
        ui.emit(HandOutRecord{});
    }
    rest.cut_top(4);
    hairline(ui, {rest.x, rest.y - 6, rest.w, 1});
    draw_fact(ui, rest, "check", std::string(ui.word("sheets.check.numbers")), Role::Pine);
    draw_fact(ui, rest, "approx", std::string(ui.word("sheets.check.estimate")), Role::Soil);
    draw_fact(ui, rest, "shield", std::string(ui.word("sheets.check.scope")), Role::Soil);
    if (state.open->visit.sample) {
        draw_fact(ui, rest, "note", std::string(ui.word("sheets.check.sample")), Role::Soil);
    }
    Rect code = rest.cut_bottom(64);
    ui.text(code.cut_top(24), ui.word("sheets.code"), type::note, Role::Soil2);
    ui.text(code, visit::record_code(state.open->visit), {22, Weight::Bold}, Role::Soil);
}
constexpr float hand_over_height = 28 + 40 + 252 + 4 * 50 + 70;

}  // namespace

void draw_sheets(Ui& ui, const AppState& state, const Layout& layout) {
    const Pages pages = paper_pages(state);
    if (layout.side_by_side()) {
        Rect body = layout.content();
        Rect left = body.cut_left(242, layout.gap);
        Rect list = ui.begin_scroll("sheets.set", left);
        draw_set(ui, state, pages, list.cut_top(set_height(pages)));
        ui.end_scroll(list.y);
        const Rect right = body.cut_right(272, layout.gap);
        Rect take = ui.begin_scroll("sheets.take", right);
        draw_hand_over(ui, state, take.cut_top(std::max(right.h, hand_over_height)));
        ui.end_scroll(take.y);
        draw_desk(ui, state, pages, body);
    } else {
        Rect content = ui.begin_scroll("sheets.scroll", layout.body);
        content = content.inset(layout.margin, 0);
        content.w -= 8;
        content.cut_top(layout.gap);
        draw_set(ui, state, pages, content.cut_top(set_height(pages), layout.gap));
        draw_desk(ui, state, pages, content.cut_top(content.w * 1.25F + 70, layout.gap));
        draw_hand_over(ui, state, content.cut_top(hand_over_height, layout.gap));
        ui.end_scroll(content.y);
    }

    BottomBar bar(ui, layout);
    if (bar.primary("bar.pdf", ui.word("bar.pdf"), "disk")) ui.emit(ExportVisit{Export::Pdf});
    if (!layout.tight() && bar.right("bar.back", ui.word("bar.back"), {.icon = "back"})) {
        ui.emit(Go{ScreenId::Subsidy});
    }
    bar.open_points(state);
    bar.note(ui.word("sheets.note"));
}

}  // namespace longju::kiosk
