// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text.h"
#include "kiosk/house_picture.h"
#include "kiosk/people_reduce.h"
#include "kiosk/screens/screens.h"
#include "kiosk/sketches.h"

namespace longju::kiosk {
namespace {

std::string_view greeting(const Ui& ui, const AppState& state) {
    const auto hour = integer_from(std::string_view(state.clock).substr(0, 2)).value_or(9);
    if (hour < 11) return ui.word("home.greeting.morning");
    if (hour < 13) return ui.word("home.greeting.noon");
    if (hour < 18) return ui.word("home.greeting.afternoon");
    return ui.word("home.greeting.evening");
}

/// Once there are visits, those to practise on stand under 练习 only, and no others there.
bool stands_here(const AppState& state, const VisitCard& card) {
    if (state.practice || !card.sample) return state.practice == card.sample;
    return std::ranges::all_of(state.visits, &VisitCard::sample);
}

std::string count_here(const AppState& state) {
    return std::to_string(std::ranges::count_if(
        state.visits, [&](const VisitCard& card) { return stands_here(state, card); }));
}

std::vector<const VisitCard*> listed(const AppState& state) {
    std::vector<const VisitCard*> cards;
    for (const VisitCard& card : state.found ? *state.found : state.visits) {
        const bool done =
            card.handed != storage::HandedOver::No || card.step == visit::Step::HandOver;
        if (state.view.visit_filter == VisitFilter::Unfinished && done) continue;
        if (!stands_here(state, card)) continue;
        cards.push_back(&card);
    }
    return cards;
}

/// The first visit is offered at length; a household of the list is not to be resumed.
std::size_t resumed_rows(const std::vector<const VisitCard*>& cards) {
    return cards.front()->listed_id.empty() ? 1 : 0;
}

std::string name_of(const Ui& ui, const VisitCard& card) {
    return card.head.empty() ? std::string(ui.word("top.nameless")) : card.head;
}

std::string step_text(const Ui& ui, const VisitCard& card) {
    return std::string(ui.word("rail." + screen_key(screen_of(card.step))));
}

/// The county's list and 练习, right of the search.
void draw_beside_search(Ui& ui, const AppState& state, const Layout& layout, Rect& search) {
    struct Way {
        std::string_view id, icon;
        Action action;
    };
    std::vector<Way> ways{{"home.list", "book", ShowDialog{{Dialog::Kind::List, {}}}}};
    if (!state.practice) ways.push_back({"home.practice", "cube", StartPractice{}});
    float wanted = 0;
    for (const Way& way : ways)
        wanted += button_width(ui, ui.word(way.id), {.icon = way.icon}) + 12;
    const bool named = !layout.tight() || wanted < search.w * 0.5F;
    float taken = 0;
    for (const Way& way : ways) {
        taken += named ? button_width(ui, ui.word(way.id), {.icon = way.icon}) + 12 : 64;
    }
    search.w = std::min(search.w - taken, 540.0F);
    float x = search.right() + 12;
    for (const Way& way : ways) {
        const std::string_view label = named ? ui.word(way.id) : std::string_view();
        const float width = named ? button_width(ui, label, {.icon = way.icon}) : 52;
        if (button(ui, std::string(way.id), {x, search.y + 4, width, 52}, label,
                   {.icon = way.icon})) {
            ui.emit(way.action);
        }
        x += width + 12;
    }
}

void draw_band(Ui& ui, const AppState& state, const Layout& layout, const Rect& band) {
    ui.paint().gradient(band, ui.colour(Role::SkyTop), ui.colour(Role::SkyLow));
    if (band.w > 900) {
        const float right = std::min(band.right(), layout.content().right() + 24);
        draw_field(ui.paint(), {right - 640, band.bottom() - 34, 640, 34});
        for (int i = 0; i < 3; ++i) {
            const float x = right - 320 + static_cast<float>(i) * 25;
            draw_birch(ui.paint(),
                       {x, band.y + 8 + static_cast<float>(i % 2) * 18, 20,
                        110 - static_cast<float>(i % 2) * 18},
                       i + 1);
        }
        draw_home_house(ui, state, {right - 250, band.y, 250, band.h});
    }
    Rect inside = band.inset(layout.margin, layout.tight() ? 8.0F : 16.0F);
    ui.text(inside.cut_top(46, 8), greeting(ui, state), type::number, Role::Soil);
    Rect search = inside.cut_top(60);
    draw_beside_search(ui, state, layout, search);
    const auto text =
        text_box(ui, "home.search", search,
                 {.value = state.view.search, .empty = ui.word("home.search"), .icon = "search"});
    if (!text) return;
    View view = state.view;
    view.search = *text;
    ui.emit(SetView{view});
}

ChipState chip_of(const VisitCard& card) {
    if (card.missing) return ChipState::NotMet;
    if (card.versions > 1) return ChipState::Pending;
    return card.handed == storage::HandedOver::Received ? ChipState::Exported : ChipState::Neutral;
}

std::string_view chip_text(const Ui& ui, const VisitCard& card) {
    if (card.missing) return ui.word("home.chip.missing");
    if (!card.listed_id.empty()) return ui.word("home.chip.listed");
    if (card.versions > 1) return ui.word("home.chip.versions");
    if (card.sample) return ui.word("home.chip.practice");
    switch (card.handed) {
        case storage::HandedOver::No:
            return ui.word("home.chip.here");
        case storage::HandedOver::Written:
            return ui.word("home.chip.written");
        case storage::HandedOver::Received:
            break;
    }
    return ui.word("home.chip.received");
}

void draw_resume_row(Ui& ui, const AppState& state, const VisitCard& card, Rect row) {
    ui.paint().fill(row, ui.colour(Role::CornSoft));
    ui.paint().fill({row.x, row.y, 6, row.h}, ui.colour(Role::Corn));
    Rect inside = row.inset(22, 0);
    const ButtonLook look{.kind = ButtonKind::Primary, .icon_after = "next"};
    const std::string_view label = ui.word("home.continue");
    const float width = button_width(ui, label, look);
    const Rect go = inside.cut_right(width, 16);
    if (button(ui, "home.continue", {go.x, row.centre().y - 26, width, 52}, label, look)) {
        ui.emit(OpenVisitAt{card.visit_id});
    }
    if (inside.w > 430) {
        const Rect picture = inside.cut_left(96, 16);
        const Rect frame{picture.x, row.centre().y - 38, 96, 76};
        ui.paint().box(frame, {ui.colour(Role::SkyTop), ui.colour(Role::Soil), 1, 8});
        draw_card_house(ui, state, frame.inset(3));
    }
    Rect lines{inside.x, row.centre().y - 46, inside.w, 92};
    Rect first = lines.cut_top(36, 2);
    const std::string name = name_of(ui, card);
    ui.text(first.cut_left(std::min(first.w, ui.width_of(name, type::title) + 2), 12), name,
            type::title, Role::Soil);
    if (card.open_points > 0 || card.versions > 1) {
        const std::string open =
            card.versions > 1 ? std::string(ui.word("home.chip.versions"))
                              : ui.words()("bar.open_points", {std::to_string(card.open_points)});
        if (chip_width(ui, open) < first.w) {
            first.cut_left(chip(ui, {first.x, first.y + 4}, ChipState::Pending, open), 8);
        }
    }
    // How far it is on its way to the county, as on the rows below.
    if (card.versions == 1 && chip_width(ui, chip_text(ui, card)) < first.w) {
        chip(ui, {first.x, first.y + 4}, chip_of(card), chip_text(ui, card));
    }
    const std::string when = moment(ui, state, card.saved_at);
    const std::string at = step_text(ui, card);
    const std::string_view place = card.place.empty() ? ui.word("home.no_place") : card.place;
    std::string where = ui.words()("home.stopped", {place, when, at});
    if (ui.width_of(where, type::note) > lines.w) {
        where = ui.words()("home.stopped.short", {when, at});
    }
    ui.text(lines.cut_top(lines.w < 300 ? 44.0F : 28.0F, 4), where, type::note, Role::Soil2);
    progress_of_seven(ui, {lines.x, lines.y + 2}, static_cast<int>(card.step));
}

void draw_visit_row(Ui& ui, const AppState& state, const VisitCard& card, const Rect& row,
                    bool last) {
    const bool listed = !card.listed_id.empty();
    const std::string id = listed ? "home.listed." + card.listed_id : "home.visit." + card.visit_id;
    const Press press = ui.press(id, row, {.radius = 4});
    if (press.held) ui.paint().fill(row, ui.colour(Role::Birch1));
    if (!last) hairline(ui, row);
    Rect inside = row.inset(22, 0);
    ui.paint().icon("next", inside.cut_right(24, 8), ui.colour(Role::Soil));
    const bool roomy = inside.w > 560;
    const float chip_w = chip_width(ui, chip_text(ui, card));
    const Rect badge = inside.cut_right(roomy ? std::max(120.0F, chip_w) : chip_w, 12);
    chip_right(ui, {badge.right(), row.centre().y - 14}, chip_of(card), chip_text(ui, card));
    ui.text(inside.cut_left(roomy ? 96.0F : inside.w * 0.42F, 8), name_of(ui, card), type::lead,
            Role::Soil);
    if (roomy && !listed) {
        ui.text(inside.cut_right(96, 8), moment(ui, state, card.saved_at), type::label,
                Role::Soil2);
        const Rect steps = inside.cut_right(160, 12);
        progress_of_seven(ui, {steps.x, row.centre().y - 17}, static_cast<int>(card.step));
        ui.text({steps.x, row.centre().y - 3, steps.w, 24}, step_text(ui, card), type::note,
                Role::Soil2);
    }
    constexpr float least_place = 90;
    if (inside.w >= least_place) ui.text(inside, card.place, type::label, Role::Soil2);
    if (!press.clicked) return;
    if (listed) return ui.emit(StartVisit{HouseSource::Survey, {}, {}, card.listed_id});
    ui.emit(OpenVisitAt{card.visit_id});
}

void draw_list_head(Ui& ui, const AppState& state, Rect head) {
    ui.paint().fill({head.x + 1, head.y + 1, head.w - 2, head.h}, ui.colour(Role::Birch1), 11);
    ui.paint().fill({head.x + 1, head.centre().y, head.w - 2, head.h / 2}, ui.colour(Role::Birch1));
    hairline(ui, head);
    Rect inside = head.inset(16, 3);
    const std::vector<std::string> filters{std::string(ui.word("home.filter.recent")),
                                           std::string(ui.word("home.filter.unfinished"))};
    const Rect choice = inside.cut_right(segmented_width(ui, filters), 8);
    const int selected = state.view.visit_filter == VisitFilter::Recent ? 0 : 1;
    if (const auto chosen = segmented(ui, "home.filter", choice, filters, selected)) {
        View view = state.view;
        view.visit_filter = *chosen == 0 ? VisitFilter::Recent : VisitFilter::Unfinished;
        ui.emit(SetView{view});
    }
    const std::string_view title = ui.word("home.visits");
    ui.text(inside.cut_left(std::min(inside.w, ui.width_of(title, type::lead) + 2), 10), title,
            type::lead, Role::Soil);
    const std::string count = ui.words()("home.count", {count_here(state)});
    if (ui.width_of(count, type::note) < inside.w) ui.text(inside, count, type::note, Role::Soil2);
}

void draw_visits(Ui& ui, const AppState& state, const Rect& area, bool scrolls) {
    card(ui, area);
    Rect rest = area;
    draw_list_head(ui, state, rest.cut_top(56));
    const auto cards = listed(state);
    if (cards.empty()) {
        const bool none = state.visits.empty() && !state.found;
        empty_state(ui, rest.inset(20), ui.word(none ? "home.empty" : "home.not_found"),
                    ui.word(none ? "home.empty.how" : "home.not_found.how"));
        return;
    }
    Rect content = scrolls ? ui.begin_scroll("home.visits", rest.inset(1, 1)) : rest.inset(1, 0);
    const std::size_t resumed = resumed_rows(cards);
    if (resumed > 0) draw_resume_row(ui, state, *cards.front(), content.cut_top(120));
    float bottom = content.y;
    for (std::size_t i = resumed; i < cards.size(); ++i) {
        const Rect row{content.x, bottom, content.w, 69};
        draw_visit_row(ui, state, *cards[i], row, i + 1 == cards.size());
        bottom = row.bottom();
    }
    if (scrolls) ui.end_scroll(bottom);
}

float visits_height(const AppState& state) {
    const auto cards = listed(state);
    if (cards.empty()) return 260.0F;
    const std::size_t resumed = resumed_rows(cards);
    return 56 + 120 * static_cast<float>(resumed) +
           69 * static_cast<float>(cards.size() - resumed) + 2;
}

void draw_start_tile(Ui& ui, const std::string& id, const Rect& tile, std::string_view icon,
                     HouseSource source) {
    const bool pressed = card_button(ui, id, tile);
    Rect inside = tile.inset(18, 0);
    const Rect plate = inside.cut_left(56, 16);
    const Rect square{plate.x, tile.centre().y - 28, 56, 56};
    ui.paint().fill(square, ui.colour(Role::CornSoft), 12);
    ui.paint().icon(icon, square.inset(13), ui.colour(Role::Soil));
    ui.paint().icon("next", inside.cut_right(24, 8), ui.colour(Role::Soil));
    ui.text({inside.x, tile.centre().y - 30, inside.w, 32}, ui.word(id), {22, Weight::Bold},
            Role::Soil);
    ui.text({inside.x, tile.centre().y + 3, inside.w, 24}, ui.word(id + ".note"), type::note,
            Role::Soil2);
    if (pressed) ui.emit(StartVisit{source, {}});
}

constexpr float machine_title = 44;
constexpr float machine_row = 42;
constexpr float doubles_row = 45;
constexpr float machine_height = machine_title + 4 * machine_row + doubles_row;

void draw_machine(Ui& ui, const AppState& state, const Rect& area) {
    card(ui, area);
    Rect rest = area;
    ui.text(rest.cut_top(machine_title).inset(16, 0), ui.word("home.machine"), type::lead,
            Role::Soil);
    const estimate::Reference& reference = *state.reference;
    const std::array<std::array<std::string, 3>, 4> rows{{
        {"book", std::string(ui.word("home.machine.catalog")),
         ui.words()("home.machine.catalog.value",
                    {reference.version, std::to_string(reference.stations.size())})},
        {"money", std::string(ui.word("home.machine.prices")), reference.prices.version},
        {"shield", std::string(ui.word("home.machine.rules")), reference.rules_version},
        {"box", std::string(ui.word("home.machine.visits")),
         ui.words()("home.machine.visits.value", {count_here(state)})},
    }};
    // Under a notice there is less room: the rows draw together, the last ones give way.
    const float room = rest.h - doubles_row;
    const float height = std::clamp(room / static_cast<float>(rows.size()), 30.0F, machine_row);
    for (const auto& row : rows) {
        if (rest.h - doubles_row < height - 1) break;
        ui.paint().line({rest.x, rest.y}, {rest.right(), rest.y}, ui.colour(Role::Birch2), 1);
        fact_row(ui, rest.cut_top(height), row[0], row[1], row[2]);
    }
    ui.paint().line({rest.x, rest.y}, {rest.right(), rest.y}, ui.colour(Role::Birch2), 1);
    Rect look = rest.cut_top(doubles_row).inset(16, 0);
    const Press press = ui.press("home.doubles", look, {.radius = 4});
    ui.paint().icon("next", look.cut_right(24, 8), ui.colour(Role::Soil));
    ui.paint().icon("search", look.cut_left(24, 12), ui.colour(Role::Soil));
    ui.text(look, ui.word("home.doubles"), type::label, Role::Soil);
    if (press.clicked) ui.emit(LookForDoubles{});
}

void draw_start(Ui& ui, const AppState& state, Rect area) {
    draw_start_tile(ui, "home.start.survey", area.cut_top(84, 12), "survey", HouseSource::Survey);
    draw_start_tile(ui, "home.start.design", area.cut_top(84, 12), "plan", HouseSource::Design);
    draw_machine(ui, state, area.cut_top(machine_height));
}
constexpr float start_height = 84 * 2 + 24 + machine_height;

}  // namespace

void draw_home(Ui& ui, const AppState& state, const Layout& layout) {
    Rect body = layout.body;
    const float band_height = layout.tight() ? 128.0F : 150.0F;
    if (layout.side_by_side()) {
        draw_band(ui, state, layout, {layout.top.x, body.y, layout.top.w, band_height});
        body.cut_top(band_height);
        Rect area = body.inset(layout.margin, 12);
        area.h -= 8;
        const Rect start = area.cut_right(364, 20);
        draw_visits(ui, state, area, true);
        draw_start(ui, state, start);
    } else {
        Rect content = ui.begin_scroll("home.scroll", body);
        draw_band(ui, state, layout, content.cut_top(band_height, 12));
        Rect column_area = content.inset(layout.margin, 0);
        draw_visits(ui, state, column_area.cut_top(visits_height(state), 16), false);
        draw_start(ui, state, column_area.cut_top(start_height, 16));
        ui.end_scroll(column_area.y);
    }

    BottomBar bar(ui, layout);
    if (bar.right("bar.leave", ui.word("bar.leave"), {.icon = "exit"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Leave, {}}});
    }
    const bool reports = allowed(state, access::Action::MakeReport);
    const bool audit = allowed(state, access::Action::ReadAuditLog);
    // In a narrow window those in front give their words up for those behind.
    constexpr float icon_place = 56;
    bar.keep_free((reports ? icon_place : 0) + (audit ? icon_place : 0));
    if (bar.left("home.handover", ui.word("home.handover"), {.icon = "usb"})) {
        ui.emit(ShowDialog{{Dialog::Kind::HandOver, {}}});
    }
    bar.keep_free(audit ? icon_place : 0);
    if (reports && bar.left("home.reports", ui.word("home.reports"), {.icon = "compare"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Reports, {}}});
    }
    bar.keep_free(0);
    if (audit && bar.left("home.audit", ui.word("home.audit"), {.icon = "shield"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Audit, {}}});
    }
    bar.note(ui.words()("home.all_saved", {count_here(state)}), true);
}

}  // namespace longju::kiosk
