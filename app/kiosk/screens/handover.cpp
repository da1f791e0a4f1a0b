// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <fmt/format.h>

#include "core/text.h"
#include "kiosk/edits.h"
#include "kiosk/screens/dialog_frame.h"
#include "kiosk/screens/screens.h"

/// 交接: what the county has not confirmed yet, the parcel that carries it there, and what comes
/// back. The county's own desk takes parcels in and writes receipts.
namespace longju::kiosk {
namespace {

void ask(Ui& ui, DeskWork work) { ui.emit(AskDesk{std::move(work)}); }

std::string stick_name(const Ui& ui, const DeskStick& stick) {
    if (stick.label.empty()) return std::string(ui.word("desk.folder"));
    constexpr double bytes_per_gb = 1e9;
    return fmt::format(
        "{}  {}", stick.label,
        ui.words()("desk.free",
                   {formatted(static_cast<double>(stick.free_bytes) / bytes_per_gb, 1)}));
}

void draw_keys(Ui& ui, const Desk& desk, Rect& rest) {
    if (desk.county.empty()) {
        rest.cut_top(ui.paragraph(rest, ui.word("desk.no_keys"), type::body, Role::Soil), 6);
    } else {
        const char* key = desk.is_county ? "desk.is_county" : "desk.sealed_to";
        rest.cut_top(ui.paragraph(rest, ui.words()(key, {desk.county}), type::body, Role::Soil), 4);
    }
    const std::string fingerprint = ui.words()("desk.fingerprint", {desk.fingerprint});
    rest.cut_top(ui.paragraph(rest, fingerprint, type::note, Role::Soil2), 6);
}

/// Somebody who is not known here: the digits to compare, and what to do when they are the same.
void draw_stranger(Ui& ui, const AppState& state, const Stranger& who, Rect& rest) {
    draw_heading(ui, rest, ui.word(who.county ? "desk.stranger.county" : "desk.stranger.laptop"));
    const std::string name = who.name.empty() ? file_name(who.file) : who.name;
    rest.cut_top(
        ui.paragraph(rest, ui.words()("desk.stranger.how", {name}), type::body, Role::Soil), 4);
    ui.text(rest.cut_top(44, 6), who.fingerprint, type::number, Role::Soil);
    if (!who.county) {
        Rect row = rest.cut_top(field_height, 2);
        const auto whose =
            field(ui, "desk.stranger.name", row.cut_left(row.w / 2 - 6, 12),
                  {.label = ui.word("desk.stranger.name"), .value = state.view.desk_name});
        if (whose) emit_view(ui, state, [&](View& view) { view.desk_name = *whose; });
        const auto where =
            field(ui, "desk.stranger.township", row,
                  {.label = ui.word("desk.stranger.township"), .value = state.view.desk_where});
        if (where) emit_view(ui, state, [&](View& view) { view.desk_where = *where; });
    }
    const Rect row = rest.cut_top(52, 8);
    const bool ready = who.county || !trimmed(state.view.desk_name).empty();
    const std::string_view label =
        ui.word(who.county ? "desk.stranger.install" : "desk.stranger.enrol");
    const Rect place{row.x, row.y, std::min(row.w, button_width(ui, label)), row.h};
    if (button(ui, "desk.believe", place, label, {.enabled = ready})) {
        ask(ui, {.kind = DeskWork::Kind::Believe,
                 .path = who.file,
                 .name = state.view.desk_name,
                 .township = state.view.desk_where,
                 .fingerprint = who.fingerprint});
    }
}

const DeskStick* chosen(const AppState& state, const Desk& desk) {
    for (const DeskStick& stick : desk.sticks) {
        if (stick.path == state.view.desk_path) return &stick;
    }
    return desk.sticks.empty() ? nullptr : &desk.sticks.front();
}

void draw_sticks(Ui& ui, const AppState& state, const Desk& desk, Rect& rest) {
    draw_heading(ui, rest, ui.word("desk.where"));
    const DeskStick* now = chosen(state, desk);
    for (std::size_t i = 0; i < desk.sticks.size(); ++i) {
        const DeskStick& stick = desk.sticks[i];
        Rect row = rest.cut_top(56, 6);
        if (!stick.label.empty()) {
            const ButtonLook look{.icon = "eject"};
            const std::string_view label = ui.word("desk.eject");
            const Rect out = row.cut_right(button_width(ui, label, look), 10).inset(0, 2);
            if (button(ui, fmt::format("desk.eject.{}", i), out, label, look)) {
                ask(ui, {.kind = DeskWork::Kind::Eject, .path = stick.path});
            }
        }
        const bool on = &stick == now;
        if (card_button(ui, fmt::format("desk.stick.{}", i), row, on)) {
            emit_view(ui, state, [&](View& view) { view.desk_path = stick.path; });
        }
        Rect inside = row.inset(16, 0);
        radio_dot(ui, {inside.x + 10, row.centre().y}, on);
        inside.cut_left(34);
        Rect top = inside;
        top.h = 30;
        top.y += 4;
        ui.text(top, stick_name(ui, stick), type::label, Role::Soil);
        ui.text({inside.x, row.y + 29, inside.w, 22}, stick.path, type::note, Role::Soil2);
        if (!stick.writable) {
            chip_right(ui, {row.right() - 12, row.centre().y - 14}, ChipState::Pending,
                       ui.word("desk.read_only"));
        }
    }
    if (now == nullptr) return;
    Rect row = rest.cut_top(52, 6);
    const auto verb = [&](const char* id, DeskWork::Kind kind, bool enabled) {
        const ButtonLook look{.icon = "usb", .enabled = enabled && now->writable};
        const Rect place = row.cut_left(button_width(ui, ui.word(id), look), 12);
        if (button(ui, id, place, ui.word(id), look)) ask(ui, {.kind = kind, .path = now->path});
    };
    if (desk.is_county) {
        verb("desk.receipts", DeskWork::Kind::Receipts, !desk.laptops.empty());
    } else {
        verb("desk.write", DeskWork::Kind::Write, !desk.county.empty());
    }
}

void draw_found(Ui& ui, const AppState& state, const Desk& desk, Rect& rest) {
    draw_heading(ui, rest, ui.word("desk.take"));
    for (std::size_t i = 0; i < desk.found.size(); ++i) {
        Rect row = rest.cut_top(56, 4);
        const std::string_view label = ui.word("desk.take.verb");
        Rect place = row.cut_right(button_width(ui, label), 10);
        place = place.inset(0, 3);
        ui.text(row, file_name(desk.found[i]), type::label, Role::Soil);
        if (button(ui, fmt::format("desk.found.{}", i), place, label)) {
            ask(ui, {.kind = DeskWork::Kind::Take, .path = desk.found[i]});
        }
    }
    Rect row = rest.cut_top(field_height, 2);
    const std::string_view label = ui.word("desk.take.verb");
    Rect place = row.cut_right(button_width(ui, label), 10);
    const auto path = field(ui, "desk.file", row,
                            {.label = ui.word("desk.file"),
                             .value = state.view.desk_file,
                             .empty = ui.word("desk.file.empty")});
    if (path) emit_view(ui, state, [&](View& view) { view.desk_file = *path; });
    place = {place.x, place.y + 24, place.w, 52};
    if (button(ui, "desk.file.take", place, label, {.enabled = !state.view.desk_file.empty()})) {
        ask(ui, {.kind = DeskWork::Kind::Take, .path = state.view.desk_file});
    }
}

void draw_report(Ui& ui, const AppState& state, const Desk& desk, Rect& rest) {
    if (desk.report.empty() && desk.refused.empty()) return;
    draw_heading(ui, rest, ui.word("desk.report"));
    for (const Phrase& phrase : desk.refused) {
        const std::string text = phrase.in(ui.words(), state.settings.language);
        Rect row = rest;
        ui.paint().icon("warn", row.cut_left(24, 10).cut_top(24), ui.colour(Role::Brick));
        rest.cut_top(ui.paragraph(row, text, type::body_bold, Role::Brick), 4);
    }
    for (const Phrase& phrase : desk.report) {
        const std::string text = phrase.in(ui.words(), state.settings.language);
        rest.cut_top(ui.paragraph(rest, text, type::body, Role::Soil), 2);
    }
}

std::string note_of(const Ui& ui, const Desk& desk) {
    if (desk.is_county) {
        return ui.words()("desk.note.county", {std::to_string(desk.laptops.size())});
    }
    if (desk.unconfirmed == 0) return std::string(ui.word("desk.note.none"));
    return ui.words()("desk.note",
                      {std::to_string(desk.unconfirmed), std::to_string(desk.written)});
}

/// Out of here: what is not confirmed yet, the stick, what came of it.
void draw_way_out(Ui& ui, const AppState& state, Rect& rest) {
    const Desk& desk = *state.desk;
    draw_report(ui, state, desk, rest);
    if (desk.stranger) draw_stranger(ui, state, *desk.stranger, rest);
    draw_sticks(ui, state, desk, rest);
}

/// Back to here: parcels, receipts and packs that lie on a stick, and whom this computer knows.
void draw_way_in(Ui& ui, const AppState& state, Rect& rest) {
    draw_found(ui, state, *state.desk, rest);
    draw_heading(ui, rest, ui.word("desk.known"));
    draw_keys(ui, *state.desk, rest);
}

/// 这台电脑 → U 盘 → 县, with how much is where; in a narrow window one under the other.
void draw_three_places(Ui& ui, const Desk& desk, Rect& rest) {
    const std::array<std::pair<const char*, std::string>, 3> places{
        {{"desk.place.here", std::to_string(desk.unconfirmed)},
         {"desk.place.stick", std::to_string(desk.written)},
         {"desk.place.county", desk.county.empty() ? std::string("—") : desk.county}}};
    if (rest.w < 600) {
        for (const auto& [key, count] : places) {
            Rect row = rest.cut_top(30, 2);
            ui.text(row.cut_right(row.w * 0.4F, 8), count, type::lead, Role::Soil, Align::Right);
            ui.text(row, ui.word(key), type::note, Role::Soil2);
        }
        return;
    }
    const Rect area = rest.cut_top(74, 8);
    for (int i = 0; i < 3; ++i) {
        const Rect cell = column(area, i, 3, 44);
        const auto& [key, count] = places.at(static_cast<std::size_t>(i));
        ui.paint().box(cell, {ui.colour(Role::Paper), ui.colour(Role::Birch3), 1.5F, 10});
        Rect inside = cell.inset(12, 6);
        ui.text(inside.cut_top(26), ui.word(key), type::note, Role::Soil2);
        ui.text(inside, count, type::lead, Role::Soil);
        if (i < 2) {
            ui.paint().icon("next", {cell.right() + 10, cell.centre().y - 12, 24, 24},
                            ui.colour(Role::Soil));
        }
    }
}

}  // namespace

void draw_handover(Ui& ui, const AppState& state, const Layout& layout) {
    const Desk nothing;
    const Desk& desk = state.desk ? *state.desk : nothing;
    const bool beside = layout.side_by_side();
    Rect body = beside ? layout.content() : ui.begin_scroll("handover.scroll", layout.body);
    if (!beside) {
        body = body.inset(layout.margin, 0);
        body.w -= 8;
        body.cut_top(layout.gap);
    }
    const bool shown = state.desk.has_value();
    const auto in_card = [&](const std::string& id, Rect area, bool out) {
        if (beside) {
            card(ui, area);
            area = ui.begin_scroll(id, area.inset(2, 2)).inset(18, 12);
            area.w -= 6;
        }
        if (out) {
            ui.text(area.cut_top(36, 2), ui.word("desk.title"), type::title, Role::Soil);
            area.cut_top(ui.paragraph(area, note_of(ui, desk), type::body, Role::Soil2), 12);
            if (!desk.is_county) draw_three_places(ui, desk, area);
        }
        if (shown && out) draw_way_out(ui, state, area);
        if (shown && !out) draw_way_in(ui, state, area);
        if (beside) ui.end_scroll(area.y + 12);
        return area.y;
    };
    if (beside) {
        const Rect right = body.cut_right(body.w * 0.42F, layout.gap);
        in_card("handover.out", body, true);
        in_card("handover.in", right, false);
    } else {
        body.cut_top(in_card("handover.out", body, true) - body.y, 12);
        ui.end_scroll(in_card("handover.in", body, false));
    }
    BottomBar bar(ui, layout);
    if (bar.primary("bar.home", ui.word("bar.home"))) ui.emit(Go{ScreenId::Home});
    bar.keep_free(layout.tight() ? 56.0F : 0.0F);  // What is still open.
    if (bar.right("desk.look", ui.word("desk.look"), {.icon = "search"})) ask(ui, {});
    if (!layout.tight() && bar.right("bar.back", ui.word("bar.back"), {.icon = "back"})) {
        ui.emit(Go{ScreenId::Sheets});
    }
    bar.open_points(state);
}

void draw_handover_dialog(Ui& ui, const AppState& state) {
    const Desk nothing;
    DialogFrame frame(ui, {900, 660}, ui.word("desk.title"),
                      note_of(ui, state.desk ? *state.desk : nothing));
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    if (state.desk) {
        draw_way_out(ui, state, rest);
        draw_way_in(ui, state, rest);
    }
    frame.end_content(rest.y);
    if (frame.harmless("desk.look", ui.word("desk.look"))) ask(ui, {});
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
