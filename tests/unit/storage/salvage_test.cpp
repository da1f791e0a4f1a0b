// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/salvage.h"

#include <chrono>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "core/text.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

const VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};
constexpr std::size_t page_bytes = 4096;

visit::Visit named(int number, const std::string& household) {
    visit::Visit visit;
    visit.id = std::to_string(number);
    visit.id = std::string(32 - visit.id.size(), 'a') + visit.id;
    visit.inputs.household.head = household;
    visit.inputs.place = {"231222", "榆林镇", "新发村", ""};
    return visit;
}

/// Random visits of three saves each; every visit has a household of its own name.
std::map<std::string, std::string> fill(VisitsStore& store, unsigned seed, int visits) {
    std::map<std::string, std::string> households;
    visit::sample::RandomVisits random(seed);
    for (int i = 0; i < visits; ++i) {
        const visit::Visit kept = named(i, "农户" + std::to_string(i));
        visit::Visit visit = random.visit();
        visit.id = kept.id;
        for (int save = 0; save < 3; ++save) {
            visit.inputs = random.inputs();
            visit.inputs.household.head = kept.inputs.household.head;
            REQUIRE(store.save(visit, {}));
        }
        households[visit.id] = kept.inputs.household.head;
    }
    return households;
}

void zero_page(std::string& bytes, std::size_t page) {
    bytes.replace(page * page_bytes, page_bytes, page_bytes, '\0');
}

/// The pages that a revision's row stands on: the one with its name beside its visit, and those
/// with a piece of its content that is in no other revision.
std::set<std::size_t> pages_of(const visit::Revision& revision, const std::string& bytes) {
    std::set<std::size_t> pages;
    const std::string names = revision.hash + revision.visit_id;
    const std::string content = visit::canonical_without_hash(revision);
    for (std::size_t at = bytes.find(names); at != std::string::npos;
         at = bytes.find(names, at + 1)) {
        pages.insert(at / page_bytes);
    }
    for (std::size_t page = 1; page < bytes.size() / page_bytes; ++page) {
        // An overflow page: the number of the next one, then content and nothing else.
        const std::string piece = bytes.substr(page * page_bytes + 4, 100);
        if (content.contains(piece)) pages.insert(page);
    }
    return pages;
}

/// Saves a store, spoils `damaged` of its pages and opens it again.
struct Spoilt {
    Spoilt(unsigned seed, int visits, std::size_t share, bool with_copy) {
        {
            auto store = VisitsStore::open(folder.path(), options);
            REQUIRE(store);
            households = fill(*store, seed, visits);
            if (with_copy) REQUIRE(store->back_up());
            all = *store->unconfirmed(true);
        }
        std::string bytes = test::bytes_of(folder / "visits.db");
        const std::string whole = bytes;
        std::mt19937 dice(seed);
        std::set<std::size_t> zeroed;
        const std::size_t pages = bytes.size() / page_bytes;
        while (zeroed.size() < std::max<std::size_t>(1, pages * share / 100)) {
            zeroed.insert(dice() % pages);
        }
        for (const std::size_t page : zeroed) zero_page(bytes, page);
        for (const visit::Revision& revision : all) {
            const auto stands_on = pages_of(revision, whole);
            REQUIRE_FALSE(stands_on.empty());
            bool hit = false;
            for (const std::size_t page : stands_on) hit = hit || zeroed.contains(page);
            if (!hit) undamaged.insert(revision.hash);
        }
        test::put(folder / "visits.db", bytes);
        spoilt_bytes = bytes;
    }

    test::TemporaryFolder folder;
    std::map<std::string, std::string> households;
    std::vector<visit::Revision> all;
    std::set<std::string> undamaged;  ///< Revisions whose pages are as they were.
    std::string spoilt_bytes;
};

