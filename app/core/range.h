// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace longju {

/// A figure that is not known exactly: low ≤ typical ≤ high, in the unit of `T`. Results that are
/// printed are ranges; `typical` never stands alone.
template <class T>
struct Range {
    T low{};
    T typical{};
    T high{};

    bool operator==(const Range&) const = default;
    friend Range operator+(const Range& a, const Range& b) {
        return {a.low + b.low, a.typical + b.typical, a.high + b.high};
    }
};

/// A range of no width, for figures that are exact.
template <class T>
Range<T> exactly(T value) {
    return {value, value, value};
}

}  // namespace longju
