// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/edits.h"
#include "kiosk/screens/dialog_frame.h"

/// 场地和其他: the cards of the catalog, questions with three answers. Nothing here is computed.
namespace longju::kiosk {
namespace {

const estimate::Card* shown_card(const AppState& state) {
    const auto& cards = state.reference->cards;
    const auto found = std::ranges::find(cards, state.view.card, &estimate::Card::id);
    if (found != cards.end()) return &*found;
    return cards.empty() ? nullptr : &cards.front();
}

int answered(const Inputs& inputs, const estimate::Card& card) {
    return static_cast<int>(std::ranges::count_if(card.items, [&](const estimate::CardItem& item) {
        return inputs.answers.contains(item.id);
    }));
}

void draw_list(Ui& ui, const AppState& state, const estimate::Card* shown, const Rect& area) {
    const bool roomy = area.w > 200;
    Rect rows = ui.begin_scroll("cards.list", area);
    for (const estimate::Card& card : state.reference->cards) {
        const Rect row = rows.cut_top(roomy ? 50.0F : 76.0F, 4).inset(2, 0);
        const bool on = &card == shown;
        const Press press = ui.press("cards.card." + card.id, row, {.state = on ? "on" : ""});
        if (on) ui.paint().fill(row, ui.colour(Role::Soil), 10);
        const Role ink = on ? Role::RailText : Role::Soil;
        Rect inside = row.inset(12, 0);
        const std::string count =
            fmt::format("{}/{}", answered(inputs_of(state), card), card.items.size());
        const std::string& title = chinese(state) ? card.title_zh : card.title_en;
        if (roomy) {
            ui.text(inside.cut_right(44, 4), count, type::note, ink, Align::Right);
            ui.text(inside, title, on ? type::body_bold : type::body, ink);
        } else {
            ui.paragraph(inside.inset(0, 6), title, type::note, ink);
        }
        if (press.clicked) emit_view(ui, state, [&](View& view) { view.card = card.id; });
    }
    ui.end_scroll(rows.y);
}

void draw_item(Ui& ui, const AppState& state, const estimate::CardItem& item, Rect& rows) {
    const auto& answers = inputs_of(state).answers;
    const auto found = answers.find(item.id);
    rows.cut_top(
        ui.paragraph(rows, chinese(state) ? item.ask_zh : item.ask_en, type::body_bold, Role::Soil),
        6);
    const std::vector<std::string> labels{std::string(ui.word("answer.is")),
                                          std::string(ui.word("answer.is_not")),
                                          std::string(ui.word("answer.unknown"))};
    int selected = 2;
    if (found != answers.end()) selected = found->second ? 0 : 1;
    Rect row = rows.cut_top(50, 6);
    row.w = std::min(row.w, std::max(300.0F, segmented_width(ui, labels)));
    if (const auto chosen = segmented(ui, "cards." + item.id, row, labels, selected)) {
        emit_edit(ui, state, "answers." + item.id, phrase("edit.answer"), [&](Inputs& inputs) {
            inputs.answers.erase(item.id);
            if (*chosen < 2) inputs.answers[item.id] = *chosen == 0;
        });
    }
    const std::string& advice = chinese(state) ? item.advice_zh : item.advice_en;
    if (found != answers.end() && found->second == item.warn_on && !advice.empty()) {
        rows.cut_top(ui.paragraph(rows, advice, type::label, Role::Soil), 4);
    }
    rows.cut_top(12);
}

void draw_card(Ui& ui, const AppState& state, const estimate::Card& card, const Rect& area) {
    Rect rows = ui.begin_scroll("cards.text", area);
    rows.w -= 10;
    const bool zh = chinese(state);
    ui.text(rows.cut_top(34, 6), zh ? card.title_zh : card.title_en, type::lead, Role::Soil);
    rows.cut_top(ui.paragraph(rows, zh ? card.text_zh : card.text_en, type::body, Role::Soil), 10);
    for (const auto& [key, text] : {std::pair{"cards.cost", zh ? card.cost_zh : card.cost_en},
                                    std::pair{"cards.care", zh ? card.care_zh : card.care_en}}) {
        if (text.empty()) continue;
        const std::string line = ui.words()(key, {text});
        rows.cut_top(ui.paragraph(rows, line, type::label, Role::Soil2), 8);
    }
    rows.cut_top(8);
    for (const estimate::CardItem& item : card.items) draw_item(ui, state, item, rows);
    rows.cut_top(ui.paragraph(rows, card.provenance.source, type::note, Role::Soil2), 4);
    ui.end_scroll(rows.y);
}

}  // namespace

void draw_cards_dialog(Ui& ui, const AppState& state, const Layout& layout) {
    if (!state.open) return;
    const estimate::Card* card = shown_card(state);
    DialogFrame frame(ui, {1000, 640}, ui.word("cards.title"), ui.word("cards.note"));
    Rect rest = frame.content();
    draw_list(ui, state, card, rest.cut_left(layout.tight() ? 150.0F : 230.0F, 18));
    if (card != nullptr) draw_card(ui, state, *card, rest);
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
