// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/image.h"

/// Photos for paper: a copier that only knows black and white keeps dots, but no grey.
namespace longju::sheet {

/// Dots of the finest printer in every office.
inline constexpr double dots_per_mm = 600.0 / 25.4;

/// Brightness spread over what paper can show, lightened when most of it is dark, and edges made
/// sharp.
drawing::GreyImage printable(const drawing::GreyImage& picture);

/// The picture as black (0) and white (255) at `width` × `height` dots: 60 round dots an inch
/// at 45°, the white between them round where it is dark. Whole numbers only, so that every machine
/// prints the same.
drawing::GreyImage screened(const drawing::GreyImage& picture, int width, int height);

}  // namespace longju::sheet
