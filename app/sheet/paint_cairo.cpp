// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cairo-pdf.h>
#include <cairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <numbers>

#include <fmt/format.h>

#include "sheet/paint_faces.h"
#include "sheet/paint_hatch.h"
#include "sheet/paint_photo.h"
#include "sheet/paint_qr.h"

namespace longju::sheet {

namespace {

using drawing::Dash;
using drawing::Fill;
using drawing::Pattern;

constexpr double pt_per_mm = 72.0 / 25.4;

void set_dash(cairo_t* c, Dash dash) {
    static constexpr std::array<double, 2> dashed = {1.6, 1.0};
    static constexpr std::array<double, 4> chain = {6.0, 1.0, 1.0, 1.0};
    switch (dash) {
        case Dash::Solid:
            cairo_set_dash(c, nullptr, 0, 0);
            break;
        case Dash::Dashed:
            cairo_set_dash(c, dashed.data(), 2, 0);
            break;
        case Dash::Chain:
            cairo_set_dash(c, chain.data(), 4, 0);
            break;
    }
}

/// Fills, hatches and strokes the current path.
void finish(cairo_t* c, Fill fill, Pattern pattern, double spacing, double pen, Dash dash) {
    if (fill != Fill::None) {
        const double ink = fill == Fill::White ? 1.0 : 0.0;
        cairo_set_source_rgb(c, ink, ink, ink);
        cairo_fill_preserve(c);
    }
    cairo_set_source_rgb(c, 0, 0, 0);
    if (pattern != Pattern::None) {
        cairo_path_t* outline = cairo_copy_path(c);
        paint_hatch(c, pattern, spacing);
        cairo_append_path(c, outline);
        cairo_path_destroy(outline);
    }
    if (pen > 0.0) {
        cairo_set_line_width(c, pen);
        set_dash(c, dash);
        cairo_stroke(c);
        set_dash(c, Dash::Solid);
    }
    cairo_new_path(c);
}

struct Painter {
    cairo_t* c;
    const FontSet::Faces& faces;

    void operator()(const drawing::Line& l) const {
        cairo_set_source_rgb(c, 0, 0, 0);
        cairo_move_to(c, l.from.x_mm, l.from.y_mm);
        cairo_line_to(c, l.to.x_mm, l.to.y_mm);
        cairo_set_line_width(c, l.pen_mm);
        set_dash(c, l.dash);
        cairo_stroke(c);
        set_dash(c, Dash::Solid);
    }
    void operator()(const drawing::Shape& s) const {
        for (const drawing::PaperPoint& p : s.points) cairo_line_to(c, p.x_mm, p.y_mm);
        if (s.closed) cairo_close_path(c);
        finish(c, s.fill, s.pattern, s.spacing_mm, s.pen_mm, s.dash);
    }
    void operator()(const drawing::Box& b) const {
        if (b.width_mm <= 0.0 || b.height_mm <= 0.0) return;
        const double r = std::min({b.radius_mm, b.width_mm / 2, b.height_mm / 2});
        if (r <= 0.0) {
            cairo_rectangle(c, b.x_mm, b.y_mm, b.width_mm, b.height_mm);
        } else {
            constexpr double quarter = std::numbers::pi / 2;
            const double x1 = b.x_mm + b.width_mm;
            const double y1 = b.y_mm + b.height_mm;
            cairo_new_sub_path(c);
            cairo_arc(c, x1 - r, b.y_mm + r, r, -quarter, 0);
            cairo_arc(c, x1 - r, y1 - r, r, 0, quarter);
            cairo_arc(c, b.x_mm + r, y1 - r, r, quarter, 2 * quarter);
            cairo_arc(c, b.x_mm + r, b.y_mm + r, r, 2 * quarter, 3 * quarter);
            cairo_close_path(c);
        }
        finish(c, b.fill, b.pattern, b.spacing_mm, b.pen_mm, b.dash);
    }
    void operator()(const drawing::Arc& a) const {
        constexpr double radian = std::numbers::pi / 180.0;
        cairo_new_sub_path(c);
        cairo_arc(c, a.centre.x_mm, a.centre.y_mm, a.radius_mm, a.from_deg * radian,
                  a.to_deg * radian);
        finish(c, a.fill, a.pattern, 0.8, a.pen_mm, Dash::Solid);
    }
    void operator()(const drawing::Text& t) const {
        if (!t.upright) return paint_text(c, faces, t);
        cairo_save(c);
        cairo_translate(c, t.at.x_mm, t.at.y_mm);
        cairo_rotate(c, -std::numbers::pi / 2.0);
        drawing::Text level = t;
        level.at = {0.0, 0.0};
        paint_text(c, faces, level);
        cairo_restore(c);
    }
    void operator()(const drawing::Qr& q) const { paint_qr(c, q); }
    void operator()(const drawing::Photo& p) const { paint_photo(c, p); }
};

void paint(cairo_t* context, const Page& page, const FontSet& fonts) {
    const Painter painter{context, fonts.faces()};
    cairo_save(context);
    if (page.part) {
        cairo_rectangle(context, page.part->at_mm, 0.0, page.part->width_mm, page.height_mm);
        cairo_clip(context);
        cairo_translate(context, page.part->at_mm - page.part->from_mm, 0.0);
    }
    for (const drawing::Mark& mark : page.marks) std::visit(painter, mark);
    cairo_restore(context);
    for (const drawing::Mark& mark : page.margin) std::visit(painter, mark);
}

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

std::unexpected<Error> refused(cairo_status_t status) {
    return fail(ErrorKind::Io,
                fmt::format("the page could not be drawn: {}", cairo_status_to_string(status)));
}

/// What `draw` draws in millimetres, on white.
template <class Draw>
Result<drawing::Image> image_of(double width_mm, double height_mm, double dpi, Draw draw) {
    const double scale = dpi / 25.4;
    const int width = static_cast<int>(std::lround(width_mm * scale));
    const int height = static_cast<int>(std::lround(height_mm * scale));
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t* context = cairo_create(surface);
    cairo_set_source_rgb(context, 1, 1, 1);
    cairo_paint(context);
    cairo_scale(context, scale, scale);
    draw(context);
    const cairo_status_t status = cairo_status(context);
    cairo_destroy(context);
    if (status != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        return refused(status);
    }
    cairo_surface_flush(surface);
    drawing::Image image{width, height, {}};
    image.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(data + std::ptrdiff_t{y} * stride);
        for (int x = 0; x < width; ++x) image.pixels.push_back(drawing::rgb(row[x] & 0xFFFFFFU));
    }
    cairo_surface_destroy(surface);
    return image;
}

}  // namespace

