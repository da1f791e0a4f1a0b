// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/result.h"
#include "drawing/image.h"
#include "sheet/page.h"

/// Replays pages into a PDF or into pixels. The only part of the sheets that knows fonts.
namespace longju::sheet {

/// The font files a sheet is set in: Noto Sans CJK SC Regular and Bold, and HanaMinB for the Han
/// characters of the supplementary plane they lack. Cheap to move, opened once.
class FontSet {
public:
    /// Looks beside the program (`share/fonts`), then where the system keeps fonts. `Missing` names
    /// the packages to install when there is no Noto Sans CJK; HanaMinB may be absent.
    static Result<FontSet> load();
    static Result<FontSet> load_from(const std::filesystem::path& regular,
                                     const std::filesystem::path& bold,
                                     const std::filesystem::path& rare);

    FontSet(FontSet&&) noexcept;
    FontSet& operator=(FontSet&&) noexcept;
    ~FontSet();

    struct Faces;
    Faces& faces() const { return *faces_; }

private:
    explicit FontSet(std::unique_ptr<Faces> faces);
    std::unique_ptr<Faces> faces_;
};

/// The PDF's bytes: fonts embedded as subsets, text in reading order, creation date from the sheet,
/// so that the same sheet is the same bytes.
Result<std::string> pdf_of(const Sheet& sheet, const FontSet& fonts);

/// One page as pixels on white.
Result<drawing::Image> paint_page(const Page& page, const FontSet& fonts, double dpi);

/// A photo alone as pixels on white, as large as its box.
Result<drawing::Image> paint_photo(const drawing::Photo& photo, double dpi);

/// The library that paints and its version, `cairo 1.16.0`: the PDF's bytes depend on it.
std::string painter_version();

/// A picture as PNG bytes.
Result<std::string> png_of(const drawing::Image& image);

}  // namespace longju::sheet
