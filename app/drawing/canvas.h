// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <vector>

#include "drawing/image.h"

namespace longju::drawing {

/// A corner on the canvas: pixels from the top left and depth, larger farther away.
struct CanvasPoint {
    double x = 0.0, y = 0.0, z = 0.0;
};

/// Supersampled pixels with a depth buffer; `resolve()` averages them down.
class Canvas {
public:
    Canvas(int width, int height, int samples);

    void gradient(Colour top, Colour bottom);
    /// A convex polygon. `bias` moves it towards the viewer; blends by alpha. Translucent polygons
    /// do not write depth.
    void polygon(std::span<const CanvasPoint> corners, Colour colour, double bias = 0.0);
    void line(const CanvasPoint& from, const CanvasPoint& to, double width_px, Colour colour,
              double bias);
    /// As `polygon`, coloured per pixel: `pattern(x, y)` in pixels of the result.
    template <class Pattern>
    void patterned(std::span<const CanvasPoint> corners, Pattern pattern);

    Image resolve() const;

private:
    template <class Shade>
    void fill(std::span<const CanvasPoint> corners, double bias, bool solid, Shade shade);

    int width_, height_, samples_;
    std::vector<Colour> pixels_;
    std::vector<float> depth_;
};

}  // namespace longju::drawing
