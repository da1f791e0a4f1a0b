// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

#include "core/result.h"
#include "photo/pixels.h"

/// What stands in a camera's file beside the picture: which way up it is, and where, when and with
/// which device it was taken.
namespace longju::photo {

enum class Format { Jpeg, Png };

struct CameraFile {
    Format format = Format::Jpeg;
    Size size;            ///< As stored, before it is turned upright.
    int orientation = 1;  ///< Of `upright`.
    bool bare = true;     ///< Nothing is in the file but the picture.
};

/// Goes through all parts of a file without decoding the picture. BadInput for another format,
/// which it names when it is a camera's; Damaged when a part is cut off or altered.
Result<CameraFile> examine(std::string_view bytes);

}  // namespace longju::photo
