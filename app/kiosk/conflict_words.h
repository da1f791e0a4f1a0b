// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "kiosk/conflict.h"
#include "kiosk/state.h"
#include "kiosk/ui.h"

/// Fields of a visit and their values in plain words.
namespace longju::kiosk {

/// What is decided in a row: 户主姓名, 去年烧的原煤, 房子的形状.
std::string row_title(const Ui& ui, const AppState& state, const ConflictRow& row);

/// What one line is; empty where the title of its row says it.
std::string field_label(const Ui& ui, const ConflictRow& row, const ConflictField& field);

/// The value as people write it, with its unit; 没有 where there is none.
std::string value_text(const Ui& ui, const AppState& state, const ConflictField& field,
                       const ConflictValue& value);

}  // namespace longju::kiosk