std::set<std::string> hashes_in(VisitsStore& store) {
    std::set<std::string> hashes;
    const auto revisions = store.unconfirmed(true);
    REQUIRE(revisions);
    for (const visit::Revision& revision : *revisions) hashes.insert(revision.hash);
    return hashes;
}

/// Rounds of the long run before a release; the usual run has a few.
int rounds(int usual) {
    const char* asked = std::getenv("LONGJU_DAMAGE_ROUNDS");
    const auto number = asked == nullptr ? std::nullopt : integer_from(asked);
    return number ? static_cast<int>(*number) : usual;
}

}  // namespace

TEST_CASE("databases with random pages zeroed give back every record that was not on them") {
    std::size_t undamaged = 0, saved = 0;
    double slowest_s = 0;
    int set_aside = 0;
    for (int round = 0; round < rounds(12); ++round) {
        const Spoilt spoilt(static_cast<unsigned>(round) + 100, 12,
                            static_cast<std::size_t>(round) % 30 + 1, false);
        const auto begun = std::chrono::steady_clock::now();

        auto store = VisitsStore::open(spoilt.folder.path(), options);

        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        slowest_s = std::max(slowest_s, took.count());
        CAPTURE(round);
        REQUIRE(store);
        if (!store->set_aside()) continue;  // The page was one that nothing stands on.
        ++set_aside;
        const bool as_it_was = test::bytes_of(*store->set_aside()) == spoilt.spoilt_bytes;
        CHECK(as_it_was);
        REQUIRE(store->salvage());
        CHECK_FALSE(store->salvage()->trouble);
        const auto here = hashes_in(*store);
        undamaged += spoilt.undamaged.size();
        for (const std::string& hash : spoilt.undamaged) saved += here.contains(hash) ? 1 : 0;
        // Every visit is there or named as lost, and what is there can be opened.
        std::set<std::string> told;
        for (const LostVisit& lost : store->salvage()->lost) told.insert(lost.visit_id);
        std::map<std::string, std::set<std::string>> hashes_of;
        for (const visit::Revision& one : spoilt.all) hashes_of[one.visit_id].insert(one.hash);
        for (const auto& [id, hashes] : hashes_of) {
            bool all_here = true;
            for (const std::string& hash : hashes) all_here = all_here && here.contains(hash);
            const auto visit = store->load(id);
            if (all_here) CHECK(visit);
            if (visit) CHECK(visit->inputs.household.head == spoilt.households.at(id));
        }
    }
    INFO(saved << " of " << undamaged << " undamaged revisions, slowest " << slowest_s << " s");
    CHECK(set_aside > 0);
    CHECK(saved * 100 >= undamaged * 95);
    CHECK(slowest_s < 10);
}

TEST_CASE("with a copy nothing that it holds is lost, and the saves after it come from the file") {
    const test::TemporaryFolder folder;
    std::string late;
    {
        auto store = VisitsStore::open(folder.path(), options);
        REQUIRE(store->save(named(1, "王桂兰"), {}));
        REQUIRE(store->back_up());
        visit::Visit second = named(1, "王桂兰");
        second.inputs.household.members = 5;
        REQUIRE(store->save(second, {}));
        late = *store->save(named(2, "李𠅤"), {});
    }
    std::string bytes = test::bytes_of(folder / "visits.db");
    zero_page(bytes, 0);
    test::put(folder / "visits.db", bytes);

    auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    REQUIRE(store->salvage());
    CHECK(store->restored());
    CHECK(store->salvage()->read == 3);
    CHECK(store->salvage()->saved == 2);
    CHECK(store->salvage()->lost.empty());
    CHECK(store->load(named(1, "").id)->inputs.household.members == 5);
    CHECK(store->load(named(2, "").id)->inputs.household.head == "李𠅤");
    CHECK(hashes_in(*store).contains(late));
    CHECK(fs::exists(folder / "visits.damaged-1.txt"));
}

