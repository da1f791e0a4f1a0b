// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <array>
#include <mutex>
#include <string_view>
#include <vector>

#include "sheet/painter.h"

namespace longju::sheet {

/// One font file as FreeType and Cairo see it. Cairo owns it, and keeps it for a while after the
/// last text.
struct Face {
    FT_Face ft = nullptr;
    cairo_font_face_t* cairo = nullptr;
};

struct FontSet::Faces {
    Face regular, bold, rare;
    mutable std::mutex in_use;  ///< One page at a time: FreeType's faces are not shared.

    Faces() = default;
    Faces(const Faces&) = delete;
    Faces& operator=(const Faces&) = delete;
    ~Faces();

    /// The face that has `point`, in the order of fallback; nullptr when none has.
    const Face* face_for(char32_t point, bool bold) const;
};

/// Draws one line of text at the current transformation (millimetres).
void paint_text(cairo_t* context, const FontSet::Faces& faces, const drawing::Text& text);

}  // namespace longju::sheet
