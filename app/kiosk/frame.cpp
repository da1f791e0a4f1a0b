// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kiosk/sketches.h"

namespace longju::kiosk {
namespace {

struct RailStep {
    ScreenId screen;
    std::string_view icon;
};
constexpr std::array<RailStep, 7> rail_steps{{{ScreenId::Household, "person"},
                                              {ScreenId::House, "survey"},
                                              {ScreenId::Configure, "tune"},
                                              {ScreenId::Compare, "compare"},
                                              {ScreenId::Subsidy, "money"},
                                              {ScreenId::Sheets, "sheet"},
                                              {ScreenId::HandOver, "usb"}}};

int open_points_of(const std::vector<Gap>& open, ScreenId screen) {
    return static_cast<int>(std::ranges::count(open, screen, &Gap::screen));
}

void draw_badge(Ui& ui, const Rect& tile, int open, bool here) {
    const Point centre{tile.right() - 14, tile.y + 16};
    if (open == 0) {
        ui.paint().disc(centre, 9, ui.colour(Role::PineSoft));
        ui.paint().icon("check", {centre.x - 7, centre.y - 7, 14, 14}, ui.colour(Role::Pine));
        return;
    }
    const std::string count = std::to_string(open);
    const Role ink = here ? Role::Soil : Role::Corn;
    ui.paint().ring(centre, 12, ui.colour(ink), 1.5F);
    ui.text({centre.x - 12, centre.y - 11, 24, 22}, count, type::note, ink, Align::Centre);
}

bool rail_tile(Ui& ui, const std::string& id, const Rect& tile, std::string_view icon,
               std::string_view label, bool here) {
    const Press press = ui.press(id, tile, {.state = here ? "here" : ""});
    if (here) ui.paint().fill(tile, ui.colour(Role::Corn), 10);
    if (press.held && !here) ui.paint().fill(tile, ui.colour(Role::SoilUp), 10);
    const Role ink = here ? Role::Soil : Role::RailText;
    const bool low = tile.h < 66;
    const float icon_size = low ? 22 : 28;
    const float block = icon_size + (low ? 22.0F : 26.0F);
    const float top = tile.centre().y - block / 2;
    ui.paint().icon(icon, {tile.centre().x - icon_size / 2, top, icon_size, icon_size},
                    ui.colour(ink));
    ui.text({tile.x + 1, top + icon_size + 1, tile.w - 2, 24}, label,
            here ? type::label_bold : type::label, ink, Align::Centre);
    return press.clicked;
}

bool is_design(const AppState& state, ScreenId screen) {
    return screen == ScreenId::House && state.open && !state.open->inputs().house.existing;
}

void draw_steps(Ui& ui, const AppState& state, Rect area, float height) {
    const std::vector<Gap> open = gaps(state);
    Rect content = ui.begin_scroll("rail.scroll", area);
    content.cut_top(8);
    float bottom = content.y;
    const bool home = state.screen == ScreenId::Home || !state.open;
    if (home) {
        const Rect survey = content.cut_top(height, 4).inset(8, 0);
        if (rail_tile(ui, "rail.survey", survey, "survey", ui.word("rail.survey"), false)) {
            ui.emit(StartVisit{HouseSource::Survey, {}});
        }
        const Rect design = content.cut_top(height, 4).inset(8, 0);
        if (rail_tile(ui, "rail.design", design, "book", ui.word("rail.design"), false)) {
            ui.emit(StartVisit{HouseSource::Design, {}});
        }
        bottom = design.bottom();
    } else {
        for (const RailStep& step : rail_steps) {
            const Rect tile = content.cut_top(height, 4).inset(8, 0);
            const bool here = step_of(state.screen) == step_of(step.screen);
            if (here) ui.reveal(screen_key(step.screen), tile);
            const std::string key = screen_key(step.screen);
            const std::string_view icon = is_design(state, step.screen) ? "plan" : step.icon;
            if (rail_tile(ui, "rail." + key, tile, icon, step_word(ui, state, step.screen), here)) {
                ui.emit(Go{step.screen});
            }
            const int count = open_points_of(open, step.screen);
            const bool counted = step.screen <= ScreenId::Configure;
            if (counted && (count > 0 || !here)) draw_badge(ui, tile, count, here);
            bottom = tile.bottom();
        }
    }
    ui.end_scroll(bottom + 8);
}

}  // namespace

std::string screen_key(ScreenId screen) {
    switch (screen) {
        case ScreenId::Home:
            return "home";
        case ScreenId::Household:
            return "household";
        case ScreenId::House:
            return "house";
        case ScreenId::Configure:
            return "configure";
        case ScreenId::Compare:
            return "compare";
        case ScreenId::Result:
            return "result";
        case ScreenId::Subsidy:
            return "subsidy";
        case ScreenId::Sheets:
            return "sheets";
        case ScreenId::HandOver:
            return "handover";
    }
    return "home";
}

std::string_view step_word(const Ui& ui, const AppState& state, ScreenId screen) {
    if (is_design(state, screen)) return ui.word("rail.choose");
    if (screen == ScreenId::House && state.open) return ui.word("rail.survey");
    return ui.word("rail." + screen_key(screen));
}

void draw_ground(Ui& ui) { ui.paint().fill(ui.screen(), ui.colour(Role::Snow)); }

void draw_rail(Ui& ui, const AppState& state, const Layout& layout) {
    const bool at_home = state.screen == ScreenId::Home;
    ui.paint().fill({0, 0, layout.rail.w, ui.screen().h}, ui.colour(Role::Soil));
    if (!ui.high_contrast()) {
        Rect foot = layout.rail;
        draw_furrows(ui.paint(), foot.cut_bottom(std::min(120.0F, foot.h * 0.3F)),
                     ui.colour(Role::Furrow), 17);
    }
    const Press home = ui.press("rail.home", layout.home, {.state = at_home ? "here" : ""});
    ui.paint().fill(layout.home, ui.colour(at_home ? Role::Corn : Role::SoilUp));
    const Role ink = at_home ? Role::Soil : Role::RailText;
    Rect label = layout.home.inset(4, 0);
    const float text_width = ui.width_of(ui.word("rail.home"), type::label_bold);
    const float left = std::max(0.0F, (label.w - text_width - 28) / 2);
    label.cut_left(left);
    ui.paint().icon("home", label.cut_left(22, 6), ui.colour(ink));
    ui.text(label, ui.word("rail.home"), type::label_bold, ink);
    if (home.clicked) ui.emit(Go{ScreenId::Home});

    Rect rest = layout.rail;
    Rect foot = rest.cut_bottom(layout.tight() ? 52.0F : 62.0F).inset(1, 0);
    foot.h = layout.tight() ? 46.0F : 50.0F;
    if (foot.w > 90) foot = foot.inset(5, 0);
    const Rect size = foot.cut_left((foot.w - 2) / 2, 2);
    if (button(ui, "rail.size", size, "", {.kind = ButtonKind::Dark, .icon = "text"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Appearance, {}}});
    }
    if (button(ui, "rail.help", foot, "", {.kind = ButtonKind::Dark, .icon = "help"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Help, {}}});
    }
    draw_steps(ui, state, rest, layout.tight() ? 60.0F : 72.0F);
}

