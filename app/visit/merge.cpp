// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/merge.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "visit/json_reader.h"
#include "visit/json_writer.h"
#include "visit/keyed_list.h"

namespace longju::visit {

namespace {

using nlohmann::json;

/// One value of the three trees; null pointers are absent ones.
struct Three {
    const json* base = nullptr;
    const json* mine = nullptr;
    const json* theirs = nullptr;
};

bool is_disputed(const json* value) { return value != nullptr && value->is_discarded(); }

json disputed() { return json(json::value_t::discarded); }

/// A disputed value is the same as nothing, itself included.
bool same(const json* a, const json* b) {
    if (a == nullptr || b == nullptr) return a == b;
    return !a->is_discarded() && !b->is_discarded() && *a == *b;
}

std::optional<json> copy_of(const json* value) {
    if (value == nullptr || value->is_discarded()) return std::nullopt;
    return *value;
}

const json* member(const json* object, const std::string& key) {
    if (object == nullptr || is_disputed(object)) return object;
    if (!object->is_object()) return nullptr;
    const auto found = object->find(key);
    return found == object->end() ? nullptr : &*found;
}

bool is_object(const json* value) { return value != nullptr && value->is_object(); }

/// What to do where the sides part.
struct Policy {
    const Decisions* decisions = nullptr;
    bool marks_disputes = false;      ///< Of ancestors: what differs is disputed.
    bool disputes_subsidies = false;  ///< And what only one changed, of a subsidy's inputs.
};

class Joiner {
public:
    explicit Joiner(const Policy& policy) : policy_(policy) {}

    /// The merged value, or nothing where it is absent.
    std::optional<json> join(const std::string& path, const Three& values);

    std::vector<Difference>& differences() { return differences_; }

private:
    json join_objects(const std::string& path, const Three& values);
    json join_lists(const std::string& path, const KeyedList& base, const KeyedList& mine,
                    const KeyedList& theirs, bool base_disputed);
    std::optional<json> join_leaf(const std::string& path, const Three& values);
    std::optional<json> choose(const std::string& path, const Three& values, Change change);
    std::vector<std::string> join_orders(const std::string& path, const KeyedList& base,
                                         const KeyedList& mine, const KeyedList& theirs);
    void note(const std::string& path, const Three& values, Change change) {
        differences_.push_back(
            {path, copy_of(values.base), copy_of(values.mine), copy_of(values.theirs), change});
    }

