// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "core/text.h"
#include "kiosk/edits.h"
#include "kiosk/number_field.h"
#include "kiosk/screens/dialog_frame.h"

/// 本地价: what works and fuels really cost here, in place of the catalog's estimates.
namespace longju::kiosk {
namespace {

constexpr double most_yuan = 1000000;

/// A price of the book or a fuel, as the dialog lists it.
struct Item {
    std::string id;
    std::string name;
    std::string unit;
    Range<Money> catalog;
    bool tiers = false;  ///< Electricity: the three figures are tiers.
};

std::vector<Item> items_of(const AppState& state) {
    std::vector<Item> used, others;
    const estimate::Estimate* e = shown_estimate(state);
    for (const cost::Price& p : state.reference->prices.prices) {
        const bool in_quote =
            e != nullptr && std::ranges::find(e->quote.lines, p.id, &cost::QuoteLine::price_id) !=
                                e->quote.lines.end();
        (in_quote ? used : others)
            .push_back(
                {p.id, name_in(state, p), chinese(state) ? p.unit_zh : p.unit_en, p.per_unit});
    }
    for (const energy::Fuel& f : state.reference->energy.fuels) {
        others.push_back({f.id, name_in(state, f), chinese(state) ? f.unit_zh : f.unit_en,
                          f.price_per_unit, f.id == "electricity"});
    }
    used.insert(used.end(), others.begin(), others.end());
    return used;
}

const cost::LocalPrice* local_of(const AppState& state, const std::string& id) {
    const auto& prices = inputs_of(state).prices;
    const auto found = std::ranges::find(prices, id, &cost::LocalPrice::id);
    return found == prices.end() ? nullptr : &*found;
}

/// Of a text that shrinks to its smallest and then takes lines.
float least_height(const Ui& ui, std::string_view text, float width) {
    constexpr float one_line = 28;
    return std::max(one_line, 2 + ui.paragraph_height(text, type::note_bold, width));
}

void draw_list(Ui& ui, const AppState& state, const std::vector<Item>& items, const Item& shown,
               const Rect& area) {
    Rect rows = ui.begin_scroll("prices.list", area);
    for (const Item& item : items) {
        const cost::LocalPrice* const local = local_of(state, item.id);
        const Money money = (local != nullptr ? local->per_unit : item.catalog).typical;
        const std::string price =
            fmt::format("{} {}/{} · {}", exact(money.in_yuan()), ui.word("unit.yuan"), item.unit,
                        ui.word(local != nullptr ? "prices.local" : "prices.catalog"));
        const float inner = rows.w - 28;
        const float name_height = least_height(ui, item.name, inner);
        const float price_height = least_height(ui, price, inner);
        const Rect row = rows.cut_top(8 + name_height + price_height, 4).inset(2, 0);
        const bool on = item.id == shown.id;
        const Press press = ui.press("prices.item." + item.id, row, {.state = on ? "on" : ""});
        if (on) ui.paint().fill(row, ui.colour(Role::Soil), 10);
        Rect inside = row.inset(12, 4);
        ui.text(inside.cut_top(name_height), item.name, on ? type::body_bold : type::body,
                on ? Role::RailText : Role::Soil);
        ui.text(inside, price, type::note, on ? Role::RailText : Role::Soil2);
        if (press.clicked) emit_view(ui, state, [&](View& view) { view.price = item.id; });
    }
    ui.end_scroll(rows.y);
}

/// Changes the local price of an item; the first change makes one of the catalog's.
template <class Change>
void emit_price(Ui& ui, const AppState& state, const Item& item, const char* part, Change change) {
    emit_edit(ui, state, fmt::format("prices.{}.{}", item.id, part),
              phrase("edit.price", item.name), [&](Inputs& inputs) {
                  auto found = std::ranges::find(inputs.prices, item.id, &cost::LocalPrice::id);
                  if (found == inputs.prices.end()) {
                      inputs.prices.push_back({item.id, item.catalog, state.today.substr(0, 7),
                                               std::string(ui.word("prices.asked_here"))});
                      found = inputs.prices.end() - 1;
                  }
                  change(*found);
              });
}

void draw_figures(Ui& ui, const AppState& state, const Item& item, Rect& rows) {
    const cost::LocalPrice* const local = local_of(state, item.id);
    const Range<Money> now = local != nullptr ? local->per_unit : item.catalog;
    struct Figure {
        const char* id;
        std::string_view key, tier_key;
        Money Range<Money>::*part;
    };
    constexpr std::array figures = {
        Figure{"low", "prices.low", "prices.tier1", &Range<Money>::low},
        Figure{"typical", "prices.typical", "prices.tier2", &Range<Money>::typical},
        Figure{"high", "prices.high", "prices.tier3", &Range<Money>::high}};
    for (const Figure& figure : figures) {
        const NumberSpec spec{.key = item.tiers ? figure.tier_key : figure.key,
                              .unit_key = "unit.yuan",
                              .value = (now.*figure.part).in_yuan(),
                              .usual_low = item.catalog.low.in_yuan() / 2,
                              .usual_high = item.catalog.high.in_yuan() * 2,
                              .least = 0,
                              .most = most_yuan,
                              .decimals = 2,
                              .estimated = local == nullptr};
        const auto typed = number_field(ui, fmt::format("prices.{}", figure.id),
                                        rows.cut_top(field_height, 2), spec);
        if (!typed) continue;
        const Money money = Money::yuan(1).multiply_rounded(*typed);
        emit_price(ui, state, item, figure.id, [&](cost::LocalPrice& price) {
            price.per_unit.*figure.part = money;
            // The others give way: low ≤ typical ≤ high.
            Range<Money>& r = price.per_unit;
            if (figure.part == &Range<Money>::high) r.typical = std::min(r.typical, r.high);
            if (figure.part == &Range<Money>::low) r.typical = std::max(r.typical, r.low);
            r.low = std::min(r.low, r.typical);
            r.high = std::max(r.high, r.typical);
        });
    }
}

void emit_valley(Ui& ui, const AppState& state, const char* part,
                 std::optional<estimate::ValleyPrice> valley) {
    emit_edit(ui, state, fmt::format("valley.{}", part), phrase("edit.valley"),
              [&](Inputs& inputs) { inputs.valley = valley; });
}

/// 低谷电价: whether the household has one, at what price and when.
void draw_valley(Ui& ui, const AppState& state, Rect& rows) {
    const auto& now = inputs_of(state).valley;
    const std::vector<std::string> answers{std::string(ui.word("valley.none")),
                                           std::string(ui.word("valley.some"))};
    const auto chosen = segmented(ui, "prices.valley", rows.cut_top(50, 10), answers, now ? 1 : 0);
    if (chosen) {
        constexpr estimate::ValleyPrice usual{.per_kwh = Money::fen(30)};
        emit_valley(ui, state, "some", *chosen == 1 ? std::optional(usual) : std::nullopt);
    }
    if (!now) return;
    estimate::ValleyPrice valley = *now;
    const auto price = number_field(ui, "prices.valley.price", rows.cut_top(field_height, 2),
                                    {.key = "valley.price",
                                     .unit_key = "unit.yuan",
                                     .value = valley.per_kwh.in_yuan(),
                                     .usual_low = 0.2,
                                     .usual_high = 0.5,
                                     .most = 5,
                                     .decimals = 2});
    if (price) {
        valley.per_kwh = Money::yuan(1).multiply_rounded(*price);
        emit_valley(ui, state, "price", valley);
    }
    Rect hours = rows.cut_top(field_height, 2);
    const auto hour = [&](const char* id, const char* key, const Rect& rect, int& place,
                          int latest) {
        const auto typed = number_field(ui, id, rect,
                                        {.key = key,
                                         .unit_key = "unit.o_clock",
                                         .value = place,
                                         .usual_low = 0,
                                         .usual_high = 24,
                                         .most = static_cast<double>(latest)});
        if (!typed) return;
        place = static_cast<int>(std::lround(*typed));
        if (valley.from_h != valley.to_h) emit_valley(ui, state, id, valley);
    };
    hour("prices.valley.from", "valley.from", hours.cut_left(hours.w / 2 - 5, 10), valley.from_h,
         23);
    hour("prices.valley.to", "valley.to", hours, valley.to_h, 24);
}

void draw_item(Ui& ui, const AppState& state, const Item& item, const Rect& area) {
    Rect rows = ui.begin_scroll("prices.text", area);
    rows.w -= 10;
    const float name_height = std::max(32.0F, least_height(ui, item.name, rows.w));
    ui.text(rows.cut_top(name_height, 2), item.name, type::lead, Role::Soil);
    const std::string unit = fmt::format("{}/{}", ui.word("unit.yuan"), item.unit);
    ui.text(rows.cut_top(24, 8), unit, type::note, Role::Soil2);
    draw_figures(ui, state, item, rows);
    const cost::LocalPrice* const local = local_of(state, item.id);
    const auto source =
        field(ui, "prices.source", rows.cut_top(field_height, 2),
              {.label = ui.word("prices.source"),
               .value = local != nullptr ? std::string_view(local->source) : std::string_view(),
               .empty = ui.word("prices.source.empty")});
    if (source && !source->empty()) {
        emit_price(ui, state, item, "source",
                   [&](cost::LocalPrice& price) { price.source = *source; });
    }
    if (local != nullptr) {
        rows.cut_top(
            ui.paragraph(rows, ui.words()("prices.since", {local->date}), type::note, Role::Soil2),
            6);
        const std::string_view back = ui.word("prices.back");
        if (button(ui, "prices.back", rows.cut_top(52, 6), back, {.icon = "back"})) {
            emit_edit(ui, state, "prices." + item.id, phrase("edit.price", item.name),
                      [&](Inputs& inputs) {
                          std::erase_if(inputs.prices,
                                        [&](const auto& p) { return p.id == item.id; });
                      });
        }
    }
    if (item.tiers) draw_valley(ui, state, rows);
    ui.end_scroll(rows.y);
}

}  // namespace

void draw_prices_dialog(Ui& ui, const AppState& state, const Layout& layout) {
    if (!state.open) return;
    const std::vector<Item> items = items_of(state);
    DialogFrame frame(ui, {1000, 660}, ui.word("prices.title"), ui.word("prices.note"));
    Rect rest = frame.content();
    if (!items.empty()) {
        const auto found = std::ranges::find(items, state.view.price, &Item::id);
        const Item& shown = found == items.end() ? items.front() : *found;
        const float wide = layout.tight() ? rest.w * 0.44F : rest.w * 0.5F;
        draw_list(ui, state, items, shown, rest.cut_left(wide, 18));
        draw_item(ui, state, shown, rest);
    }
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
