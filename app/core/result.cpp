// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/result.h"

#include <utility>

#include <fmt/format.h>

#include "core/long_numbers.h"

namespace longju {

namespace {

/// A telephone's number has eleven digits, an ID number more: sentences end in logs.
constexpr std::size_t longest_number = 10;

}  // namespace

std::string Error::sentence() const {
    std::string where = file;
    if (line > 0) where += fmt::format("{}{}", file.empty() ? "line " : ":", line);
    if (!where.empty()) where += ": ";
    std::string told = what;
    if (!field.empty()) told = fmt::format("field {}: {}", field, what);
    return where + without_long_numbers(std::move(told), longest_number);
}

std::unexpected<Error> fail(ErrorKind kind, std::string what) {
    return std::unexpected(Error{.kind = kind, .what = std::move(what)});
}

std::unexpected<Error> fail_at(std::string file, int line, std::string field, std::string what) {
    return std::unexpected(Error{.kind = ErrorKind::BadInput,
                                 .what = std::move(what),
                                 .file = std::move(file),
                                 .line = line,
                                 .field = std::move(field)});
}

}  // namespace longju
