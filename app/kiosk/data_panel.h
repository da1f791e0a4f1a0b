// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "estimate/estimate.h"
#include "sync/pack_install.h"

/// 数据: what estimates are made with, on the screen. A visit keeps the data it was computed with;
/// newer ones are only taken when somebody has seen what they change.
namespace longju::kiosk {

/// The newest data and the packs they are made of, as the store has them.
struct DataPanel {
    const estimate::Reference* newest = nullptr;  ///< Outlives the state; nothing: as it was.
    std::string county;                           ///< Who sends packs here; empty: nobody yet.
    bool is_county = false;                       ///< This is the desk that makes them.
    std::vector<sync::ShelvedPack> shelf;
    std::vector<sync::PackWorry> worries;
    std::string trouble;  ///< Why the packs are not used, as a sentence; empty: they are.
    std::vector<std::string> found;  ///< Packs on the sticks, newest first.
};

/// What a person asks of the packs.
struct PackWork {
    enum class Kind {
        Look,         ///< Only what is there.
        Find,         ///< And what lies on the sticks.
        Install,      ///< The pack at `path`.
        Back,         ///< The generation of `slot` before again.
        Off,          ///< Without a pack in `slot`.
        SignPrices,   ///< At the county: this computer's prices as a pack, onto a stick.
        SignClauses,  ///< At the county: the clauses drafted here, likewise.
    };
    Kind kind = Kind::Look;
    std::string path;
    std::string slot;
    std::string reason;  ///< Of Back and Off, for the audit log.

    bool operator==(const PackWork&) const = default;
};

/// A price as a scheme pays it under the data before and after.
struct PriceTurn {
    std::string name_zh, name_en, unit_zh, unit_en;
    Range<Money> before;
    std::optional<Range<Money>> after;  ///< Nothing: it is no longer there.

    bool operator==(const PriceTurn&) const = default;
};

/// A visit under the newest data, beside what is shown of it.
struct RepricePanel {
    estimate::EstimateInputs inputs;            ///< What it was made for.
    std::optional<estimate::Estimate> newer;    ///< Nothing: the newest data cannot compute it.
    std::vector<PriceTurn> prices;              ///< Those that differ.
    std::string catalog, price_version, rules;  ///< Versions of the newest.
};

}  // namespace longju::kiosk