TEST_CASE("what is lost is told by the names of the households") {
    const test::TemporaryFolder folder;
    std::vector<visit::Revision> all;
    {
        auto store = VisitsStore::open(folder.path(), options);
        for (int i = 0; i < 40; ++i) {
            REQUIRE(store->save(named(i, "农户" + std::to_string(i)), {}));
        }
        all = *store->unconfirmed(true);
    }
    std::string bytes = test::bytes_of(folder / "visits.db");
    const visit::Revision& lost = all[20];
    const auto pages = pages_of(lost, bytes);
    for (const std::size_t page : pages) zero_page(bytes, page);
    test::put(folder / "visits.db", bytes);

    auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    REQUIRE(store->salvage());
    const auto& report = *store->salvage();
    REQUIRE_FALSE(report.lost.empty());
    CHECK(store->count() == 40 - static_cast<int>(report.lost.size()));
    const auto found = std::ranges::find(report.lost, lost.visit_id, &LostVisit::visit_id);
    REQUIRE(found != report.lost.end());
    CHECK(found->household == "农户20");
    CHECK(found->village == "新发村");
    CHECK(found->kind == LostVisit::Kind::Missing);
    CHECK(found->saved_at == options.fixed_time);
    CHECK(report.text().contains("missing: 农户20 新发村"));
}

TEST_CASE("a visit whose first save is gone is shown in its last state") {
    const test::TemporaryFolder folder;
    visit::Visit visit = named(1, "王桂兰");
    std::vector<visit::Revision> all;
    {
        auto store = VisitsStore::open(folder.path(), options);
        visit.notes = std::string(9000, 'n');
        REQUIRE(store->save(visit, {}));
        visit.notes = "the last";
        REQUIRE(store->save(visit, {}));
        all = *store->unconfirmed(true);
    }
    std::string bytes = test::bytes_of(folder / "visits.db");
    const auto first = pages_of(all[0], bytes);
    const auto second = pages_of(all[1], bytes);
    int zeroed = 0;
    for (const std::size_t page : first) {
        if (second.contains(page)) continue;
        zero_page(bytes, page);
        ++zeroed;
    }
    REQUIRE(zeroed > 0);
    zero_page(bytes, 0);
    test::put(folder / "visits.db", bytes);

    auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    CHECK(store->salvage()->rejoined == 1);
    CHECK(store->salvage()->lost.empty());
    CHECK(store->load(visit.id) == visit);
}

TEST_CASE("saves that are still in the log are read from there, up to the first torn one") {
    const test::TemporaryFolder folder;
    const test::TemporaryFolder copy;
    auto store = VisitsStore::open(folder.path(), options);
    const std::size_t begun = test::bytes_of(folder / "visits.db-wal").size();
    for (int i = 0; i < 5; ++i) REQUIRE(store->save(named(i, "农户"), {}));
    const std::string log = test::bytes_of(folder / "visits.db-wal");
    REQUIRE(log.size() > 5 * page_bytes);
    std::string main = test::bytes_of(folder / "visits.db");
    main.resize(std::max(main.size(), page_bytes));
    zero_page(main, 0);
    test::put(copy / "visits.db", main);

    const auto read_with = [&](const std::string& tail) {
        test::put(copy / "visits.db-wal", tail);
        int read = 0;
        const auto count = [&read](const visit::Revision&) -> Result<void> {
            ++read;
            return {};
        };
        REQUIRE(read_damaged(copy / "visits.db", count, [](const KnownVisit&) {}));
        return read;
    };

    CHECK(read_with(log) == 5);
    CHECK(read_with(log.substr(0, log.size() - page_bytes / 2)) == 4);
    std::string torn = log;
    const std::size_t middle = begun + (torn.size() - begun) / 2;
    torn[middle] = static_cast<char>(torn[middle] ^ 1);
    const int half = read_with(torn);
    CHECK(half >= 1);
    CHECK(half < 5);
    CHECK(read_with("") == 0);
}

