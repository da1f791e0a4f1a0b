// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace longju {

/// How far a figure may be trusted, weakest last. The label travels with the figure from the data
/// file to the screen and the paper and is never upgraded by code.
enum class Confidence {
    Verified,   ///< Read in the named source, or confirmed by the county.
    Secondary,  ///< Read in a copy or a report of the source.
    Memory,     ///< Well known, not re-read; must be checked against the source.
    Estimate,   ///< Engineering judgement; shown only as a range.
    Sample,     ///< Made up for demonstration; never enters a total.
};

/// Where a figure comes from.
struct Provenance {
    std::string source;  ///< Standard and clause, study or document; one line.
    Confidence confidence = Confidence::Estimate;

    bool operator==(const Provenance&) const = default;
};

/// The label as written in data files: verified, secondary, memory, estimate, sample.
std::string_view name(Confidence confidence);
std::optional<Confidence> confidence_from(std::string_view name);

/// The weaker of two labels: what a figure computed from both deserves.
constexpr Confidence weaker(Confidence a, Confidence b) { return a < b ? b : a; }

}  // namespace longju
