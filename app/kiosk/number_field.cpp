// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/number_field.h"

#include <fmt/format.h>

#include "core/text.h"

namespace longju::kiosk {

std::optional<double> number_field(Ui& ui, const std::string& id, const Rect& rect,
                                   const NumberSpec& spec) {
    const bool editing = ui.draft().id == id;
    std::optional<double> shown = spec.value;
    if (editing) shown = number_from(ui.draft().text);
    const bool possible = shown && *shown >= spec.least && *shown <= spec.most;
    const bool ranged = spec.usual_high > spec.usual_low;
    const bool usual =
        possible && (!ranged || (*shown >= spec.usual_low && *shown <= spec.usual_high));

    FieldLook look{.label = ui.word(spec.key), .unit = ui.word(spec.unit_key), .number = true};
    const std::string range =
        ranged ? fmt::format("{}–{}", exact(spec.usual_low), exact(spec.usual_high)) : "";
    look.note = range;
    const std::string limits =
        ui.words()("field.impossible", {exact(spec.least), exact(spec.most)});
    const std::string value =
        spec.value ? fmt::format("{:.{}f}", *spec.value, spec.decimals) : std::string();
    look.value = value;
    if (!shown) {
        look.state = FieldState::Missing;
        look.empty = ui.word("household.ask");
    } else if (!possible) {
        look.state = FieldState::Impossible;
        look.message = limits;
    } else if (!usual) {
        look.state = FieldState::Unusual;
        look.message = ui.word("field.unusual");
    } else if (spec.estimated) {
        look.state = FieldState::Estimated;
        look.note = ui.word("field.estimated");
    }
    if (!spec.problem.empty() && possible) {
        look.state = FieldState::Impossible;
        look.message = spec.problem;
    }
    const auto typed = field(ui, id, rect, look);
    if (!typed) return std::nullopt;
    const auto next = number_from(*typed);
    if (!next || *next < spec.least || *next > spec.most) return std::nullopt;
    return next;
}

}  // namespace longju::kiosk
