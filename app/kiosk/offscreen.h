// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <memory>

#include "core/result.h"
#include "kiosk/app.h"
#include "kiosk/raster.h"

struct ImGuiContext;

namespace longju::kiosk {

/// A window that exists only in memory: an ImGui context without display or graphics card. Serves
/// `--screenshot` and the tests. One at a time.
class Offscreen {
public:
    static Result<std::unique_ptr<Offscreen>> open(const std::filesystem::path& font_folder);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    /// Draws one frame of `app` without making pixels.
    void frame(App& app, const Window& window, const Input& input = {});
    /// The last frame as pixels.
    Pixels pixels(const Window& window) const;

private:
    Offscreen() = default;

    ImGuiContext* context_ = nullptr;
    Fonts fonts_;
};

}  // namespace longju::kiosk
