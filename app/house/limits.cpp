// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/limits.h"

#include <algorithm>

#include "house/bridges.h"

namespace longju::house {

namespace {

/// The greatest rated U of the windows on one side, or on all sides but the south.
std::optional<double> worst_window(const Envelope& envelope, const Library& library, bool south) {
    std::optional<double> worst;
    for (const EnvelopeOpening& o : envelope.openings) {
        if (o.kind != OpeningKind::Window || o.borders == Borders::UnheatedRoom) continue;
        if ((o.side == Side::South) != south) continue;
        worst = std::max(worst.value_or(0.0), library.window(o.type_id).rated_u.value);
    }
    return worst;
}

std::optional<double> worst_door(const Envelope& envelope, const Library& library) {
    std::optional<double> worst;
    for (const EnvelopeOpening& o : envelope.openings) {
        if (o.kind != OpeningKind::Door || o.borders != Borders::Outdoors) continue;
        worst = std::max(worst.value_or(0.0), library.door(o.type_id).u.value);
    }
    return worst;
}

std::optional<double> value_of(LimitSubject subject, const House& house, const Envelope& envelope,
                               const Library& library) {
    const bool attic = house.roof.form != RoofForm::Flat;
    switch (subject) {
        case LimitSubject::WallU:
            return mean_wall_u(house, envelope, library).value;
        case LimitSubject::RoofU:
            if (attic) return std::nullopt;
            return u_value(house.ceiling, Borders::Outdoors, library).value;
        case LimitSubject::CeilingU:
            if (!attic) return std::nullopt;
            return u_value(house.ceiling, Borders::Attic, library).value;
        case LimitSubject::WindowSouthU:
            return worst_window(envelope, library, true);
        case LimitSubject::WindowOtherU:
            return worst_window(envelope, library, false);
        case LimitSubject::DoorU:
            return worst_door(envelope, library);
        case LimitSubject::WindowToWallSouth:
            return envelope.facade(Side::South).window_to_wall();
        case LimitSubject::WindowToWallNorth:
            return envelope.facade(Side::North).window_to_wall();
        case LimitSubject::WindowToWallEastWest:
            return std::max(envelope.facade(Side::East).window_to_wall(),
                            envelope.facade(Side::West).window_to_wall());
        case LimitSubject::ShapeFactor:
            return envelope.shape_factor;
    }
    return std::nullopt;
}

}  // namespace

std::vector<LimitFinding> limit_findings(const House& house, const Library& library,
                                         const std::vector<Limit>& limits,
                                         const std::string& zone) {
    constexpr double tolerance = 1e-9;  // So that a value equal to the limit meets it.
    const Envelope measured = envelope(house, library);
    std::vector<LimitFinding> findings;
    for (const Limit& limit : limits) {
        if (limit.zone != "*" && limit.zone != zone) continue;
        const auto value = value_of(limit.subject, house, measured, library);
        if (!value) continue;
        findings.push_back({&limit, *value, *value <= limit.max + tolerance});
    }
    return findings;
}

}  // namespace longju::house
