// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "kiosk/ui.h"

namespace longju::kiosk {

struct PaperPage {
    std::string name;               ///< A1.
    float shape = 297.0F / 210.0F;  ///< Height by width.
};

/// The pages of all papers of the open visit, A1 first; those of paper A before there is an
/// estimate.
std::vector<PaperPage> paper_pages(const AppState& state);

/// One of those pages as it will be printed, as large as `leaf`.
void draw_paper_page(Ui& ui, const AppState& state, const estimate::Estimate& estimate, int page,
                     const Rect& leaf);

}  // namespace longju::kiosk
