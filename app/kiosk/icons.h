// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "kiosk/rect.h"

namespace longju::kiosk {

/// One stroke of an icon on the 24-unit grid.
struct Stroke {
    std::vector<Point> points;
    bool closed = false;
};

/// Flattens an SVG path (M L H V C S A Z and their relatives, in either case) to strokes, curves to
/// within 0.05 units. Refuses other commands and missing numbers.
Result<std::vector<Stroke>> strokes_from(std::string_view path);

/// The drawings of `assets/icons.tsv`, flattened once.
class Icons {
public:
    static Result<Icons> parse(std::string_view tsv, const std::string& file);
    /// The embedded table; a bug if it does not parse (a test reads it).
    static Icons embedded_ones();

    /// The strokes of an icon; none for a name that does not exist.
    const std::vector<Stroke>& operator()(std::string_view name) const;
    bool has(std::string_view name) const { return strokes_.contains(name); }

private:
    std::map<std::string, std::vector<Stroke>, std::less<>> strokes_;
    std::vector<Stroke> none_;
};

}  // namespace longju::kiosk