TEST_CASE("any file at all is read without harm") {
    const test::TemporaryFolder folder;
    std::mt19937 dice(9);
    for (const std::size_t size : {0, 1, 99, 100, 4095, 4096, 70000}) {
        std::string junk(size, '\0');
        for (char& c : junk) c = static_cast<char>(dice());
        if (size > 4200) junk[4096] = 0x0d;  // A page that says it is a leaf.
        test::put(folder / "junk", junk);
        int read = 0;
        const auto count = [&read](const visit::Revision&) -> Result<void> {
            ++read;
            return {};
        };
        CHECK(read_damaged(folder / "junk", count, [](const KnownVisit&) {}));
        CHECK(read == 0);
    }
}

TEST_CASE("a copy put in the place of the store keeps the file before and adds its saves") {
    const test::TemporaryFolder folder;
    fs::path copy;
    std::string device;
    {
        auto store = VisitsStore::open(folder.path(), options);
        device = store->device_id();
        REQUIRE(store->save(named(1, "王桂兰"), {}));
        copy = *store->back_up();
        REQUIRE(store->save(named(2, "李𠅤"), {}));
    }

    auto store = VisitsStore::open_with_copy(folder.path(), copy, options);

    REQUIRE(store);
    CHECK(store->device_id() != device);
    CHECK(store->count() == 2);
    CHECK(fs::exists(folder / "visits.replaced-1.db"));
    CHECK(store->salvage()->lost.empty());
}

TEST_CASE("a copy that is no store leaves everything where it was") {
    const test::TemporaryFolder folder;
    { REQUIRE(VisitsStore::open(folder.path(), options)->save(named(1, "王桂兰"), {})); }
    test::put(folder / "no store", std::string(9000, 'x'));

    CHECK_FALSE(VisitsStore::open_with_copy(folder.path(), folder / "no store", options));

    CHECK(VisitsStore::open(folder.path(), options)->count() == 1);
    CHECK_FALSE(fs::exists(folder / "visits.replaced-1.db"));
}

TEST_CASE("an index that disagrees with its table is found within a week, or after a stop") {
    const test::TemporaryFolder folder;
    const test::TemporaryFolder stopped;
    {
        auto store = VisitsStore::open(folder.path(), options);
        for (int i = 0; i < 5; ++i) REQUIRE(store->save(named(i, "农户"), {}));
    }
    // Another visit's id in an index entry, as long as the right one: the trees stay whole. Only
    // there the id stands between the bytes of record headers.
    std::string bytes = test::bytes_of(folder / "visits.db");
    const std::string id = named(3, "").id;
    bool spoilt = false;
    for (std::size_t at = bytes.find(id); at != std::string::npos; at = bytes.find(id, at + 1)) {
        const bool in_index = bytes[at - 1] == 1 && bytes[at + 32] <= 8;
        if (!in_index) continue;
        bytes[at + 31] = '9';
        spoilt = true;
    }
    REQUIRE(spoilt);
    test::put(folder / "visits.db", bytes);
    {
        auto today = VisitsStore::open(folder.path(), options);
        REQUIRE(today);
        INFO((today->salvage() ? today->salvage()->text() : ""));
        CHECK_FALSE(today->set_aside());
        REQUIRE(today->keep_setting("kiosk.size", "1"));
        // As the disk is when the program is killed now.
        fs::copy(folder / "visits.db", stopped / "visits.db");
        fs::copy(folder / "visits.db-wal", stopped / "visits.db-wal");
    }
    CHECK(VisitsStore::open(stopped.path(), options)->set_aside());
    VisitsOptions later = options;
    later.fixed_time = "2026-12-03T10:00:00+08:00";

    const auto next_week = VisitsStore::open(folder.path(), later);

    REQUIRE(next_week);
    CHECK(next_week->set_aside());
    CHECK(next_week->salvage()->saved == 5);
}

}  // namespace longju::storage
