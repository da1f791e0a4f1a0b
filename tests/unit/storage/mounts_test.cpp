// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/mounts.h"

#include <catch2/catch_test_macros.hpp>

#include "unit/storage/temporary_folder.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

/// A laptop as the system tells of it: a disk, a stick with a blank in its name, a disk on USB that
/// does not call itself removable, a share, and a stick through a driver beside the kernel.
class FakeSystem {
public:
    FakeSystem() {
        test::put(folder_ / "mountinfo",
                  "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro\n"
                  "23 22 8:17 / /media/li/U\\040盘 rw,nosuid - vfat /dev/sdb1 rw,iocharset=utf8\n"
                  "24 22 8:33 / /media/li/disk rw - ext4 /dev/sdc1 rw\n"
                  "25 22 0:50 / /mnt/share rw - cifs //server/share rw\n"
                  "26 22 0:51 / /media/li/X rw - fuseblk /dev/sdd1 ro,user_id=0\n"
                  "27 22 8:18 / /media/li/old rw - vfat /dev/sdb2 rw\n"
                  "28 27 8:49 / /media/li/old rw - xfs /dev/sde rw\n"
                  "a line that is none\n");
        drive("pci0000:00/ata1", "sda", "8:1", "sda1", "0");
        drive("pci0000:00/mmc", "sdb", "8:17", "sdb1", "1");
        drive("pci0000:00/usb2/2-1", "sdc", "8:33", "sdc1", "0");
        drive("pci0000:00/mmc", "sdd", "8:50", "sdd1", "1");
        drive("pci0000:00/ata2", "sde", "8:49", "", "0");
    }

    SystemRoots roots() const { return {folder_ / "mountinfo", folder_ / "sys"}; }

private:
    void drive(const std::string& bus, const std::string& name, const std::string& number,
               const std::string& partition, const std::string& removable) {
        const fs::path sys = folder_ / "sys";
        const fs::path whole = sys / "devices" / bus / "block" / name;
        const fs::path part = partition.empty() ? whole : whole / partition;
        fs::create_directories(part);
        test::put(whole / "removable", removable + "\n");
        if (!partition.empty()) test::put(part / "partition", "1\n");
        fs::create_directories(sys / "dev/block");
        fs::create_directories(sys / "class/block");
        fs::create_directory_symlink(part, sys / "dev/block" / number);
        fs::create_directory_symlink(part, sys / "class/block" / part.filename());
    }

    test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("mounts are read with blanks, in their order, and other lines left out") {
    const FakeSystem system;

    const auto found = mounts(system.roots());

    REQUIRE(found);
    REQUIRE(found->size() == 7);
    CHECK(found->at(1) == Mount{"/media/li/U 盘", "vfat", "/dev/sdb1", "8:17", false});
    CHECK(found->at(4).read_only);
    CHECK_FALSE(mounts({"/nowhere", "/sys"}));
}

TEST_CASE("a folder's drive is the nearest mount, and what can be pulled out is known") {
    const FakeSystem system;
    const auto facts = [&](const char* folder) { return *place_of(folder, system.roots()); };

    CHECK(facts("/users/li/visits").mount.folder == "/");
    CHECK_FALSE(facts("/users/li/visits").removable);
    CHECK(facts("/media/li/U 盘/new/deeper").removable);
    CHECK(facts("/media/li/U 盘").fat);
    CHECK(facts("/media/li/disk/a").removable);
    CHECK_FALSE(facts("/media/li/disk/a").fat);
    CHECK(facts("/mnt/share").network);
    CHECK(facts("/media/li/X").removable);
    CHECK(facts("/media/li/X").mount.read_only);
    CHECK(facts("/media/li/diskette").mount.folder == "/");
    CHECK(facts("/media/li/old").mount.file_system == "xfs");
}

TEST_CASE("visits are refused a stick, a share, FAT and the folders of sync programs") {
    const FakeSystem system;
    for (const char* unfit :
         {"/media/li/U 盘/longju", "/media/li/disk/longju", "/mnt/share/longju", "/media/li/X",
          "/users/li/OneDrive/longju", "/users/li/OneDrive - 县住建局/longju", "/users/li/坚果云/a",
          "/users/li/我的坚果云", "/users/li/微云同步助手/1", "/users/li/Dropbox (Work)/visits",
          "/users/li/Nutstore Files/visits"}) {
        CAPTURE(unfit);
        const auto fit = check_data_folder(unfit, system.roots());
        REQUIRE_FALSE(fit);
        CHECK(fit.error().kind == ErrorKind::ReadOnly);
        CHECK(fit.error().what.contains("own disk"));
    }
    for (const char* good : {"/users/li/.local/share/longju", "/users/李雪梅/龙居",
                             "/users/li/dropboxes", "/media/li/old/longju"}) {
        CAPTURE(good);
        CHECK(check_data_folder(good, system.roots()));
    }
}

TEST_CASE("the folder of a link is where the link leads") {
    const test::TemporaryFolder folder;
    fs::create_directories(folder / "OneDrive");
    fs::create_directory_symlink(folder / "OneDrive", folder / "visits");

    CHECK_FALSE(check_data_folder(folder / "visits/longju"));
    CHECK(check_data_folder(folder / "plain/longju", {"/nowhere", "/nowhere"}));
}

TEST_CASE("this machine tells of the drive of its temporary folder") {
    const auto facts = place_of(fs::temp_directory_path());

    REQUIRE(facts);
    CHECK_FALSE(facts->mount.file_system.empty());
    CHECK(facts->mount.folder.is_absolute());
}

}  // namespace longju::storage
