// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/screens/household_person.h"

#include <optional>
#include <string>

#include "house/id_number.h"
#include "house/mask.h"
#include "kiosk/edits.h"
#include "kiosk/widgets.h"
#include "sheet/paper.h"

namespace longju::kiosk {
namespace {

using house::IdPrefix;
using house::IdProblem;

constexpr float eye_width = 52;
constexpr float number_height = field_height;
constexpr float consent_height = 52;
constexpr float side_by_side_from = 480;

std::string_view problem_key(IdProblem problem) {
    switch (problem) {
        case IdProblem::Empty:
            break;
        case IdProblem::OldNumber:
            return "id.problem.old";
        case IdProblem::Length:
            return "id.problem.length";
        case IdProblem::Characters:
            return "id.problem.characters";
        case IdProblem::NoSuchDay:
            return "id.problem.day";
        case IdProblem::InFuture:
            return "id.problem.future";
        case IdProblem::WrongCheck:
            return "id.problem.check";
    }
    return "household.id.empty";
}

/// Only what is worth a second look.
std::string_view prefix_key(IdPrefix prefix) {
    switch (prefix) {
        case IdPrefix::Known:
            break;
        case IdPrefix::OtherProvince:
            return "id.prefix.other";
        case IdPrefix::Unknown:
            return "id.prefix.unknown";
        case IdPrefix::NoSuchProvince:
            return "id.prefix.none";
        case IdPrefix::ResidencePermit:
            return "id.prefix.permit";
    }
    return {};
}

/// Sex and birthday, so that a number of somebody else is noticed; then the place.
std::string told_by(const Ui& ui, const house::IdNumber& number) {
    std::string text = std::string(ui.word(number.sex == house::Sex::Male ? "id.man" : "id.woman"));
    text += " · " + iso(number.birth);
    if (!number.place_zh.empty()) text += " · " + number.place_zh;
    const std::string_view key = prefix_key(number.prefix);
    if (!key.empty()) text += " · " + std::string(ui.word(key));
    return text;
}

void draw_eye(Ui& ui, const AppState& state, const Rect& rect) {
    const auto& household = inputs_of(state).household;
    const ButtonLook look{.icon = "eye",
                          .enabled = !household.id_number.empty() || !household.phone.empty(),
                          .on = state.view.numbers_shown};
    if (button(ui, "household.show_numbers", rect, "", look)) ui.emit(ShowNumbers{});
}

void draw_phone(Ui& ui, const AppState& state, const Rect& rect) {
    const std::string& phone = inputs_of(state).household.phone;
    const std::string masked =
        state.view.numbers_shown ? std::string() : house::masked_phone(phone);
    const auto typed = field(ui, "household.phone", rect,
                             {.label = ui.word("household.phone"),
                              .value = phone,
                              .note = ui.word("household.phone.note"),
                              .number = true,
                              .masked = masked});
    if (!typed) return;
    emit_edit(ui, state, "household.phone", phrase("edit.phone"),
              [&](Inputs& inputs) { inputs.household.phone = *typed; });
}

void draw_id_number(Ui& ui, const AppState& state, Rect rect) {
    Rect eye = rect.cut_right(eye_width, 8);
    eye.cut_top(26);
    eye.h = 52;
    draw_eye(ui, state, eye);
    const std::string& kept = inputs_of(state).household.id_number;
    const bool editing = ui.draft().id == "household.id_number";
    const std::string& shown = editing ? ui.draft().text : kept;
    const auto number = house::id_number_from(shown, inputs_of(state).date);
    FieldLook look{
        .label = ui.word("household.id"), .value = kept, .empty = ui.word("household.id.empty")};
    const std::string masked = state.view.numbers_shown ? std::string() : house::masked_id(kept);
    look.masked = masked;
    std::string message;
    if (number) {
        message = told_by(ui, *number);
        const bool odd = number->prefix != IdPrefix::Known;
        look.state = odd ? FieldState::Unusual : FieldState::Rest;
    } else if (number.error() != IdProblem::Empty) {
        message = ui.word(problem_key(number.error()));
        // Half a number is no mistake while it is being typed.
        constexpr std::size_t whole = 18;
        const std::size_t size = house::normalised_id(shown).size();
        const bool half = editing && number.error() == IdProblem::Length && size < whole;
        look.state = half ? FieldState::Rest : FieldState::Impossible;
        if (half) message = ui.words()("id.problem.half", {std::to_string(whole - size)});
    }
    look.message = message;
    const auto typed = field(ui, "household.id_number", rect, look);
    if (!typed) return;
    emit_edit(ui, state, "household.id_number", phrase("edit.id_number"),
              [&](Inputs& inputs) { inputs.household.id_number = house::normalised_id(*typed); });
}

void draw_consent(Ui& ui, const AppState& state, Rect row) {
    const auto& consent = state.open->visit.consent;
    if (ui.press("household.consent", row, {.state = consent ? "on" : ""}).clicked) {
        std::optional<visit::Consent> next;
        const auto today = date_from(state.today);
        if (!consent && today) {
            next = visit::Consent{.on = *today, .text = sheet::privacy_version};
        }
        ui.emit(SetConsent{std::move(next)});
    }
    const Rect box = row.cut_left(28, 12);
    check_box(ui, {box.x, box.centre().y - 14, 28, 28}, consent.has_value());
    std::string text(ui.word("household.consent"));
    if (consent) text = ui.words()("household.consent.on", {iso(consent->on), consent->text});
    ui.text(row, text, type::label, Role::Soil);
}

}  // namespace

void draw_person(Ui& ui, const AppState& state, Rect rect) {
    const bool two = rect.w > side_by_side_from;
    Rect numbers = rect.cut_top(number_height);
    if (two) {
        draw_phone(ui, state, numbers.cut_left(numbers.w * 0.4F, 16));
        draw_id_number(ui, state, numbers);
    } else {
        draw_phone(ui, state, numbers);
        draw_id_number(ui, state, rect.cut_top(number_height));
    }
    draw_consent(ui, state, rect.cut_top(consent_height));
}

float person_height(float width) {
    return number_height * (width > side_by_side_from ? 1.0F : 2.0F) + consent_height;
}

}  // namespace longju::kiosk
