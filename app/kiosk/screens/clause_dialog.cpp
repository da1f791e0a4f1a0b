// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "estimate/facts.h"
#include "kiosk/amounts.h"
#include "kiosk/edits.h"
#include "kiosk/number_field.h"
#include "kiosk/screens/dialog_frame.h"

/// 县里的条款: what a county's document says, tried on the household at the table.
namespace longju::kiosk {
namespace {

using subsidy::CountyClause;
using subsidy::GrantBasis;

/// This household with the first measure that the clause is about.
subsidy::Example example_of(const AppState& state, const estimate::Estimate& e,
                            const subsidy::Rule& general) {
    const Inputs& inputs = inputs_of(state);
    const measure::Scheme scheme = estimate::fitting_scheme(inputs, *state.reference);
    estimate::FactSources sources{.inputs = inputs,
                                  .reference = *state.reference,
                                  .scheme = scheme,
                                  .after = e.after_house,
                                  .envelope = e.before_envelope,
                                  .quote = e.quote};
    if (e.pv) sources.pv_year = e.pv->yield.year;
    subsidy::Example example{.facts = estimate::case_facts(sources), .date = inputs.date};
    for (const subsidy::Item& item : estimate::case_items(sources)) {
        if (std::ranges::find(general.measures, item.type) == general.measures.end()) continue;
        example.facts.insert(item.facts.begin(), item.facts.end());
        example.facts.insert_or_assign("measure.type", item.type);
        break;
    }
    return example;
}

template <class Change>
void emit_clause(Ui& ui, const AppState& state, Change change) {
    emit_view(ui, state, [&](View& view) { change(view.clause); });
}

void draw_text(Ui& ui, const AppState& state, const Rect& rect, const char* id,
               std::string CountyClause::*part) {
    const std::string key = std::string("clause.") + id;
    const std::string empty = key + ".empty";
    const auto typed =
        field(ui, key, rect,
              {.label = ui.word(key), .value = state.view.clause.*part, .empty = ui.word(empty)});
    if (typed) emit_clause(ui, state, [&](CountyClause& c) { c.*part = *typed; });
}

std::optional<double> draw_number(Ui& ui, const Rect& rect, const char* id, const char* unit,
                                  std::optional<double> value, double most) {
    const std::string key = std::string("clause.") + id;
    return number_field(ui, key, rect,
                        {.key = key,
                         .unit_key = unit,
                         .value = value,
                         .most = most,
                         .decimals = value && *value != std::round(*value) ? 2 : 0});
}

Money yuan_of(double yuan) { return Money::yuan(1).multiply_rounded(yuan); }

void draw_basis(Ui& ui, const AppState& state, const Rect& rect) {
    std::vector<std::string> labels;
    for (const char* key : {"clause.fixed", "clause.per_m2", "clause.per_kw", "clause.share"}) {
        labels.emplace_back(ui.word(key));
    }
    const int now = static_cast<int>(state.view.clause.basis);
    const auto chosen = segmented(ui, "clause.basis", rect, labels, now);
    if (!chosen) return;
    emit_clause(ui, state, [&](CountyClause& c) { c.basis = static_cast<GrantBasis>(*chosen); });
}

/// When it holds, what it grants and at most.
void draw_amount(Ui& ui, const AppState& state, Rect row) {
    const CountyClause& clause = state.view.clause;
    constexpr double most_yuan = 200000;
    draw_text(ui, state, column(row, 0, 4, 14), "from", &CountyClause::from);
    draw_text(ui, state, column(row, 1, 4, 14), "to", &CountyClause::to);
    const Rect grant = column(row, 2, 4, 14);
    if (clause.basis == GrantBasis::ShareOfCost) {
        const auto share = draw_number(
            ui, grant, "per_cent", "unit.percent",
            clause.per_cent > 0 ? std::optional<double>(clause.per_cent) : std::nullopt, 100);
        if (share) {
            emit_clause(ui, state, [&](CountyClause& c) {
                c.per_cent = static_cast<int>(std::lround(*share));
            });
        }
    } else {
        const auto each = draw_number(
            ui, grant, "each", "unit.yuan",
            clause.each > Money{} ? std::optional(clause.each.in_yuan()) : std::nullopt, most_yuan);
        if (each) emit_clause(ui, state, [&](CountyClause& c) { c.each = yuan_of(*each); });
    }
    const auto cap = draw_number(ui, column(row, 3, 4, 14), "cap", "unit.yuan",
                                 clause.cap.value_or(Money{}).in_yuan(), most_yuan);
    if (!cap) return;
    emit_clause(ui, state, [&](CountyClause& c) {
        c.cap = *cap > 0 ? std::optional(yuan_of(*cap)) : std::nullopt;
    });
}

/// `外墙保温 89.13 m² 12,033 元`: what the hand has to go by.
std::string example_words(const Ui& ui, const subsidy::Example& example) {
    std::string words;
    const auto type = example.facts.find("measure.type");
    if (type != example.facts.end()) {
        words = ui.word("fact_value." + std::get<std::string>(type->second));
    }
    const auto add = [&](const char* fact, double by, std::string_view unit) {
        const auto found = example.facts.find(fact);
        if (found == example.facts.end()) return;
        const double value = std::get<double>(found->second) * by;
        words += "  " + formatted(value, value == std::round(value) ? 0 : 2) + " ";
        words += unit;
    };
    add("measure.insulated_area_m2", 1.0, "m²");
    add("measure.heat_w", 0.001, "kW");
    add("measure.pv_w", 0.001, "kW");
    add("measure.cost_fen", 0.01, ui.word("unit.yuan"));
    return words;
}

/// What the clause says of this household; nothing while fields before it are open.
std::optional<subsidy::Finding> finding_of(const AppState& state, const subsidy::Rule& general,
                                           const estimate::Estimate& e) {
    CountyClause whole = state.view.clause;
    if (!whole.by_hand) whole.by_hand = Money{};
    if (!subsidy::open_field(whole).empty()) return std::nullopt;
    return subsidy::tried(whole, general, state.reference->rules, example_of(state, e, general));
}

/// The household at the table by hand and by the clause; answers whether they agree.
bool draw_example(Ui& ui, const AppState& state, const std::optional<subsidy::Finding>& finding,
                  const std::string& words, Rect row) {
    const CountyClause& clause = state.view.clause;
    constexpr double most_yuan = 200000;
    const Rect left = row.cut_left(row.w / 2 - 8, 16);
    const auto by_hand = draw_number(
        ui, left, "by_hand", "unit.yuan",
        clause.by_hand ? std::optional(clause.by_hand->in_yuan()) : std::nullopt, most_yuan);
    if (by_hand) emit_clause(ui, state, [&](CountyClause& c) { c.by_hand = yuan_of(*by_hand); });
    ui.text(row.cut_top(24), words, type::note, Role::Soil2);
    row.h = 52;
    if (!finding) {
        ui.paragraph(row, ui.word("clause.not_yet"), type::note, Role::Soil2);
        return false;
    }
    const bool eligible = finding->state == subsidy::State::Eligible && finding->amount;
    if (!eligible) {
        ui.paragraph(row, ui.word("clause.not_this_one"), type::note, Role::Brick);
        return false;
    }
    const bool same = clause.by_hand == finding->amount;
    const std::string says = ui.words()("clause.says", {formatted(finding->amount->in_yuan(), 2)});
    ui.paint().icon(same ? "check" : "cross", row.cut_left(22, 10),
                    ui.colour(same ? Role::Pine : Role::Brick));
    ui.paragraph(row, says, type::label, same ? Role::Pine : Role::Brick);
    return same;
}

}  // namespace

void draw_clause_dialog(Ui& ui, const AppState& state) {
    const auto& rules = state.reference->rules;
    const auto general = std::ranges::find(rules, state.view.clause.general_id, &subsidy::Rule::id);
    const estimate::Estimate* e = shown_estimate(state);
    const bool known = state.open && general != rules.end() && e != nullptr;
    DialogFrame frame(ui, {900, 560},
                      known ? std::string_view(general->title_zh) : std::string_view(),
                      ui.word("clause.note"));
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    bool proven = false;
    if (known) {
        Rect row = rest.cut_top(field_height, 2);
        draw_text(ui, state, row.cut_left(row.w * 0.6F, 16), "doc_title", &CountyClause::doc_title);
        draw_text(ui, state, row, "doc_no", &CountyClause::doc_no);
        draw_basis(ui, state, rest.cut_top(50, 10));
        draw_amount(ui, state, rest.cut_top(field_height, 2));
        const auto finding = finding_of(state, *general, *e);
        const std::string words = example_words(ui, example_of(state, *e, *general));
        proven = draw_example(ui, state, finding, words, rest.cut_top(field_height, 2));
        proven = proven && subsidy::open_field(state.view.clause).empty();
    }
    frame.end_content(rest.y);
    if (frame.harmless("dialog.close", ui.word("clause.later"))) ui.emit(CloseDialog{});
    if (frame.primary("clause.keep", ui.word("clause.keep"), proven)) {
        const subsidy::Example example = example_of(state, *e, *general);
        ui.emit(KeepClause{subsidy::id_of(state.view.clause),
                           subsidy::rules_document(state.view.clause, *general),
                           subsidy::cases_document(state.view.clause, *general, example)});
    }
}

}  // namespace longju::kiosk
