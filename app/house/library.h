// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/provenance.h"
#include "core/units.h"
#include "house/junction.h"

/// What houses are made of: materials, layered assemblies, windows and doors, as the catalog
/// defines them. All are looked up by id; ids are stable names in ASCII.
namespace longju::house {

/// How a material is hatched on drawings (GB/T 50001).
enum class Hatch {
    None,
    Brick,
    ReinforcedConcrete,
    Concrete,
    Eps,
    Xps,
    Wool,
    Mortar,
    Gravel,
    Soil,
    Wood,
    Metal,
    Loose,
};

/// 材料, GB 50176-2016 appendix B.1.
struct Material {
    std::string id;
    std::string name_zh;
    std::string name_en;
    WattsPerMK conductivity;  ///< λ at delivery; `correction` brings it to its place of use.
    KilogramsPerM3 density;
    JoulesPerKgK specific_heat;
    double correction_outside = 1.0;  ///< 修正系数 a on the cold side, GB 50176-2016 table B.2.
    double correction_inside = 1.0;   ///< The same on the warm side.
    Hatch hatch = Hatch::None;
    Provenance provenance;
};

/// 层: one homogeneous slab of an assembly.
struct Layer {
    std::string material_id;
    Millimetres thickness;

    bool operator==(const Layer&) const = default;
};

enum class Element { Wall, Ceiling, Roof, Floor, Partition };

/// 构造: the layers of one element. `layers` runs from outdoors (for a ceiling: from the attic, for
/// a floor: from the ground) to the room.
struct Assembly {
    std::string id;
    std::string name_zh;
    std::string name_en;
    Element element = Element::Wall;
    std::vector<Layer> layers;
    double bridge_factor = 1.0;  ///< φ ≥ 1: bridges repeated all over (ties, joists), mean U by U
                                 ///< between them; the edges are `Junction`s.
    Provenance provenance;
};

/// 窗. The optics come from the panes; `rated_u` and `rated_shgc` are what a label or a handbook
/// says and serve the comparison with limits.
struct WindowType {
    std::string id;
    std::string name_zh;
    std::string name_en;
    int panes = 2;  ///< 1 to 4.
    Millimetres pane_thickness{5.0};
    Millimetres gap{12.0};  ///< Between panes; 100 for a double casement.
    int low_e_coatings = 0;
    bool argon = false;
    double frame_share = 0.25;  ///< Share of the opening that is frame.
    WattsPerM2K frame_u{1.8};
    WattsPerM2K rated_u{2.7};  ///< Whole window, K in Chinese tables.
    double rated_shgc = 0.7;   ///< Of the glass.
    Provenance provenance;
};

/// 外门.
struct DoorType {
    std::string id;
    std::string name_zh;
    std::string name_en;
    WattsPerM2K u{2.7};
    Provenance provenance;
};

/// What a module of an EPS cavity wall is laid as.
enum class ModuleKind {
    Straight,  ///< 直块
    Corner,    ///< 转角块; `length` is its long leg, `leg` its short one
    Tee,       ///< T形块: where an inner wall meets the outer one, in every second course
    Jamb,      ///< 端头块: closed at one end, beside an opening
    Lintel,    ///< 过梁块: a channel over an opening
    Top,       ///< 圈梁块: a channel for the ring beam
};

/// One size of EPS 空腔模块, by the axes of the concrete core.
struct ModuleType {
    std::string id;
    std::string name_zh;
    std::string name_en;
    ModuleKind kind = ModuleKind::Straight;
    Millimetres length;
    Millimetres leg;  ///< Of corners, else 0.
    Millimetres height{300.0};
    Provenance provenance;
};

/// 结构形式: what the walls of a catalog house can be built of.
struct Structure {
    std::string id;
    std::string name_zh;
    std::string name_en;
    std::string wall_id;             ///< An `Assembly`.
    Millimetres axis_to_outer_face;  ///< As in `Plan`.
    int max_storeys = 2;
    Provenance provenance;
};

/// 外观: roof cover and colours, `0xRRGGBB`.
struct Style {
    std::string id;
    std::string name_zh;
    std::string name_en;
    std::string cover_zh;  ///< 屋面材料, as in `Roof`.
    int wall_rgb = 0;
    int roof_rgb = 0;
    int plinth_rgb = 0;
    Provenance provenance;
};

/// Every material, assembly, window, door and junction, module, structure and style; sorted by id.
/// The `find` functions return nullptr for an id that does not exist; `check(house)` refuses such
/// houses, after which the `at` functions may be used (they treat a missing id as a bug).
struct Library {
    std::vector<Material> materials;
    std::vector<Assembly> assemblies;
    std::vector<WindowType> windows;
    std::vector<DoorType> doors;
    std::vector<Junction> junctions;
    std::vector<ModuleType> modules;
    std::vector<Structure> structures;
    std::vector<Style> styles;

    const Material* find_material(std::string_view id) const;
    const Assembly* find_assembly(std::string_view id) const;
    const WindowType* find_window(std::string_view id) const;
    const DoorType* find_door(std::string_view id) const;
    const Structure* find_structure(std::string_view id) const;
    const Style* find_style(std::string_view id) const;
    const Material& material(std::string_view id) const;
    const Assembly& assembly(std::string_view id) const;
    const WindowType& window(std::string_view id) const;
    const DoorType& door(std::string_view id) const;
};

}  // namespace longju::house
