// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace longju::photo {

/// A photo that is kept is no wider and no higher: enough for a page of paper at 200 dots an inch.
inline constexpr int longest_side_px = 1600;

/// What is kept of a camera's file: the picture, upright and small, as JPEG, and nothing that says
/// where, when and with which device it was taken. A small file that holds only its picture stays
/// as it is. The same file gives the same bytes. Refuses as `decoded` does.
Result<std::string> kept_form(std::string_view bytes);

}  // namespace longju::photo
