// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cstddef>

#include <fmt/format.h>

#include "sheet/notice_pages.h"
#include "sheet/paper.h"
#include "sheet/paper_writer.h"

/// Paper N: the photos that were chosen to be printed, six on a page.
namespace longju::sheet {

namespace {

constexpr double apart_mm = 6.0;
constexpr double photo_width_mm = (content_mm - apart_mm) / 2.0;
constexpr double photo_height_mm = 64.0;
constexpr double caption_pt = 11.0, caption_leading_mm = 5.2;
constexpr std::size_t caption_lines = 2;
constexpr double row_mm =
    photo_height_mm + 2.0 + static_cast<double>(caption_lines) * caption_leading_mm + 2.6;

/// The number and as much of the caption as its lines hold.
std::string caption_of(const SheetPhoto& photo, std::size_t number) {
    const std::string head = fmt::format("*{}*　", number);
    if (photo.caption.empty()) return head + "（没写说明）";
    const auto fits = [&](const std::string& words) {
        return broken(head + words, caption_pt, photo_width_mm).size() <= caption_lines;
    };
    const std::string whole = unmarked(photo.caption);
    if (fits(whole)) return head + whole;
    std::size_t end = whole.size();
    do {
        do {
            --end;
        } while (end > 0 && (static_cast<unsigned char>(whole[end]) & 0xC0U) == 0x80U);
    } while (end > 0 && !fits(whole.substr(0, end) + "…"));
    return head + whole.substr(0, end) + "…";
}

}  // namespace

void PaperWriter::photo(const SheetPhoto& photo, std::size_t number, double x) {
    Pen p = pen();
    if (photo.state == SheetPhoto::State::Here) {
        p.add(drawing::Photo{x, y_, photo_width_mm, photo_height_mm, photo.picture});
    } else {
        p.box({.x_mm = x,
               .y_mm = y_,
               .width_mm = photo_width_mm,
               .height_mm = photo_height_mm,
               .pen_mm = 0.25,
               .dash = drawing::Dash::Dashed});
        const char* words = photo.state == SheetPhoto::State::Missing
                                ? "这张照片不在这台电脑上"
                                : "这张照片的文件坏了，读不出来";
        p.text(x + photo_width_mm / 2.0, y_ + photo_height_mm / 2.0 + 1.5, words, 11.0, false,
               drawing::Anchor::Middle);
    }
    p.paragraph(x, y_ + photo_height_mm + 5.6, caption_of(photo, number),
                {caption_pt, photo_width_mm, caption_leading_mm});
}

void PaperWriter::photos(std::span<const SheetPhoto> photos) {
    for (std::size_t i = 0; i < photos.size(); ++i) {
        if (i % 2 == 0) need(row_mm);
        photo(photos[i], i + 1, left_mm + (i % 2 == 0 ? 0.0 : photo_width_mm + apart_mm));
        if (i % 2 == 1 || i + 1 == photos.size()) y_ += row_mm;
    }
}

std::vector<Page> photo_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Photos), "给工匠和验收的人");
    paper.sentence("照片是走访时照的，施工和验收时对着看。照到人和门牌的，*不张贴、不外传*。");
    paper.photos(in.photos);
    return paper.finish();
}

}  // namespace longju::sheet
