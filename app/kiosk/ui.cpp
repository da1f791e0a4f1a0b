// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/ui.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace longju::kiosk {
namespace {

constexpr float drag_slop = 8;      // kiosk.md section 6: a press that moves less is a press.
constexpr float grown_target = 52;  // Hit rectangle of small targets, kiosk.md section 4.
constexpr float wheel_step = 56;
constexpr float endless_height = 1e6F;

Rect grown(const Rect& r) {
    const float dx = std::max(0.0F, std::min(4.0F, (grown_target - r.w) / 2));
    const float dy = std::max(0.0F, std::min(4.0F, (grown_target - r.h) / 2));
    return r.inset(-dx, -dy);
}

}  // namespace

Ui::Ui(const Frame& frame) : frame_(frame) {
    roll_on();
    read_pointer();
    read_keys();
    paint().list();
}

const UiMemory::Seen* Ui::target_under(Point p) const {
    const auto& targets = frame_.memory.targets;
    for (const bool generous : {false, true}) {
        for (const UiMemory::Seen& seen : std::ranges::reverse_view(targets)) {
            if (seen.layer != frame_.top_layer || !seen.enabled) continue;
            if ((generous ? grown(seen.visible) : seen.visible).contains(p)) return &seen;
        }
    }
    return nullptr;
}

void Ui::read_pointer() {
    UiMemory& memory = frame_.memory;
    const Input& input = frame_.input;
    const bool went_down = input.down && !memory.was_down;
    const bool went_up = !input.down && memory.was_down;
    memory.was_down = input.down;

    if (went_down) press_down();
    if (input.down) follow_finger();
    if (went_up) let_go();
    if (input.wheel != 0) turn_wheel();
}

void Ui::press_down() {
    UiMemory& memory = frame_.memory;
    // A touch that stops what rolls means nothing else.
    const bool stops = memory.roll.rolls();
    memory.roll.stop();
    const UiMemory::Seen* target = stops ? nullptr : target_under(frame_.input.pointer);
    memory.pressed = target == nullptr ? std::string() : target->id;
    memory.pressed_at = frame_.input.pointer;
    memory.trail.begin(frame_.now_s, frame_.input.pointer.y);
    memory.scrolling.clear();
    memory.focus_visible = false;
    if (target != nullptr && target->focusable) memory.focus = target->id;
    if (!frame_.draft.id.empty() && memory.pressed != frame_.draft.id) emit(SetDraft{});
}

void Ui::let_go() {
    UiMemory& memory = frame_.memory;
    const UiMemory::Seen* target = target_under(frame_.input.pointer);
    if (memory.scrolling.empty() && target != nullptr && target->id == memory.pressed) {
        clicked_ = memory.pressed;
    }
    if (!memory.scrolling.empty()) {
        memory.roll.start(memory.scrolling, -memory.trail.speed(frame_.now_s), frame_.now_s);
    }
    memory.pressed.clear();
    memory.scrolling.clear();
}

void Ui::roll_on() {
    UiMemory& memory = frame_.memory;
    if (!memory.roll.rolls()) return;
    const std::string id = memory.roll.area();
    const auto seen = std::ranges::find(memory.scrolls, id, &UiMemory::SeenScroll::id);
    if (seen == memory.scrolls.end() || seen->layer != frame_.top_layer) return memory.roll.stop();
    ScrollMemory& area = memory.scroll[id];
    const float end = std::max(0.0F, area.content - area.view);
    const float wanted = area.offset + memory.roll.advance(frame_.now_s);
    area.offset = std::clamp(wanted, 0.0F, end);
    if (wanted < 0 || wanted > end) memory.roll.stop();
}

void Ui::turn_wheel() {
    UiMemory& memory = frame_.memory;
    const Input& input = frame_.input;
    memory.roll.stop();
    for (auto it = memory.scrolls.rbegin(); it != memory.scrolls.rend(); ++it) {
        if (it->layer != frame_.top_layer || !it->view.contains(input.pointer)) continue;
        ScrollMemory& area = memory.scroll[it->id];
        if (area.content <= area.view) continue;
        area.offset -= input.wheel * wheel_step;
        break;
    }
}

void Ui::follow_finger() {
    UiMemory& memory = frame_.memory;
    const float moved = frame_.input.pointer.y - memory.pressed_at.y;
    memory.trail.add(frame_.now_s, frame_.input.pointer.y);
    if (memory.scrolling.empty()) {
        if (std::abs(moved) < drag_slop) return;
        for (const auto& target : memory.targets) {
            if (target.id == memory.pressed && target.drags) return;
        }
        for (auto it = memory.scrolls.rbegin(); it != memory.scrolls.rend(); ++it) {
            if (it->layer != frame_.top_layer || !it->view.contains(memory.pressed_at)) continue;
            const ScrollMemory& area = memory.scroll[it->id];
            if (area.content <= area.view) continue;
            memory.scrolling = it->id;
            memory.scroll_start = area.offset;
            break;
        }
    }
    if (memory.scrolling.empty()) return;
    memory.scroll[memory.scrolling].offset = memory.scroll_start - moved;
}

