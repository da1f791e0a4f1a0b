// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/help.h"

#include <algorithm>
#include <array>

#include "kiosk/frame.h"

namespace longju::kiosk {
namespace {

/// Empty for a dialog that has no chapter of its own.
std::string_view help_of_dialog(Dialog::Kind kind) {
    switch (kind) {
        case Dialog::Kind::Appearance:
            return "keys";
        case Dialog::Kind::Place:
            return "household";
        case Dialog::Kind::Design:
        case Dialog::Kind::Photos:
            return "house";
        case Dialog::Kind::Cards:
        case Dialog::Kind::Prices:
            return "configure";
        case Dialog::Kind::Advice:
        case Dialog::Kind::Replace:
            return "compare";
        case Dialog::Kind::Finding:
        case Dialog::Kind::Procedure:
        case Dialog::Kind::Clause:
        case Dialog::Kind::Loan:
            return "subsidy";
        case Dialog::Kind::Print:
            return "sheets";
        case Dialog::Kind::HandOver:
            return "handover";
        case Dialog::Kind::Conflict:
        case Dialog::Kind::Doubles:
            return "county";
        case Dialog::Kind::Backups:
        case Dialog::Kind::Salvage:
        case Dialog::Kind::Resume:
            return "backup";
        case Dialog::Kind::List:
            return "home";
        case Dialog::Kind::Users:
            return "users";
        case Dialog::Kind::Reports:
        case Dialog::Kind::Audit:
            return "reports";
        case Dialog::Kind::Packs:
        case Dialog::Kind::Reprice:
            return "data";
        case Dialog::Kind::Help:
        case Dialog::Kind::Gaps:
        case Dialog::Kind::Leave:
            break;
    }
    return {};
}

}  // namespace

const std::vector<HelpChapter>& help_in(Language language) {
    static const std::vector<HelpChapter> chinese = embedded_help(Language::Chinese);
    static const std::vector<HelpChapter> english = embedded_help(Language::English);
    return language == Language::Chinese ? chinese : english;
}

std::string help_of(ScreenId screen) {
    // 结果 is a page of 比较.
    return screen_key(screen == ScreenId::Result ? ScreenId::Compare : screen);
}

std::string help_here(const AppState& state) {
    const bool helped = state.dialog && state.dialog->kind == Dialog::Kind::Help;
    const std::optional<Dialog>& dialog = helped ? state.under_help : state.dialog;
    const std::string_view of_dialog = dialog ? help_of_dialog(dialog->kind) : std::string_view();
    if (!of_dialog.empty()) return std::string(of_dialog);
    if (state.practice && state.screen == ScreenId::Home) return "practice";
    return help_of(state.screen);
}

const HelpChapter& help_shown(const AppState& state) {
    const auto& chapters = help_in(state.settings.language);
    const std::array<std::string, 2> wanted{state.view.help, help_here(state)};
    for (const std::string& id : wanted) {
        const auto found = std::ranges::find(chapters, id, &HelpChapter::id);
        if (found != chapters.end()) return *found;
    }
    return chapters.front();
}

}  // namespace longju::kiosk
