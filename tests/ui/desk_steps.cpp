// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/desk_steps.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "sync/handover.h"
#include "sync/key_pack.h"
#include "sync/pack_file.h"

namespace longju::kiosk::testing {

std::string key_pack(Counter& county) {
    REQUIRE(sync::become_county(county.store, "兰西县住建局"));
    const sync::KeyPack pack{.county_code = "231222",
                             .name_zh = "兰西县住建局",
                             .version = 1,
                             .date = "2026-11-26",
                             .county = county.store.signer(),
                             .escrow = {},
                             .retired = {}};
    return county.put("lanxi.ljd",
                      sync::key_pack_bytes(pack, county.store.signing_key().value()).value());
}

void open_desk(Sitting& at) {
    at.kiosk.click("home.handover");
    REQUIRE(at.app.state().desk);
    // Whatever is plugged into the machine that tests: its own folder is the last.
    at.kiosk.click("desk.stick." + std::to_string(at.app.state().desk->sticks.size() - 1));
}

void take(Sitting& at, const std::string& file) {
    at.kiosk.click("desk.file");
    at.kiosk.type(file);
    at.kiosk.key(Key::Enter);
    at.kiosk.click("desk.file.take");
}

std::vector<std::string> parcels_of(const Counter& counter) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(counter.folder / "papers")) {
        if (entry.path().extension() == ".ljp") found.push_back(entry.path().string());
    }
    return found;
}

std::string parcel_of(const Counter& counter) {
    const auto found = parcels_of(counter);
    REQUIRE(found.size() == 1);
    return found.front();
}

}  // namespace longju::kiosk::testing
