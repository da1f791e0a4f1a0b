// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"
#include "kiosk/edits.h"
#include "kiosk/frame.h"
#include "kiosk/people_reduce.h"
#include "kiosk/screens/dialog_frame.h"

/// 数据包: which data this computer computes with, from whom, and how to get newer ones or go back.
namespace longju::kiosk {
namespace {

using sync::ShelvedPack;

void ask(Ui& ui, PackWork work) { ui.emit(AskPacks{std::move(work)}); }

std::string version_of(const Ui& ui, const ShelvedPack& pack) {
    return ui.words()("packs.version", {std::to_string(pack.version), pack.date, pack.issuer_zh});
}

/// The versions that a result is printed with.
void draw_versions(Ui& ui, const AppState& state, Rect& rest) {
    const estimate::Reference& newest =
        state.data.newest == nullptr ? *state.reference : *state.data.newest;
    const std::string text =
        ui.words()("packs.in_use", {newest.version, newest.prices.version, newest.rules_version});
    rest.cut_top(ui.paragraph(rest, text, type::body, Role::Soil), 8);
    const auto warn = [&](const std::string& what) {
        Rect row = rest;
        row.cut_left(34);
        const float height = ui.paragraph(row, what, type::label, Role::Brick);
        ui.paint().icon("warn", {rest.x, rest.y, 24, 24}, ui.colour(Role::Brick));
        rest.cut_top(std::max(24.0F, height), 8);
    };
    if (!state.data.trouble.empty()) warn(ui.words()("packs.trouble", {state.data.trouble}));
    for (const sync::PackWorry& worry : state.data.worries) {
        const bool expired = worry.why == sync::PackWorry::Why::Expired;
        warn(ui.words()(
            expired ? "packs.expired" : "packs.struck_off",
            {worry.pack.issuer_zh, ui.word(fmt::format("packs.kind.{}", word_of(worry.pack.kind))),
             worry.pack.valid_to}));
    }
}

/// The reason for taking a pack back, and the verb.
void draw_reason(Ui& ui, const AppState& state, const PackWork& work, Rect& rest) {
    Rect row = rest.cut_top(field_height, 2);
    const std::string_view label = ui.word("packs.do");
    Rect place = row.cut_right(button_width(ui, label), 10);
    const auto reason = field(ui, "packs.reason", row,
                              {.label = ui.word("packs.reason"),
                               .value = state.view.pack_reason,
                               .empty = ui.word("packs.reason.empty")});
    if (reason) emit_view(ui, state, [&](View& view) { view.pack_reason = *reason; });
    place = {place.x, place.y + 24, place.w, 52};
    const bool ready = !trimmed(state.view.pack_reason).empty();
    if (button(ui, "packs.do", place, label, {.enabled = ready})) ask(ui, work);
}

/// One slot: what is in use of it, what can be gone back to.
void draw_slot(Ui& ui, const AppState& state, const ShelvedPack* used, const ShelvedPack* before,
               Rect& rest) {
    const ShelvedPack& shown = used != nullptr ? *used : *before;
    const std::string slot = shown.slot();
    const std::string_view kind = ui.word(fmt::format("packs.kind.{}", word_of(shown.kind)));
    const std::string what =
        used != nullptr ? version_of(ui, shown) : std::string(ui.word("packs.not_used"));
    const bool narrow = rest.w < 560;
    Rect text = rest.cut_top(40 + ui.paragraph_height(what, type::note, narrow ? rest.w : 400), 4);
    Rect verbs = narrow ? rest.cut_top(52, 4) : text;
    hairline(ui, {text.x, text.y, text.w, rest.y - 4 - text.y});
    const bool may_turn = allowed(state, access::Action::RollPackBack);
    const auto verb = [&](const char* key, const std::string& label, PackWork::Kind work) {
        const Rect place = verbs.cut_right(button_width(ui, label), 8);
        const std::string asked = fmt::format("{} {}", static_cast<int>(work), slot);
        const bool on = state.view.pack_slot == asked;
        if (button(ui, fmt::format("packs.{}.{}", key, slot),
                   {place.x, place.centre().y - 25, place.w, 50}, label,
                   {.enabled = may_turn, .on = on})) {
            emit_view(ui, state, [&](View& view) { view.pack_slot = on ? "" : asked; });
        }
        return on;
    };
    bool off = false;
    bool back = false;
    if (used != nullptr) off = verb("off", std::string(ui.word("packs.off")), PackWork::Kind::Off);
    if (before != nullptr) {
        const char* key = used != nullptr ? "packs.back" : "packs.again";
        back =
            verb("back", ui.words()(key, {std::to_string(before->version)}), PackWork::Kind::Back);
    }
    if (!narrow) text.w = verbs.w;
    text.cut_top(4);
    ui.text(text.cut_top(30), fmt::format("{}  {}", kind, shown.id), type::body_bold, Role::Soil);
    ui.paragraph(text, what, type::note, Role::Soil2);
    if (off) draw_reason(ui, state, {PackWork::Kind::Off, {}, slot, state.view.pack_reason}, rest);
    if (back) {
        draw_reason(ui, state, {PackWork::Kind::Back, {}, slot, state.view.pack_reason}, rest);
    }
}

void draw_slots(Ui& ui, const AppState& state, Rect& rest) {
    const auto& shelf = state.data.shelf;
    if (shelf.empty()) {
        rest.cut_top(ui.paragraph(rest, ui.word("packs.none"), type::body, Role::Soil2), 8);
        return;
    }
    for (auto row = shelf.begin(); row != shelf.end();) {
        // What is in use stands before what was.
        const ShelvedPack* used = row->in_use ? &*row : nullptr;
        auto next = std::next(row);
        const bool pair = next != shelf.end() && next->slot() == row->slot();
        const ShelvedPack* before = pair ? &*next : (used == nullptr ? &*row : nullptr);
        draw_slot(ui, state, used, before, rest);
        row = pair ? std::next(next) : next;
    }
}

void draw_install(Ui& ui, const AppState& state, Rect& rest) {
    draw_heading(ui, rest, ui.word("packs.install.title"));
    const std::string_view label = ui.word("packs.install");
    const bool may = allowed(state, access::Action::InstallPack);
    for (std::size_t i = 0; i < state.data.found.size(); ++i) {
        Rect row = rest.cut_top(56, 4);
        const Rect place = row.cut_right(button_width(ui, label), 10).inset(0, 3);
        ui.text(row, file_name(state.data.found[i]), type::label, Role::Soil);
        if (button(ui, fmt::format("packs.found.{}", i), place, label, {.enabled = may})) {
            ask(ui, {.kind = PackWork::Kind::Install, .path = state.data.found[i]});
        }
    }
    Rect row = rest.cut_top(field_height, 2);
    Rect place = row.cut_right(button_width(ui, label), 10);
    const auto path = field(ui, "packs.file", row,
                            {.label = ui.word("packs.file"),
                             .value = state.view.pack_path,
                             .empty = ui.word("packs.file.empty")});
    if (path) emit_view(ui, state, [&](View& view) { view.pack_path = *path; });
    place = {place.x, place.y + 24, place.w, 52};
    const bool ready = may && !trimmed(state.view.pack_path).empty();
    if (button(ui, "packs.file.install", place, label, {.enabled = ready})) {
        ask(ui, {.kind = PackWork::Kind::Install, .path = state.view.pack_path});
    }
}

/// The county's desk makes packs of what it entered here.
void draw_sign(Ui& ui, Rect& rest) {
    draw_heading(ui, rest, ui.word("packs.sign.title"));
    rest.cut_top(ui.paragraph(rest, ui.word("packs.sign.how"), type::body, Role::Soil2), 6);
    Rect row = rest.cut_top(52, 8);
    const auto verb = [&](const char* id, PackWork::Kind kind) {
        const ButtonLook look{.icon = "usb"};
        const Rect place = row.cut_left(button_width(ui, ui.word(id), look), 12);
        if (button(ui, id, place, ui.word(id), look)) ask(ui, {.kind = kind});
    };
    verb("packs.sign.prices", PackWork::Kind::SignPrices);
    verb("packs.sign.clauses", PackWork::Kind::SignClauses);
}

}  // namespace

void draw_packs_dialog(Ui& ui, const AppState& state) {
    const DataPanel& data = state.data;
    const std::string note = data.county.empty() ? std::string(ui.word("packs.note.no_county"))
                                                 : ui.words()("packs.note", {data.county});
    DialogFrame frame(ui, {860, 640}, ui.word("packs.title"), note);
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    draw_versions(ui, state, rest);
    draw_slots(ui, state, rest);
    draw_install(ui, state, rest);
    if (data.is_county && allowed(state, access::Action::SignPack)) draw_sign(ui, rest);
    frame.end_content(rest.y);
    if (frame.harmless("packs.look", ui.word("desk.look"))) {
        ask(ui, {.kind = PackWork::Kind::Find});
    }
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
