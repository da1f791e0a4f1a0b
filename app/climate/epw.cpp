// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/epw.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "climate/sky.h"
#include "climate/sun.h"
#include "core/text.h"

namespace longju::climate {

namespace {

/// A column of the hourly rows (EnergyPlus Auxiliary Programs, "EnergyPlus Weather File Data
/// Dictionary"): its place counted from 1, the values believed, and what says "not measured".
struct Column {
    std::size_t number;
    std::string_view name;
    double low;
    double high;
    double missing;
};

constexpr Column month_column{2, "month", 1, 12, 1e9};
constexpr Column day_column{3, "day", 1, 31, 1e9};
constexpr Column hour_column{4, "hour", 1, 24, 1e9};
constexpr Column dry_bulb_column{7, "dry bulb", -80, 60, 99.9};
constexpr Column dew_point_column{8, "dew point", -90, 60, 99.9};
// Real files hold up to 151 in deep cold; what is above 100 counts as saturated.
constexpr Column humidity_column{9, "relative humidity", 0, 200, 999};
constexpr Column pressure_column{10, "pressure", 31000, 120000, 999999};
constexpr Column infrared_column{13, "horizontal infrared", 0, 800, 9999};
constexpr Column global_column{14, "global horizontal radiation", 0, 1500, 9999};
constexpr Column beam_column{15, "direct normal radiation", 0, 1500, 9999};
constexpr Column diffuse_column{16, "diffuse horizontal radiation", 0, 1500, 9999};
constexpr Column wind_column{22, "wind speed", 0, 60, 999};
constexpr Column cloud_column{23, "total sky cover", 0, 10, 99};
constexpr std::size_t least_columns = 23;

constexpr int header_lines = 8;

/// The lines of a text, LF or CR LF, and their numbers.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}

    int number() const { return number_; }

    std::optional<std::string_view> next() {
        if (rest_.empty()) return std::nullopt;
        const auto end = std::min(rest_.find('\n'), rest_.size());
        std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        ++number_;
        return line;
    }

private:
    std::string_view rest_;
    int number_ = 0;
};

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (std::size_t from = 0; from <= line.size();) {
        const auto to = std::min(line.find(',', from), line.size());
        cells.push_back(trimmed(line.substr(from, to - from)));
        from = to + 1;
    }
    return cells;
}

/// One hourly row or the LOCATION line, read by column.
struct Row {
    std::vector<std::string_view> cells;
    const std::string* file;
    int line;

    std::unexpected<Error> refuse(const Column& column, std::string what) const {
        return fail_at(*file, line, fmt::format("column {} ({})", column.number, column.name),
                       std::move(what));
    }

    /// The number, or nothing when the file marks it as not measured.
    Result<std::optional<double>> measured(const Column& column) const {
        const std::string_view cell = cells[column.number - 1];
        const auto value = number_from(cell);
        if (!value) return refuse(column, fmt::format("\"{}\" is not a number", cell));
        if (*value >= column.missing) return std::optional<double>();
        if (*value < column.low || *value > column.high) {
            return refuse(column,
                          fmt::format("{} is outside {} to {}", cell, column.low, column.high));
        }
        return value;
    }

    Result<double> number(const Column& column) const {
        const auto value = measured(column);
        if (!value) return std::unexpected(value.error());
        if (!*value) {
            return refuse(column, "is marked as missing; fill the gap and read the file again");
        }
        return **value;
    }
};

struct Location {
    std::string name;
    Site site;
};

