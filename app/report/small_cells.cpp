// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/small_cells.h"

#include <algorithm>
#include <functional>
#include <set>

namespace longju::report {

namespace {

/// One figure of the tree township → county → all, for one bundle of columns.
struct Node {
    Row* row = nullptr;
    std::vector<std::size_t> children;
    std::size_t households = 0;  ///< The fewest that stand behind one of the bundle's columns.
    bool hidden = false;
};

/// The bundle's columns as places in a row.
using Places = std::vector<std::size_t>;

std::size_t households_of(const Row& row, const Places& places) {
    std::size_t fewest = 0;
    for (const std::size_t place : places) {
        const std::size_t count = row.cells[place].parts.size();
        if (count > 0 && (fewest == 0 || count < fewest)) fewest = count;
    }
    return fewest;
}

/// Decides for one bundle. A sum and its parts are one equation in what is hidden; the equations
/// form a tree, so nothing follows from them as long as none has a single hidden figure.
class Hiding {
public:
    Hiding(AnnualTable& table, Places places, int fewest)
        : places_(std::move(places)), fewest_(static_cast<std::size_t>(fewest)) {
        Node root{.row = &table.total};
        for (County& county : table.counties) {
            Node node{.row = &county.row};
            for (Row& township : county.townships) node.children.push_back(add({.row = &township}));
            root.children.push_back(add(std::move(node)));
        }
        add(std::move(root));
    }

    void decide() {
        for (Node& node : nodes_) node.hidden = node.households > 0 && node.households < fewest_;
        while (step()) {
        }
        for (const Node& node : nodes_) {
            for (const std::size_t place : places_) node.row->cells[place].hidden = node.hidden;
        }
    }

private:
    std::size_t add(Node node) {
        node.households = households_of(*node.row, places_);
        nodes_.push_back(std::move(node));
        return nodes_.size() - 1;
    }

    /// Hides one figure more where that is needed.
    bool step() {
        for (Node& sum : nodes_) {
            if (sum.children.empty()) continue;
            if (hidden_in(sum) == 1 && hide_one_more(sum)) return true;
        }
        for (Node& sum : nodes_) {
            if (sum.children.empty() || sum.hidden) continue;
            if (is_told_by_counts(sum) && hide_one_more(sum)) return true;
        }
        return false;
    }

    std::size_t hidden_in(const Node& sum) const {
        std::size_t count = sum.hidden ? 1 : 0;
        for (const std::size_t child : sum.children) count += nodes_[child].hidden ? 1 : 0;
        return count;
    }

    /// The smallest child that is shown and not zero; else the sum. False when all is hidden.
    bool hide_one_more(Node& sum) {
        Node* smallest = nullptr;
        for (const std::size_t child : sum.children) {
            Node& node = nodes_[child];
            if (node.hidden || node.households == 0) continue;
            if (smallest == nullptr || node.households < smallest->households) smallest = &node;
        }
        if (smallest == nullptr && !sum.hidden) smallest = &sum;
        if (smallest == nullptr) return false;
        smallest->hidden = true;
        return true;
    }

    /// Each hidden figure without hidden parts is at least one household; where all of them below a
    /// shown sum are one, the sum tells it.
    bool is_told_by_counts(const Node& sum) const {
        std::size_t households = 0, figures = 0;
        const std::function<void(const Node&)> walk = [&](const Node& node) {
            bool parts = false;
            for (const std::size_t child : node.children) parts = parts || nodes_[child].hidden;
            if (!parts) {
                households += node.households;
                ++figures;
                return;
            }
            for (const std::size_t child : node.children) {
                if (nodes_[child].hidden) walk(nodes_[child]);
            }
        };
        for (const std::size_t child : sum.children) {
            if (nodes_[child].hidden) walk(nodes_[child]);
        }
        return figures > 0 && households == figures;
    }

    std::vector<Node> nodes_;  ///< Parts before their sums.
    Places places_;
    std::size_t fewest_;
};

/// The columns by bundle; those by themselves one each.
std::vector<Places> bundles() {
    const auto columns = annual_columns();
    std::vector<Places> all;
    std::set<int> seen;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int bundle = columns[i].bundle;
        if (bundle != 0 && !seen.insert(bundle).second) continue;
        Places places{i};
        for (std::size_t k = i + 1; bundle != 0 && k < columns.size(); ++k) {
            if (columns[k].bundle == bundle) places.push_back(k);
        }
        all.push_back(std::move(places));
    }
    return all;
}

/// Which record stands behind a figure stays in the county.
void forget_records(Row& row) {
    row.records.clear();
    for (Cell& cell : row.cells) {
        cell.parts.clear();
        cell.open.clear();
        if (cell.hidden) cell.amount.reset();
    }
}

}  // namespace

AnnualTable hide_small(AnnualTable table, int fewest) {
    for (Places& places : bundles()) Hiding(table, std::move(places), fewest).decide();
    for (County& county : table.counties) {
        forget_records(county.row);
        for (Row& township : county.townships) forget_records(township);
    }
    forget_records(table.total);
    table.records.clear();
    table.outside = true;
    return table;
}

}  // namespace longju::report
