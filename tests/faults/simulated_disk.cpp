// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "faults/simulated_disk.h"

#include <algorithm>
#include <utility>

#include "faults/simulated_disk_vfs.h"

namespace longju::faults {

namespace {

constexpr std::int64_t sector_bytes = 512;

void put(std::string& file, std::int64_t at, std::string_view bytes) {
    const auto end = static_cast<std::size_t>(at) + bytes.size();
    if (file.size() < end) file.resize(end, '\0');
    std::ranges::copy(bytes, file.begin() + at);
}

/// A disk that is walked through its steps again, apart from what programs saw: what is on the
/// medium, and what still waits for a sync.
class Medium {
public:
    struct Change {
        std::int64_t at = 0;
        std::string bytes;
        bool truncates = false;  ///< To `at`.
    };

    explicit Medium(const DiskImage& start) {
        for (const auto& [name, bytes] : start) {
            visible_[name] = static_cast<int>(files_.size());
            files_.push_back({bytes, {}});
        }
        lasting_ = visible_;
    }

    void create(const std::string& name, int file) {
        visible_[name] = file;
        if (files_.size() <= static_cast<std::size_t>(file)) files_.resize(file + 1U);
    }
    void remove(const std::string& name) { visible_.erase(name); }
    void wait(int file, Change change) { files_.at(file).waiting.push_back(std::move(change)); }
    void sync(int file) {
        for (const Change& change : files_.at(file).waiting) apply(files_.at(file).bytes, change);
        files_.at(file).waiting.clear();
    }
    void sync_folder() { lasting_ = visible_; }

    /// Power is gone: of what still waits, each part is there or is not.
    DiskImage left(std::mt19937& dice) {
        const auto coin = [&dice] { return dice() % 2 == 0; };
        std::map<std::string, int> names = lasting_;
        for (const auto& [name, file] : visible_) {
            const auto old = lasting_.find(name);
            if ((old == lasting_.end() || old->second != file) && coin()) names[name] = file;
        }
        DiskImage image;
        for (const auto& [name, file] : names) {
            std::string bytes = files_.at(file).bytes;
            for (const Change& change : files_.at(file).waiting) {
                for (const Change& part : parts_of(change)) {
                    if (coin()) apply(bytes, part);
                }
            }
            image[name] = std::move(bytes);
        }
        return image;
    }

private:
    struct File {
        std::string bytes;
        std::vector<Change> waiting;
    };

    static void apply(std::string& bytes, const Change& change) {
        if (change.truncates) {
            bytes.resize(static_cast<std::size_t>(change.at), '\0');
        } else {
            put(bytes, change.at, change.bytes);
        }
    }

    static std::vector<Change> parts_of(const Change& change) {
        if (change.truncates) return {change};
        std::vector<Change> parts;
        const auto end = change.at + static_cast<std::int64_t>(change.bytes.size());
        for (std::int64_t at = change.at; at < end;) {
            const std::int64_t next = std::min(end, (at / sector_bytes + 1) * sector_bytes);
            parts.push_back({at,
                             change.bytes.substr(static_cast<std::size_t>(at - change.at),
                                                 static_cast<std::size_t>(next - at)),
                             false});
            at = next;
        }
        return parts;
    }

    std::vector<File> files_;
    std::map<std::string, int> visible_;  ///< The folder as programs see it.
    std::map<std::string, int> lasting_;  ///< The folder as it is on the medium.
};

}  // namespace

SimulatedDisk::SimulatedDisk(DiskImage image) : vfs_(register_vfs(*this, name_)) {
    replace(std::move(image));
}

SimulatedDisk::~SimulatedDisk() { unregister_vfs(*vfs_); }

DiskImage SimulatedDisk::image() const {
    DiskImage image;
    for (const auto& [name, file] : names_) image[name] = bytes(file);
    return image;
}

void SimulatedDisk::replace(DiskImage image) {
    start_ = std::move(image);
    events_.clear();
    files_.clear();
    names_.clear();
    for (const auto& [name, bytes] : start_) {
        names_[name] = static_cast<int>(files_.size());
        files_.push_back(bytes);
    }
}

DiskImage SimulatedDisk::after_power_cut(std::size_t step, std::mt19937& dice,
                                         Honesty honesty) const {
    Medium medium(start_);
    const auto obeyed = [&] { return honesty == Honesty::Honest || dice() % 2 == 0; };
    for (std::size_t i = 0; i < std::min(step + 1, events_.size()); ++i) {
        const Event& event = events_[i];
        const bool under_way = i == step;  // A sync that did not come back has done nothing.
        switch (event.action) {
            case Action::Create:
                medium.create(event.bytes, event.file);
                break;
            case Action::Write:
                medium.wait(event.file, {event.at, event.bytes, false});
                break;
            case Action::Truncate:
                medium.wait(event.file, {event.at, "", true});
                break;
            case Action::Sync:
                if (!under_way && obeyed()) medium.sync(event.file);
                break;
            case Action::Delete:
                medium.remove(event.bytes);
                break;
            case Action::SyncFolder:
                if (!under_way && obeyed()) medium.sync_folder();
                break;
        }
    }
    return medium.left(dice);
}

int SimulatedDisk::open(const std::string& name) {
    if (const auto known = names_.find(name); known != names_.end()) return known->second;
    const int file = static_cast<int>(files_.size());
    files_.emplace_back();
    names_[name] = file;
    note({Action::Create, file, 0, name});
    return file;
}

void SimulatedDisk::write(int file, std::int64_t at, std::string_view bytes) {
    put(files_.at(static_cast<std::size_t>(file)), at, bytes);
    note({Action::Write, file, at, std::string(bytes)});
}

void SimulatedDisk::truncate(int file, std::int64_t size) {
    files_.at(static_cast<std::size_t>(file)).resize(static_cast<std::size_t>(size), '\0');
    note({Action::Truncate, file, size, ""});
}

void SimulatedDisk::sync(int file) { note({Action::Sync, file, 0, ""}); }

void SimulatedDisk::remove(const std::string& name) {
    names_.erase(name);
    note({Action::Delete, -1, 0, name});
}

void SimulatedDisk::sync_folder() { note({Action::SyncFolder, -1, 0, ""}); }

}  // namespace longju::faults