void Ui::read_keys() {
    for (const KeyPress& press : frame_.input.keys) {
        if (press.key == Key::Tab) {
            frame_.memory.focus_visible = true;
            focus_next(frame_.memory.focus, press.shift);
        }
        if (press.key == Key::PageUp) turn_page(-1);
        if (press.key == Key::PageDown) turn_page(1);
        const bool typing = !frame_.draft.id.empty() && frame_.draft.id == frame_.memory.focus;
        const bool presses = press.key == Key::Enter || press.key == Key::Space;
        if (presses && !typing && !frame_.memory.focus.empty()) {
            for (const auto& target : frame_.memory.targets) {
                if (target.id == frame_.memory.focus && target.layer == frame_.top_layer &&
                    target.enabled) {
                    clicked_ = target.id;
                }
            }
        }
    }
}

void Ui::turn_page(float pages) {
    // The largest area that has more: what somebody reads.
    const UiMemory::SeenScroll* largest = nullptr;
    for (const auto& area : frame_.memory.scrolls) {
        const ScrollMemory& kept = frame_.memory.scroll[area.id];
        if (area.layer != frame_.top_layer || kept.content <= kept.view) continue;
        const bool larger =
            largest == nullptr || area.view.w * area.view.h > largest->view.w * largest->view.h;
        if (larger) largest = &area;
    }
    if (largest == nullptr) return;
    constexpr float share = 0.85F;  // A line or two of the page before stay in sight.
    frame_.memory.scroll[largest->id].offset += pages * share * largest->view.h;
}

void Ui::focus_on(const std::string& id) { frame_.memory.focus = id; }

void Ui::focus_next(const std::string& after, bool backwards) {
    std::vector<const UiMemory::Seen*> ring;
    for (const auto& target : frame_.memory.targets) {
        if (target.layer == frame_.top_layer && target.focusable) ring.push_back(&target);
    }
    if (ring.empty()) return;
    const auto here =
        std::ranges::find_if(ring, [&](const auto* target) { return target->id == after; });
    const std::size_t count = ring.size();
    std::size_t next = backwards ? count - 1 : 0;
    if (here != ring.end()) {
        const auto index = static_cast<std::size_t>(here - ring.begin());
        next = (index + (backwards ? count - 1 : 1)) % count;
    }
    frame_.memory.roll.stop();
    const UiMemory::Seen& target = *ring[next];
    frame_.memory.focus = target.id;
    if (target.scroll.empty()) return;
    for (const auto& area : frame_.memory.scrolls) {
        if (area.id != target.scroll) continue;
        float& offset = frame_.memory.scroll[area.id].offset;
        if (target.rect.y < area.view.y) offset -= area.view.y - target.rect.y + 8;
        if (target.rect.bottom() > area.view.bottom()) {
            offset += target.rect.bottom() - area.view.bottom() + 8;
        }
    }
}

Press Ui::press(const std::string& id, const Rect& rect, const Target& target) {
    const Rect visible = intersection(rect, clip_rect());
    const std::string scroll = scroll_stack_.empty() ? std::string() : scroll_stack_.back();
    records_.push_back({.kind = Record::Kind::Target,
                        .id = id,
                        .rect = rect,
                        .visible = visible,
                        .enabled = target.enabled,
                        .state = std::string(target.state),
                        .layer = layer_,
                        .scroll = scroll});
    seen_.push_back({id, visible, rect, layer_, scroll, target.focusable && target.enabled,
                     target.enabled, target.drags});
    Press press;
    press.pointer = frame_.input.pointer;
    if (layer_ != frame_.top_layer || !target.enabled) return press;
    press.clicked = clicked_ == id;
    press.held = frame_.memory.pressed == id && frame_.memory.scrolling.empty();
    press.hovered = visible.contains(frame_.input.pointer);
    press.focused = frame_.memory.focus == id;
    if (press.focused && frame_.memory.focus_visible && !visible.empty()) {
        ring_ = visible;
        ring_radius_ = target.radius;
    }
    return press;
}

namespace {

/// A rectangle in whole pixels of the window.
struct PixelRect {
    ImVec2 low, high;

    int width() const { return static_cast<int>(high.x - low.x); }
    int height() const { return static_cast<int>(high.y - low.y); }
};

PixelRect pixel_rect(const Painter& p, const Rect& rect) {
    return {{std::round(p.px(rect.x)), std::round(p.px(rect.y))},
            {std::round(p.px(rect.right())), std::round(p.px(rect.bottom()))}};
}

/// Only the strips with the round corners are more than a rectangle.
void add_image(const Painter& p, ImTextureRef texture, const PixelRect& at, float radius) {
    const float round = std::ceil(p.px(radius));
    const float height = at.high.y - at.low.y;
    if (round <= 0 || height <= 2 * round) {
        p.list().AddImageRounded(texture, at.low, at.high, {0, 0}, {1, 1}, IM_COL32_WHITE, round);
        return;
    }
    const float v = round / height;
    const float upper = at.low.y + round, lower = at.high.y - round;
    p.list().AddImageRounded(texture, at.low, {at.high.x, upper}, {0, 0}, {1, v}, IM_COL32_WHITE,
                             round, ImDrawFlags_RoundCornersTop);
    p.list().AddImage(texture, {at.low.x, upper}, {at.high.x, lower}, {0, v}, {1, 1 - v});
    p.list().AddImageRounded(texture, {at.low.x, lower}, at.high, {0, 1 - v}, {1, 1},
                             IM_COL32_WHITE, round, ImDrawFlags_RoundCornersBottom);
}

}  // namespace

