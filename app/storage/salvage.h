// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "visit/visit.h"

/// What can still be read out of a damaged visits.db. Revisions are named by their content, so what
/// was read is proven: a revision whose hash does not come out right is not one.
namespace longju::storage {

class VisitsStore;

/// A visit that was in the damaged file and is not whole in the store that took its place.
struct LostVisit {
    enum class Kind {
        Missing,  ///< No state of it could be read anywhere.
        Older,    ///< An earlier state is there, the last saves are not.
    };
    Kind kind = Kind::Missing;
    std::string visit_id;
    std::string household;  ///< 户主; empty when it could not be read either.
    std::string village;
    std::string code;      ///< 记录码; empty likewise.
    std::string saved_at;  ///< Of the state that is missing; empty likewise.

    bool operator==(const LostVisit&) const = default;
};

/// What became of a damaged file.
struct Salvage {
    std::filesystem::path set_aside;  ///< Where the damaged file is now.
    std::filesystem::path copy;       ///< The copy that took its place; empty: a new store.
    /// Revisions in the damaged file: named there and in the copy, or read and proven.
    int read = 0;
    int saved = 0;  ///< Of those, the ones that the copy did not have.
    /// Visits whose earlier revisions are gone: the newest state that was read stands alone.
    int rejoined = 0;
    std::vector<LostVisit> lost;
    std::optional<Error> trouble;  ///< Why the damaged file could not be read to its end.

    /// For people, a line each: what happened and which visits are missing. English.
    std::string text() const;
};

/// What the damaged file says was in it: the newest state of a visit that any readable row names.
struct KnownVisit {
    std::string visit_id, household, village, code, saved_at;
    std::uint64_t lamport = 0;
};

/// Reads every page of a database file and of its `-wal`, which may be damaged anywhere, also in
/// the header. `on_revision` gets each revision whose hash is right, `on_visit` each row that names
/// a visit; a visit may be named more than once. The file is not changed and may be any file. Io
/// and NotFound when it cannot be read at all, BadInput above 2 GiB.
Result<void> read_damaged(const std::filesystem::path& file,
                          const std::function<Result<void>(visit::Revision)>& on_revision,
                          const std::function<void(const KnownVisit&)>& on_visit);

/// Adds to `store` every revision of the damaged file and says what is missing. What went wrong on
/// the way is in the report: a store that opened is not given up for it.
Salvage salvage_into(VisitsStore& store, const std::filesystem::path& damaged);

}  // namespace longju::storage