Result<Location> location_from(std::string_view line, const std::string& file) {
    constexpr std::size_t cells_needed = 10;
    const Row row{cells_of(line), &file, 1};
    if (row.cells[0] != "LOCATION") {
        return fail_at(file, 1, "", "does not begin with LOCATION; it is not an EPW file");
    }
    if (row.cells.size() < cells_needed) {
        return fail_at(
            file, 1, "",
            fmt::format("LOCATION has {} cells and needs {}", row.cells.size(), cells_needed));
    }
    const auto latitude = row.number({7, "latitude", -66, 66, 1e9});
    if (!latitude) return std::unexpected(latitude.error());
    const auto longitude = row.number({8, "longitude", -180, 180, 1e9});
    if (!longitude) return std::unexpected(longitude.error());
    const auto offset = row.number({9, "time zone", -12, 14, 1e9});
    if (!offset) return std::unexpected(offset.error());
    const auto elevation = row.number({10, "elevation", -1000, 9999, 1e9});
    if (!elevation) return std::unexpected(elevation.error());

    // Old files name places in the encoding of their maker; the station number always reads.
    const std::string_view name = is_utf8(row.cells[1]) ? row.cells[1] : row.cells[5];
    return Location{std::string(name),
                    {.latitude = Degrees{*latitude},
                     .longitude = Degrees{*longitude},
                     .utc_offset = Hours{*offset},
                     .elevation = Metres{*elevation}}};
}

/// Refuses a row that is not the one due for hour `hour` of the year.
Result<void> check_stamp(const Row& row, int month, int day, int hour) {
    const std::array<std::pair<Column, int>, 3> stamps{
        {{month_column, month}, {day_column, day}, {hour_column, hour}}};
    for (const auto& [column, due] : stamps) {
        const auto value = row.number(column);
        if (!value) return std::unexpected(value.error());
        if (*value != due) {
            return row.refuse(column,
                              fmt::format("is {} where the row of month {}, day {}, hour {} is "
                                          "due; rows must be complete, hourly and in order, "
                                          "without 29 February",
                                          *value, month, day, hour));
        }
    }
    return {};
}

/// Vapour pressure by relative humidity, or by the dew point where that is missing.
Result<double> vapour_from(const Row& row, double t_c) {
    const auto humidity = row.measured(humidity_column);
    if (!humidity) return std::unexpected(humidity.error());
    if (*humidity) return std::min(**humidity, 100.0) / 100.0 * saturation_pa(t_c);
    const auto dew_point = row.number(dew_point_column);
    if (!dew_point) return std::unexpected(dew_point.error());
    return saturation_pa(std::min(*dew_point, t_c));
}

/// From the infrared field; where it is missing, by Clark & Allen with the sky cover, or half
/// covered where that is missing too.
Result<double> sky_from(const Row& row, double t_c, double vapour_pa) {
    const auto infrared = row.measured(infrared_column);
    if (!infrared) return std::unexpected(infrared.error());
    if (*infrared && **infrared > 0.0) return sky_temperature_c(**infrared);
    const auto tenths = row.measured(cloud_column);
    if (!tenths) return std::unexpected(tenths.error());
    const double cloud = tenths->value_or(5.0) / 10.0;
    return sky_temperature_c(sky_infrared_w_m2(t_c, std::max(vapour_pa, 1.0), cloud));
}

Result<void> append_row(Year& year, const Row& row) {
    const auto t_c = row.number(dry_bulb_column);
    if (!t_c) return std::unexpected(t_c.error());
    const auto vapour_pa = vapour_from(row, *t_c);
    if (!vapour_pa) return std::unexpected(vapour_pa.error());
    const auto t_sky_c = sky_from(row, *t_c, *vapour_pa);
    if (!t_sky_c) return std::unexpected(t_sky_c.error());
    const auto pressure_pa = row.measured(pressure_column);
    if (!pressure_pa) return std::unexpected(pressure_pa.error());
    const auto wind_ms = row.number(wind_column);
    if (!wind_ms) return std::unexpected(wind_ms.error());
    const auto ghi_w_m2 = row.number(global_column);
    if (!ghi_w_m2) return std::unexpected(ghi_w_m2.error());
    const auto dni_w_m2 = row.number(beam_column);
    if (!dni_w_m2) return std::unexpected(dni_w_m2.error());
    const auto dhi_w_m2 = row.number(diffuse_column);
    if (!dhi_w_m2) return std::unexpected(dhi_w_m2.error());

    year.t_out_c.push_back(*t_c);
    year.vapour_pa.push_back(*vapour_pa);
    year.t_sky_c.push_back(*t_sky_c);
    year.pressure_pa.push_back(
        pressure_pa->value_or(standard_pressure_pa(year.site.elevation.value)));
    year.wind_ms.push_back(*wind_ms);
    year.ghi_w_m2.push_back(*ghi_w_m2);
    year.dni_w_m2.push_back(*dni_w_m2);
    year.dhi_w_m2.push_back(*dhi_w_m2);
    year.albedo.push_back(open_ground_albedo);
    return {};
}

