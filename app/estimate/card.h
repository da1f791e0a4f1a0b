// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/provenance.h"

/// 信息卡: what the provincial plan names beside the measures that are computed: questions about
/// the site, and things a household may want. Nothing here enters an estimate; the answers are kept
/// with the visit and counted in reports.
namespace longju::estimate {

/// One question, answered yes, no or not at all.
struct CardItem {
    std::string id;  ///< Unique among all cards: the key of an answer.
    std::string ask_zh;
    std::string ask_en;
    bool warn_on = true;    ///< The answer that calls for the advice.
    std::string advice_zh;  ///< What to do then; may be empty.
    std::string advice_en;
};

struct Card {
    std::string id;
    std::string title_zh;
    std::string title_en;
    std::string text_zh;  ///< What it is and a simple size.
    std::string text_en;
    std::string cost_zh;  ///< A range in words with its label, or who knows.
    std::string cost_en;
    std::string care_zh;  ///< Safety and season.
    std::string care_en;
    std::vector<CardItem> items;
    Provenance provenance;
};

}  // namespace longju::estimate