Result<std::string> pdf_of(const Sheet& sheet, const FontSet& fonts) {
    const std::scoped_lock lock(fonts.faces().in_use);
    std::string bytes;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(append, &bytes, 595.0, 842.0);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, sheet.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, sheet.subject.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Longju");
    // Without a fixed date the same sheet would be other bytes every second.
    const std::string date = sheet.date + "T00:00:00+08:00";
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    cairo_t* context = cairo_create(surface);
    std::string keywords;
    int number = 0;
    for (const Page& page : sheet.pages) {
        ++number;
        if (!page.title.empty()) {
            const std::string place = fmt::format("page={} pos=[0 0]", number);
            cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, page.title.c_str(),
                                          place.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
            keywords += (keywords.empty() ? "" : ", ") + page.title;
        }
        cairo_pdf_surface_set_size(surface, page.width_mm * pt_per_mm, page.height_mm * pt_per_mm);
        cairo_save(context);
        cairo_scale(context, pt_per_mm, pt_per_mm);
        paint(context, page, fonts);
        cairo_restore(context);
        cairo_show_page(context);
    }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, keywords.c_str());
    const cairo_status_t status = cairo_status(context);
    cairo_destroy(context);
    cairo_surface_finish(surface);
    const cairo_status_t finished = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) return refused(status);
    if (finished != CAIRO_STATUS_SUCCESS) return refused(finished);
    return bytes;
}

Result<drawing::Image> paint_page(const Page& page, const FontSet& fonts, double dpi) {
    const std::scoped_lock lock(fonts.faces().in_use);
    return image_of(page.width_mm, page.height_mm, dpi,
                    [&](cairo_t* context) { paint(context, page, fonts); });
}

Result<drawing::Image> paint_photo(const drawing::Photo& photo, double dpi) {
    drawing::Photo alone = photo;
    alone.x_mm = alone.y_mm = 0.0;
    return image_of(photo.width_mm, photo.height_mm, dpi,
                    [&](cairo_t* context) { paint_photo(context, alone); });
}

std::string painter_version() { return std::string("cairo ") + cairo_version_string(); }

Result<std::string> png_of(const drawing::Image& image) {
    cairo_surface_t* surface =
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height);
    cairo_surface_flush(surface);
    unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < image.height; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(data + std::ptrdiff_t{y} * stride);
        for (int x = 0; x < image.width; ++x) {
            const drawing::Colour& p =
                image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                             static_cast<std::size_t>(x)];
            const auto pre = [&](std::uint32_t v) { return (v * p.a + 127U) / 255U; };
            row[x] = std::uint32_t{p.a} << 24U | pre(p.r) << 16U | pre(p.g) << 8U | pre(p.b);
        }
    }
    cairo_surface_mark_dirty(surface);
    std::string bytes;
    const cairo_status_t status = cairo_surface_write_to_png_stream(surface, append, &bytes);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) return refused(status);
    return bytes;
}

}  // namespace longju::sheet

#ifdef __SANITIZE_ADDRESS__
/// Cairo 1.16 forgets one small array a PDF page (its structure tree, which we do not use); the
/// leak checker must not take it for ours. The name is the checker's.
extern "C" const char* __lsan_default_suppressions();   // NOLINT(bugprone-reserved-identifier)
extern "C" const char* __lsan_default_suppressions() {  // NOLINT(bugprone-reserved-identifier)
    return "leak:libcairo.so";
}
#endif
