// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/opening_front.h"

#include <algorithm>
#include <cmath>

#include "drawing/scaled_pen.h"

namespace longju::drawing {

namespace {

constexpr double frame_mm = 60.0;

}  // namespace

Marks window_front(PaperPoint foot, double width_mm, double height_mm, int scale) {
    constexpr double two_sashes_mm = 1200.0;
    constexpr double sill_mm = 80.0;
    ScaledPen front(foot, scale);
    front.rectangle(0, 0, width_mm, height_mm, 0.35);
    front.rectangle(frame_mm, frame_mm, width_mm - frame_mm, height_mm - frame_mm, 0.18);
    const int sashes = width_mm <= two_sashes_mm ? 2 : 3;
    const double sash = (width_mm - 2 * frame_mm) / sashes;
    for (int i = 0; i < sashes; ++i) {
        const double at = frame_mm + i * sash;
        if (i > 0) front.line(at, frame_mm, at, height_mm - frame_mm, 0.25);
        front.line(at + sash * 0.3, height_mm * 0.4, at + sash * 0.55, height_mm * 0.65, 0.13);
    }
    front.line(-sill_mm, 0, width_mm + sill_mm, 0, 0.35);
    return front.take();
}

Marks door_front(PaperPoint foot, double width_mm, double height_mm, int scale) {
    ScaledPen front(foot, scale);
    front.rectangle(0, 0, width_mm, height_mm, 0.35);
    front.rectangle(frame_mm, 0, width_mm - frame_mm, height_mm - frame_mm, 0.18);
    front.add(Arc{front.paper(width_mm - 2.5 * frame_mm, height_mm / 2.0), 0.4, 0.18});
    return front.take();
}

Marks sunspace_front(PaperPoint foot, double width_mm, double floor_mm, double height_mm,
                     int scale) {
    constexpr double pane_mm = 900.0;
    ScaledPen front(foot, scale);
    const double top = floor_mm + height_mm;
    front.rectangle(0, 0, width_mm, top, 0.5);
    front.line(0, floor_mm, width_mm, floor_mm, 0.25);
    const int panes = std::max(2, static_cast<int>(std::lround(width_mm / pane_mm)));
    const double pane = width_mm / panes;
    for (int i = 0; i < panes; ++i) {
        const double at = i * pane;
        if (i > 0) front.line(at, floor_mm, at, top, 0.25);
        front.line(at + pane * 0.3, floor_mm + 900.0, at + pane * 0.55, floor_mm + 1500.0, 0.13);
    }
    return front.take();
}

}  // namespace longju::drawing
