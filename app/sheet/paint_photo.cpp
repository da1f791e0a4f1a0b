// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/paint_photo.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "sheet/photo_screen.h"

namespace longju::sheet {

void paint_photo(cairo_t* context, const drawing::Photo& photo) {
    const drawing::GreyImage& picture = photo.picture;
    if (picture.empty()) return;
    const double scale = std::min(photo.width_mm / picture.width, photo.height_mm / picture.height);
    const double width_mm = picture.width * scale, height_mm = picture.height * scale;
    const double x_mm = photo.x_mm + (photo.width_mm - width_mm) / 2.0;
    const double y_mm = photo.y_mm + (photo.height_mm - height_mm) / 2.0;
    const int width = std::max(1, static_cast<int>(std::lround(width_mm * dots_per_mm)));
    const int height = std::max(1, static_cast<int>(std::lround(height_mm * dots_per_mm)));
    const drawing::GreyImage dots = screened(printable(picture), width, height);

    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_surface_flush(surface);
    unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(data + std::ptrdiff_t{y} * stride);
        const std::uint8_t* from = dots.pixels.data() + std::ptrdiff_t{y} * width;
        for (int x = 0; x < width; ++x) row[x] = from[x] * 0x010101U;
    }
    cairo_surface_mark_dirty(surface);
    cairo_save(context);
    cairo_rectangle(context, x_mm, y_mm, width_mm, height_mm);
    cairo_clip_preserve(context);
    cairo_translate(context, x_mm, y_mm);
    cairo_scale(context, width_mm / width, height_mm / height);
    cairo_set_source_surface(context, surface, 0, 0);
    // A printer gets each dot as it is; a screen shows many of them as one grey.
    const bool on_paper =
        cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_PDF;
    cairo_pattern_set_filter(cairo_get_source(context),
                             on_paper ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD);
    cairo_paint(context);
    cairo_restore(context);
    cairo_surface_destroy(surface);
    cairo_new_path(context);
    cairo_rectangle(context, x_mm, y_mm, width_mm, height_mm);
    cairo_set_source_rgb(context, 0, 0, 0);
    cairo_set_line_width(context, 0.25);
    cairo_stroke(context);
}

}  // namespace longju::sheet