Result<void> read_rows(Year& year, Lines& lines, const std::string& file) {
    for (std::size_t month = 0; month < days_of_month.size(); ++month) {
        for (int day = 1; day <= days_of_month[month]; ++day) {
            for (int hour = 1; hour <= 24; ++hour) {
                const auto line = lines.next();
                if (!line || line->empty()) {
                    return fail_at(file, lines.number(), "",
                                   fmt::format("ends after {} of {} hourly rows",
                                               year.t_out_c.size(), hours_per_year));
                }
                const Row row{cells_of(*line), &file, lines.number()};
                if (row.cells.size() < least_columns) {
                    return fail_at(file, row.line, "",
                                   fmt::format("the row has {} columns and needs at least {}",
                                               row.cells.size(), least_columns));
                }
                const auto stamp = check_stamp(row, static_cast<int>(month) + 1, day, hour);
                if (!stamp) return stamp;
                const auto appended = append_row(year, row);
                if (!appended) return appended;
            }
        }
    }
    return {};
}

/// `DATA PERIODS,1,1,Data,…`: one period, one row an hour.
Result<void> check_periods(std::string_view line, const std::string& file) {
    const auto cells = cells_of(line);
    if (cells[0] != "DATA PERIODS") {
        return fail_at(file, header_lines, "", "is not the line DATA PERIODS that is due here");
    }
    if (cells.size() < 3 || cells[1] != "1" || cells[2] != "1") {
        return fail_at(file, header_lines, "DATA PERIODS",
                       "must state one period with one row an hour");
    }
    return {};
}

}  // namespace

Result<Year> parse_epw(std::string_view text, const std::string& file) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Lines lines(text);
    const auto first = lines.next();
    if (!first) return fail_at(file, 0, "", "is empty");
    auto location = location_from(*first, file);
    if (!location) return std::unexpected(location.error());

    std::optional<std::string_view> line;
    while (lines.number() < header_lines) {
        line = lines.next();
        if (!line) return fail_at(file, lines.number(), "", "ends within its header");
    }
    const auto periods = check_periods(*line, file);
    if (!periods) return std::unexpected(periods.error());

    Year year{.name = std::move(location->name), .site = location->site};
    for (auto* series :
         {&year.t_out_c, &year.t_sky_c, &year.wind_ms, &year.vapour_pa, &year.pressure_pa,
          &year.dni_w_m2, &year.dhi_w_m2, &year.ghi_w_m2, &year.albedo}) {
        series->reserve(hours_per_year);
    }
    const auto rows = read_rows(year, lines, file);
    if (!rows) return std::unexpected(rows.error());
    while ((line = lines.next())) {
        if (!trimmed(*line).empty()) {
            return fail_at(file, lines.number(), "",
                           fmt::format("goes on after {} hourly rows", hours_per_year));
        }
    }
    return year;
}

Result<Year> read_epw(const std::filesystem::path& file) {
    const auto name = file.u8string();
    const std::string shown(name.begin(), name.end());
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fail(ErrorKind::NotFound, fmt::format("{} cannot be opened", shown));
    const std::string text((std::istreambuf_iterator<char>(stream)),
                           std::istreambuf_iterator<char>());
    if (stream.bad()) return fail(ErrorKind::Io, fmt::format("{} cannot be read", shown));
    return parse_epw(text, shown);
}

}  // namespace longju::climate
