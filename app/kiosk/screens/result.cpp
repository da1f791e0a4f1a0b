// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/screens/result_parts.h"
#include "kiosk/screens/screens.h"

namespace longju::kiosk {
namespace {

void show_page(Ui& ui, const AppState& state, ResultTab tab) {
    emit_view(ui, state, [tab](View& view) { view.result = tab; });
}

void draw_result_bar(Ui& ui, const AppState& state, const Layout& layout) {
    BottomBar bar(ui, layout);
    const float icon = layout.tight() ? 56 : 0;  // Of each button that follows.
    if (bar.primary("bar.next", ui.word("bar.next.subsidy"))) ui.emit(Go{ScreenId::Subsidy});
    const bool check = state.view.result == ResultTab::Check;
    bar.keep_free(icon);
    if (check) {
        if (bar.right("bar.answer", ui.word("bar.answer"), {.icon = "back"})) {
            show_page(ui, state, ResultTab::Answer);
        }
    } else if (!layout.tight() && bar.right("bar.back", ui.word("bar.compare"), {.icon = "back"})) {
        ui.emit(Go{ScreenId::Compare});
    }
    bar.keep_free(check ? 0 : 2 * icon);
    bar.open_points(state);
    bar.keep_free(icon);
    if (!check) {
        if (state.settings.depth == Depth::Technician &&
            bar.left("bar.check", ui.word("bar.check"),
                     {.kind = ButtonKind::Quiet, .icon = "shield"})) {
            show_page(ui, state, ResultTab::Check);
        }
        bar.keep_free(0);
        const std::string_view label =
            ui.word(state.view.comfort ? "result.basis.habit" : "result.basis.comfort");
        if (bar.left("bar.basis", label, {.kind = ButtonKind::Quiet, .icon = "thermo"})) {
            emit_view(ui, state, [](View& view) { view.comfort = !view.comfort; });
        }
    }
    bar.note(ui.word(state.view.comfort ? "result.note.comfort" : "result.note"));
}

}  // namespace

void draw_no_result(Ui& ui, const AppState& state, const Layout& layout) {
    const auto open = gaps(state);
    std::string how(ui.word("result.none.how"));
    if (!open.empty()) how = chinese(state) ? open.front().text_zh : open.front().text_en;
    empty_state(ui, layout.content().inset(20), ui.word("result.none"), how);
}

void draw_result(Ui& ui, const AppState& state, const Layout& layout) {
    if (const estimate::Estimate* estimate = shown_estimate(state)) {
        const ResultPage page{ui, state, *estimate, layout};
        switch (state.view.result) {
            case ResultTab::Answer:
                draw_answer(page);
                break;
            case ResultTab::Check:
                draw_check(page);
                break;
        }
    } else {
        draw_no_result(ui, state, layout);
    }
    draw_result_bar(ui, state, layout);
}

}  // namespace longju::kiosk
