// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/strings.h"
#include "kiosk/action.h"
#include "kiosk/inertia.h"
#include "kiosk/input.h"
#include "kiosk/motion.h"
#include "kiosk/painter.h"
#include "kiosk/photo_reader.h"
#include "kiosk/picture.h"

namespace longju::sheet {
class FontSet;
}

namespace longju::kiosk {

enum class Align { Left, Centre, Right };

/// One thing on the screen as tests and lint rules see it.
struct Record {
    enum class Kind { Target, Label };
    Kind kind = Kind::Label;
    std::string id;  ///< Dotted; empty for labels.
    Rect rect;
    Rect visible;      ///< What clipping leaves of `rect`.
    std::string text;  ///< Of a label.
    bool clipped = false;
    bool missing_glyph = false;
    bool enabled = true;
    std::string state;
    int layer = 0;
    std::string scroll;  ///< Scroll area it lies in; empty when none.
};

/// What the person is doing with a target.
struct Press {
    bool clicked = false;
    bool held = false;
    bool hovered = false;
    bool focused = false;
    Point pointer;
};

/// How a target behaves.
struct Target {
    bool enabled = true;
    bool drags = false;  ///< Moving keeps it: the page under it does not scroll.
    float radius = 10;   ///< Of the focus ring.
    bool focusable = true;
    std::string_view state;  ///< For the record: "on", "selected".
};

struct ScrollMemory {
    float offset = 0;
    float content = 0;
    float view = 0;
    std::string revealed;  ///< What it was last moved for.
};

/// What the layer remembers between frames: nothing of it is part of a visit.
struct UiMemory {
    struct Seen {
        std::string id;
        Rect visible;
        Rect rect;
        int layer = 0;
        std::string scroll;
        bool focusable = true;
        bool enabled = true;
        bool drags = false;
    };
    struct SeenScroll {
        std::string id;
        Rect view;
        int layer = 0;
    };
    std::vector<Seen> targets;  ///< Of the frame before, in drawing order.
    std::vector<SeenScroll> scrolls;
    std::map<std::string, ScrollMemory> scroll;
    std::string pressed;  ///< Target under the finger that is down.
    Point pressed_at;
    std::string scrolling;  ///< Area that follows the finger.
    float scroll_start = 0;
    FingerTrail trail;
    Roll roll;  ///< The area that goes on by itself.
    std::string focus;
    bool focus_visible = false;  ///< Only after the keyboard was used.
    bool was_down = false;
    CountingNumbers numbers;
};

/// The layer between screens and drawing: targets, texts, scroll areas, focus. Made anew for each
/// frame. Everything on it has a dotted id, so a test can press what a person would.
class Ui {
public:
    struct Frame {
        const Painter& painter;
        const Strings& strings;
        Pictures& pictures;
        UiMemory& memory;
        const Draft& draft;
        const Input& input;
        Rect screen;                            ///< The whole window.
        int top_layer{};                        ///< Targets on lower layers do not react.
        const sheet::FontSet* paper = nullptr;  ///< What pages are set in; may be missing.
        PhotoReader photos = {};                ///< How kept photos are read; none: they are not.
        double now_s = 0;                       ///< Monotonic.
        bool moving = false;                    ///< Numbers count; else all stands at once.
    };
    explicit Ui(const Frame& frame);

    const Painter& paint() const { return frame_.painter; }
    Colour colour(Role role) const { return frame_.painter.colour(role); }
    const Strings& words() const { return frame_.strings; }
    std::string_view word(std::string_view key) const { return frame_.strings(key); }
    const Input& input() const { return frame_.input; }
    const Draft& draft() const { return frame_.draft; }
    Rect screen() const { return frame_.screen; }
    const sheet::FontSet* paper() const { return frame_.paper; }
    const PhotoReader& photos() const { return frame_.photos; }
    bool high_contrast() const { return paint().theme().look() == Look::HighContrast; }

