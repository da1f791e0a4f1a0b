// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/paint_faces.h"

#include <cairo-ft.h>
#include <memory>

#include <fmt/format.h>

#include "core/text.h"
#include "sheet/font_files.h"
#include "sheet/type.h"

namespace longju::sheet {

namespace {

constexpr long simplified_chinese_face = 2;  // Of the NotoSansCJK collections.

/// A face in a library of its own: it ends with the last that Cairo keeps of it, whenever and on
/// whatever thread that is.
struct KeptFace {
    KeptFace() = default;
    KeptFace(const KeptFace&) = delete;
    KeptFace& operator=(const KeptFace&) = delete;
    ~KeptFace() {
        if (ft != nullptr) FT_Done_Face(ft);
        if (library != nullptr) FT_Done_FreeType(library);
    }

    FT_Library library = nullptr;
    FT_Face ft = nullptr;
};
const cairo_user_data_key_t kept_face{};

bool open(const std::filesystem::path& file, Face& face) {
    if (file.empty()) return false;
    const std::string name = file.string();
    const bool collection = file.extension() == ".ttc";
    auto kept = std::make_unique<KeptFace>();
    const bool opened = FT_Init_FreeType(&kept->library) == 0 &&
                        FT_New_Face(kept->library, name.c_str(),
                                    collection ? simplified_chinese_face : 0, &kept->ft) == 0;
    if (!opened) return false;
    face.ft = kept->ft;
    face.cairo = cairo_ft_font_face_create_for_ft_face(face.ft, FT_LOAD_NO_HINTING);
    const auto end = [](void* of) { delete static_cast<KeptFace*>(of); };
    const bool taken = cairo_font_face_set_user_data(face.cairo, &kept_face, kept.get(), end) ==
                       CAIRO_STATUS_SUCCESS;
    if (taken) return (void)kept.release(), true;
    cairo_font_face_destroy(face.cairo);
    face = {};
    return false;
}

/// Glyphs of one face in a row, with one cluster a character so that the PDF's text comes back.
struct GlyphRun {
    const Face* face = nullptr;
    std::string utf8;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
};

double advance_mm(const Face& face, FT_UInt glyph, double size_mm) {
    if (FT_Load_Glyph(face.ft, glyph, FT_LOAD_NO_SCALE) != 0) return size_mm;
    return static_cast<double>(face.ft->glyph->advance.x) / face.ft->units_per_EM * size_mm;
}

void show(cairo_t* context, GlyphRun& run, double size_mm) {
    if (run.glyphs.empty()) return;
    cairo_set_font_face(context, run.face->cairo);
    cairo_set_font_size(context, size_mm);
    cairo_show_text_glyphs(context, run.utf8.c_str(), static_cast<int>(run.utf8.size()),
                           run.glyphs.data(), static_cast<int>(run.glyphs.size()),
                           run.clusters.data(), static_cast<int>(run.clusters.size()),
                           static_cast<cairo_text_cluster_flags_t>(0));
    run = {};
}

/// A character no font has: its code point in a thin box, one em wide.
void show_missing(cairo_t* context, const FontSet::Faces& faces, char32_t point, double x, double y,
                  double size_mm) {
    cairo_set_line_width(context, 0.13);
    cairo_rectangle(context, x + 0.1, y - size_mm * 0.86, size_mm - 0.2, size_mm);
    cairo_stroke(context);
    const std::string hex = fmt::format("{:X}", static_cast<std::uint32_t>(point));
    const auto half = static_cast<std::ptrdiff_t>(hex.size() / 2);
    const double small_pt = size_mm * 0.36 / drawing::mm_per_pt;
    const std::string upper(hex.begin(), hex.begin() + half);
    const std::string lower(hex.begin() + half, hex.end());
    for (const auto& [part, up] : {std::pair(upper, 0.44), std::pair(lower, 0.02)}) {
        drawing::Text t{{x + size_mm / 2.0, y - up * size_mm}, part, small_pt};
        t.anchor = drawing::Anchor::Middle;
        paint_text(context, faces, t);
    }
}

}  // namespace

FontSet::Faces::~Faces() {
    for (Face* face : {&regular, &bold, &rare}) {
        if (face->cairo != nullptr) cairo_font_face_destroy(face->cairo);
    }
}

const Face* FontSet::Faces::face_for(char32_t point, bool is_bold) const {
    for (const Face* face : {is_bold ? &bold : &regular, &regular, &rare}) {
        if (face->ft != nullptr && FT_Get_Char_Index(face->ft, point) != 0) return face;
    }
    return nullptr;
}

FontSet::FontSet(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

Result<FontSet> FontSet::load_from(const std::filesystem::path& regular,
                                   const std::filesystem::path& bold,
                                   const std::filesystem::path& rare) {
    auto faces = std::make_unique<Faces>();
    if (!open(regular, faces->regular) || !open(bold, faces->bold)) {
        return fail(ErrorKind::Missing,
                    "the font Noto Sans CJK SC (Regular and Bold) is not installed; install the "
                    "package fonts-noto-cjk");
    }
    open(rare, faces->rare);
    return FontSet(std::move(faces));
}

Result<FontSet> FontSet::load() {
    const FontFiles files = find_font_files();
    return load_from(files.regular, files.bold, files.rare);
}

void paint_text(cairo_t* context, const FontSet::Faces& faces, const drawing::Text& text) {
    const double size_mm = text.size_pt * drawing::mm_per_pt;
    const double width = text_width_mm(text.text, text.size_pt, text.bold);
    double x = text.at.x_mm;
    if (text.anchor == drawing::Anchor::Middle) x -= width / 2.0;
    if (text.anchor == drawing::Anchor::Right) x -= width;
    if (text.on_white) {
        constexpr double more = 0.3;
        cairo_set_source_rgb(context, 1, 1, 1);
        cairo_rectangle(context, x - more, text.at.y_mm - size_mm * 0.88 - more, width + 2 * more,
                        size_mm * 1.04 + 2 * more);
        cairo_fill(context);
    }
    const double ink = text.white ? 1.0 : 0.0;
    cairo_set_source_rgb(context, ink, ink, ink);
    GlyphRun run;
    for (const char32_t point : code_points(text.text)) {
        const Face* face = faces.face_for(point, text.bold);
        if (face == nullptr) {
            show(context, run, size_mm);
            show_missing(context, faces, point, x, text.at.y_mm, size_mm);
            x += size_mm;
            continue;
        }
        if (run.face != face) show(context, run, size_mm);
        run.face = face;
        const FT_UInt glyph = FT_Get_Char_Index(face->ft, point);
        const std::string bytes = utf8(std::u32string(1, point));
        run.utf8 += bytes;
        run.glyphs.push_back({glyph, x, text.at.y_mm});
        run.clusters.push_back({static_cast<int>(bytes.size()), 1});
        x += advance_mm(*face, glyph, size_mm);
    }
    show(context, run, size_mm);
}

}  // namespace longju::sheet
