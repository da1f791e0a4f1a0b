// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cups/cups.h>

#include <algorithm>
#include <memory>
#include <span>

#include <fmt/format.h>

#include "sheet/halves.h"
#include "sheet/printer.h"

namespace longju::sheet {

namespace {

/// The destinations of the printing system, freed at the end.
class Destinations {
public:
    Destinations() { count_ = cupsGetDests(&all_); }
    ~Destinations() { cupsFreeDests(count_, all_); }
    Destinations(const Destinations&) = delete;
    Destinations& operator=(const Destinations&) = delete;

    std::span<cups_dest_t> all() const {
        return {all_, static_cast<std::size_t>(std::max(count_, 0))};
    }
    cups_dest_t* find(const std::string& name) const {
        return cupsGetDest(name.c_str(), nullptr, count_, all_);
    }

private:
    cups_dest_t* all_ = nullptr;
    int count_ = 0;
};

/// What a printer can do; asking takes the printing system a moment.
class Abilities {
public:
    explicit Abilities(cups_dest_t& dest)
        : dest_(&dest), info_(cupsCopyDestInfo(CUPS_HTTP_DEFAULT, &dest)) {}
    ~Abilities() {
        if (info_ != nullptr) cupsFreeDestInfo(info_);
    }
    Abilities(const Abilities&) = delete;
    Abilities& operator=(const Abilities&) = delete;

    bool takes(const char* option, const char* value) const {
        return info_ != nullptr &&
               cupsCheckDestSupported(CUPS_HTTP_DEFAULT, dest_, info_, option, value) != 0;
    }
    bool takes_a3() const {
        cups_size_t size;
        return info_ != nullptr && cupsGetDestMediaByName(CUPS_HTTP_DEFAULT, dest_, info_,
                                                          "iso_a3_297x420mm", 0, &size) != 0;
    }
    cups_dinfo_t* info() const { return info_; }

private:
    cups_dest_t* dest_;
    cups_dinfo_t* info_;
};

std::unexpected<Error> refused(const std::string& printer) {
    return fail(ErrorKind::Io, fmt::format("the printer {} did not take the pages: {}", printer,
                                           cupsLastErrorString()));
}

/// The options of one job, freed at the end.
class Options {
public:
    ~Options() { cupsFreeOptions(count_, all_); }
    Options() = default;
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;

    void set(const char* name, const std::string& value) {
        count_ = cupsAddOption(name, value.c_str(), count_, &all_);
    }
    int count() const { return count_; }
    cups_option_t* all() const { return all_; }

private:
    cups_option_t* all_ = nullptr;
    int count_ = 0;
};

Result<void> send(cups_dest_t& dest, const Sheet& sheet, const FontSet& fonts,
                  const PrintJob& job) {
    const auto pdf = pdf_of(sheet, fonts);
    if (!pdf) return std::unexpected(pdf.error());
    Options options;
    options.set(CUPS_COPIES, std::to_string(job.copies));
    options.set(CUPS_MEDIA,
                needs_a3(sheet.pages.front()) ? "iso_a3_297x420mm" : "iso_a4_210x297mm");
    options.set(CUPS_SIDES, job.two_sided ? CUPS_SIDES_TWO_SIDED_PORTRAIT : CUPS_SIDES_ONE_SIDED);
    options.set("print-scaling", "none");  // Scales on drawings are true.
    const Abilities abilities(dest);
    int id = 0;
    const auto* title = sheet.title.c_str();
    if (cupsCreateDestJob(CUPS_HTTP_DEFAULT, &dest, abilities.info(), &id, title, options.count(),
                          options.all()) != IPP_STATUS_OK) {
        return refused(job.printer);
    }
    if (cupsStartDestDocument(CUPS_HTTP_DEFAULT, &dest, abilities.info(), id, title,
                              CUPS_FORMAT_PDF, 0, nullptr, 1) != HTTP_STATUS_CONTINUE) {
        return refused(job.printer);
    }
    const auto written = cupsWriteRequestData(CUPS_HTTP_DEFAULT, pdf->data(), pdf->size());
    const auto done = cupsFinishDestDocument(CUPS_HTTP_DEFAULT, &dest, abilities.info());
    if (written != HTTP_STATUS_CONTINUE || done != IPP_STATUS_OK) return refused(job.printer);
    return {};
}

}  // namespace

Result<std::vector<Printer>> printers() {
    const Destinations destinations;
    if (destinations.all().empty() && cupsLastError() > IPP_STATUS_OK_EVENTS_COMPLETE &&
        cupsLastError() != IPP_STATUS_ERROR_NOT_FOUND) {
        return fail(
            ErrorKind::Missing,
            "the printing system does not answer; is CUPS installed and running? Save the PDF "
            "and print it elsewhere");
    }
    std::vector<Printer> found;
    for (cups_dest_t& dest : destinations.all()) {
        if (dest.instance != nullptr) continue;  // A set of options of the same printer.
        const Abilities abilities(dest);
        const char* const about = cupsGetOption("printer-info", dest.num_options, dest.options);
        found.push_back({dest.name, about == nullptr ? "" : about, dest.is_default != 0,
                         abilities.takes(CUPS_SIDES, CUPS_SIDES_TWO_SIDED_PORTRAIT),
                         abilities.takes_a3()});
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &Printer::preferred);
    return found;
}

Result<Printed> print(const Sheet& sheet, const FontSet& fonts, const PrintJob& job) {
    const Destinations destinations;
    cups_dest_t* dest = destinations.find(job.printer);
    if (dest == nullptr) {
        return fail(ErrorKind::NotFound,
                    fmt::format("there is no printer {}; choose another one", job.printer));
    }
    Printed printed;
    const bool a3 = Abilities(*dest).takes_a3();
    if (!a3) {
        for (const Page& page : sheet.pages) {
            if (needs_a3(page)) printed.halved.push_back(page.name);
        }
    }
    const Sheet fitting = a3 ? sheet : on_a4(sheet);
    for (const bool large : {false, true}) {
        Sheet part{.title = sheet.title, .subject = sheet.subject, .date = sheet.date};
        for (const Page& page : fitting.pages) {
            if (needs_a3(page) == large) part.pages.push_back(page);
        }
        if (part.pages.empty()) continue;
        if (const auto sent = send(*dest, part, fonts, job); !sent) {
            return std::unexpected(sent.error());
        }
        printed.pages += static_cast<int>(part.pages.size());
    }
    return printed;
}

}  // namespace longju::sheet
