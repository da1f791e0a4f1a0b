// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/paper.h"

#include <fmt/format.h>

#include "core/hash.h"
#include "kiosk/house_picture.h"
#include "kiosk/widgets.h"
#include "sheet/painter.h"
#include "sheet/paper.h"
#include "visit/visit.h"

namespace longju::kiosk {

namespace {

sheet::Sheet paper_of(const AppState& state, const estimate::Estimate& estimate) {
    const visit::Visit& visit = state.open->visit;
    return sheet::papers(sheet::papers_for(estimate), {.inputs = visit.inputs,
                                                       .estimate = estimate,
                                                       .reference = *state.reference,
                                                       .record_code = visit::record_code(visit),
                                                       .sample = visit.sample});
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
    const std::string key =
        fmt::format("paper.{}.{}", page, sha256_hex(visit::canonical(visit)).substr(0, 24));
    ui.picture(key, leaf, [&](int width, int height) {
        const Pixels blank(width, height, ui.colour(Role::Paper));
        const sheet::Sheet paper = paper_of(state, estimate);
        if (static_cast<std::size_t>(page) >= paper.pages.size()) return blank;
        const sheet::Page& shown = paper.pages[static_cast<std::size_t>(page)];
        const double dpi = width / shown.width_mm * 25.4;
        const auto image = sheet::paint_page(shown, *fonts, dpi);
        return image ? pixels_of(*image) : blank;
    });
}

}  // namespace longju::kiosk
