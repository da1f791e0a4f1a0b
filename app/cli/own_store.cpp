// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/own_store.h"

#include "storage/mounts.h"
#include "storage/platform.h"

namespace longju::cli {

Result<storage::VisitsStore> open_own_store(const std::string& named) {
    const auto folder = named.empty()
                            ? storage::data_folder()
                            : Result<std::filesystem::path>(storage::path_from_utf8(named));
    if (!folder) return std::unexpected(folder.error());
    if (auto fit = storage::check_data_folder(*folder); !fit) return std::unexpected(fit.error());
    return storage::VisitsStore::open(*folder);
}

Result<ActingStore> open_own_store_for(access::Action action, const std::string& folder) {
    auto store = open_own_store(folder);
    if (!store) return std::unexpected(store.error());
    auto by = act(*store, action);
    if (!by) return std::unexpected(by.error());
    return ActingStore{std::move(*store), std::move(*by), action};
}

Result<void> ActingStore::note(const std::string& subject, const std::string& detail) {
    return cli::note(store, by, action, subject, detail);
}

std::string warning_of(const storage::VisitsStore& store) {
    return store.salvage() ? store.salvage()->text() : std::string();
}

}  // namespace longju::cli
