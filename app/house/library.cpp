// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/library.h"

#include <algorithm>

#include "core/assert.h"

namespace longju::house {

namespace {

template <class Row>
const Row* find(const std::vector<Row>& rows, std::string_view id) {
    const auto found = std::ranges::find(rows, id, &Row::id);
    return found == rows.end() ? nullptr : &*found;
}

template <class Row>
const Row& at(const std::vector<Row>& rows, std::string_view id) {
    const Row* row = find(rows, id);
    LONGJU_ASSERT(row != nullptr, "a checked house names only what the library has");
    return *row;
}

}  // namespace

const Material* Library::find_material(std::string_view id) const { return find(materials, id); }
const Assembly* Library::find_assembly(std::string_view id) const { return find(assemblies, id); }
const WindowType* Library::find_window(std::string_view id) const { return find(windows, id); }
const DoorType* Library::find_door(std::string_view id) const { return find(doors, id); }
const Structure* Library::find_structure(std::string_view id) const { return find(structures, id); }
const Style* Library::find_style(std::string_view id) const { return find(styles, id); }
const Material& Library::material(std::string_view id) const { return at(materials, id); }
const Assembly& Library::assembly(std::string_view id) const { return at(assemblies, id); }
const WindowType& Library::window(std::string_view id) const { return at(windows, id); }
const DoorType& Library::door(std::string_view id) const { return at(doors, id); }

}  // namespace longju::house
