// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/uncertainty.h"

#include <algorithm>
#include <cmath>

namespace longju::estimate {

double at(const Range<double>& range, Level level) {
    return level < 0.0 ? std::lerp(range.typical, range.low, -level)
                       : std::lerp(range.typical, range.high, level);
}

std::vector<Range<double>> ranges(std::size_t assumptions,
                                  const std::function<Figures(const Levels&)>& figures) {
    Levels levels(assumptions, typical_level);
    const Figures typical = figures(levels);
    Figures down(typical.size()), up(typical.size());
    for (Level& level : levels) {
        level = low_end;
        const Figures low = figures(levels);
        level = high_end;
        const Figures high = figures(levels);
        level = typical_level;
        for (std::size_t i = 0; i < typical.size(); ++i) {
            const auto [least, most] = std::minmax({low[i], high[i], typical[i]});
            down[i] += (typical[i] - least) * (typical[i] - least);
            up[i] += (most - typical[i]) * (most - typical[i]);
        }
    }

    std::vector<Range<double>> result;
    for (std::size_t i = 0; i < typical.size(); ++i) {
        result.push_back(
            {typical[i] - std::sqrt(down[i]), typical[i], typical[i] + std::sqrt(up[i])});
    }
    return result;
}

}  // namespace longju::estimate
