// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "core/text.h"
#include "storage/mounts.h"
#include "storage/platform.h"

/// Linux: /proc/self/mountinfo and /sys (proc_pid_mountinfo(5), sysfs(5)).
namespace longju::storage {

namespace {

namespace fs = std::filesystem;

/// Blanks and the like stand in mountinfo as a backslash and three octal digits.
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto octal = [&](std::size_t k) {
            return i + k < text.size() && text[i + k] >= '0' && text[i + k] <= '7';
        };
        if (text[i] == '\\' && octal(1) && octal(2) && octal(3)) {
            const int code =
                (text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0');
            plain += static_cast<char>(code);
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

bool has_option(std::string_view options, std::string_view wanted) {
    std::istringstream stream{std::string(options)};
    for (std::string option; std::getline(stream, option, ',');) {
        if (option == wanted) return true;
    }
    return false;
}

/// `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue`
bool read_line(const std::string& line, Mount& mount) {
    std::istringstream stream(line);
    std::string skipped, folder, options, word, super_options;
    stream >> skipped >> skipped >> mount.number >> skipped >> folder >> options;
    while (stream >> word && word != "-") {
    }
    stream >> mount.file_system >> mount.device >> super_options;
    if (!stream && super_options.empty()) return false;
    mount.folder = path_from_utf8(unescaped(folder));
    mount.device = unescaped(mount.device);
    mount.read_only = has_option(options, "ro") || has_option(super_options, "ro");
    return true;
}

std::string first_word_of(const fs::path& file) {
    std::ifstream stream(file);
    std::string word;
    stream >> word;
    return word;
}

/// The folder of the whole drive in /sys: of a partition the one above.
fs::path drive_folder(const Mount& mount, const SystemRoots& roots) {
    std::error_code error;
    fs::path folder = fs::canonical(roots.sys / "dev" / "block" / mount.number, error);
    if (error) {
        // File systems that run beside the kernel have a number of their own; the device has a
        // name.
        if (!mount.device.starts_with("/dev/")) return {};
        folder =
            fs::canonical(roots.sys / "class" / "block" / fs::path(mount.device).filename(), error);
        if (error) return {};
    }
    return fs::exists(folder / "partition", error) ? folder.parent_path() : folder;
}

}  // namespace

Result<std::vector<Mount>> mounts(const SystemRoots& roots) {
    std::ifstream stream(roots.mountinfo);
    if (!stream) {
        return fail_at(utf8_path(roots.mountinfo), 0, "", "the system does not tell its drives");
    }
    std::vector<Mount> found;
    for (std::string line; std::getline(stream, line);) {
        Mount mount;
        if (read_line(line, mount)) found.push_back(std::move(mount));
    }
    return found;
}

PlaceFacts facts_of(const Mount& mount, const SystemRoots& roots) {
    constexpr std::array<std::string_view, 4> fat{"vfat", "msdos", "exfat", "fuse.exfat"};
    constexpr std::array<std::string_view, 9> network{
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "fuse.sshfs", "fuse.davfs2"};
    PlaceFacts facts{.mount = mount};
    facts.fat = std::ranges::find(fat, mount.file_system) != fat.end();
    facts.network = std::ranges::find(network, mount.file_system) != network.end();
    const fs::path drive = drive_folder(mount, roots);
    if (!drive.empty()) {
        // A disk in a case on USB does not call itself removable, and is pulled out all the same.
        facts.removable =
            first_word_of(drive / "removable") == "1" || utf8_path(drive).contains("/usb");
    }
    return facts;
}

Result<PlaceFacts> place_of(const fs::path& folder, const SystemRoots& roots) {
    const auto all = mounts(roots);
    if (!all) return std::unexpected(all.error());
    std::error_code error;
    const fs::path place = fs::weakly_canonical(fs::absolute(folder, error), error);
    const Mount* best = nullptr;
    for (const Mount& mount : *all) {
        const auto [end, ignored] = std::ranges::mismatch(mount.folder, place);
        const bool over = end == mount.folder.end() || end->empty();
        // Of two at one place the later one lies over the earlier.
        if (over &&
            (best == nullptr || mount.folder.native().size() >= best->folder.native().size())) {
            best = &mount;
        }
    }
    if (best == nullptr) return fail(ErrorKind::NotFound, "no drive holds " + utf8_path(folder));
    return facts_of(*best, roots);
}

}  // namespace longju::storage
