// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "sync/parcel.h"

/// What stands inside the seal of a parcel: a manifest, then revisions, private values and photos,
/// each a blob named by its SHA-256.
namespace longju::sync {

/// BadInput when a limit would be passed.
Result<std::string> contents_bytes(const Parcel& parcel);

/// What of it can be read, in the order of the bytes: all when `problem` is empty.
struct Contents {
    Parcel parcel;
    std::optional<Error> problem;
};
/// Everything is checked as in `open_parcel`; the manifest must name `header`'s package, sender and
/// recipients, so that no body can be sent under another's name.
Contents read_contents(std::string_view bytes, const ParcelHeader& header);

/// A refusal for damage, saying what to do.
Error damaged(std::string_view what);

}  // namespace longju::sync
