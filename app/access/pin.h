// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "access/sealing.h"
#include "core/result.h"

/// The PIN of a user: six digits that open the store's data key through Argon2id (RFC 9106, 64 MiB,
/// 3 passes), so that each guess costs a computer what it costs this one.
namespace longju::access {

inline constexpr std::size_t pin_digits = 6;

/// A data key that one PIN opens; bytes. The salt is new each time.
struct WrappedKey {
    std::string salt;
    std::string sealed;

    bool operator==(const WrappedKey&) const = default;
};

/// Six digits, nothing else.
bool is_pin(std::string_view text);

/// BadInput for what is no PIN and for the first ones a stranger tries: one digit six times, and
/// digits in a row.
Result<void> check_new_pin(std::string_view pin);

/// `user_id` binds it to its user. `Missing` when the machine has not 64 MiB left.
Result<WrappedKey> wrap(const DataKey& key, std::string_view pin, std::string_view user_id);
/// Damaged for another PIN or another user.
Result<DataKey> unwrap(const WrappedKey& wrapped, std::string_view pin, std::string_view user_id);

/// How many seconds nothing is tried after so many wrong PINs in a row: 0 up to the fourth, then
/// 30 s, 5 min, and an hour from the seventh on. Nothing is ever erased.
std::int64_t wait_after_s(int wrong_in_a_row);

}  // namespace longju::access
