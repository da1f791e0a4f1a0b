// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "sheet/notice.h"

/// The words and figures of paper A, worked out before any of them is placed.
namespace longju::sheet {

/// One line of the table ③: a measure with its quantity and price range.
struct CostRow {
    std::string name;
    std::string quantity;
    std::optional<Range<Money>> amount;  ///< Nothing: 待询价.
};

/// Fuel before or after, as one bar of squares.
struct FuelFigure {
    std::string name;  ///< 煤, 颗粒.
    std::string unit;  ///< 吨, 度.
    Range<double> amount;
    bool in_tonnes = false;
};

struct NoticeFacts {
    bool is_new = false;
    bool any_measure = false;
    std::string title;
    std::string who, where, people;
    std::string lead;              ///< 一句话, marked.
    std::vector<std::string> now;  ///< ①: lines, marked; the last one has the label.
    std::string now_label;         ///< 户主自述; empty without a bill.
    struct Advice {
        measure::Group group = measure::Group::Wall;
        std::string words;  ///< Marked.
    };
    std::vector<Advice> advice;  ///< ②; empty when nothing was chosen.
    std::string no_advice;       ///< Stands there then.
    int advice_left_out = 0;
    std::vector<CostRow> costs;  ///< ③, contingency included.
    Range<Money> total;
    std::string cost_note;
    std::string verified;  ///< ④: sums and reasons, marked.
    std::vector<std::string> pending;
    std::vector<std::string> not_met;
    int expired = 0;  ///< Clauses that no longer hold; counted, not shown.
    std::string own;  ///< ⑤, marked.
    std::array<std::string, 3> payments;
    FuelFigure fuel_before, fuel_after;
    bool bill_known = false;
    Range<Money> money_before, money_after, saved;
    double warm_before_c = 0.0, warm_after_c = 0.0;
    std::vector<std::string> warmth;  ///< ⑦ below the pictures, marked.
    std::string days;                 ///< ⑧
    std::string outside_season;       ///< When work outdoors can be done here.
    std::string without;              ///< ⑩
    std::vector<std::string> order;   ///< Boxes of ⑩.
    std::vector<std::string> papers;  ///< ⑪
    std::string design_basis;         ///< 图集依据.
    std::string footer;
};

NoticeFacts notice_facts(const NoticeInputs& in);

}  // namespace longju::sheet
