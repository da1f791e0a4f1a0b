// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>

#include "storage/list_file.h"

namespace longju::cli {

/// A county's list of so many made-up households, up to 100,000, as read from a file: for
/// measuring. The same each time; every ID number is another one and passes its check.
storage::ListTable sample_list(std::size_t households);

}  // namespace longju::cli
