// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/local_prices.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/csv.h"
#include "core/date.h"
#include "core/text.h"
#include "storage/catalog_fields.h"
#include "storage/platform.h"

namespace longju::storage {

namespace {

constexpr double most_yuan = 1000000.0;
constexpr std::string_view head =
    "# 本地价：问来的价写在这里，新走访就用它。id 不要改；不用的行删掉。电的三个数是三档阶梯价。\n"
    "id,name_zh,unit_zh,low_yuan,typical_yuan,high_yuan,date,source\n";

/// A price or a fuel by its id.
struct Named {
    std::string_view name_zh, unit_zh;
};
std::optional<Named> find(const estimate::Reference& reference, std::string_view id) {
    if (const cost::Price* price = reference.prices.find(id)) {
        return Named{price->name_zh, price->unit_zh};
    }
    if (const energy::Fuel* fuel = reference.energy.find_fuel(id)) {
        return Named{fuel->name_zh, fuel->unit_zh};
    }
    return std::nullopt;
}

cost::LocalPrice local_price(RowFields& row, const estimate::Reference& reference) {
    cost::LocalPrice price{.id = row.id("id"),
                           .per_unit = row.money_range(most_yuan),
                           .date = row.text("date"),
                           .source = row.text("source")};
    if (!price.id.empty() && !find(reference, price.id)) {
        row.refuse("id", fmt::format("\"{}\" is neither a price nor a fuel of the catalog; `longju "
                                     "prices` lists them",
                                     price.id));
    }
    if (!price.date.empty() && !date_from(price.date + "-01")) {
        row.refuse("date", fmt::format("\"{}\" is not a year and month like 2026-11", price.date));
    }
    return price;
}

}  // namespace

Result<std::vector<cost::LocalPrice>> parse_local_prices(std::string_view text,
                                                         const std::string& file,
                                                         const estimate::Reference& reference) {
    const auto table = parse_csv(text, file);
    if (!table) return std::unexpected(table.error());
    std::vector<Error> errors;
    Complaints complaints(errors, file);
    std::vector<cost::LocalPrice> prices;
    for (const CsvRow& cells : table->rows) {
        RowFields row(cells, complaints);
        cost::LocalPrice price = local_price(row, reference);
        if (std::ranges::find(prices, price.id, &cost::LocalPrice::id) != prices.end()) {
            row.refuse("id", fmt::format("\"{}\" is there twice; keep one row", price.id));
        }
        if (!errors.empty()) return std::unexpected(errors.front());
        prices.push_back(std::move(price));
    }
    return prices;
}

Result<std::vector<cost::LocalPrice>> read_local_prices(const std::filesystem::path& file,
                                                        const estimate::Reference& reference) {
    if (!std::filesystem::exists(file)) return std::vector<cost::LocalPrice>{};
    constexpr std::uint64_t most_bytes = 1U << 20U;
    const auto text = read_whole_file(file, most_bytes);
    if (!text) return std::unexpected(text.error());
    return parse_local_prices(*text, utf8_path(file), reference);
}

std::string local_prices_text(const std::vector<cost::LocalPrice>& prices,
                              const estimate::Reference& reference) {
    std::string out(head);
    const auto yuan = [](Money money) { return exact(money.in_yuan()); };
    for (const cost::LocalPrice& price : prices) {
        const auto named = find(reference, price.id);
        if (!named) continue;
        out += fmt::format("{},{},{},{},{},{},{},{}\n", price.id, csv_cell(named->name_zh),
                           csv_cell(named->unit_zh), yuan(price.per_unit.low),
                           yuan(price.per_unit.typical), yuan(price.per_unit.high), price.date,
                           csv_cell(price.source));
    }
    return out;
}

std::vector<cost::LocalPrice> catalog_as_local(const estimate::Reference& reference) {
    std::vector<cost::LocalPrice> prices;
    for (const cost::Price& price : reference.prices.prices) {
        prices.push_back({price.id, price.per_unit, price.date, price.provenance.source});
    }
    for (const energy::Fuel& fuel : reference.energy.fuels) {
        const std::string& date = reference.prices.prices.front().date;
        prices.push_back({fuel.id, fuel.price_per_unit, date, fuel.price_provenance.source});
    }
    return prices;
}

}  // namespace longju::storage
