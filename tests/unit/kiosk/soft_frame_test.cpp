// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/soft_frame.h"

#include <imgui.h>

#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "kiosk/gl_picture.h"

using namespace longju::kiosk;

namespace {

/// An ImGui context whose frames are drawn in memory, whole and by what changed.
class Screen {
public:
    Screen() : context_(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |=
            ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    }
    ~Screen() {
        forget_textures();
        ImGui::DestroyContext(context_);
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    const std::vector<PixelBox>& frame(const std::function<void(ImDrawList&)>& draw) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {width, height};
        io.DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        ImDrawList& list = *ImGui::GetBackgroundDrawList();
        list.AddRectFilled({0, 0}, {width, height}, IM_COL32(246, 245, 241, 255));
        draw(list);
        ImGui::Render();
        answer_textures(*ImGui::GetDrawData());
        const auto& changed = parts.draw(*ImGui::GetDrawData(), width, height);
        whole = Pixels(width, height, Colour{255, 255, 255, 255});
        raster_draw_data(*ImGui::GetDrawData(), whole);
        return changed;
    }

    static constexpr int width = 500, height = 300;
    SoftFrame parts;
    Pixels whole;

private:
    ImGuiContext* context_;
};

int area(const std::vector<PixelBox>& boxes) {
    int sum = 0;
    for (const PixelBox& box : boxes) sum += (box.x1 - box.x0) * (box.y1 - box.y0);
    return sum;
}

}  // namespace

TEST_CASE("a frame drawn by its changed tiles is the frame drawn whole") {
    Screen screen;
    for (int i = 0; i < 40; ++i) {
        const auto x = static_cast<float>(i * 11 % 430), y = static_cast<float>(i * 7 % 250);
        screen.frame([&](ImDrawList& list) {
            list.AddCircleFilled({x + 30, y + 20}, 23, IM_COL32(244, 183, 46, 255));
            list.AddText({x, y}, IM_COL32(33, 28, 23, 255), "龙居 4,980");
            list.PushClipRect({100, 50}, {100 + x, 200});
            list.AddRectFilled({90, 40}, {480, 260}, IM_COL32(26, 78, 116, 120));
            list.PopClipRect();
            list.AddLine({x, 0}, {480 - x, 290}, IM_COL32(135, 37, 18, 255), 3);
        });
        INFO("frame " << i);
        REQUIRE(screen.parts.pixels() == screen.whole);
    }
}

TEST_CASE("a frame that is as the one before draws nothing, a small change little") {
    Screen screen;
    const auto with = [&](float x) -> const std::vector<PixelBox>& {
        return screen.frame([x](ImDrawList& list) {
            list.AddRectFilled({x, 10}, {x + 20, 30}, IM_COL32(0, 0, 0, 255));
        });
    };
    CHECK(area(with(10)) == Screen::width * Screen::height);
    CHECK(with(10).empty());
    CHECK(area(with(12)) == SoftFrame::tile_px * SoftFrame::tile_px);
    CHECK(area(with(400)) <= 3 * SoftFrame::tile_px * SoftFrame::tile_px);
}

TEST_CASE("a renderer that is a program is known by its name") {
    CHECK(draws_in_software("llvmpipe (LLVM 15.0.6, 256 bits)"));
    CHECK(draws_in_software("GDI Generic"));
    CHECK_FALSE(draws_in_software("Mesa Intel(R) UHD Graphics 620 (KBL GT2)"));
    CHECK_FALSE(draws_in_software(nullptr));
}
