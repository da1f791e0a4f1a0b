// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "kiosk/widgets.h"

/// What the dialogs of an office have in common: columns that scroll by themselves, which stand on
/// top of each other and scroll together in a narrow window.
namespace longju::kiosk {

/// One column: draws from the top of `rows` and cuts off what it used.
struct OfficeColumn {
    std::string id;
    float share = 1;  ///< Of the width.
    std::function<void(Rect& rows)> draw;
};

void draw_office_columns(Ui& ui, const std::string& id, Rect area,
                         std::span<const OfficeColumn> columns);

/// A row of a list that one chooses from; answers whether it was pressed.
bool choice_row(Ui& ui, const std::string& id, Rect& rows, std::string_view text, bool on);
void column_heading(Ui& ui, Rect& rows, std::string_view text);
/// A value between two arrows; answers −1, 0 or 1.
int stepper(Ui& ui, const std::string& id, const Rect& rect, std::string_view value);

}  // namespace longju::kiosk