    /// What a screen wants done; the state changes after the frame.
    void emit(Action action) { actions_.push_back(std::move(action)); }

    Press press(const std::string& id, const Rect& rect, const Target& target = {});

    /// One text inside `rect`: shrinks a little, then wraps when the height allows; what still does
    /// not fit is clipped and says so in its record. Returns the width used by the first line.
    float text(const Rect& rect, std::string_view text, const Type& type, Role role,
               Align align = Align::Left);
    float text(const Rect& rect, std::string_view text, const Type& type, Colour colour,
               Align align = Align::Left);
    /// Lines from the top of `rect`; returns the height used.
    float paragraph(const Rect& rect, std::string_view text, const Type& type, Role role);
    /// `text` with its middle left out where it is wider: for paths, hashes and addresses.
    std::string without_middle(std::string_view text, const Type& type, float width) const;
    float paragraph_height(std::string_view text, const Type& type, float width) const;
    float width_of(std::string_view text, const Type& type) const {
        return paint().text_width(text, type);
    }

    /// What to show of a number that may just have changed.
    CountingNumbers::Shown counting(const std::string& id, const std::string& number) {
        return frame_.memory.numbers.show(id, number, frame_.now_s, frame_.moving);
    }

    void picture(const std::string& key, const Rect& rect, const Pictures::Make& make,
                 float radius = 0);
    /// The same for pictures that may come a moment later (`Pictures::get_later`): plain until
    /// then. False when it cannot be made.
    bool picture_later(const std::string& key, const Rect& rect, const Pictures::Make& make,
                       float radius = 0);
    /// The same for one that follows a finger (`Pictures::get_live`): the last one of `id` until
    /// that for `key` is there.
    bool picture_live(const std::string& id, const std::string& key, const Rect& rect,
                      const Pictures::Make& make, float radius = 0);

    /// Content drawn until `end_scroll` moves with the area. Returns where it goes: `view` moved up
    /// by what was scrolled, as high as the content was in the frame before.
    Rect begin_scroll(const std::string& id, const Rect& view);
    /// `bottom` of the content, in the coordinates of `begin_scroll`'s answer.
    void end_scroll(float bottom);

    /// Moves the area that is being drawn so that `rect` is in sight, once for each `what`.
    void reveal(const std::string& what, const Rect& rect);

    /// Draws over everything so far; `top_layer` says which layer reacts.
    void begin_layer(int layer = 1);
    void end_layer();

    void clip(const Rect& rect);
    void unclip();

    bool is_focused(const std::string& id) const { return frame_.memory.focus == id; }
    void focus_on(const std::string& id);
    void focus_next(const std::string& after, bool backwards);

    /// Ends the frame: focus ring, records, memory.
    void finish();
    const std::vector<Record>& records() const { return records_; }
    std::vector<Action>& actions() { return actions_; }
    bool wants_caret() const { return !frame_.draft.id.empty(); }

private:
    bool draw_later(const Pictures::Later& later, const Rect& rect, float radius);
    void read_pointer();
    void read_keys();
    void press_down();
    void let_go();
    void turn_wheel();
    void follow_finger();
    void turn_page(float pages);
    void roll_on();
    const UiMemory::Seen* target_under(Point p) const;
    Rect clip_rect() const { return clips_.empty() ? frame_.screen : clips_.back(); }
    void draw_lines(const Rect& rect, const std::vector<std::string_view>& lines, const Type& type,
                    Colour colour, Align align);
    void note_label(const Rect& rect, std::string_view text, const Type& type, bool clipped);

    Frame frame_;
    std::vector<Record> records_;
    std::vector<UiMemory::Seen> seen_;
    std::vector<UiMemory::SeenScroll> seen_scrolls_;
    std::vector<Action> actions_;
    std::vector<Rect> clips_;
    std::vector<std::string> scroll_stack_;
    std::string clicked_;
    Rect ring_;
    float ring_radius_ = 0;
    int layer_ = 0;
};

}  // namespace longju::kiosk
