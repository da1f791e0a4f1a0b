// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <catch2/catch_test_macros.hpp>

#include "sync/handover.h"
#include "unit/storage/temporary_folder.h"
#include "unit/sync/sample_parcel.h"

/// Laptops and a county, each with a data folder and a stick.
namespace longju::sync::sample {

namespace fs = std::filesystem;

inline const storage::VisitsOptions options{.busy_ms = 0,
                                            .fixed_time = "2026-11-25T10:00:00+08:00"};
inline const storage::SavedBy technician{"李雪梅", "datahash"};

/// A laptop or the county's machine, with a stick of its own.
struct Station {
    test::TemporaryFolder data;
    test::TemporaryFolder stick;
    storage::VisitsStore store = *storage::VisitsStore::open(data.path(), options);

    fs::path give() { return export_parcel(store, stick.path(), {})->files.front(); }
    Result<Imported> take(const fs::path& parcel) {
        return import_parcel(store, parcel, data / "quarantine");
    }
    std::string state() { return *store.state_hash(); }
    storage::Parties parties() { return storage::Parties(store.database()); }
};

inline storage::Party known(const Station& station, storage::PartyKind kind, const char* name) {
    return {.signer = station.store.signer(),
            .kind = kind,
            .name_zh = name,
            .township = "兰西镇",
            .version = 1,
            .known_since = "2026-11-25",
            .revoked_at = {}};
}

/// The laptops seal to the county, and the county takes what they write.
inline void introduce(Station& county, std::initializer_list<Station*> laptops) {
    REQUIRE(become_county(county.store, "望奎县住建局"));
    for (Station* laptop : laptops) {
        REQUIRE(laptop->parties().put(known(county, storage::PartyKind::County, "望奎县")));
        REQUIRE(county.parties().put(known(*laptop, storage::PartyKind::Device, "技术员")));
    }
}

/// The county's receipt for a laptop, taken in there.
inline Imported answer(Station& county, Station& laptop) {
    const auto receipt = export_receipt(
        county.store, known(laptop, storage::PartyKind::Device, "技术员"), county.stick.path(), {});
    REQUIRE(receipt);
    const auto taken = laptop.take(receipt->files.front());
    REQUIRE(taken);
    return *taken;
}

inline visit::Visit real_visit(unsigned seed) {
    visit::Visit visit = visit::sample::RandomVisits(seed).visit();
    visit.sample = false;
    return visit;
}

inline int files_in(const fs::path& folder) {
    return static_cast<int>(std::distance(fs::directory_iterator(folder), {}));
}

}  // namespace longju::sync::sample
