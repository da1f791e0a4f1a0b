// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// A stick that is pulled out while a file is written to it (field.md 2.4, R13): real drivers on the
// image of a stick, whose writes end at a random byte. exFAT through the driver beside the kernel
// (exfat-fuse) and our own functions, FAT32 through mtools with the same steps. A byte is harsher
// than a stick, which writes sectors: a directory entry may be torn inside one, and is repaired as
// the system offers to. What this does not show: a stick that reorders writes or invents some.

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <map>
#include <random>
#include <sstream>

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "core/text.h"
#include "storage/platform.h"
#include "sync/handover_file.h"
#include "sync/parcel.h"
#include "unit/storage/temporary_folder.h"
#include "unit/sync/sample_parcel.h"

namespace longju::sync {

namespace {

namespace fs = std::filesystem;
constexpr int no_rights = 77;
constexpr const char* final_name = "longju-new-1.ljp";
constexpr const char* old_name = "longju-old-1.ljp";
constexpr const char* temporary_name = "~tmp-new.part";

/// Environment of a program beyond this one's own.
using Variables = std::map<std::string, std::string>;

/// The exit code of a program that says nothing; -1 when it was killed or does not exist.
int run(std::vector<std::string> words, const Variables& variables = {},
        const fs::path& output = "/dev/null") {
    const pid_t child = ::fork();
    if (child == 0) {
        for (const auto& [name, value] : variables) ::setenv(name.c_str(), value.c_str(), 1);
        const int none = ::open("/dev/null", O_RDWR);
        const int out = ::open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(none, 0);
        ::dup2(out, 1);
        ::dup2(none, 2);
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool installed(const char* program) {
    return run({"sh", "-c", std::string("command -v ") + program}) == 0;
}

int pulls(int usual) {
    const char* asked = std::getenv("LONGJU_PULLS");
    const auto number = asked == nullptr ? std::nullopt : integer_from(asked);
    return number ? static_cast<int>(*number) : usual;
}

/// The shim under a name without blanks, which would end it in LD_PRELOAD.
class Shim {
public:
    Shim() : file_(fs::temp_directory_path() / ("longju-stick-" + random_hex(8) + ".so")) {
        fs::copy_file(LONGJU_PULLED_STICK, file_);
    }
    Shim(const Shim&) = delete;
    Shim& operator=(const Shim&) = delete;
    ~Shim() {
        std::error_code error;
        fs::remove(file_, error);
    }
    std::string path() const { return file_.string(); }

private:
    fs::path file_;
};

/// What was found on the stick when it was put in again.
struct Found {
    bool readable = false;
    std::map<std::string, std::string> files;
};

/// A stick as an image that its driver writes through `pulled_stick`.
class Stick {
public:
    explicit Stick(const fs::path& folder) : folder_(folder), image_(folder / "stick.img") {}
    virtual ~Stick() = default;
    Stick(const Stick&) = delete;
    Stick& operator=(const Stick&) = delete;

    /// A new file by the steps of an export; ends early when the stick is pulled.
    virtual void write_by_the_steps(const std::string& bytes, const std::string& sender,
                                    const Variables& pull) = 0;
    virtual Found look() = 0;
    /// What a system offers to do with a stick that it cannot read.
    virtual bool repair() const = 0;
    /// Writes `bytes` to the stick, which stays in: all the bytes that reach it on the way.
    virtual long long bytes_of_an_export(const std::string& bytes) = 0;

    const fs::path& image() const { return image_; }
    /// Before each round.
    virtual void put_in() {}

protected:
    Variables shim(const Variables& more) const {
        Variables variables = more;
        variables["LD_PRELOAD"] = shim_.path();
        variables["LONGJU_STICK_IMAGE"] = storage::utf8_path(image_);
        return variables;
    }
    fs::path folder_;
    fs::path image_;

private:
    Shim shim_;
};

class ExFatStick : public Stick {
public:
    explicit ExFatStick(const fs::path& folder) : Stick(folder) {
        fs::create_directories(folder_ / "mounted");
        fs::create_directories(folder_ / "looked");
    }
    bool make() const {
        return run({"truncate", "-s", "4M", storage::utf8_path(image_)}) == 0 &&
               run({"mkfs.exfat", storage::utf8_path(image_)}) == 0;
    }
    bool repair() const override {
        return run({"fsck.exfat", "-y", storage::utf8_path(image_)}) >= 0;
    }
    void write_by_the_steps(const std::string& bytes, const std::string& sender,
                            const Variables& pull) override {
        const fs::path place = folder_ / "mounted";
        if (run({"mount.exfat-fuse", storage::utf8_path(image_), storage::utf8_path(place)},
                shim(pull)) != 0) {
            return;
        }
        // The product's own steps.
        (void)write_parcel_file(place, sender, "1", bytes);
        (void)::umount2(place.c_str(), MNT_DETACH);
        wait_for_driver();
    }
    long long bytes_of_an_export(const std::string& bytes) override {
        const fs::path count = folder_ / "count";
        write_by_the_steps(bytes, "new", {{"LONGJU_COUNT_BYTES", storage::utf8_path(count)}});
        return integer_from(trimmed(test::bytes_of(count))).value_or(0);
    }
    Found look() override {
        Found found;
        const fs::path place = folder_ / "looked";
        const std::vector<std::string> words{"mount.exfat-fuse", "-o", "ro",
                                             storage::utf8_path(image_), storage::utf8_path(place)};
        if (run(words, shim({})) != 0) {
            return found;
        }
        std::error_code error;
        found.readable = true;
        for (const auto& entry : fs::directory_iterator(place, error)) {
            found.files[entry.path().filename()] = test::bytes_of(entry.path());
        }
        (void)::umount2(place.c_str(), MNT_DETACH);
        wait_for_driver();
        return found;
    }

private:
    /// The driver runs on its own and lets go of the image when it has ended.
    void wait_for_driver() const {
        for (int i = 0; i < 400; ++i) {
            const int image = ::open(image_.c_str(), O_RDWR);
            const bool free = ::fcntl(image, F_SETLEASE, F_WRLCK) == 0;
            ::close(image);
            if (free) return;
            ::usleep(1000);
        }
    }
};

class Fat32Stick : public Stick {
public:
    using Stick::Stick;
    bool make() const {
        return run({"truncate", "-s", "36M", storage::utf8_path(image_)}) == 0 &&
               run({"mkfs.vfat", "-F", "32", "-s", "1", storage::utf8_path(image_)}) == 0;
    }
    bool repair() const override {
        return run({"fsck.vfat", "-a", storage::utf8_path(image_)}) >= 0;
    }
    void write_by_the_steps(const std::string& bytes, const std::string& sender,
                            const Variables& pull) override {
        const std::string source = storage::utf8_path(folder_ / "source");
        const fs::path back = folder_ / "back";
        test::put(source, bytes);
        const std::string temporary = std::string("::") + temporary_name;
        const std::string image = storage::utf8_path(image_);
        if (tool({"mcopy", "-i", image, source, temporary}, pull) != 0) return;
        if (tool({"mcopy", "-n", "-i", image, temporary, storage::utf8_path(back)}, {}) != 0)
            return;
        const bool same = test::bytes_of(back) == bytes;
        fs::remove(back);
        if (same)
            (void)tool({"mren", "-i", image, temporary, "::longju-" + sender + "-1.ljp"}, pull);
    }
    void put_in() override { used_ = 0; }
    long long bytes_of_an_export(const std::string& bytes) override {
        used_ = 0;
        write_by_the_steps(bytes, "new", {{"LONGJU_PULL_AFTER", "1000000000000"}});
        return used_;
    }
    Found look() override {
        Found found;
        const fs::path place = folder_ / "files";
        std::error_code error;
        fs::remove_all(place, error);
        fs::create_directories(place);
        // Each file by itself: a temporary one that is torn keeps no other from being read.
        const std::string stick = storage::utf8_path(image_);
        found.readable = run({"mdir", "-b", "-i", stick, "::"}, {}, folder_ / "names") == 0;
        std::istringstream names(test::bytes_of(folder_ / "names"));
        for (std::string name; std::getline(names, name);) {
            (void)run({"mcopy", "-n", "-i", stick, name, storage::utf8_path(place)});
        }
        for (const auto& entry : fs::directory_iterator(place, error)) {
            found.files[entry.path().filename()] = test::bytes_of(entry.path());
        }
        return found;
    }

private:
    /// Programs that end one after the other: what is left of the bytes goes on to the next.
    int tool(const std::vector<std::string>& words, const Variables& pull) {
        Variables variables = pull;
        const fs::path count = folder_ / "count";
        fs::remove(count);
        const auto left = variables.find("LONGJU_PULL_AFTER");
        if (left != variables.end()) {
            left->second = std::to_string(integer_from(left->second).value_or(0) - used_);
            variables["LONGJU_COUNT_BYTES"] = storage::utf8_path(count);
        }
        const int code = run(words, shim(variables));
        const std::string told = test::bytes_of(count);
        used_ += integer_from(trimmed(told)).value_or(0);
        return code;
    }

    long long used_ = 0;  ///< Bytes that reached the stick in this round.
};

/// One parcel that was there before, one that is on its way.
struct Parcels {
    std::string old_one = sample::bytes(sample::chain(1, 3));
    std::string new_one = sample::bytes(sample::chain(2, 40));
};

/// What is wrong with a stick after it was pulled; empty when nothing is.
std::string complaint(const Found& found, const Parcels& parcels) {
    if (!found.readable) return "the stick cannot be read";
    const auto old_one = found.files.find(old_name);
    if (old_one == found.files.end()) return "the older parcel is gone";
    if (old_one->second != parcels.old_one) return "the older parcel was changed";
    for (const auto& [name, bytes] : found.files) {
        if (!name.ends_with(".ljp") || name == old_name) continue;
        if (bytes == parcels.new_one) continue;
        if (check_parcel(bytes, name)) return "half a parcel was accepted";
    }
    return {};
}

/// Writes the new parcel to copies of a stick and pulls each at a random byte.
struct Tally {
    int whole = 0;       ///< Of the pulls: the parcel has its name and is whole.
    int half_named = 0;  ///< It has its name, is not whole, and is refused by its hash.
    int not_named = 0;
    int repaired = 0;  ///< Of all: the stick was read only after a repair.
    std::map<std::string, int> complaints;
};

template <class Kind>
Tally pull_many(Kind& stick, const fs::path& pristine, const Parcels& parcels, long long total,
                int rounds) {
    std::mt19937_64 dice(13);
    Tally tally;
    for (int round = 0; round < rounds; ++round) {
        fs::copy_file(pristine, stick.image(), fs::copy_options::overwrite_existing);
        stick.put_in();
        const auto at = static_cast<long long>(dice() % static_cast<std::uint64_t>(total));
        stick.write_by_the_steps(parcels.new_one, "new",
                                 {{"LONGJU_PULL_AFTER", std::to_string(at)}});
        Found found = stick.look();
        if (!found.readable) {
            // A directory entry that is torn inside its sector: the system offers to repair it.
            (void)stick.repair();
            found = stick.look();
            ++tally.repaired;
        }
        if (const std::string wrong = complaint(found, parcels); !wrong.empty()) {
            ++tally.complaints[wrong + " after " + std::to_string(at) + " bytes"];
            continue;
        }
        const auto named = found.files.find(final_name);
        if (named == found.files.end()) {
            ++tally.not_named;
        } else {
            ++(named->second == parcels.new_one ? tally.whole : tally.half_named);
        }
    }
    return tally;
}

/// Makes a stick with an older parcel on it, counts the bytes of one export, and pulls. 0 when
/// every pull came out as it must; what was counted stands in `report`.
template <class Kind>
int try_kind(const fs::path& folder, int rounds, const fs::path& report) {
    const Parcels parcels;
    Kind stick(folder);
    if (!stick.make()) return 1;
    stick.write_by_the_steps(parcels.old_one, "old", {});
    const Found first = stick.look();
    if (!first.files.contains(old_name)) return 2;
    const fs::path pristine = folder / "pristine.img";
    fs::copy_file(stick.image(), pristine);
    const long long total = stick.bytes_of_an_export(parcels.new_one);
    if (total < static_cast<long long>(parcels.new_one.size())) return 3;
    if (!stick.look().files.contains(final_name)) return 4;
    const Tally tally = pull_many(stick, pristine, parcels, total, rounds);
    std::string text = std::to_string(total) + " bytes; " + std::to_string(tally.whole) +
                       " whole, " + std::to_string(tally.not_named) + " not named, " +
                       std::to_string(tally.half_named) + " half and refused; " +
                       std::to_string(tally.repaired) + " repaired before they were read";
    for (const auto& [what, times] : tally.complaints) {
        text += "; " + what + ": " + std::to_string(times);
    }
    test::put(report, text);
    if (!tally.complaints.empty()) return 5;
    return tally.not_named > 0 ? 0 : 6;
}

/// In a process whose mounts nobody else sees.
template <class Work>
int alone(Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
        const bool own = ::unshare(CLONE_NEWNS) == 0 &&
                         ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        ::_exit(own ? work() : no_rights);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a stick of exFAT pulled at random bytes keeps what was on it, and no half parcel") {
    if (!installed("mount.exfat-fuse") || !installed("mkfs.exfat")) {
        SKIP("needs exfat-fuse and exfatprogs");
    }
    if (::access("/dev/fuse", W_OK) != 0) SKIP("needs the rights to mount a stick");
    const test::TemporaryFolder folder;
    const test::TemporaryFolder reports;

    const int step =
        alone([&] { return try_kind<ExFatStick>(folder.path(), pulls(250), reports / "report"); });

    if (step == no_rights) SKIP("needs the rights to mount a stick");
    const std::string report = test::bytes_of(reports / "report");
    INFO(report);
    CHECK(step == 0);
}

TEST_CASE("a stick of FAT32 pulled at random bytes keeps what was on it, and no half parcel") {
    if (!installed("mkfs.vfat") || !installed("mcopy")) SKIP("needs dosfstools and mtools");
    const test::TemporaryFolder folder;
    const test::TemporaryFolder reports;

    const int step = try_kind<Fat32Stick>(folder.path(), pulls(250), reports / "report");

    const std::string report = test::bytes_of(reports / "report");
    INFO(report);
    CHECK(step == 0);
}

}  // namespace longju::sync