    Policy policy_;
    std::vector<Difference> differences_;
};

std::optional<json> Joiner::join(const std::string& path, const Three& values) {
    if (same(values.mine, values.theirs)) {
        if (!same(values.base, values.mine)) note(path, values, Change::Same);
        return copy_of(values.mine);
    }
    if (is_object(values.mine) && is_object(values.theirs)) return join_objects(path, values);
    const auto mine = keyed_list(path, values.mine);
    const auto theirs = keyed_list(path, values.theirs);
    const bool contested = is_disputed(values.base);
    const auto base = contested ? KeyedList{} : keyed_list(path, values.base);
    if (mine && theirs && (base || values.base == nullptr)) {
        return join_lists(path, base.value_or(KeyedList{}), *mine, *theirs, contested);
    }
    return join_leaf(path, values);
}

/// `household.bought[raw_coal]`
std::string item_path(const std::string& path, const std::string& key) {
    return fmt::format("{}[{}]", path, key);
}

json Joiner::join_objects(const std::string& path, const Three& values) {
    std::set<std::string> keys;
    for (const json* object : {values.mine, values.theirs}) {
        for (const auto& [key, value] : object->items()) keys.insert(key);
    }
    if (is_object(values.base)) {
        for (const auto& [key, value] : values.base->items()) keys.insert(key);
    }
    json result = json::object();
    for (const std::string& key : keys) {
        const std::string inner = path.empty() ? key : fmt::format("{}.{}", path, key);
        auto joined = join(inner, {member(values.base, key), member(values.mine, key),
                                   member(values.theirs, key)});
        if (joined) result[key] = std::move(*joined);
    }
    return result;
}

json Joiner::join_lists(const std::string& path, const KeyedList& base, const KeyedList& mine,
                        const KeyedList& theirs, bool base_disputed) {
    const json no_state = disputed();
    json result = json::array();
    std::set<std::string> gone;
    for (const auto& [key, item] : base.items) {
        if (!mine.items.contains(key) && !theirs.items.contains(key)) gone.insert(key);
    }
    for (const std::string& key : gone) {
        note(item_path(path, key), {base.find(key), nullptr, nullptr}, Change::Same);
    }
    for (const std::string& key : join_orders(path, base, mine, theirs)) {
        const json* const before = base_disputed ? &no_state : base.find(key);
        auto joined = join(item_path(path, key), {before, mine.find(key), theirs.find(key)});
        if (joined) result.push_back(std::move(*joined));
    }
    return result;
}

/// Of all keys of both sides; whether an item stays is decided item by item.
std::vector<std::string> Joiner::join_orders(const std::string& path, const KeyedList& base,
                                             const KeyedList& mine, const KeyedList& theirs) {
    const auto of_all = [&](const KeyedList& list) {
        std::vector<std::string> order;
        for (const std::string& key : list.order) {
            const bool everywhere =
                base.items.contains(key) && mine.items.contains(key) && theirs.items.contains(key);
            if (everywhere) order.push_back(key);
        }
        return order;
    };
    const json before = of_all(base);
    const json here = of_all(mine);
    const json there = of_all(theirs);
    const std::string name = path + ".order";
    const bool only_theirs = before == here && before != there;
    Side first = only_theirs ? Side::Theirs : Side::Mine;
    if (before != here || before != there) {
        Change change = only_theirs ? Change::OnlyTheirs : Change::OnlyMine;
        if (before != here && before != there) {
            change = here == there ? Change::Same : Change::Joined;
        }
        note(name, {&before, &here, &there}, change);
    }
    // Of items that both added, too.
    if (policy_.decisions != nullptr) {
        first = decision_for(*policy_.decisions, name).value_or(first);
    }
    const bool mine_leads = first == Side::Mine;
    return woven(mine_leads ? mine.order : theirs.order, mine_leads ? theirs.order : mine.order);
}

std::optional<json> Joiner::join_leaf(const std::string& path, const Three& values) {
    const bool mine_changed = !same(values.base, values.mine);
    const bool theirs_changed = !same(values.base, values.theirs);
    Change change = Change::Differ;
    if (!theirs_changed) change = Change::OnlyMine;
    if (!mine_changed) change = Change::OnlyTheirs;
    // Where the technician stopped is a bookmark: the further one is no question.
    if (change == Change::Differ && path == "step") change = Change::Joined;
    note(path, values, change);
    return choose(path, values, change);
}

bool further(const json& a, const json& b) {
    const auto place = [](const json& step) {
        const auto value =
            step.is_string() ? value_of<Step>(step.get_ref<const std::string&>()) : std::nullopt;
        return value ? static_cast<int>(*value) : -1;
    };
    return place(a) > place(b);
}

std::optional<json> Joiner::choose(const std::string& path, const Three& values, Change change) {
    std::optional<Side> side;
    if (policy_.decisions != nullptr) side = decision_for(*policy_.decisions, path);
    if (!side && policy_.marks_disputes && change == Change::Differ) return disputed();
    if (!side && policy_.disputes_subsidies && is_subsidy_input(path)) return disputed();
    if (!side && change == Change::OnlyTheirs) side = Side::Theirs;
    if (!side && change == Change::Joined && values.mine != nullptr && values.theirs != nullptr) {
        side = further(*values.theirs, *values.mine) ? Side::Theirs : Side::Mine;
    }
    const json* const taken = side == Side::Theirs ? values.theirs : values.mine;
    if (is_disputed(taken)) return disputed();
    return copy_of(taken);
}

Doubt doubt_of(const std::vector<Difference>& differences) {
    bool mine = false, theirs = false, open = false;
    for (const Difference& difference : differences) {
        if (difference.change == Change::Differ) return Doubt::Differ;
        if (!is_subsidy_input(difference.path)) continue;
        mine = mine || difference.change != Change::OnlyTheirs;
        theirs = theirs || difference.change != Change::OnlyMine;
        open = open || difference.change != Change::Same;
    }
    return mine && theirs && open ? Doubt::Subsidy : Doubt::None;
}

json tree_of(Visit visit) { return JsonWriter::write(visit); }

}  // namespace

bool is_subsidy_input(std::string_view path) {
    return path.starts_with("inputs.") || path == "same_as" || path == "withdrawn";
}

std::optional<Side> decision_for(const Decisions& decisions, std::string_view path) {
    std::optional<Side> side;
    std::size_t longest = 0;
    for (const auto& [begin, decided] : decisions) {
        if (!path.starts_with(begin) || (side && begin.size() < longest)) continue;
        const std::string_view rest = path.substr(begin.size());
        const bool whole = rest.empty() || begin.empty() || rest[0] == '.' || rest[0] == '[';
        if (!whole) continue;
        side = decided;
        longest = begin.size();
    }
    return side;
}

Ancestor ancestor_of(const Visit& visit) { return {tree_of(visit)}; }

Ancestor no_ancestor() { return {disputed()}; }

Result<Merged> merge(const Ancestor& ancestor, const Visit& mine, const Visit& theirs,
                     const Decisions& decisions) {
    if (mine.id != theirs.id) {
        return fail(ErrorKind::BadInput, "these are two visits, not two versions of one");
    }
    const json here = tree_of(mine);
    const json there = tree_of(theirs);
    Joiner joiner({.decisions = &decisions});
    const auto tree = joiner.join("", {&ancestor.tree, &here, &there});
    Merged merged;
    JsonReader reader(Strictness::Stored);
    reader.read(*tree, merged.visit, "");
    if (reader.error()) return std::unexpected(*reader.error());
    merged.differences = std::move(joiner.differences());
    merged.doubt = doubt_of(merged.differences);
    for (const Difference& difference : merged.differences) {
        const bool open =
            difference.change == Change::Differ && !decision_for(decisions, difference.path);
        if (open) ++merged.undecided;
    }
    return merged;
}

Ancestor joined(const Ancestor& older, const Ancestor& first, const Ancestor& second) {
    const Three values{&older.tree, &first.tree, &second.tree};
    Joiner joiner({.marks_disputes = true});
    auto tree = joiner.join("", values);
    if (doubt_of(joiner.differences()) != Doubt::None) {
        Joiner strict({.marks_disputes = true, .disputes_subsidies = true});
        tree = strict.join("", values);
    }
    return {tree.value_or(disputed())};
}

}  // namespace longju::visit
