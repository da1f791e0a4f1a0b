// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/bench_parts.h"
#include "cli/passing_folder.h"
#include "cli/sample_list.h"
#include "storage/roster.h"
#include "storage/search_index.h"
#include "storage/visits_store.h"

namespace longju::cli {

Result<void> add_roster(Figures& figures) {
    constexpr std::size_t households = 100'000;
    const PassingFolder folder;
    auto store = storage::VisitsStore::open(folder.path());
    if (!store) return std::unexpected(store.error());
    auto roster = storage::Roster::open(*store);
    if (!roster) return std::unexpected(roster.error());
    Result<void> done;
    for (const char* key : {"list_import_100000_ms", "list_import_again_ms"}) {
        storage::ListTable table = sample_list(households);
        const double ms = spent_ms([&] {
            const auto proposal = roster->propose(std::move(table), {}, "");
            done = proposal ? roster->carry_out(*proposal) : std::unexpected(proposal.error());
        });
        if (!done) return done;
        figures.emplace_back(key, ms);
    }
    Result<storage::SearchIndex> index{std::unexpect};
    const double load_ms = spent_ms([&] { index = storage::SearchIndex::load(store->database()); });
    if (!index) return std::unexpected(index.error());
    figures.emplace_back("search_index_load_ms", load_ms);
    figures.emplace_back("search_index_mb", static_cast<double>(index->bytes()) / 1e6);
    figures.emplace_back("search_households", static_cast<double>(index->size()));
    std::vector<double> keystrokes_ms;
    for (const char* typed :
         {"l", "lx", "lxm", "李", "李雪", "李雪梅", "新发", "qjc", "7", "77", "771", "7719",
          "13900007719", "王 前进", "w qj 0", "组", "zzzz", "23999919300101000"}) {
        constexpr int calls = 5;
        constexpr std::size_t shown = 30;
        std::size_t found = 0;
        keystrokes_ms.push_back(
            median_ms(calls, [&] { found += index->find(typed, shown).size(); }));
    }
    std::ranges::sort(keystrokes_ms);
    figures.emplace_back("search_keystroke_ms", keystrokes_ms[keystrokes_ms.size() / 2]);
    figures.emplace_back("search_slowest_keystroke_ms", keystrokes_ms.back());
    return {};
}

}  // namespace longju::cli
