// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <imgui.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/picture_worker.h"

namespace longju::kiosk {

/// Rendered pictures (houses, pages) as textures, kept while they are drawn. A key names everything
/// the picture depends on: content, size, look.
class Pictures {
public:
    Pictures() = default;
    ~Pictures() { release(); }
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    using Make = std::function<Pixels(int width, int height)>;
    struct Size {
        int width = 0, height = 0;
    };

    /// The texture for `key` at that size, made by `make` when it is not there.
    ImTextureRef get(const std::string& key, int width, int height, const Make& make);

    struct Later {
        std::optional<ImTextureRef> texture;  ///< Nothing until it is there.
        bool failed = false;                  ///< `make` answered no pixels: it will not be there.
    };
    /// The same, but made on another thread when `in_background`. `make` reads only what outlives
    /// the pictures.
    Later get_later(const std::string& key, int width, int height, const Make& make);
    /// What moves: until the picture for `key` is there, the last one that was made for `id`. Of
    /// many that are asked for in turn, those that were overtaken are never made.
    Later get_live(const std::string& id, const std::string& key, const Size& size,
                   const Make& make);
    void in_background(bool on) { in_background_ = on; }
    /// Whether pictures are still being made: then draw again soon.
    bool waiting() const { return worker_.busy(); }

    /// Forgets every picture; needs the context they were made in, or none any more.
    void release();

    /// Once a frame, before drawing: lets go of what was not drawn for a while.
    void begin_frame();

private:
    struct Entry {
        std::unique_ptr<ImTextureData> texture;
        int last_frame = 0;
    };
    /// Nothing without pixels.
    static std::unique_ptr<ImTextureData> texture_of(const Pixels& pixels);
    void retire(Entry& entry);

    std::map<std::string, Entry> entries_;
    std::map<std::string, std::string> last_of_;  ///< Name of the last picture of each live id.
    std::map<std::string, std::string> live_;     ///< Which live id a name was asked for.
    std::vector<std::unique_ptr<ImTextureData>> retired_;
    int frame_ = 0;
    bool in_background_ = false;
    PictureWorker worker_;
};

}  // namespace longju::kiosk
