// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace longju {

/// Seconds since 1970-01-01T00:00Z of a wall time with its zone, `2026-11-25T10:00:00+08:00`, as
/// `storage::wall_time` writes it. A `?` at the end, the mark of a clock that was not trusted, is
/// read over. Nothing for any other form.
std::optional<std::int64_t> unix_seconds(std::string_view iso);

}  // namespace longju
