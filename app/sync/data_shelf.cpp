// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/data_shelf.h"

#include <utility>

namespace longju::sync {

DataShelf::DataShelf(const estimate::Reference& base, PackFolder folder)
    : base_(&base), newest_(&base), folder_(std::move(folder)) {
    renew();
}

void DataShelf::renew() {
    trouble_.reset();
    newest_ = base_;
    auto data = folder_.data(*base_);
    if (!data) {
        trouble_ = std::move(data.error());
    } else if (data->data_hash != base_->data_hash) {
        newest_ = keep(std::move(*data));
    }
}

const estimate::Reference* DataShelf::find(const std::string& data_hash) {
    if (data_hash == newest_->data_hash) return newest_;
    if (data_hash == base_->data_hash) return base_;
    const auto here = loaded_.find(data_hash);
    if (here != loaded_.end()) return here->second.get();
    auto older = folder_.data_of(data_hash);
    return older ? keep(std::move(*older)) : nullptr;
}

const estimate::Reference& DataShelf::find_or_newest(const std::string& data_hash) {
    const estimate::Reference* found = find(data_hash);
    return found == nullptr ? *newest_ : *found;
}

const estimate::Reference* DataShelf::keep(estimate::Reference reference) {
    const std::string hash = reference.data_hash;
    auto& place = loaded_[hash];
    if (!place) place = std::make_unique<const estimate::Reference>(std::move(reference));
    return place.get();
}

}  // namespace longju::sync
