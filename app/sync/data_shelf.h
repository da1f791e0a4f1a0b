// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "estimate/reference.h"
#include "sync/pack_folder.h"

namespace longju::sync {

/// The data of a program: the newest, and those that older visits were computed with. What was once
/// handed out stays where it is.
class DataShelf {
public:
    /// `base` is what the program brings; it outlives the shelf.
    DataShelf(const estimate::Reference& base, PackFolder folder);

    const estimate::Reference& base() const { return *base_; }
    const estimate::Reference& newest() const { return *newest_; }
    const PackFolder& folder() const { return folder_; }
    /// Why the packs are not used; then the newest are the program's own.
    const std::optional<Error>& trouble() const { return trouble_; }

    /// Looks again which packs are in use.
    void renew();
    /// The data of that hash; nullptr when they are not on this computer.
    const estimate::Reference* find(const std::string& data_hash);
    const estimate::Reference& find_or_newest(const std::string& data_hash);

private:
    const estimate::Reference* keep(estimate::Reference reference);

    const estimate::Reference* base_;
    const estimate::Reference* newest_;
    PackFolder folder_;
    std::optional<Error> trouble_;
    std::map<std::string, std::unique_ptr<const estimate::Reference>> loaded_;  // By data_hash.
};

}  // namespace longju::sync
