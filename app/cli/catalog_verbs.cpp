// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "cli/verbs.h"
#include "energy/junction_section.h"
#include "storage/catalog_source.h"
#include "storage/catalog_words.h"
#include "storage/design_file.h"
#include "storage/platform.h"
#include "storage/reference_store.h"
#include "storage/share_files.h"
#include "visit/case_file.h"

namespace longju::cli {

namespace {

namespace fs = std::filesystem;

/// The sources, and every mistake in them and in the samples that come with them.
storage::CatalogReading check_all(const fs::path& folder, std::vector<fs::path>& samples) {
    storage::CatalogReading reading = storage::check_catalog(folder);
    if (!reading.errors.empty()) return reading;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / "samples", error)) {
        if (entry.path().extension() == ".toml") samples.push_back(entry.path());
    }
    std::ranges::sort(samples);
    for (const fs::path& sample : samples) {
        const auto read = visit::read_case(sample, reading.reference);
        if (!read) reading.errors.push_back(read.error());
    }
    return reading;
}

Outcome every_mistake(const std::vector<Error>& errors) {
    Outcome outcome = refused(errors.front());
    outcome.err.clear();
    for (const Error& error : errors) outcome.err += error.sentence() + "\n";
    return outcome;
}

std::string counts(const estimate::Reference& reference) {
    return fmt::format(
        "catalog {}: {} designs, {} materials, {} assemblies, {} windows, {} doors, {} measures, "
        "{} prices, {} fuels, {} heaters, {} rules, {} limits, {} stations, {} divisions\n",
        reference.version, reference.designs.size(), reference.library.materials.size(),
        reference.library.assemblies.size(), reference.library.windows.size(),
        reference.library.doors.size(), reference.measures.measures.size(),
        reference.prices.prices.size(), reference.energy.fuels.size(),
        reference.energy.heaters.size(), reference.rules.size(), reference.limits.size(),
        reference.stations.size(), reference.divisions.size());
}

/// The practice visits go beside the database, where the kiosk looks for them.
Result<void> copy_samples(const std::vector<fs::path>& samples, const fs::path& database) {
    const fs::path folder = database.parent_path() / "samples";
    if (auto made = storage::make_folder(folder); !made) return made;
    for (const fs::path& sample : samples) {
        std::error_code error;
        fs::copy_file(sample, folder / sample.filename(), fs::copy_options::overwrite_existing,
                      error);
        if (error) {
            return std::unexpected(Error{.kind = ErrorKind::Io,
                                         .what = "cannot be written: " + error.message(),
                                         .file = storage::utf8_path(folder / sample.filename())});
        }
    }
    return {};
}

template <class T>
void list_names(const char* title, const std::vector<T>& items, std::string& out) {
    out += fmt::format("\n{}\n", title);
    for (const T& item : items) {
        out += fmt::format("  {:<24} {} / {}\n", item.id, item.name_zh, item.name_en);
    }
}

}  // namespace

Outcome catalog_build_verb(const CatalogOptions& options) {
    std::vector<fs::path> samples;
    const auto reading = check_all(storage::path_from_utf8(options.folder), samples);
    if (!reading.errors.empty()) return every_mistake(reading.errors);
    const fs::path output = storage::path_from_utf8(options.output);
    if (const auto done = storage::write_reference(reading.reference, output); !done) {
        return refused(done.error());
    }
    if (const auto done = copy_samples(samples, output); !done) return refused(done.error());
    return {Outcome::Good, options.output + ": " + counts(reading.reference), ""};
}

Outcome catalog_check_verb(const CatalogOptions& options) {
    std::vector<fs::path> samples;
    const auto reading = check_all(storage::path_from_utf8(options.folder), samples);
    if (!reading.errors.empty()) return every_mistake(reading.errors);
    return {Outcome::Good, counts(reading.reference), ""};
}

Outcome catalog_junctions_verb(const CatalogOptions& options) {
    const auto reading = storage::check_catalog(storage::path_from_utf8(options.folder));
    if (!reading.errors.empty()) return every_mistake(reading.errors);
    const house::Library& library = reading.reference.library;
    std::string out = "id,junction,wall,other,edge_mm,psi_w_per_mk,f_rsi,source,confidence\n";
    for (const house::Junction& row : library.junctions) {
        const energy::JunctionValues values = energy::junction_values(row, library);
        out += fmt::format("{},{},{},{},{:.0f},{:.3f},{:.3f},{},{}\n", row.id,
                           storage::word_for(row.kind), row.wall_id, row.other_id, row.edge.value,
                           values.psi.value, values.f_rsi, row.provenance.source,
                           storage::word_for(row.provenance.confidence));
    }
    return {Outcome::Good, std::move(out), ""};
}

Outcome catalog_new_verb(const CatalogOptions& options) {
    const auto wrong = [](std::string what) {
        return refused(Error{ErrorKind::BadInput, std::move(what), "", 0, {}});
    };
    const bool plain = !options.id.empty() && std::ranges::all_of(options.id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    if (!plain) {
        return wrong(
            fmt::format("\"{}\" is no id; use lower-case letters, digits and -", options.id));
    }
    const auto reading = storage::check_catalog(storage::path_from_utf8(options.folder));
    if (!reading.errors.empty()) return every_mistake(reading.errors);
    const house::Design* like = reading.reference.find_design(options.like);
    if (like == nullptr) {
        return wrong(fmt::format(
            "the catalog has no design \"{}\"; `longju catalog list` names them", options.like));
    }
    const fs::path file =
        storage::path_from_utf8(options.folder) / "designs" / (options.id + ".toml");
    if (fs::exists(file)) {
        return wrong(
            fmt::format("{} is there already; choose another id", storage::utf8_path(file)));
    }
    house::Design design = *like;
    design.id = options.id;
    design.name_zh.clear();
    design.name_en.clear();
    design.provenance = {"", Confidence::Sample};
    if (const auto done = storage::replace_file(file, storage::design_file(design)); !done) {
        return refused(done.error());
    }
    return {
        Outcome::Good,
        fmt::format("{}\nIt begins as {}. Write its names and source, change the plan, then run\n"
                    "    longju catalog check {}\n",
                    storage::utf8_path(file), like->id, options.folder),
        ""};
}

Outcome catalog_list_verb(const CatalogOptions& options) {
    const auto file = storage::find_reference(options.reference);
    if (!file) return refused(file.error());
    const auto reference = storage::load_reference(*file);
    if (!reference) return refused(reference.error());
    std::string out = counts(*reference);
    list_names("designs", reference->designs, out);
    list_names("assemblies", reference->library.assemblies, out);
    list_names("windows", reference->library.windows, out);
    list_names("doors", reference->library.doors, out);
    list_names("heaters", reference->energy.heaters, out);
    list_names("fuels", reference->energy.fuels, out);
    list_names("stations", reference->stations, out);
    out += "\nmeasures\n";
    for (const measure::Measure& measure : reference->measures.measures) {
        for (const measure::Option& option : measure.options) {
            out += fmt::format("  {:<12} {:<11} {} / {}\n", measure.id, option.id, option.name_zh,
                               option.name_en);
        }
    }
    return {Outcome::Good, std::move(out), ""};
}

}  // namespace longju::cli
