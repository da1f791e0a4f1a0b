// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "core/csv.h"
#include "storage/catalog_rows.h"
#include "storage/catalog_tables.h"

/// The tables of places: divisions, townships, climate stations.
namespace longju::storage {

namespace {

bool all_digits(std::string_view text, std::size_t count) {
    return text.size() == count &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

estimate::Division division(RowFields& row, const std::vector<climate::Station>& stations) {
    estimate::Division d;
    d.code = row.text("code");
    if (!d.code.empty() && !all_digits(d.code, 6)) {
        row.refuse("code", fmt::format("\"{}\" is not a code of six digits", d.code));
    }
    d.name_zh = row.text("name_zh");
    d.pinyin = row.text("pinyin");
    d.prefecture_zh = row.optional_text("prefecture_zh");
    d.station_id = row.optional_text("station_id");
    const bool above_county = d.code.ends_with("00");
    if (d.station_id.empty() && !above_county) {
        row.refuse("station_id", "is empty; a county needs a climate station");
    }
    if (!d.station_id.empty()) {
        d.station_km = row.number("station_km", 0.0, 1000.0);
        const auto found = std::ranges::find(stations, d.station_id, &climate::Station::id);
        if (!stations.empty() && found == stations.end()) {
            row.refuse("station_id", fmt::format("stations.csv has no station \"{}\"; add it there "
                                                 "or name another",
                                                 d.station_id));
        }
    }
    d.station_note = row.optional_text("station_note");
    d.seismic_zh = row.optional_text("seismic_zh");
    d.provenance = row.provenance();
    return d;
}

estimate::Township township(RowFields& row, const std::vector<estimate::Division>& divisions) {
    estimate::Township t;
    t.code = row.text("code");
    if (!t.code.empty() && !all_digits(t.code, 9)) {
        row.refuse("code", fmt::format("\"{}\" is not a code of nine digits", t.code));
    }
    const auto county =
        std::ranges::find(divisions, t.code.substr(0, 6), &estimate::Division::code);
    if (!divisions.empty() && county == divisions.end()) {
        row.refuse("code", fmt::format("divisions.csv has no county \"{}\"; add it there or "
                                       "correct the code",
                                       t.code.substr(0, 6)));
    }
    t.name_zh = row.text("name_zh");
    t.pinyin = row.text("pinyin");
    t.kind = row.text("kind");
    t.provenance = row.provenance();
    return t;
}

climate::Station station(RowFields& row) {
    climate::Station s;
    s.id = row.text("id");
    if (!s.id.empty() && !all_digits(s.id, 6)) {
        row.refuse("id", fmt::format("\"{}\" is not a station number of six digits", s.id));
    }
    s.name_zh = row.text("name_zh");
    s.name_en = row.text("name_en");
    s.site.latitude = Degrees{row.number("latitude_deg", 15.0, 56.0)};
    s.site.longitude = Degrees{row.number("longitude_deg", 70.0, 140.0)};
    s.site.utc_offset = Hours{row.number("utc_offset_h", 5.0, 9.0)};
    s.site.elevation = Metres{row.number("elevation_m", -200.0, 5500.0)};
    s.pressure_pa = row.number("pressure_pa", 50000.0, 106000.0);
    s.design_temperature = Celsius{row.number("design_temperature_c", -55.0, 10.0)};
    s.zone = row.text("zone");
    if (!s.zone.empty() && s.zone != "1A" && s.zone != "1B") {
        row.refuse("zone", fmt::format("\"{}\" is neither 1A nor 1B", s.zone));
    }
    s.snow_load_kn_m2 = row.number("snow_load_kn_m2", 0.0, 3.0);
    s.wind_load_kn_m2 = row.number("wind_load_kn_m2", 0.0, 3.0);
    s.frost_depth_m = row.number("frost_depth_m", 0.0, 6.0);
    s.provenance = row.provenance();
    s.provenance.source =
        fmt::format("{}；设计温度：{}；分区：{}；雪压风压：{}；冻深：{}", s.provenance.source,
                    row.text("design_source"), row.text("zone_source"), row.text("load_source"),
                    row.text("frost_source"));
    return s;
}

/// One row of normals.csv into its month.
void fill_month(RowFields& row, climate::Normals& normals, std::size_t month) {
    normals.t_mean_c[month] = row.number("t_mean_c", -60.0, 45.0);
    normals.t_max_mean_c[month] = row.number("t_max_mean_c", -60.0, 50.0);
    normals.t_min_mean_c[month] = row.number("t_min_mean_c", -60.0, 45.0);
    normals.t_anomaly_sd_c[month] = row.number("t_anomaly_sd_c", 0.0, 15.0);
    normals.vapour_pa[month] = row.number("vapour_pa", 1.0, 5000.0);
    normals.wind_ms[month] = row.number("wind_ms", 0.0, 20.0);
    normals.clearness[month] = row.number("clearness", 0.05, 0.9);
    row.provenance();
    if (normals.t_min_mean_c[month] > normals.t_mean_c[month]) {
        row.refuse("t_min_mean_c", "is above t_mean_c");
    }
    if (normals.t_max_mean_c[month] < normals.t_mean_c[month]) {
        row.refuse("t_max_mean_c", "is below t_mean_c");
    }
}

}  // namespace

std::vector<estimate::Division> read_divisions(const CsvTable& table, const std::string& file,
                                               const std::vector<climate::Station>& stations,
                                               std::vector<Error>& errors) {
    return read_rows<estimate::Division>(table, file, errors, Key{"code"},
                                         [&](RowFields& row) { return division(row, stations); });
}

std::vector<estimate::Township> read_townships(const CsvTable& table, const std::string& file,
                                               const std::vector<estimate::Division>& divisions,
                                               std::vector<Error>& errors) {
    return read_rows<estimate::Township>(table, file, errors, Key{"code"},
                                         [&](RowFields& row) { return township(row, divisions); });
}

std::vector<climate::Station> read_stations(const CsvTable& table, const std::string& file,
                                            std::vector<Error>& errors) {
    return read_rows<climate::Station>(table, file, errors, by_id, station);
}

void read_normals(const CsvTable& table, const std::string& file,
                  std::vector<climate::Station>& stations, std::vector<Error>& errors) {
    Complaints complaints(errors, file);
    if (stations.empty()) return;
    std::vector<unsigned> months(stations.size(), 0);  // A bit for each month seen.
    for (const CsvRow& cells : table.rows) {
        RowFields row(cells, complaints);
        const std::string id = row.text("station_id");
        const int month = row.integer("month", 1, 12);
        const auto found = std::ranges::find(stations, id, &climate::Station::id);
        if (found == stations.end()) {
            row.refuse("station_id", fmt::format("stations.csv has no station \"{}\"", id));
            continue;
        }
        if (month == 0) continue;
        const auto index = static_cast<std::size_t>(found - stations.begin());
        const unsigned bit = 1U << static_cast<unsigned>(month);
        if ((months[index] & bit) != 0) row.refuse("month", "stands twice for this station");
        months[index] |= bit;
        fill_month(row, found->normals, static_cast<std::size_t>(month - 1));
    }
    for (std::size_t i = 0; i < stations.size(); ++i) {
        constexpr unsigned all_months = 0x1FFEU;
        if (months[i] == all_months) continue;
        complaints.add({ErrorKind::BadInput,
                        fmt::format("station {} needs twelve months", stations[i].id), file, 0,
                        "station_id"});
    }
}

}  // namespace longju::storage
