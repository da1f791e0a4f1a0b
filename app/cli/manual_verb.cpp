// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "cli/verbs.h"
#include "sheet/manual.h"
#include "sheet/painter.h"
#include "storage/platform.h"

namespace longju::cli {

Outcome manual_verb(const ManualOptions& options) {
    constexpr std::size_t day_digits = 10;
    const Language language = options.language == "en" ? Language::English : Language::Chinese;
    const sheet::Sheet manual = sheet::manual(language, storage::wall_time().substr(0, day_digits));
    const auto fonts = sheet::FontSet::load();
    if (!fonts) return refused(fonts.error());
    const auto bytes = sheet::pdf_of(manual, *fonts);
    if (!bytes) return refused(bytes.error());
    const auto done = storage::replace_file(storage::path_from_utf8(options.pdf), *bytes);
    if (!done) return refused(done.error());
    return {Outcome::Good, fmt::format("{}: {} pages\n", options.pdf, manual.pages.size()), ""};
}

}  // namespace longju::cli
