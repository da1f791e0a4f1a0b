// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <span>

#include "kiosk/raster.h"

namespace longju::kiosk {

/// A picture in memory put into the current OpenGL window as it is, pixel by pixel.
class GlPicture {
public:
    /// Nothing when OpenGL cannot copy framebuffers. The context outlives it.
    static std::unique_ptr<GlPicture> open();
    ~GlPicture();
    GlPicture(const GlPicture&) = delete;
    GlPicture& operator=(const GlPicture&) = delete;

    /// `changed` since the last call; a picture of another size is taken over whole.
    void show(const Pixels& pixels, std::span<const PixelBox> changed);

private:
    struct Functions;
    explicit GlPicture(std::unique_ptr<Functions> gl);

    std::unique_ptr<Functions> gl_;
    unsigned texture_ = 0, frame_ = 0;
    int width_ = 0, height_ = 0;
};

/// Whether what OpenGL calls itself, `GL_RENDERER`, is a program and no graphics card.
bool draws_in_software(const char* renderer);

}  // namespace longju::kiosk
