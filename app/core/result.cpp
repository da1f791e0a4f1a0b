// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/result.h"

#include <utility>

#include <fmt/format.h>

namespace longju {

std::string Error::sentence() const {
    std::string where = file;
    if (line > 0) where += fmt::format("{}{}", file.empty() ? "line " : ":", line);
    if (!where.empty()) where += ": ";
    if (!field.empty()) where += fmt::format("field {}: ", field);
    return where + what;
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
