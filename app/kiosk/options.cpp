// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/text.h"

namespace longju::kiosk {
namespace {

constexpr std::array<std::pair<std::string_view, ScreenId>, 9> screens{
    {{"home", ScreenId::Home},
     {"household", ScreenId::Household},
     {"house", ScreenId::House},
     {"configure", ScreenId::Configure},
     {"compare", ScreenId::Compare},
     {"result", ScreenId::Result},
     {"subsidy", ScreenId::Subsidy},
     {"sheets", ScreenId::Sheets},
     {"handover", ScreenId::HandOver}}};

/// Takes the value of one option; false when it is not what it must be.
bool set_value(Options& options, std::string_view name, std::string_view value) {
    if (name == "--screenshot") return options.screenshot = value, true;
    if (name == "--case") return options.case_file = value, true;
    if (name == "--reference") return options.reference = value, true;
    if (name == "--data") return options.data = value, true;
    if (name == "--out") return options.out = value, true;
    if (name == "--fonts") return options.fonts = value, true;
    if (name == "--press") return options.presses.emplace_back(value), true;
    if (name == "--screen") {
        const auto found = std::ranges::find(screens, value, [](const auto& s) { return s.first; });
        if (found == screens.end()) return false;
        options.screen = found->second;
        return true;
    }
    if (name == "--size") {
        const auto cross = value.find('x');
        const auto width = integer_from(value.substr(0, cross));
        const auto height =
            cross == std::string_view::npos ? std::nullopt : integer_from(value.substr(cross + 1));
        if (!width || !height || *width < 320 || *height < 240 || *width > 8192 || *height > 8192) {
            return false;
        }
        options.window.width = static_cast<int>(*width);
        options.window.height = static_cast<int>(*height);
        return true;
    }
    if (name == "--scale") {
        const auto scale = number_from(value);
        if (!scale || *scale < 0.75 || *scale > 4) return false;
        options.window.display_scale = static_cast<float>(*scale);
        return true;
    }
    if (name == "--lang") {
        options.language = value == "en" ? Language::English : Language::Chinese;
        return value == "en" || value == "zh";
    }
    if (name == "--look") {
        options.look = value == "contrast" ? Look::HighContrast : Look::Light;
        return value == "contrast" || value == "light";
    }
    if (name == "--depth") {
        options.depth = value == "farmer" ? Depth::Farmer : Depth::Technician;
        return value == "farmer" || value == "technician";
    }
    if (name == "--draw") {
        options.by_memory = value == "memory";
        return value == "memory" || value == "opengl";
    }
    if (name == "--demo-drag") return options.demo_drag = value, true;
    if (name == "--demo-frames") {
        const auto count = integer_from(value);
        options.demo_frames = static_cast<int>(count.value_or(0));
        return count && *count > 0 && *count < 100000;
    }
    return false;
}

}  // namespace

Result<Options> options_from(std::span<const char* const> arguments) {
    Options options;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (name == "--help" || name == "-h") {
            options.help = true;
        } else if (name == "--version") {
            options.version = true;
        } else if (name == "--full-screen") {
            options.full_screen = true;
        } else if (name == "--sample") {
            continue;  // A store that never had a practice visit gets one anyway.
        } else {
            const bool has_value = i + 1 < arguments.size();
            if (!has_value || !set_value(options, name, arguments[i + 1])) {
                return fail(ErrorKind::BadInput,
                            fmt::format("{}{}: see --help", name,
                                        has_value ? fmt::format(" {}", arguments[i + 1]) : ""));
            }
            ++i;
        }
    }
    return options;
}

std::string_view usage() {
    return R"(longju-kiosk: visits to rural houses, from the first question to the printed sheet

  --full-screen            Without window frame
  --sample                 Begin with the practice visit in the list
  --data DIR               Folder of visits.db (default: the user's data folder)
  --out DIR                Where papers and parcels are written (default: in the data folder)
  --reference FILE         reference.db (default: where the program was installed)
  --fonts DIR              Folder with NotoSansCJK-Regular.ttc and -Bold.ttc
  --screenshot FILE.png    Draw one screen into a picture; needs no display
  --screen NAME            home, household, house, configure, result or sheets
  --press ID               On the picture, what was pressed before; again for more presses
  --case FILE.toml         The visit on the picture (default: the practice visit)
  --size WxH               Window pixels (default 1366x768)
  --scale S                Scale of the display, 0.75 to 4
  --lang zh|en             Language
  --look light|contrast    Colours
  --depth farmer|technician
  --draw opengl|memory     Who draws (default: memory where OpenGL has no graphics card)
  --demo-frames N          Draw N frames in a real window, say how long they took, and leave
  --demo-drag ID           Meanwhile something is dragged to and fro

Exit code: 0 good, 1 our fault, 2 bad input or no display.
)";
}

}  // namespace longju::kiosk
