// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/picture.h"

#include <fmt/format.h>
#include <imgui_internal.h>

#include <cstring>

namespace longju::kiosk {
namespace {

constexpr std::size_t kept_pictures = 48;
constexpr int kept_bytes = 128 << 20;  // A house that is turned on a large screen is 8 MB a step.

std::string sized(const std::string& key, int width, int height) {
    return fmt::format("{}@{}x{}", key, width, height);
}

}  // namespace

void Pictures::release() {
    if (ImGui::GetCurrentContext() != nullptr) {
        for (auto& [key, entry] : entries_) {
            if (entry.texture) ImGui::UnregisterUserTexture(entry.texture.get());
        }
        for (auto& texture : retired_) ImGui::UnregisterUserTexture(texture.get());
    }
    entries_.clear();
    retired_.clear();
    last_of_.clear();
    live_.clear();
}

ImTextureRef Pictures::get(const std::string& key, int width, int height, const Make& make) {
    Entry& entry = entries_[sized(key, width, height)];
    entry.last_frame = frame_;
    if (!entry.texture) entry.texture = texture_of(make(width, height));
    return entry.texture->GetTexRef();
}

Pictures::Later Pictures::get_later(const std::string& key, int width, int height,
                                    const Make& make) {
    const std::string name = sized(key, width, height);
    auto entry = entries_.find(name);
    if (entry == entries_.end()) {
        if (in_background_) {
            worker_.ask(name, [make, width, height] { return make(width, height); });
            return {};
        }
        entry = entries_.emplace(name, Entry{texture_of(make(width, height)), frame_}).first;
    }
    entry->second.last_frame = frame_;
    if (!entry->second.texture) return {.texture = {}, .failed = true};
    return {.texture = entry->second.texture->GetTexRef()};
}

Pictures::Later Pictures::get_live(const std::string& id, const std::string& key, const Size& size,
                                   const Make& make) {
    const std::string name = sized(key, size.width, size.height);
    const Later now = get_later(key, size.width, size.height, make);
    if (now.texture || now.failed) {
        last_of_[id] = name;
        return now;
    }
    live_[name] = id;
    const auto last = last_of_.find(id);
    const auto entry = last == last_of_.end() ? entries_.end() : entries_.find(last->second);
    if (entry == entries_.end() || !entry->second.texture) return {};
    entry->second.last_frame = frame_;
    return {.texture = entry->second.texture->GetTexRef()};
}

std::unique_ptr<ImTextureData> Pictures::texture_of(const Pixels& pixels) {
    if (pixels.rgba.empty()) return nullptr;
    auto texture = std::make_unique<ImTextureData>();
    texture->Create(ImTextureFormat_RGBA32, pixels.width, pixels.height);
    texture->UseColors = true;
    std::memcpy(texture->GetPixels(), pixels.rgba.data(), pixels.rgba.size());
    ImGui::RegisterUserTexture(texture.get());
    return texture;
}

void Pictures::retire(Entry& entry) {
    // The renderer frees its copy when it sees WantDestroy on a texture that was not drawn.
    entry.texture->UnusedFrames = 1;
    if (entry.texture->Status == ImTextureStatus_WantCreate) {
        entry.texture->SetStatus(ImTextureStatus_Destroyed);
    } else {
        entry.texture->SetStatus(ImTextureStatus_WantDestroy);
    }
    retired_.push_back(std::move(entry.texture));
}

void Pictures::begin_frame() {
    ++frame_;
    worker_.forget_waiting();
    for (const auto& [name, pixels] : worker_.take_made()) {
        entries_[name] = {.texture = texture_of(pixels), .last_frame = frame_};
        if (const auto live = live_.find(name); live != live_.end()) last_of_[live->second] = name;
    }
    if (!worker_.busy()) live_.clear();
    std::erase_if(retired_, [](const std::unique_ptr<ImTextureData>& texture) {
        if (texture->Status != ImTextureStatus_Destroyed) return false;
        ImGui::UnregisterUserTexture(texture.get());
        return true;
    });
    // What failed is tried again when it is next looked at.
    std::erase_if(entries_, [this](const auto& entry) {
        return !entry.second.texture && entry.second.last_frame + 2 <= frame_;
    });
    int bytes = 0;
    for (const auto& [name, entry] : entries_) {
        if (entry.texture) bytes += entry.texture->GetSizeInBytes();
    }
    if (entries_.size() <= kept_pictures && bytes <= kept_bytes) return;
    for (auto it = entries_.begin(); it != entries_.end();) {
        if (it->second.last_frame + 2 > frame_) {
            ++it;
            continue;
        }
        retire(it->second);
        it = entries_.erase(it);
    }
}

}  // namespace longju::kiosk
