// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/answered_case.h"
#include "cli/verbs.h"
#include "sheet/halves.h"
#include "sheet/painter.h"
#include "sheet/paper.h"
#include "sheet/printer.h"
#include "storage/platform.h"

namespace longju::cli {

namespace {

namespace fs = std::filesystem;

/// Each page as `page-1.png`, … in `folder`; the paths that were written, one a line.
Result<std::string> write_pages(const sheet::Sheet& paper, const sheet::FontSet& fonts,
                                const fs::path& folder) {
    constexpr double dpi = 110.0;  // A4 becomes 909 × 1286 pixels: easy to read on a screen.
    if (auto made = storage::make_folder(folder); !made) return std::unexpected(made.error());
    std::string written;
    for (std::size_t i = 0; i < paper.pages.size(); ++i) {
        const auto image = sheet::paint_page(paper.pages[i], fonts, dpi);
        if (!image) return std::unexpected(image.error());
        const auto bytes = sheet::png_of(*image);
        if (!bytes) return std::unexpected(bytes.error());
        const fs::path file = folder / fmt::format("page-{}.png", i + 1);
        if (auto done = storage::replace_file(file, *bytes); !done) {
            return std::unexpected(done.error());
        }
        written += storage::utf8_path(file) + "\n";
    }
    return written;
}

/// The papers by their letters; `all` are those the scheme needs.
Result<std::vector<sheet::Paper>> wanted_papers(const std::string& letters,
                                                const estimate::Estimate& estimate) {
    if (letters == "all") return sheet::papers_for(estimate);
    std::vector<sheet::Paper> papers;
    for (const char letter : letters) {
        const auto paper = sheet::paper_of(letter);
        if (!paper) {
            return fail(
                ErrorKind::BadInput,
                fmt::format("\"{}\" is no paper; write letters of A to H, J to M, or all", letter));
        }
        if (*paper == sheet::Paper::Photos) {
            return fail(ErrorKind::BadInput,
                        "paper N needs the photos of a visit, which no case file has; "
                        "longju-kiosk prints it");
        }
        papers.push_back(*paper);
    }
    return papers;
}

}  // namespace

Outcome sheet_verb(const SheetOptions& options) {
    const auto answered = answer_case(options.case_file, options.reference);
    if (!answered) return refused(answered.error());
    const auto papers = wanted_papers(options.papers, answered->estimate);
    if (!papers) return refused(papers.error());
    std::optional<estimate::Spread> spread;
    if (std::ranges::find(*papers, sheet::Paper::Basis) != papers->end()) {
        energy::Weather weather(answered->year);
        spread = estimate::spread(
            {answered->inputs(), answered->estimate, *answered->reference, weather});
    }
    sheet::Sheet paper =
        sheet::papers(*papers, {.inputs = answered->inputs(),
                                .estimate = answered->estimate,
                                .reference = *answered->reference,
                                .record_code = visit::record_code(visit_of(answered->inputs())),
                                .spread = spread ? &*spread : nullptr,
                                .sample = options.practice});
    if (options.a4) paper = sheet::on_a4(paper);
    const auto fonts = sheet::FontSet::load();
    if (!fonts) return refused(fonts.error());
    const auto bytes = sheet::pdf_of(paper, *fonts);
    if (!bytes) return refused(bytes.error());
    const fs::path file = storage::path_from_utf8(options.pdf);
    if (const auto done = storage::replace_file(file, *bytes); !done) return refused(done.error());
    std::string out = fmt::format("{}\n", options.pdf);
    if (!options.png_folder.empty()) {
        const auto pages = write_pages(paper, *fonts, storage::path_from_utf8(options.png_folder));
        if (!pages) return refused(pages.error());
        out += *pages;
    }
    if (!options.printer.empty()) {
        const auto printed =
            sheet::print(paper, *fonts, {options.printer, options.copies, options.two_sided});
        if (!printed) return refused(printed.error());
        out += fmt::format("{} pages to {}\n", printed->pages, options.printer);
        if (!printed->halved.empty()) {
            out += fmt::format("as two A4 halves: {}\n", fmt::join(printed->halved, " "));
        }
    }
    return {Outcome::Good, std::move(out), ""};
}

Outcome printers_verb() {
    const auto printers = sheet::printers();
    if (!printers) return refused(printers.error());
    std::string out;
    for (const sheet::Printer& p : *printers) {
        out += fmt::format("{}{}  {}{}  {}\n", p.name, p.preferred ? " (preferred)" : "",
                           p.a3 ? "A4 A3" : "A4", p.two_sided ? ", both sides" : "", p.about);
    }
    if (out.empty()) out = "no printer\n";
    return {Outcome::Good, std::move(out), ""};
}

}  // namespace longju::cli
