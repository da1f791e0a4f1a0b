// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/annual_columns.h"

#include <algorithm>
#include <array>

namespace longju::report {

namespace {

constexpr int whole = 0, hundredths = 2, thousandths = 3, fen_of_ten_thousand_yuan = 6;
constexpr int retrofit = 1, modules = 2, sunspace = 3, roof = 4, yard = 5, shed = 6, money = 7;

constexpr Column households(std::string_view id, std::string_view group, std::string_view name,
                            std::optional<Figure> figure, int bundle = 0) {
    return {.id = id,
            .group_zh = group,
            .name_zh = name,
            .unit_zh = "户",
            .nature = figure ? Nature::Count : Nature::ByHand,
            .figure = figure,
            .bundle = bundle};
}

constexpr Column at(Stage stage, Column column) {
    column.stage = stage;
    return column;
}

constexpr Column area(std::string_view id, std::string_view group, std::string_view name,
                      Figure figure, int bundle = 0) {
    return {.id = id,
            .group_zh = group,
            .name_zh = name,
            .unit_zh = "m²",
            .scale = hundredths,
            .decimals = 2,
            .nature = Nature::TakenOff,
            .figure = figure,
            .bundle = bundle};
}

constexpr Column power(std::string_view id, std::string_view name, Figure figure, int bundle) {
    return {.id = id,
            .group_zh = "光伏（已并网）",
            .name_zh = name,
            .unit_zh = "kW",
            .scale = thousandths,
            .decimals = 2,
            .nature = Nature::TakenOff,
            .figure = figure,
            .bundle = bundle};
}

constexpr Column computed(std::string_view id, std::string_view name, std::string_view unit,
                          int scale, Figure figure) {
    return {.id = id,
            .group_zh = "年节能减碳（测算值）",
            .name_zh = name,
            .unit_zh = unit,
            .scale = scale,
            .decimals = scale,
            .nature = Nature::Computed,
            .figure = figure};
}

constexpr Column yuan(std::string_view id, std::string_view name, std::optional<Figure> figure) {
    return {.id = id,
            .group_zh = "投资（测算值）",
            .name_zh = name,
            .unit_zh = "万元",
            .scale = fen_of_ten_thousand_yuan,
            .decimals = 4,
            .nature = figure ? Nature::Computed : Nature::ByHand,
            .figure = figure,
            .bundle = money};
}

constexpr Column by_hand(std::string_view id, std::string_view group, std::string_view name,
                         std::string_view unit) {
    return {
        .id = id, .group_zh = group, .name_zh = name, .unit_zh = unit, .nature = Nature::ByHand};
}

constexpr Column doors{.id = "5d",
                       .group_zh = "围护结构改造量",
                       .name_zh = "外门",
                       .unit_zh = "樘",
                       .nature = Nature::TakenOff,
                       .figure = Figure::Doors};

constexpr std::array columns{
    at(Stage::Started, households("1a", "危房改造", "开工", Figure::Dilapidated)),
    households("1b", "危房改造", "竣工", std::nullopt),
    households("1c", "危房改造", "验收", Figure::Dilapidated),
    at(Stage::UnderWay, households("1d", "危房改造", "在建", Figure::Dilapidated)),
    households("2", "危房改造验收中", "应用图集", Figure::DilapidatedAtlas),
    households("3", "危房改造验收中", "同步节能改造", Figure::DilapidatedRetrofit),
    households("4a", "农房节能改造", "户数", Figure::Retrofit, retrofit),
    area("4b", "农房节能改造", "建筑面积", Figure::RetrofitArea, retrofit),
    at(Stage::UnderWay, households("4c", "农房节能改造", "在建", Figure::Retrofit)),
    area("5a", "围护结构改造量", "外墙", Figure::WallArea),
    area("5b", "围护结构改造量", "屋面（顶棚）", Figure::RoofArea),
    area("5c", "围护结构改造量", "外窗", Figure::WindowArea),
    doors,
    households("6a", "EPS空腔模块等", "户数", Figure::Module, modules),
    area("6b", "EPS空腔模块等", "墙面积", Figure::ModuleArea, modules),
    households("7", "绿色建材", "有认证标识", std::nullopt),
    households("8a", "阳光间", "户数", Figure::Sunspace, sunspace),
    area("8b", "阳光间", "面积", Figure::SunspaceArea, sunspace),
    households("9a", "光伏（已并网）", "屋顶", Figure::PvRoof, roof),
    power("9b", "屋顶", Figure::PvRoofWatts, roof),
    households("9c", "光伏（已并网）", "院落", Figure::PvYard, yard),
    power("9d", "院落", Figure::PvYardWatts, yard),
    households("9e", "光伏（已并网）", "农业设施", Figure::PvShed, shed),
    power("9f", "农业设施", Figure::PvShedWatts, shed),
    households("10a", "太阳能", "热水", Figure::SolarWater),
    households("10b", "太阳能", "太阳灶", std::nullopt),
    households("11a", "清洁取暖", "生物质", Figure::HeatBiomass),
    households("11b", "清洁取暖", "热泵", Figure::HeatPump),
    households("11c", "清洁取暖", "电蓄热", Figure::HeatStorage),
    households("11d", "清洁取暖", "其他电", Figure::HeatElectric),
    households("11e", "清洁取暖", "气", Figure::HeatGas),
    households("11f", "清洁取暖", "集中供热", std::nullopt),
    households("11g", "清洁取暖", "地热", std::nullopt),
    households("12a", "用能电气化", "电炊事", std::nullopt),
    households("12b", "用能电气化", "热泵热水器", std::nullopt),
    households("12c", "用能电气化", "充电设施", std::nullopt),
    households("13", "污水处理", "户用", std::nullopt),
    by_hand("14a", "闲置农房、迁建", "盘活", "处"),
    households("14b", "闲置农房、迁建", "迁中心村", std::nullopt),
    computed("15a", "节约标煤", "tce", thousandths, Figure::CoalSaved),
    computed("15b", "节电(+) 增电(−)", "kWh", whole, Figure::PowerSaved),
    computed("15c", "CO2减排", "t", thousandths, Figure::Co2Saved),
    computed("15d", "室温提高抵掉的标煤", "tce", thousandths, Figure::CoalRebound),
    yuan("16a", "总投资", Figure::CostTotal),
    yuan("16b", "中央", Figure::CostCentral),
    yuan("16c", "省", Figure::CostProvince),
    yuan("16d", "市县", Figure::CostLocal),
    yuan("16e", "自筹", Figure::CostOwn),
    yuan("16f", "贷款", std::nullopt),
    by_hand("17a", "培训、下乡", "技术员、工匠", "人次"),
    by_hand("17b", "培训、下乡", "设计师下乡", "人次")};

}  // namespace

std::span<const Column> annual_columns() { return columns; }

const Column* find_column(std::string_view id) {
    const auto found = std::ranges::find(columns, id, &Column::id);
    return found == columns.end() ? nullptr : &*found;
}

std::string_view nature_zh(Nature nature) {
    switch (nature) {
        case Nature::Count:
            return "计数";
        case Nature::TakenOff:
            return "设计量";
        case Nature::Computed:
            return "测算值";
        case Nature::ByHand:
            return "手填";
    }
    return "";
}

}  // namespace longju::report
