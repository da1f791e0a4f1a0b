// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/shell.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <array>
#include <cstdio>
#include <optional>

#include "core/text.h"
#include "kiosk/demo.h"
#include "kiosk/fonts.h"
#include "kiosk/frame_pacer.h"
#include "kiosk/gl_picture.h"
#include "kiosk/soft_frame.h"
#include "storage/platform.h"

namespace longju::kiosk {
namespace {

/// The window with its OpenGL and ImGui contexts, taken down in the right order.
class GlWindow {
public:
    static Result<std::unique_ptr<GlWindow>> open(const Options& options) {
        std::unique_ptr<GlWindow> window(new GlWindow());
        if (glfwInit() != GLFW_TRUE) return no_display();
        window->ready_ = true;
        glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
        glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
        glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
        glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_FALSE);
        GLFWmonitor* monitor = options.full_screen ? glfwGetPrimaryMonitor() : nullptr;
        int width = options.window.width;
        int height = options.window.height;
        if (monitor != nullptr) {
            const GLFWvidmode* mode = glfwGetVideoMode(monitor);
            width = mode->width;
            height = mode->height;
        }
        window->glfw_ = glfwCreateWindow(width, height, "龙居", monitor, nullptr);
        if (window->glfw_ == nullptr) return no_display();
        glfwMakeContextCurrent(window->glfw_);
        glfwSwapInterval(1);
        ImGui::CreateContext();
        window->imgui_ = true;
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().LogFilename = nullptr;
        ImGui_ImplGlfw_InitForOpenGL(window->glfw_, true);
        const auto* renderer = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
        if (options.by_memory.value_or(draws_in_software(renderer))) {
            window->picture_ = GlPicture::open();
        }
        if (window->picture_) {
            ImGui::GetIO().BackendFlags |=
                ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
        } else {
            ImGui_ImplOpenGL3_Init("#version 330 core");
        }
        return window;
    }
    ~GlWindow() {
        if (imgui_ && picture_) forget_textures();
        if (imgui_) {
            if (!picture_) ImGui_ImplOpenGL3_Shutdown();
            ImGui_ImplGlfw_Shutdown();
            ImGui::DestroyContext();
        }
        picture_.reset();
        if (glfw_ != nullptr) glfwDestroyWindow(glfw_);
        if (ready_) glfwTerminate();
    }
    GlWindow(const GlWindow&) = delete;
    GlWindow& operator=(const GlWindow&) = delete;

    GLFWwindow* glfw() const { return glfw_; }

    void begin_frame() const {
        if (!picture_) ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplGlfw_NewFrame();
    }
    /// Puts what ImGui drew into the window, which is `size` large.
    void draw(ImDrawData& data, const Window& size) {
        glViewport(0, 0, size.width, size.height);
        if (!picture_) return ImGui_ImplOpenGL3_RenderDrawData(&data);
        answer_textures(data);
        const std::vector<PixelBox>& changed = frame_.draw(data, size.width, size.height);
        picture_->show(frame_.pixels(), changed);
    }

private:
    GlWindow() = default;
    static std::unexpected<Error> no_display() {
        return fail(ErrorKind::Missing,
                    "there is no display to open a window on; --screenshot FILE.png needs none");
    }

    GLFWwindow* glfw_ = nullptr;
    std::unique_ptr<GlPicture> picture_;  ///< When we draw and not OpenGL.
    SoftFrame frame_;
    bool ready_ = false;
    bool imgui_ = false;
};

Window size_of(GLFWwindow* glfw, const Options& options) {
    Window window = options.window;
    glfwGetFramebufferSize(glfw, &window.width, &window.height);
    float scale = 1;
    glfwGetWindowContentScale(glfw, &scale, nullptr);
    window.display_scale = options.window.display_scale * std::max(1.0F, scale);
    return window;
}

void read_keys(Input& input) {
    constexpr std::array<std::pair<ImGuiKey, Key>, 16> keys{{{ImGuiKey_Tab, Key::Tab},
                                                             {ImGuiKey_Enter, Key::Enter},
                                                             {ImGuiKey_KeypadEnter, Key::Enter},
                                                             {ImGuiKey_Space, Key::Space},
                                                             {ImGuiKey_Escape, Key::Escape},
                                                             {ImGuiKey_Backspace, Key::Backspace},
                                                             {ImGuiKey_Delete, Key::Delete},
                                                             {ImGuiKey_LeftArrow, Key::Left},
                                                             {ImGuiKey_RightArrow, Key::Right},
                                                             {ImGuiKey_UpArrow, Key::Up},
                                                             {ImGuiKey_DownArrow, Key::Down},
                                                             {ImGuiKey_Home, Key::Home},
                                                             {ImGuiKey_End, Key::End},
                                                             {ImGuiKey_PageUp, Key::PageUp},
                                                             {ImGuiKey_PageDown, Key::PageDown},
                                                             {ImGuiKey_F1, Key::Help}}};
    const ImGuiIO& io = ImGui::GetIO();
    for (const auto& [from, to] : keys) {
        if (ImGui::IsKeyPressed(from)) input.keys.push_back({to, io.KeyShift});
    }
    if (!io.KeyCtrl) return;
    if (ImGui::IsKeyPressed(ImGuiKey_Z)) {
        input.keys.push_back({io.KeyShift ? Key::Redo : Key::Undo, false});
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Y)) input.keys.push_back({Key::Redo, false});
    if (ImGui::IsKeyPressed(ImGuiKey_V)) {
        const char* text = ImGui::GetClipboardText();
        input.clipboard = text == nullptr ? "" : text;
        input.keys.push_back({Key::Paste, false});
    }
}

