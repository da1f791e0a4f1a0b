// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/paper.h"

#include <fmt/format.h>

#include "core/hash.h"
#include "kiosk/house_picture.h"
#include "kiosk/photo_papers.h"
#include "kiosk/widgets.h"
#include "sheet/painter.h"
#include "sheet/paper.h"
#include "visit/visit.h"

namespace longju::kiosk {

namespace {

/// With places for its photos, which come a moment later.
sheet::Sheet paper_of(const AppState& state, const estimate::Estimate& estimate) {
    const visit::Visit& visit = state.open->visit;
    const std::vector<sheet::SheetPhoto> photos = photos_to_place(visit.procedure);
    return sheet::papers(sheet::papers_for(estimate, photos.size()),
                         {.inputs = visit.inputs,
                          .estimate = estimate,
                          .reference = *state.reference,
                          .record_code = visit::record_code(visit),
                          .sample = visit.sample,
                          .photos = photos});
}

/// A photo as it will be printed, `photo` being its place on the page.
Pixels printed_photo(const PhotoReader& read, const std::string& sha256, drawing::Photo photo,
                     double dpi) {
    auto picture = grey_photo(sha256, read);
    if (!picture) return {};
    photo.picture = std::move(*picture);
    const auto painted = sheet::paint_photo(photo, dpi);
    return painted ? pixels_of(*painted) : Pixels{};
}

/// The photos on a page, each in its place.
void draw_page_photos(Ui& ui, const AppState& state, const estimate::Estimate& estimate,
                      std::size_t page, const Rect& leaf) {
    const auto photos = visit::photos_on_sheet(state.open->visit.procedure);
    if (photos.empty()) return;
    const sheet::Sheet paper = paper_of(state, estimate);
    if (page >= paper.pages.size()) return;
    const float per_mm = leaf.w / static_cast<float>(paper.pages[page].width_mm);
    std::size_t next = 0;  // Photos stand on the pages in their order.
    for (std::size_t i = 0; i <= page; ++i) {
        for (const drawing::Mark& mark : paper.pages[i].marks) {
            const auto* place = std::get_if<drawing::Photo>(&mark);
            if (place == nullptr || next >= photos.size()) continue;
            const std::string& sha256 = photos[next++].sha256;
            if (i < page) continue;
            const Rect rect{leaf.x + static_cast<float>(place->x_mm) * per_mm,
                            leaf.y + static_cast<float>(place->y_mm) * per_mm,
                            static_cast<float>(place->width_mm) * per_mm,
                            static_cast<float>(place->height_mm) * per_mm};
            const auto make = [read = ui.photos(), sha256, place = *place](int width, int) {
                return printed_photo(read, sha256, place, width / place.width_mm * 25.4);
            };
            if (ui.picture_later("print." + sha256, rect, make)) continue;
            ui.text(rect.inset(4), ui.word("photo.unreadable"), type::note, Role::Brick,
                    Align::Centre);
        }
    }
}

}  // namespace

std::vector<PaperPage> paper_pages(const AppState& state) {
    const estimate::Estimate* estimate = shown_estimate(state);
    if (estimate == nullptr || !state.open) return {{"A1"}, {"A2"}};
    std::vector<PaperPage> pages;
    for (const sheet::Page& page : paper_of(state, *estimate).pages) {
        pages.push_back({page.name, static_cast<float>(page.height_mm / page.width_mm)});
    }
    return pages;
}

void draw_paper_page(Ui& ui, const AppState& state, const estimate::Estimate& estimate, int page,
                     const Rect& leaf) {
    ui.paint().fill(leaf, ui.colour(Role::Paper));
    const sheet::FontSet* fonts = ui.paper();
    if (fonts == nullptr) {
        ui.text(leaf.inset(16), ui.word("sheets.no_font"), type::body, Role::Soil, Align::Centre);
        return;
    }
    const visit::Visit& visit = state.open->visit;
    // The same visit by other data is another paper.
    const std::string content = visit::canonical(visit) + estimate.data_hash;
    const std::string key = fmt::format("paper.{}.{}", page, sha256_hex(content).substr(0, 24));
    const auto index = static_cast<std::size_t>(page);
    ui.picture(key, leaf, [&](int width, int height) {
        const Pixels blank(width, height, ui.colour(Role::Paper));
        const sheet::Sheet paper = paper_of(state, estimate);
        if (index >= paper.pages.size()) return blank;
        const sheet::Page& shown = paper.pages[index];
        const double dpi = width / shown.width_mm * 25.4;
        const auto image = sheet::paint_page(shown, *fonts, dpi);
        return image ? pixels_of(*image) : blank;
    });
    draw_page_photos(ui, state, estimate, index, leaf);
}

}  // namespace longju::kiosk
