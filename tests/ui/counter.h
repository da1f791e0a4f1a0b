// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "kiosk/services.h"
#include "storage/audit_log.h"
#include "ui/driver.h"
#include "ui/world.h"
#include "unit/storage/temporary_folder.h"

namespace longju::kiosk::testing {

/// The product's own services over a store in a folder of its own.
struct Counter {
    longju::test::TemporaryFolder folder;
    estimate::Reference reference = small_reference();
    storage::VisitsStore store = storage::VisitsStore::open(folder.path()).value();
    DiskServices services{reference, folder / "papers", folder / "prices.csv", store};

    /// What the audit log holds, newest first.
    std::vector<std::string> actions() {
        std::vector<std::string> words;
        const auto rows = storage::AuditLog(store.database()).newest(100).value();
        for (const storage::AuditRow& row : rows) words.push_back(row.entry.action);
        return words;
    }
    /// The path of a file with these bytes beside the store.
    std::string put(const char* name, std::string_view bytes) const {
        longju::test::put(folder / name, bytes);
        return (folder / name).string();
    }
};

/// Somebody at the kiosk of a counter. One at a time: a window has the screen for itself.
struct Sitting {
    explicit Sitting(Counter& at) : app(at.reference, at.services, {}), kiosk(app) {}

    App app;
    Driver kiosk;
};

}  // namespace longju::kiosk::testing
