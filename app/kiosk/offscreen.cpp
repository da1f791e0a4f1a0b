// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/offscreen.h"

#include <imgui.h>

namespace longju::kiosk {

Result<std::unique_ptr<Offscreen>> Offscreen::open(const std::filesystem::path& font_folder) {
    std::unique_ptr<Offscreen> screen(new Offscreen());
    screen->context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    const auto fonts = load_fonts(*io.Fonts, font_folder);
    if (!fonts) return std::unexpected(fonts.error());
    screen->fonts_ = *fonts;
    return screen;
}

Offscreen::~Offscreen() {
    if (context_ == nullptr) return;
    forget_textures();
    ImGui::DestroyContext(context_);
}

void Offscreen::frame(App& app, const Window& window, const Input& input) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(window.width), static_cast<float>(window.height)};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    app.frame(fonts_, window, input);
    ImGui::Render();
    answer_textures(*ImGui::GetDrawData());
}

Pixels Offscreen::pixels(const Window& window) const {
    Pixels pixels(window.width, window.height, Colour{255, 255, 255, 255});
    raster_draw_data(*ImGui::GetDrawData(), pixels);
    return pixels;
}

}  // namespace longju::kiosk