Input read_input(float scale, const Window& window) {
    const ImGuiIO& io = ImGui::GetIO();
    Input input;
    // The pointer comes in window coordinates, which are pixels except on scaled desktops.
    const float by_x = static_cast<float>(window.width) / std::max(1.0F, io.DisplaySize.x);
    if (ImGui::IsMousePosValid()) {
        input.pointer = {io.MousePos.x * by_x / scale, io.MousePos.y * by_x / scale};
    }
    input.down = io.MouseDown[0];
    input.wheel = io.MouseWheel;
    std::u32string typed;
    for (const ImWchar c : io.InputQueueCharacters) typed += static_cast<char32_t>(c);
    if (!io.KeyCtrl) input.text = utf8(typed);
    read_keys(input);
    return input;
}

/// Answers how long it took, ms, without what the screen made it wait.
double draw_frame(App& app, const Fonts& fonts, GlWindow& gl, const Options& options, Demo* demo) {
    const double began_s = glfwGetTime();
    const Window window = size_of(gl.glfw(), options);
    gl.begin_frame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(window.width), static_cast<float>(window.height)};
    io.DisplayFramebufferScale = {1, 1};
    ImGui::NewFrame();
    const Input input = demo != nullptr ? demo->next(app) : read_input(app.scale(window), window);
    app.frame(fonts, window, input);
    ImGui::Render();
    gl.draw(*ImGui::GetDrawData(), window);
    const double took_ms = (glfwGetTime() - began_s) * 1000;
    glfwSwapBuffers(gl.glfw());
    if (demo != nullptr) {
        glFinish();  // A software renderer has drawn it only now.
        demo->frame_took((glfwGetTime() - began_s) * 1000);
    }
    return took_ms;
}

/// Photos from a camera's folder, dragged onto the window.
void take_dropped(GLFWwindow* glfw, int count, const char** files) {
    auto* const app = static_cast<App*>(glfwGetWindowUserPointer(glfw));
    DropFiles dropped;
    for (int i = 0; i < count; ++i) dropped.files.emplace_back(files[i]);
    app->dispatch(std::move(dropped));
}

/// ImGui takes one press or release of a key with each frame and keeps the rest: whoever types fast
/// must not have to wait for the next key to see the last one.
bool keys_wait() { return ImGui::GetCurrentContext()->InputEventsQueue.Size > 0; }

/// Waits as the pacer says; true when something happened.
bool wait_for_events(FramePacer& pacer) {
    const double now_s = glfwGetTime();
    const double wait_s = pacer.wait_s(now_s);
    if (wait_s == 0) {
        glfwPollEvents();
        return false;
    }
    if (wait_s < 0) {
        glfwWaitEvents();
        return true;
    }
    glfwWaitEventsTimeout(wait_s);
    return glfwGetTime() < now_s + wait_s - 0.002;
}

}  // namespace

Result<void> run_window(App& app, const Options& options) {
    const auto window = GlWindow::open(options);
    if (!window) return std::unexpected(window.error());
    GLFWwindow* glfw = (*window)->glfw();
    const auto fonts = load_fonts(*ImGui::GetIO().Fonts, storage::path_from_utf8(options.fonts));
    if (!fonts) return std::unexpected(fonts.error());

    glfwSetWindowUserPointer(glfw, &app);
    glfwSetDropCallback(glfw, take_dropped);
    constexpr double smooth_ms = 16;
    FramePacer pacer;
    std::optional<Demo> demo;
    if (options.demo_frames > 0) {
        demo.emplace(options.demo_frames, options.demo_drag);
        glfwSwapInterval(0);
    }
    while (!app.state().leaving) {
        if (wait_for_events(pacer)) pacer.note_event();
        if (glfwWindowShouldClose(glfw) == GLFW_TRUE) app.dispatch(Leave{});
        if (!pacer.must_draw(glfwGetTime())) continue;
        const double took_ms = draw_frame(app, *fonts, **window, options, demo ? &*demo : nullptr);
        // On a slow laptop, and for whoever wants it still, numbers change at once.
        app.move_numbers(took_ms < smooth_ms);
        pacer.frame_drawn(glfwGetTime());
        if (app.changed() || keys_wait()) pacer.note_event();
        pacer.wake_at(glfwGetTime() + app.wake_at_s() - app.state().now_s);
        if (!demo) continue;
        pacer.note_event();
        if (demo->over()) break;
    }
    if (demo) std::puts(demo->report().c_str());
    return {};
}

}  // namespace longju::kiosk
