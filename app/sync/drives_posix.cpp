// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>

#include "storage/platform.h"
#include "sync/drives.h"

namespace longju::sync {

namespace {

namespace fs = std::filesystem;

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Names under by-label have `\x20` for a blank (udev).
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool coded = text.substr(i, 2) == "\\x" && i + 3 < text.size() &&
                           hex_digit(text[i + 2]) >= 0 && hex_digit(text[i + 3]) >= 0;
        plain += coded ? static_cast<char>(hex_digit(text[i + 2]) * 16 + hex_digit(text[i + 3]))
                       : text[i];
        if (coded) i += 3;
    }
    return plain;
}

/// Device name, `sdb1`, to label.
std::map<std::string, std::string> labels_in(const fs::path& folder) {
    std::map<std::string, std::string> labels;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const fs::path device = fs::read_symlink(entry.path(), error);
        if (error) continue;
        labels[device.filename()] = unescaped(storage::utf8_path(entry.path().filename()));
    }
    return labels;
}

/// The exit code of a program; -1 when it cannot be started.
int run_program(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    ::posix_spawn_file_actions_init(&quiet);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        ::posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_RDWR, 0);
    }
    pid_t child = 0;
    const int code =
        ::posix_spawnp(&child, arguments[0], &quiet, nullptr, arguments.data(), ::environ);
    ::posix_spawn_file_actions_destroy(&quiet);
    if (code != 0) return -1;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Waits until everything that was written to the drive is on it.
bool flush_drive(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool flushed = ::syncfs(descriptor) == 0;
    ::close(descriptor);
    return flushed;
}

}  // namespace

Result<std::vector<Drive>> drives(const DriveRoots& roots) {
    const auto mounts = storage::mounts(roots.system);
    if (!mounts) return std::unexpected(mounts.error());
    const auto labels = labels_in(roots.labels);
    std::vector<Drive> found;
    std::set<std::string> told;
    for (const storage::Mount& mount : *mounts) {
        const storage::PlaceFacts facts = storage::facts_of(mount, roots.system);
        if (!facts.removable || !told.insert(mount.device).second) continue;
        Drive drive{.folder = mount.folder,
                    .label = storage::utf8_path(mount.folder.filename()),
                    .file_system = mount.file_system,
                    .device = mount.device,
                    .writable = !mount.read_only};
        const auto label = labels.find(fs::path(mount.device).filename());
        if (label != labels.end()) drive.label = label->second;
        std::error_code error;
        const fs::space_info space = fs::space(mount.folder, error);
        if (!error) {
            drive.size_bytes = space.capacity;
            drive.free_bytes = space.available;
        }
        found.push_back(std::move(drive));
    }
    std::ranges::sort(found, {}, &Drive::folder);
    return found;
}

Result<void> eject(const Drive& drive) {
    const std::string name = storage::utf8_path(drive.folder);
    if (!flush_drive(drive.folder)) {
        return std::unexpected(Error{.kind = ErrorKind::Io,
                                     .what = "what was written did not all reach the stick: leave "
                                             "it in, and hand over again",
                                     .file = name});
    }
    if (run_program({"udisksctl", "unmount", "--block-device", drive.device}) == 0) {
        // Its light goes out; a drive that cannot be switched off may be pulled as well.
        (void)run_program({"udisksctl", "power-off", "--block-device", drive.device});
        return {};
    }
    if (run_program({"umount", "--", name}) == 0) return {};
    return std::unexpected(Error{.kind = ErrorKind::Busy,
                                 .what = "the stick is still in use: close what shows its files, "
                                         "then try again",
                                 .file = name});
}

}  // namespace longju::sync
