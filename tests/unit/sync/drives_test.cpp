// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/drives.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include "storage/platform.h"
#include "unit/storage/temporary_folder.h"

namespace longju::sync {

namespace {

namespace fs = std::filesystem;

constexpr int no_mount = 77;

/// Two sticks, one of them locked and without a label, and the laptop's disk.
class FakeSystem {
public:
    FakeSystem() {
        fs::create_directories(folder_ / "stick");
        fs::create_directories(folder_ / "labels");
        const std::string stick = storage::utf8_path(folder_ / "stick");
        std::string escaped;
        for (const char c : stick) escaped += c == ' ' ? std::string("\\040") : std::string(1, c);
        test::put(folder_ / "mountinfo",
                  "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
                  "23 22 8:17 / " +
                      escaped +
                      " rw - vfat /dev/sdb1 rw\n"
                      "24 22 8:17 / /again rw - vfat /dev/sdb1 rw\n"
                      "25 22 8:33 / /media/locked ro - exfat /dev/sdc1 rw\n");
        drive("sda", "8:1", "0");
        drive("sdb", "8:17", "1");
        drive("sdc", "8:33", "1");
        fs::create_symlink("../../sdb1", folder_ / "labels/\\xe6\\x9d\\x91 \\x201");
    }
    DriveRoots roots() const {
        return {{folder_ / "mountinfo", folder_ / "sys"}, folder_ / "labels"};
    }
    fs::path stick() const { return folder_ / "stick"; }

private:
    void drive(const std::string& name, const std::string& number, const char* removable) {
        const fs::path sys = folder_ / "sys";
        const fs::path part = sys / "block" / name / (name + "1");
        fs::create_directories(part);
        test::put(part / "partition", "1");
        test::put(part.parent_path() / "removable", removable);
        fs::create_directories(sys / "dev/block");
        fs::create_directory_symlink(part, sys / "dev/block" / number);
    }
    test::TemporaryFolder folder_;
};

/// The exit code of `work` in a process with a small disk of its own at `place`.
template <class Work>
int with_a_disk(const fs::path& place, Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
        const bool alone = ::unshare(CLONE_NEWNS) == 0 &&
                           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        if (!alone || ::mount("stick", place.c_str(), "tmpfs", 0, "size=1m") != 0) {
            ::_exit(no_mount);
        }
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("sticks are told with their names, once each, and the laptop's disk is none") {
    const FakeSystem system;

    const auto found = drives(system.roots());

    REQUIRE(found);
    REQUIRE(found->size() == 2);
    const Drive& locked = found->at(0).label == "locked" ? found->at(0) : found->at(1);
    const Drive& stick = found->at(0).label == "locked" ? found->at(1) : found->at(0);
    CHECK(stick.folder == system.stick());
    CHECK(stick.label == "村  1");
    CHECK(stick.file_system == "vfat");
    CHECK(stick.device == "/dev/sdb1");
    CHECK(stick.size_bytes > stick.free_bytes);
    CHECK(stick.free_bytes > 0);
    CHECK(stick.writable);
    CHECK_FALSE(locked.writable);
    CHECK_FALSE(drives({{"/nowhere", "/sys"}, "/nowhere"}));
}

TEST_CASE("a parcel needs twice its size and sixteen mebibytes, and a stick that is not locked") {
    Drive drive{.folder = "/media/stick", .free_bytes = (16ULL << 20) + 2000};

    CHECK(fit_for(drive, 1000));
    CHECK(fit_for(drive, 1001).error().kind == ErrorKind::NoSpace);
    CHECK(fit_for(drive, ~0ULL).error().kind == ErrorKind::NoSpace);
    drive.writable = false;
    CHECK(fit_for(drive, 1).error().kind == ErrorKind::ReadOnly);
}

TEST_CASE("a stick is taken out when nobody uses it, and stays in while somebody does") {
    const test::TemporaryFolder folder;

    const int step = with_a_disk(folder.path(), [&] {
        const Drive drive{.folder = folder.path(), .device = "/dev/none"};
        test::put(folder / "parcel", "bytes");
        const int open = ::open((folder / "parcel").c_str(), O_RDONLY);
        const auto busy = eject(drive);
        if (busy || busy.error().kind != ErrorKind::Busy) return 1;
        ::close(open);
        if (!eject(drive)) return 2;
        return fs::exists(folder / "parcel") ? 3 : 0;
    });

    if (step == no_mount) SKIP("a disk of its own needs the rights to mount one");
    CHECK(step == 0);
}

TEST_CASE("a stick that is gone cannot be taken out in order") {
    const auto gone = eject({.folder = "/nowhere", .device = "/dev/none"});

    REQUIRE_FALSE(gone);
    CHECK(gone.error().kind == ErrorKind::Io);
}

}  // namespace longju::sync
