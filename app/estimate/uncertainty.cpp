// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/uncertainty.h"

#include <algorithm>
#include <cmath>

namespace longju::estimate {

double at(const Range<double>& range, Level level) {
    switch (level) {
        case Level::Low:
            return range.low;
        case Level::Typical:
            return range.typical;
        case Level::High:
            return range.high;
    }
    return range.typical;
}

std::vector<Range<double>> ranges(std::size_t assumptions,
                                  const std::function<Figures(const Levels&)>& figures) {
    Levels levels(assumptions, Level::Typical);
    const Figures typical = figures(levels);
    Figures down(typical.size()), up(typical.size());
    for (Level& level : levels) {
        level = Level::Low;
        const Figures low = figures(levels);
        level = Level::High;
        const Figures high = figures(levels);
        level = Level::Typical;
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
