// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>

#include "estimate/card.h"
#include "visit/visit.h"

/// How often the questions of the cards were answered yes and no: what a report counts.
namespace longju::visit {

class CardCounts {
public:
    struct Count {
        int yes = 0, no = 0;
    };

    /// Practice visits are not counted.
    void add(const Visit& visit);

    int visits() const { return visits_; }
    Count of(const std::string& item_id) const;
    int not_asked(const std::string& item_id) const;

private:
    int visits_ = 0;
    std::map<std::string, Count> counts_;
};

}  // namespace longju::visit
