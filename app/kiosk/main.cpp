// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cstdio>
#include <span>

#include "core/memory.h"
#include "kiosk/options.h"
#include "kiosk/services.h"
#include "kiosk/shell.h"
#include "storage/mounts.h"
#include "storage/platform.h"
#include "storage/reference_store.h"
#include "storage/share_files.h"
#include "visit/case_file.h"

namespace longju::kiosk {
namespace {

constexpr int good = 0;
constexpr int our_fault = 1;
constexpr int bad_input = 2;

int refuse(const Error& error) {
    std::fprintf(stderr, "longju-kiosk: %s\n", error.sentence().c_str());
    return error.kind == ErrorKind::Io ? our_fault : bad_input;
}

Settings chosen(Settings settings, const Options& options) {
    if (options.language) settings.language = *options.language;
    if (options.look) settings.look = *options.look;
    if (options.depth) settings.depth = *options.depth;
    if (options.size) settings.size = *options.size;
    return settings;
}

Result<visit::Visit> visit_for(const Options& options, const std::filesystem::path& reference_file,
                               const estimate::Reference& reference) {
    std::filesystem::path file = storage::path_from_utf8(options.case_file);
    if (options.case_file.empty()) {
        const auto sample = storage::find_sample(reference_file);
        if (!sample) return std::unexpected(sample.error());
        file = *sample;
    }
    auto inputs = visit::read_case(file, reference);
    if (!inputs) return std::unexpected(inputs.error());
    visit::Visit visit;
    visit.id = std::string(32, '0');
    visit.inputs = std::move(*inputs);
    visit.step = visit::Step::Configure;
    visit.sample = options.case_file.empty();
    return visit;
}

int draw_picture(const Options& options, const std::filesystem::path& reference_file,
                 const estimate::Reference& reference) {
    auto visit = visit_for(options, reference_file, reference);
    if (!visit) return refuse(visit.error());
    CaseServices services(reference, *visit);
    App app(reference, services, chosen({}, options));
    if (options.screen != ScreenId::Home) app.dispatch(OpenVisitAt{visit->id});
    const auto written = write_screenshot(app, options);
    return written ? good : refuse(written.error());
}

/// A store that never had a visit gets the practice visit; without its case file it stays empty.
void begin_practice(storage::VisitsStore& store, const std::filesystem::path& reference_file,
                    const estimate::Reference& reference) {
    const auto sample = storage::find_sample(reference_file);
    if (!sample) return;
    const auto inputs = visit::read_case(*sample, reference);
    if (!inputs) return;
    const auto begun = store.begin_practice(*inputs, {"longju-kiosk", reference.data_hash});
    if (!begun) std::fprintf(stderr, "longju-kiosk: %s\n", begun.error().sentence().c_str());
}

int open_kiosk(const Options& options, const std::filesystem::path& reference_file,
               const estimate::Reference& reference) {
    std::filesystem::path folder = storage::path_from_utf8(options.data);
    if (folder.empty()) {
        const auto own = storage::data_folder();
        if (!own) return refuse(own.error());
        folder = *own;
    }
    if (const auto fit = storage::check_data_folder(folder); !fit) return refuse(fit.error());
    auto store = storage::VisitsStore::open(folder);
    if (!store) return refuse(store.error());
    begin_practice(*store, reference_file, reference);

    std::filesystem::path out = storage::path_from_utf8(options.out);
    if (out.empty()) out = folder / "papers";
    DiskServices services(reference, out, folder / "prices.csv", *store);
    App app(reference, services, chosen(services.kept_settings(), options));
    app.draw_pictures_in_background();
    app.work_in_background();
    const std::string left_open = services.left_open();
    if (store->salvage()) {
        std::fputs(store->salvage()->text().c_str(), stderr);
        app.dispatch(StoreSalvaged{*store->salvage()});
    } else if (!left_open.empty())
        app.dispatch(ShowDialog{{Dialog::Kind::Resume, left_open}});
    if (options.screen && *options.screen != ScreenId::Home && !app.state().visits.empty()) {
        app.dispatch(OpenVisitAt{app.state().visits.front().visit_id});
        app.dispatch(Go{*options.screen});
    }
    const auto done = run_window(app, options);
    app.finish_work();
    // The window is gone; what is left to do is a copy of what changed.
    const auto copied = store->back_up(storage::CopyReason::Exit);
    if (!copied) std::fprintf(stderr, "longju-kiosk: %s\n", copied.error().sentence().c_str());
    return done ? good : refuse(done.error());
}

int start(std::span<const char* const> arguments) {
    const auto options = options_from(arguments);
    if (!options) return refuse(options.error());
    if (options->help) return std::fputs(std::string(usage()).c_str(), stdout), good;
    if (options->version) return std::puts("longju-kiosk " LONGJU_VERSION), good;
    const auto file = storage::find_reference(options->reference);
    if (!file) return refuse(file.error());
    auto reference = storage::load_reference(*file);
    if (!reference) return refuse(reference.error());
    if (!options->screenshot.empty()) return draw_picture(*options, *file, *reference);
    return open_kiosk(*options, *file, *reference);
}

}  // namespace
}  // namespace longju::kiosk

int main(int count, char** arguments) {
    longju::keep_freed_memory();
    longju::leave_no_core_dump();
    return longju::kiosk::start({arguments, static_cast<std::size_t>(count)});
}
