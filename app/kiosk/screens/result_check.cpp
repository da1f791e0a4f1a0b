// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "kiosk/amounts.h"
#include "kiosk/screens/result_parts.h"

namespace longju::kiosk {
namespace {

constexpr float line_height = 44;

/// One row of a small table: name, before, after.
void draw_line(Ui& ui, Rect row, std::string_view name, const std::string& before,
               const std::string& after) {
    hairline(ui, row);
    row = row.inset(4, 0);
    const float cell = row.w * 0.22F;
    ui.text(row.cut_right(cell, 8), after, type::body_bold, Role::Soil, Align::Right);
    ui.text(row.cut_right(cell, 8), before, type::body, Role::Soil2, Align::Right);
    ui.text(row, name, type::label, Role::Soil);
}

std::string_view place_key(std::optional<house::JunctionKind> coldest) {
    if (!coldest) return "junction.wall";
    switch (*coldest) {
        case house::JunctionKind::OuterCorner:
        case house::JunctionKind::InnerCorner:
            return "junction.corner";
        case house::JunctionKind::StoreyFloor:
            return "junction.storey_floor";
        case house::JunctionKind::Eaves:
            return "junction.eaves";
        case house::JunctionKind::Plinth:
            return "junction.plinth";
        case house::JunctionKind::Jamb:
            return "junction.jamb";
        case house::JunctionKind::Lintel:
            return "junction.lintel";
    }
    return "";
}

/// `0.59 eaves`.
std::string coldest_place(const Ui& ui, const energy::Demand& demand) {
    return fmt::format("{:.2f} {}", demand.f_rsi, ui.word(place_key(demand.coldest_junction)));
}

void draw_u_card(const ResultPage& page, const Rect& area) {
    Ui& ui = page.ui;
    const estimate::Estimate& e = page.estimate;
    card(ui, area);
    Rect rest = area.inset(20, 12);
    ui.text(rest.cut_top(32, 4), ui.word("check.figures"), type::lead, Role::Soil);
    draw_line(ui, rest.cut_top(34), "", std::string(ui.word("view.before")),
              std::string(ui.word("view.after")));
    const auto u = [](WattsPerM2K value) { return fmt::format("{:.2f}", value.value); };
    const auto line = [&](std::string_view key, const std::string& before,
                          const std::string& after) {
        draw_line(ui, rest.cut_top(line_height), ui.word(key), before, after);
    };
    line("check.u.wall", u(e.wall_u_before), u(e.wall_u_after));
    line("check.u.ceiling", u(e.ceiling_u_before), u(e.ceiling_u_after));
    line("check.u.window", u(e.window_u_before), u(e.window_u_after));
    const energy::Demand& before = comparison_of(page).before.demand;
    const energy::Demand& after = comparison_of(page).after.demand;
    line("check.heat", formatted(before.heat.value, 0), formatted(after.heat.value, 0));
    line("check.peak", formatted(before.peak.value, 1), formatted(after.peak.value, 1));
    line("check.design_load", formatted(before.design_load.value, 1),
         formatted(after.design_load.value, 1));
    line("check.frsi", coldest_place(ui, before), coldest_place(ui, after));
    line("check.shape", fmt::format("{:.2f}", e.before_envelope.shape_factor),
         fmt::format("{:.2f}", e.after_envelope.shape_factor));
    line("check.coal", tonnes(comparison_of(page).before.coal_equivalent.typical),
         tonnes(comparison_of(page).after.coal_equivalent.typical));
    const std::string climate = ui.words()(
        "check.climate", {e.climate_name, formatted(e.climate_km, 0), e.catalog_version});
    ui.text(rest.cut_top(48), climate, type::note, Role::Soil2);
}
constexpr float u_card_height = 24 + 36 + 34 + 9 * line_height + 52;

void draw_limit(const ResultPage& page, const house::LimitFinding& after, bool met_before,
                Rect row) {
    Ui& ui = page.ui;
    hairline(ui, row);
    row = row.inset(4, 0);
    const std::string_view verdict =
        ui.word(after.met ? (met_before ? "check.met" : "check.met_now") : "check.not_met");
    const std::string source = after.limit->standard + " " + after.limit->clause;
    ui.text({row.x, row.y + 32, row.w, 24}, source, type::note, Role::Soil2);
    row.h = 34;
    const Rect badge = row.cut_right(chip_width(ui, verdict), 10);
    chip(ui, {badge.x, row.centre().y - 14}, after.met ? ChipState::Verified : ChipState::NotMet,
         verdict);
    const std::string figures = fmt::format("{} {} {}", formatted(after.value, 2),
                                            after.met ? "≤" : ">", formatted(after.limit->max, 2));
    ui.text(row.cut_right(ui.width_of(figures, type::body_bold) + 2, 10), figures, type::body_bold,
            Role::Soil, Align::Right);
    const std::string key = fmt::format("limit.{}", static_cast<int>(after.limit->subject));
    ui.text(row, ui.word(key), type::label, Role::Soil);
}

float limits_height(const ResultPage& page) {
    return 24 + 36 + 60 * static_cast<float>(page.estimate.limits_after.size()) + 34;
}

void draw_limits_card(const ResultPage& page, const Rect& area) {
    Ui& ui = page.ui;
    const estimate::Estimate& e = page.estimate;
    card(ui, area);
    Rect rest = area.inset(20, 12);
    ui.text(rest.cut_top(32, 4), ui.word("check.limits"), type::lead, Role::Soil);
    for (const house::LimitFinding& after : e.limits_after) {
        const auto before =
            std::ranges::find(e.limits_before, after.limit, &house::LimitFinding::limit);
        const bool met_before = before != e.limits_before.end() && before->met;
        draw_limit(page, after, met_before, rest.cut_top(60));
    }
    ui.text(rest, ui.word("check.limits.note"), type::note, Role::Soil2);
}

}  // namespace

void draw_check(const ResultPage& page) {
    Ui& ui = page.ui;
    Rect content = ui.begin_scroll("result.check", page.layout.body);
    content = content.inset(page.layout.margin, 0);
    content.cut_top(page.layout.gap);
    content.w -= 4;
    float bottom = 0;
    if (page.layout.side_by_side()) {
        Rect left = content.cut_left(content.w * 0.46F, 16);
        const Rect figures = left.cut_top(u_card_height);
        draw_u_card(page, figures);
        const Rect limits = content.cut_top(limits_height(page));
        draw_limits_card(page, limits);
        left.cut_top(page.layout.gap);
        const Rect bill = left.cut_top(bill_height(page));
        if (bill.h > 0) draw_bill(page, bill);
        bottom = std::max(limits.bottom(), bill.bottom());
    } else {
        draw_u_card(page, content.cut_top(u_card_height, page.layout.gap));
        const float bill = bill_height(page);
        if (bill > 0) draw_bill(page, content.cut_top(bill, page.layout.gap));
        draw_limits_card(page, content.cut_top(limits_height(page), page.layout.gap));
        bottom = content.y;
    }
    ui.end_scroll(bottom + page.layout.gap);
}

}  // namespace longju::kiosk
