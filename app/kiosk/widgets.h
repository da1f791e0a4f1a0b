// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kiosk/ui.h"

/// The components of kiosk.md section 6. Each takes a dotted id and the rectangle it may fill,
/// draws itself and answers what the person did in this frame.
namespace longju::kiosk {

enum class ButtonKind {
    Secondary,
    Primary,    ///< One per screen, bottom right.
    Quiet,      ///< No edge, no fill.
    Attention,  ///< Dashed: something is still open.
    Dark,       ///< On the rail and on toasts.
};

struct ButtonLook {
    ButtonKind kind = ButtonKind::Secondary;
    std::string_view icon;        ///< Left of the label.
    std::string_view icon_after;  ///< Right of it.
    bool enabled = true;
    bool on = false;  ///< Chosen, as the layers over the house are: gold.
};

bool button(Ui& ui, const std::string& id, const Rect& rect, std::string_view label,
            const ButtonLook& look = {});
/// The width at which the label fits with its icons.
float button_width(const Ui& ui, std::string_view label, const ButtonLook& look = {});

/// White card with its edge and the shade under it; `selected` draws the dark edge inward.
void card(Ui& ui, const Rect& rect, bool selected = false);
/// A card as a target.
bool card_button(Ui& ui, const std::string& id, const Rect& rect, bool selected = false);

void check_box(Ui& ui, const Rect& square, bool on);
/// One thing that is there or not, as a card with a check box; answers whether it was pressed.
bool tick_card(Ui& ui, const std::string& id, const Rect& rect, std::string_view words, bool on);
void radio_dot(Ui& ui, Point centre, bool on);
void toggle_picture(Ui& ui, const Rect& rect, bool on);

/// Two to six choices side by side, `selected` < 0 for none. Answers the one that was pressed.
std::optional<int> segmented(Ui& ui, const std::string& id, const Rect& rect,
                             std::span<const std::string> labels, int selected);
float segmented_width(const Ui& ui, std::span<const std::string> labels);

/// `value` between 0 and 1; answers the new one while it is moved. Arrow keys step by `step`.
std::optional<float> slider(Ui& ui, const std::string& id, const Rect& rect, float value,
                            float step);

enum class ChipState { Verified, Estimate, Pending, History, NotMet, Exported, Neutral };
/// Colour, edge and icon change together. Answers the width.
float chip(Ui& ui, Point top_left, ChipState state, std::string_view text);
float chip_width(const Ui& ui, std::string_view text);
/// The same with its right end given.
float chip_right(Ui& ui, Point top_right, ChipState state, std::string_view text);

enum class FieldState { Rest, Estimated, Unusual, Impossible, Missing };
struct FieldLook {
    std::string_view label;
    std::string_view value;
    std::string_view unit;
    std::string_view note;     ///< Plausible range or origin, over the right end.
    std::string_view message;  ///< Under the box; its space is always kept.
    std::string_view empty;    ///< Shown in an empty box.
    FieldState state = FieldState::Rest;
    bool number = false;  ///< Takes digits, one point, and a sign.
    std::string_view icon;
    /// Stands in the box instead of the value, which is then typed anew from an empty box; Esc puts
    /// the value back.
    std::string_view masked;
};
inline constexpr float field_height = 24 + 52 + 26;
/// A text box with label and message. Answers the text after each change.
std::optional<std::string> field(Ui& ui, const std::string& id, const Rect& rect,
                                 const FieldLook& look);
/// Only the box, for search.
std::optional<std::string> text_box(Ui& ui, const std::string& id, const Rect& rect,
                                    const FieldLook& look);

/// `draft` after the keys and text of `input`; nothing when nothing changed.
std::optional<Draft> edited(const Draft& draft, const Input& input, bool number);

/// Number with its unit small beside it, on one baseline. Answers the width.
float number_with_unit(Ui& ui, Point left_centre, std::string_view number, std::string_view unit,
                       const Type& type, Role role = Role::Soil);
float number_with_unit_width(const Ui& ui, std::string_view number, std::string_view unit,
                             const Type& type);

/// Seven bars: done soil, here corn, open paper.
void progress_of_seven(Ui& ui, Point top_left, int here);

/// A line with an icon, a text and a value at the right, as on cards.
void fact_row(Ui& ui, const Rect& rect, std::string_view icon, std::string_view text,
              std::string_view value);
void hairline(Ui& ui, const Rect& under);

/// Dashed card with a drawing, one line that says what is not there and one how to get it.
void empty_state(Ui& ui, const Rect& rect, std::string_view what, std::string_view how);

/// Change against 现在: a drawn triangle and a number, pine when better.
float change(Ui& ui, Point left_centre, bool up, bool better, std::string_view text);

}  // namespace longju::kiosk
