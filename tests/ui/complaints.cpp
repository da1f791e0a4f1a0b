// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/complaints.h"

#include <fmt/format.h>

namespace longju::kiosk::testing {
namespace {

std::string rect_text(const Rect& r) {
    return fmt::format("{:.0f},{:.0f} {:.0f}x{:.0f}", r.x, r.y, r.w, r.h);
}

bool inside(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x - 0.5F && inner.y >= outer.y - 0.5F &&
           inner.right() <= outer.right() + 0.5F && inner.bottom() <= outer.bottom() + 0.5F;
}

void check_label(const Record& label, const ScreenRules& rules, std::vector<std::string>& found) {
    if (rules.typed && rules.typed(label.text)) return;
    if (label.clipped) found.push_back("clipped: " + label.text + " " + rect_text(label.rect));
    if (label.missing_glyph) found.push_back("no glyph: " + label.text);
}

bool overlap(const Record& one, const Record& other) {
    const Rect both = intersection(one.visible, other.visible);
    if (both.w < 1 || both.h < 1) return false;
    // A row holds its switch; a view its handle.
    if (inside(one.visible, other.visible) || inside(other.visible, one.visible)) return false;
    return one.id != "toast" && other.id != "toast";
}

}  // namespace

std::vector<std::string> complaints(const std::vector<Record>& records, const ScreenRules& rules) {
    std::vector<std::string> found;
    std::vector<const Record*> targets;
    std::set<std::string> ids;
    for (const Record& record : records) {
        if (record.layer != rules.top_layer) continue;
        if (record.kind == Record::Kind::Label) {
            check_label(record, rules, found);
            continue;
        }
        targets.push_back(&record);
        if (!ids.insert(record.id).second) found.push_back("twice: " + record.id);
        if (record.rect.w < rules.smallest_target || record.rect.h < rules.smallest_target) {
            found.push_back("small: " + record.id + " " + rect_text(record.rect));
        }
        if (record.scroll.empty() && !inside(rules.screen, record.rect)) {
            found.push_back("off the screen: " + record.id + " " + rect_text(record.rect));
        }
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        for (std::size_t k = i + 1; k < targets.size(); ++k) {
            if (!overlap(*targets[i], *targets[k])) continue;
            found.push_back("overlap: " + targets[i]->id + " and " + targets[k]->id);
        }
    }
    return found;
}

std::set<std::string> ids_of(const std::vector<Record>& records) {
    std::set<std::string> ids;
    for (const Record& record : records) {
        if (record.kind == Record::Kind::Target) ids.insert(record.id);
    }
    return ids;
}

}  // namespace longju::kiosk::testing
