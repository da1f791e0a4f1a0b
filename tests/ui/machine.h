// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/raster.h"
#include "kiosk/services.h"
#include "ui/driver.h"
#include "ui/world.h"
#include "unit/storage/temporary_folder.h"

namespace longju::kiosk::testing {

/// The product's services with a clock that the test moves, away from printers and sticks.
class StandingServices : public DiskServices {
public:
    StandingServices(const estimate::Reference& reference, const std::filesystem::path& folder,
                     storage::VisitsStore& store, FakeServices& fake)
        : DiskServices(reference, folder / "papers", folder / "prices.csv", store),
          folder_(folder.string()),
          fake_(&fake) {}

    Tick now() override { return {seconds, "2026-11-26", "14:10"}; }
    Result<std::vector<sheet::Printer>> printers() override { return fake_->printers(); }
    Result<sheet::Printed> print(const sheet::PrintJob& job, const std::string& letters,
                                 const visit::Visit& visit) override {
        return fake_->print(job, letters, visit);
    }
    Result<Desk> desk(const DeskWork& work, Progress& progress) override {
        const bool stick = !work.path.empty() && !work.path.starts_with(folder_);
        if (stick) return fail(ErrorKind::NotFound, "the stick is gone");
        return DiskServices::desk(work, progress);
    }
    /// Counted, so that a seed does the same again.
    std::string new_visit_id() override { return fmt::format("{:032x}", ++visits_); }
    // The search over every scheme is proved elsewhere; here its dialog is.
    void begin_advice(const Inputs& inputs, Money own_money) override {
        if (reference().station_for(inputs.place) != nullptr) {
            fake_->begin_advice(inputs, own_money);
        }
    }
    void end_advice() override { fake_->end_advice(); }
    std::optional<AdvicePanel> advice() override { return fake_->advice(); }

    double seconds = 0;

private:
    std::string folder_;
    FakeServices* fake_;
    static inline int visits_ = 0;
};

/// A store and a kiosk over it; both go and come back as after a power cut.
struct Machine {
    explicit Machine(const estimate::Reference& data) : reference(data), fake(data) {
        std::filesystem::create_directories(folder / "photos_in");
        for (const char* name : {"wall.png", "stove.png"}) {
            const Colour colour{static_cast<std::uint8_t>(name[0]), 120, 90, 255};
            (void)write_png(folder / "photos_in" / name, Pixels(64, 48, colour));
        }
        longju::test::put(folder / "photos_in" / "torn.jpg", "\xFF\xD8\xFF garbage");
        longju::test::put(folder / "photos_in" / "list.csv", "姓名,电话\n王桂兰,1\n");
        start();
        visit::Visit visit = sample_visit(reference);
        (void)store->save(visit, {"test", reference.data_hash});
        stop();
        start();
    }
    void start() {
        const storage::VisitsOptions options{.fixed_time = "2026-11-26T14:10:00+08:00"};
        store.emplace(storage::VisitsStore::open(folder.path(), options).value());
        services.emplace(reference, folder.path(), *store, fake);
        services->seconds = seconds;
        app.emplace(reference, *services, services->kept_settings());
    }
    void stop() {
        seconds = services->seconds;
        app.reset();
        services.reset();
        store.reset();
    }

    const estimate::Reference& reference;
    FakeServices fake;
    longju::test::TemporaryFolder folder;
    double seconds = 0;
    std::optional<storage::VisitsStore> store;
    std::optional<StandingServices> services;
    std::optional<App> app;
};

}  // namespace longju::kiosk::testing
