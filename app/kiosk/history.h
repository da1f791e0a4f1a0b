// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace longju::kiosk {

/// Undo as copies. Edits of one field in one go are one step: whoever types a name letter by letter
/// takes it back as a whole.
template <class T, class Label>
class History {
public:
    struct Entry {
        T value;
        Label label;  ///< Of the edit that leads away from (undo) or to (redo) `value`.
    };

    /// To be called with the value before the edit. `session` changes when the person turned to
    /// something else; equal sessions of one field are joined. An empty field is never joined.
    void record(T before, Label label, const std::string& field, int session) {
        redo_.clear();
        const bool joins =
            !undo_.empty() && !field.empty() && field == field_ && session == session_ && joinable_;
        field_ = field;
        session_ = session;
        joinable_ = true;
        if (joins) {
            undo_.back().label = std::move(label);
            return;
        }
        if (undo_.size() == limit) undo_.erase(undo_.begin());
        undo_.push_back({std::move(before), std::move(label)});
    }

    bool can_undo() const { return !undo_.empty(); }
    bool can_redo() const { return !redo_.empty(); }
    const Label& undo_label() const { return undo_.back().label; }
    const Label& redo_label() const { return redo_.back().label; }

    /// The value before the last edit; `now` is kept for `redo`. Requires `can_undo()`.
    T undo(T now) { return shift(undo_, redo_, std::move(now)); }
    T redo(T now) { return shift(redo_, undo_, std::move(now)); }

private:
    static constexpr std::size_t limit = 200;

    T shift(std::vector<Entry>& from, std::vector<Entry>& to, T now) {
        Entry entry = std::move(from.back());
        from.pop_back();
        to.push_back({std::move(now), std::move(entry.label)});
        joinable_ = false;
        return std::move(entry.value);
    }

    std::vector<Entry> undo_;
    std::vector<Entry> redo_;
    std::string field_;
    int session_ = 0;
    bool joinable_ = false;
};

}  // namespace longju::kiosk
