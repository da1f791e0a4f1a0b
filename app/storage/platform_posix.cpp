// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <utility>

#include <fmt/format.h>

#include "storage/platform.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> refused(int code, const fs::path& path) {
    Error error{.kind = ErrorKind::Io, .what = std::strerror(code), .file = utf8_path(path)};
    if (code == ENOSPC || code == EDQUOT || code == EFBIG) {
        error.kind = ErrorKind::NoSpace;
        error.what = "there is no space left; nothing was kept of it";
    } else if (code == EROFS || code == EACCES || code == EPERM) {
        error.kind = ErrorKind::ReadOnly;
        error.what = "the place cannot be written: choose a folder you may write to";
    } else if (code == ENOENT || code == ENOTDIR) {
        error.kind = ErrorKind::NotFound;
        error.what = "there is no such file or folder";
    }
    return std::unexpected(std::move(error));
}

/// A descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }
    /// The result of closing, which may still report a failed write.
    int close() { return ::close(std::exchange(number_, -1)); }

private:
    int number_;
};

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return 0;
}

Result<void> sync_folder(const fs::path& folder) {
    const fs::path named = folder.empty() ? fs::path(".") : folder;
    const Descriptor descriptor(::open(named.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.open()) return refused(errno, named);
    // Some file systems of sticks cannot flush a folder and say so; there is nothing more to do.
    if (::fsync(descriptor.number()) != 0 && errno != EINVAL && errno != ENOTSUP) {
        return refused(errno, named);
    }
    return {};
}

}  // namespace

Result<fs::path> data_folder() {
    if (const char* own = std::getenv("LONGJU_DATA_DIR"); own != nullptr && *own != '\0') {
        return fs::path(own);
    }
    if (const char* xdg = std::getenv("XDG_DATA_HOME"); xdg != nullptr && *xdg == '/') {
        return fs::path(xdg) / "longju";
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        return fs::path(home) / ".local" / "share" / "longju";
    }
    return fail(ErrorKind::Missing,
                "there is no home folder to keep visits in: set LONGJU_DATA_DIR to a folder");
}

fs::path program_folder() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path();
}

std::string wall_time() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::localtime_r(&now, &parts);
    const long minutes = parts.tm_gmtoff / 60;
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}", parts.tm_year + 1900,
                       parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                       minutes < 0 ? '-' : '+', std::abs(minutes) / 60, std::abs(minutes) % 60);
}

std::string utf8_path(const fs::path& path) { return path.native(); }

fs::path path_from_utf8(std::string_view text) { return fs::path(text); }

Result<void> write_new_file(const fs::path& file, std::string_view bytes) {
    Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!descriptor.open()) return refused(errno, file);
    int code = write_all(descriptor.number(), bytes);
    if (code == 0 && ::fsync(descriptor.number()) != 0) code = errno;
    if (descriptor.close() != 0 && code == 0) code = errno;
    if (code == 0) return {};
    ::unlink(file.c_str());
    return refused(code, file);
}

Result<void> replace_file(const fs::path& file, std::string_view bytes) {
    fs::path fresh = file;
    fresh += fmt::format(".{}.part", ::getpid());
    ::unlink(fresh.c_str());
    if (auto written = write_new_file(fresh, bytes); !written) {
        Error error = written.error();
        error.file = utf8_path(file);
        return std::unexpected(std::move(error));
    }
    if (::rename(fresh.c_str(), file.c_str()) != 0) {
        const int code = errno;
        ::unlink(fresh.c_str());
        return refused(code, file);
    }
    return sync_folder(file.parent_path());
}

Result<std::string> read_whole_file(const fs::path& file, std::uint64_t most) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.open()) return refused(errno, file);
    struct stat facts {};
    if (::fstat(descriptor.number(), &facts) != 0) return refused(errno, file);
    if (!S_ISREG(facts.st_mode)) return refused(ENOENT, file);
    if (static_cast<std::uint64_t>(facts.st_size) > most) {
        return fail_at(utf8_path(file), 0, "", "is larger than such a file can be");
    }
    // What was just written would otherwise be read back from memory, not from the stick.
    (void)::posix_fadvise(descriptor.number(), 0, 0, POSIX_FADV_DONTNEED);
    std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
    std::size_t got = 0;
    while (got < bytes.size()) {
        const ssize_t count = ::read(descriptor.number(), bytes.data() + got, bytes.size() - got);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return refused(errno, file);
        if (count == 0) break;
        got += static_cast<std::size_t>(count);
    }
    bytes.resize(got);
    return bytes;
}

Result<void> rename_to_free_name(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        // FAT drivers may not know the flag; the name is random, so a look before is enough.
        if (errno != EINVAL && errno != ENOSYS) return refused(errno, to);
        std::error_code error;
        if (fs::exists(to, error)) return refused(EEXIST, to);
        if (::rename(from.c_str(), to.c_str()) != 0) return refused(errno, to);
    }
    return sync_folder(to.parent_path());
}

Result<void> flush_to_disk(const fs::path& file) {
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.open() || ::fsync(descriptor.number()) != 0) return refused(errno, file);
    return {};
}

Result<void> reserve_space(const fs::path& file, std::uint64_t bytes) {
    const Descriptor descriptor(
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!descriptor.open()) return refused(errno, file);
    // Where the file system cannot take space ahead, the C library writes the zeros.
    int code = ::posix_fallocate(descriptor.number(), 0, static_cast<off_t>(bytes));
    if (code == 0 && ::fsync(descriptor.number()) != 0) code = errno;
    if (code == 0) return {};
    ::unlink(file.c_str());
    return refused(code, file);
}

Result<void> make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return refused(error.value(), folder);
    return {};
}

}  // namespace longju::storage
