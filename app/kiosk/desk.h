// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/phrase.h"

/// 交接: what the dialog of handing over shows, as the store and the sticks are at the moment.
namespace longju::kiosk {

/// A laptop whose parcels the county takes.
struct DeskLaptop {
    std::string signer;  ///< Its key.
    std::string name, township;

    bool operator==(const DeskLaptop&) const = default;
};

/// Where a parcel may be written to.
struct DeskStick {
    std::string path;
    std::string label;  ///< Of the stick; empty: this computer's own folder.
    std::uint64_t free_bytes = 0;
    bool writable = true;

    bool operator==(const DeskStick&) const = default;
};

/// A key that is not known here yet: a person compares its digits on the telephone.
struct Stranger {
    std::string file;         ///< What it signed.
    std::string name;         ///< As the file says; empty when it says nothing.
    std::string fingerprint;  ///< access/signature.h
    bool county = false;      ///< A county's key pack; else a laptop's parcel.

    bool operator==(const Stranger&) const = default;
};

struct Desk {
    std::string fingerprint;  ///< Of this computer's own key.
    std::string county;       ///< Whom parcels are sealed to; empty: no keys are installed.
    bool is_county = false;   ///< This is the county's own desk.
    int unconfirmed = 0;      ///< Visits of this computer that the county has not confirmed.
    int written = 0;          ///< Of them, those that a parcel already holds.
    std::vector<DeskLaptop> laptops;
    std::vector<DeskStick> sticks;
    std::vector<std::string> found;  ///< Parcels and packs on the sticks, newest first.
    std::optional<Stranger> stranger;
    std::vector<Phrase> report;   ///< What the last work came to, a line each.
    std::vector<Phrase> refused;  ///< What was not done, why, and what to do.
    bool took_in = false;         ///< The last work brought visits in.

    bool operator==(const Desk&) const = default;
};

/// What a person asks of the desk.
struct DeskWork {
    enum class Kind {
        Look,      ///< Only what is there.
        Write,     ///< Everything unconfirmed as a parcel to `path`.
        Take,      ///< The parcel, receipt or key pack at `path`.
        Believe,   ///< As Take, with the stranger's key believed; `name`, `township` of a laptop.
        Receipts,  ///< At the county: receipts for all laptops to `path`.
        Eject,     ///< The stick at `path`, so that it can be pulled out.
    };
    Kind kind = Kind::Look;
    std::string path;
    std::string name, township;
    std::string fingerprint;  ///< As it was compared.
};

}  // namespace longju::kiosk