void Ui::picture(const std::string& key, const Rect& rect, const Pictures::Make& make,
                 float radius) {
    const PixelRect at = pixel_rect(paint(), rect);
    const bool seen = at.width() > 0 && at.height() > 0 && !intersection(rect, clip_rect()).empty();
    if (!seen) return;
    add_image(paint(), frame_.pictures.get(key, at.width(), at.height(), make), at, radius);
}

bool Ui::draw_later(const Pictures::Later& later, const Rect& rect, float radius) {
    if (later.texture) {
        add_image(paint(), *later.texture, pixel_rect(paint(), rect), radius);
    } else {
        paint().box(rect, {colour(Role::Birch1), colour(Role::Birch1), 0, radius});
    }
    return !later.failed;
}

bool Ui::picture_later(const std::string& key, const Rect& rect, const Pictures::Make& make,
                       float radius) {
    const PixelRect at = pixel_rect(paint(), rect);
    const bool seen = at.width() > 0 && at.height() > 0 && !intersection(rect, clip_rect()).empty();
    if (!seen) return true;
    return draw_later(frame_.pictures.get_later(key, at.width(), at.height(), make), rect, radius);
}

bool Ui::picture_live(const std::string& id, const std::string& key, const Rect& rect,
                      const Pictures::Make& make, float radius) {
    const PixelRect at = pixel_rect(paint(), rect);
    const bool seen = at.width() > 0 && at.height() > 0 && !intersection(rect, clip_rect()).empty();
    if (!seen) return true;
    return draw_later(frame_.pictures.get_live(id, key, {at.width(), at.height()}, make), rect,
                      radius);
}

Rect Ui::begin_scroll(const std::string& id, const Rect& view) {
    ScrollMemory& area = frame_.memory.scroll[id];
    area.view = view.h;
    area.offset = std::clamp(area.offset, 0.0F, std::max(0.0F, area.content - view.h));
    seen_scrolls_.push_back({id, view, layer_});
    scroll_stack_.push_back(id);
    clip(view);
    // As high as anything could want: what is cut from it is never cut short.
    return {view.x, view.y - area.offset, view.w, endless_height};
}

void Ui::end_scroll(float bottom) {
    const std::string id = scroll_stack_.back();
    ScrollMemory& area = frame_.memory.scroll[id];
    const Rect view = seen_scrolls_.back().id == id
                          ? seen_scrolls_.back().view
                          : std::ranges::find(seen_scrolls_, id, &UiMemory::SeenScroll::id)->view;
    unclip();
    scroll_stack_.pop_back();
    area.content = bottom + area.offset - view.y;
    if (area.content <= view.h + 0.5F) return;
    // A thumb that is always there when there is more.
    const float share = view.h / area.content;
    const float height = std::max(24.0F, view.h * share);
    const float travel = view.h - height;
    const float top = travel * std::clamp(area.offset / (area.content - view.h), 0.0F, 1.0F);
    paint().fill({view.right() - 7, view.y + top, 6, height}, colour(Role::Birch3), 3);
}

void Ui::reveal(const std::string& what, const Rect& rect) {
    if (seen_scrolls_.empty() || scroll_stack_.empty()) return;
    ScrollMemory& area = frame_.memory.scroll[scroll_stack_.back()];
    if (area.revealed == what) return;
    area.revealed = what;
    const Rect& view = seen_scrolls_.back().view;
    if (rect.y < view.y) area.offset -= view.y - rect.y + 8;
    if (rect.bottom() > view.bottom()) area.offset += rect.bottom() - view.bottom() + 8;
}

void Ui::begin_layer(int layer) {
    layer_ = layer;
    paint().fill(frame_.screen, colour(Role::Dim));
}

void Ui::end_layer() { layer_ = 0; }

void Ui::clip(const Rect& rect) {
    clips_.push_back(intersection(rect, clip_rect()));
    paint().clip(rect);
}

void Ui::unclip() {
    clips_.pop_back();
    paint().unclip();
}

void Ui::finish() {
    if (!ring_.empty()) {
        paint().edge(ring_.inset(-6), colour(Role::Ice), 3, ring_radius_ + 6, Dash::Solid);
    }
    frame_.memory.targets = std::move(seen_);
    frame_.memory.scrolls = std::move(seen_scrolls_);
    frame_.memory.numbers.end_frame();
}

}  // namespace longju::kiosk