void draw_toast(Ui& ui, const AppState& state, const Layout& layout) {
    if (!state.toast) return;
    const std::string text = state.toast->phrase.in(ui.words(), state.settings.language);
    const float wanted = std::max(320.0F, ui.width_of(text, type::body) + 84);
    const float width = std::min(wanted, layout.body.w - 2 * layout.margin);
    const float lines = ui.paragraph_height(text, type::body, width - 76) / type::body.line();
    const float height = 36 + 24 * lines;
    // Over a dialog at the top, where its verbs are not.
    const float top = state.dialog ? 8.0F : layout.bottom.y - height - 10;
    const Rect rect{layout.body.centre().x - width / 2, top, width, height};
    const bool good = state.toast->good;
    ui.paint().box(rect, {ui.colour(good ? Role::Soil : Role::BrickSoft),
                          ui.colour(good ? Role::Soil : Role::Brick), 2, 12});
    const Role ink = good ? Role::RailText : Role::Brick;
    ui.paint().icon(good ? "check" : "warn", {rect.x + 18, rect.centre().y - 12, 24, 24},
                    ui.colour(good ? Role::Corn : Role::Brick));
    ui.text({rect.x + 54, rect.y + 4, rect.w - 70, rect.h - 8}, text, type::body, ink);
    if (ui.press("toast", rect, {.focusable = false}).clicked) ui.emit(CloseToast{});
}

BottomBar::BottomBar(Ui& ui, const Layout& layout) : ui_(ui) {
    ui.paint().fill(layout.bottom, ui.colour(Role::Paper));
    ui.paint().line({layout.bottom.x, layout.bottom.y}, {layout.bottom.right(), layout.bottom.y},
                    ui.colour(Role::Birch2), 1);
    button_height_ = layout.tight() ? 44 : 52;
    rest_ = layout.bottom.inset(layout.margin, (layout.bottom.h - button_height_) / 2);
    rest_.y -= 1;
}

bool BottomBar::primary(const std::string& id, std::string_view label, std::string_view icon) {
    const ButtonLook look{.kind = ButtonKind::Primary, .icon_after = icon};
    const float width = std::min(button_width(ui_, label, look), rest_.w);
    return button(ui_, id, rest_.cut_right(width, 12), label, look);
}

bool BottomBar::icon_only(const std::string& id, const Rect& rect, ButtonLook look) {
    if (rect.w < 44) return false;
    look.icon_after = {};
    return button(ui_, id, rect, "", look);
}

bool BottomBar::right(const std::string& id, std::string_view label, const ButtonLook& look) {
    const float width = button_width(ui_, label, look);
    if (width + kept_free_ > rest_.w) return icon_only(id, rest_.cut_right(48, 8), look);
    return button(ui_, id, rest_.cut_right(width, 12), label, look);
}

bool BottomBar::left(const std::string& id, std::string_view label, const ButtonLook& look) {
    const float width = button_width(ui_, label, look);
    if (width + kept_free_ > rest_.w) return icon_only(id, rest_.cut_left(48, 8), look);
    return button(ui_, id, rest_.cut_left(width, 12), label, look);
}

void BottomBar::open_points(const AppState& state) {
    const std::size_t count = gaps(state).size();
    if (count == 0) {
        note(ui_.word("bar.complete"), true);
        return;
    }
    const std::string label = ui_.words()("bar.open_points", {std::to_string(count)});
    const bool pressed = left("bar.open_points", label,
                              {.kind = ButtonKind::Attention, .icon = "warn", .icon_after = "up"});
    if (pressed) ui_.emit(ShowDialog{{Dialog::Kind::Gaps, {}}});
}

void BottomBar::note(std::string_view text, bool good) {
    Rect line = rest_;
    if (good) {
        if (rest_.w < 60) return;
        ui_.paint().icon("check", line.cut_left(20, 8), ui_.colour(Role::Pine));
    }
    const float wanted = ui_.width_of(text, good ? type::label : type::note);
    if (wanted > line.w && (line.w < 150 || wanted * 0.6F > line.w)) return;
    ui_.text(line, text, good ? type::label : type::note, good ? Role::Pine : Role::Soil2);
    rest_.cut_left(ui_.width_of(text, type::label) + 40);
}

}  // namespace longju::kiosk
