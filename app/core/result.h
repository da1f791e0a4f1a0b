// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <expected>
#include <string>

namespace longju {

/// Why something could not be done, by what the person in front of it can do next.
enum class ErrorKind {
    BadInput,  ///< A file or field is not what it must be; `file`, `line`, `field` say where.
    NotFound,  ///< A file, id or record that was named does not exist.
    NoSpace,   ///< The disk or stick is full.
    ReadOnly,  ///< The place cannot be written.
    TooNew,    ///< Written by a newer version of the program.
    Damaged,   ///< A hash, signature or length does not match.
    Busy,      ///< Another program holds it.
    Missing,   ///< Something of the installation is not there: a font, a display, a database.
    Io,        ///< The system refused for another reason.
};

/// One problem, fit to be shown: what is wrong and what to do, in one sentence of English or of the
/// data's language. The screens translate by `kind` and keep `what` as detail.
struct Error {
    ErrorKind kind = ErrorKind::Io;
    std::string what;
    std::string file;   ///< Empty when no file is involved.
    int line = 0;       ///< 1-based; 0 when unknown.
    std::string field;  ///< Dotted path, as `house.plan.rooms[2].width_mm`; empty when none.

    /// `catalog/prices.csv:14: field low_yuan: is above typical_yuan; swap them`
    std::string sentence() const;
};

template <class T>
using Result = std::expected<T, Error>;

/// `return fail(ErrorKind::BadInput, "…")` in a function that returns a Result.
std::unexpected<Error> fail(ErrorKind kind, std::string what);
std::unexpected<Error> fail_at(std::string file, int line, std::string field, std::string what);

}  // namespace longju
