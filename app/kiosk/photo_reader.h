// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <string>

#include "core/result.h"
#include "photo/pixels.h"

namespace longju::kiosk {

/// The picture of a kept photo, by its SHA-256, small enough for a size. May be called on any
/// thread, and copied.
using PhotoReader =
    std::function<Result<photo::Pixels>(const std::string& sha256, photo::Size most)>;

}  // namespace longju::kiosk
