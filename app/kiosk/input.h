// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "kiosk/rect.h"

namespace longju::kiosk {

enum class Key {
    Tab,
    Enter,
    Space,
    Escape,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Undo,  ///< Ctrl+Z
    Redo,  ///< Ctrl+Y, Ctrl+Shift+Z
    Paste,
    Copy,
    Help,  ///< F1
};

struct KeyPress {
    Key key = Key::Tab;
    bool shift = false;
};

/// What the person did since the frame before. Pointer in logical pixels; one pointer, as mouse or
/// finger.
struct Input {
    Point pointer{-1, -1};
    bool down = false;
    float wheel = 0;  ///< Notches, positive away from the person.
    std::vector<KeyPress> keys;
    std::string text;       ///< Typed characters, UTF-8.
    std::string clipboard;  ///< Set when `keys` holds `Paste`.

    bool pressed(Key key) const {
        return std::ranges::any_of(keys, [key](const KeyPress& k) { return k.key == key; });
    }
};

/// The text box being edited: it lives in the state, so that nothing typed is hidden in a widget.
struct Draft {
    std::string id;  ///< Of the field; empty when none is open.
    std::string text;
    std::size_t caret = 0;  ///< Byte offset, at a character.
    std::string original;   ///< What Esc puts back.

    bool operator==(const Draft&) const = default;
};

}  // namespace longju::kiosk
