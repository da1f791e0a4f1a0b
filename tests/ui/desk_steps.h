// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "ui/counter.h"

/// What the tests of handing over do at a desk.
namespace longju::kiosk::testing {

/// Makes the store the desk of 兰西县; its key pack as on a stick.
std::string key_pack(Counter& county);

/// The dialog of handing over, with the counter's own folder as the stick.
void open_desk(Sitting& at);
/// The parcel, receipt or key pack by its path.
void take(Sitting& at, const std::string& file);

/// The parcels in a counter's own folder.
std::vector<std::string> parcels_of(const Counter& counter);
/// The only one.
std::string parcel_of(const Counter& counter);

}  // namespace longju::kiosk::testing
