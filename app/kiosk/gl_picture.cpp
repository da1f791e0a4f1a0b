// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/gl_picture.h"

#define GLFW_INCLUDE_GLEXT
#include <GLFW/glfw3.h>

#include <array>
#include <string_view>

namespace longju::kiosk {

struct GlPicture::Functions {
    PFNGLGENFRAMEBUFFERSPROC gen = nullptr;
    PFNGLDELETEFRAMEBUFFERSPROC remove = nullptr;
    PFNGLBINDFRAMEBUFFERPROC bind = nullptr;
    PFNGLFRAMEBUFFERTEXTURE2DPROC attach = nullptr;
    PFNGLBLITFRAMEBUFFERPROC blit = nullptr;

    bool whole() const {
        return gen != nullptr && remove != nullptr && bind != nullptr && attach != nullptr &&
               blit != nullptr;
    }
};

std::unique_ptr<GlPicture> GlPicture::open() {
    auto gl = std::make_unique<Functions>();
    const auto load = [](auto& function, const char* name) {
        function =
            reinterpret_cast<std::remove_reference_t<decltype(function)>>(glfwGetProcAddress(name));
    };
    load(gl->gen, "glGenFramebuffers");
    load(gl->remove, "glDeleteFramebuffers");
    load(gl->bind, "glBindFramebuffer");
    load(gl->attach, "glFramebufferTexture2D");
    load(gl->blit, "glBlitFramebuffer");
    if (!gl->whole()) return nullptr;
    return std::unique_ptr<GlPicture>(new GlPicture(std::move(gl)));
}

GlPicture::GlPicture(std::unique_ptr<Functions> gl) : gl_(std::move(gl)) {
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    gl_->gen(1, &frame_);
}

GlPicture::~GlPicture() {
    gl_->remove(1, &frame_);
    glDeleteTextures(1, &texture_);
}

void GlPicture::show(const Pixels& pixels, std::span<const PixelBox> changed) {
    const std::array<PixelBox, 1> all{PixelBox{0, 0, pixels.width, pixels.height}};
    glBindTexture(GL_TEXTURE_2D, texture_);
    if (width_ != pixels.width || height_ != pixels.height) {
        width_ = pixels.width, height_ = pixels.height;
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     nullptr);
        gl_->bind(GL_READ_FRAMEBUFFER, frame_);
        gl_->attach(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
        changed = all;
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, width_);
    for (const PixelBox& box : changed) {
        const auto first = (static_cast<std::size_t>(box.y0) * static_cast<std::size_t>(width_) +
                            static_cast<std::size_t>(box.x0)) *
                           4;
        glTexSubImage2D(GL_TEXTURE_2D, 0, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, GL_RGBA,
                        GL_UNSIGNED_BYTE, &pixels.rgba[first]);
    }
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    gl_->bind(GL_READ_FRAMEBUFFER, frame_);
    // Rows go from the top here and from the bottom there.
    gl_->blit(0, 0, width_, height_, 0, height_, width_, 0, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    gl_->bind(GL_READ_FRAMEBUFFER, 0);
}

bool draws_in_software(const char* renderer) {
    if (renderer == nullptr) return false;
    const std::string_view name(renderer);
    for (const std::string_view known : {"llvmpipe", "softpipe", "swrast", "SWR",
                                         "Software Rasterizer", "GDI Generic", "Basic Render"}) {
        if (name.contains(known)) return true;
    }
    return false;
}

}  // namespace longju::kiosk
