// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_trees.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "storage/catalog_effects.h"
#include "storage/catalog_fields.h"
#include "visit/codec.h"

namespace longju::storage {

namespace {

template <class Item>
bool holds(const std::vector<Item>& items, const std::string& id) {
    return std::ranges::find(items, id, &Item::id) != items.end();
}

/// Refuses an id that is there already or out of order; the lists are looked up by halving.
template <class Item>
void check_order(const std::vector<Item>& before, const Item& item, TreeFields& fields) {
    if (holds(before, item.id)) {
        fields.refuse("id", fmt::format("\"{}\" stands twice; remove one", item.id));
    } else if (!before.empty() && item.id < before.back().id) {
        fields.refuse("id", fmt::format("\"{}\" must stand before \"{}\"; sort the entries",
                                        item.id, before.back().id));
    }
}

house::Assembly assembly(TreeFields& f) {
    house::Assembly a;
    a.id = f.id();
    a.name_zh = f.text("name_zh");
    a.name_en = f.text("name_en");
    a.element = f.word<house::Element>("element");
    for (TreeFields& layer : f.list("layers")) {
        a.layers.push_back(
            {layer.text("material"), Millimetres{layer.number("thickness_mm", 1.0, 1000.0)}});
        layer.finish();
    }
    if (a.layers.empty()) f.refuse("layers", "has no layer; an assembly needs at least one");
    a.bridge_factor = f.number("bridge_factor", 1.0, 2.0);
    a.provenance = f.provenance();
    a.provenance.source += "；热桥：" + f.text("bridge_source");
    f.finish();
    return a;
}

std::vector<energy::Heater::CopPoint> cop_points(TreeFields& f) {
    std::vector<energy::Heater::CopPoint> points;
    for (TreeFields& point : f.list("cop", true)) {
        const energy::Heater::CopPoint read{Celsius{point.number("outdoor_c", -60.0, 40.0)},
                                            point.number("cop", 0.8, 8.0)};
        if (!points.empty() && read.outdoor <= points.back().outdoor) {
            point.refuse("outdoor_c", "is not above the point before; coldest first");
        }
        points.push_back(read);
        point.finish();
    }
    return points;
}

void read_pump(TreeFields& f, energy::Heater& h) {
    const auto share = [&](const char* key, double most, double otherwise) {
        return f.optional_number(key, 0.0, most).value_or(otherwise);
    };
    h.capacity_lost_per_k = share("capacity_lost_per_k", 0.05, 0.0);
    h.capacity_least_share = share("capacity_least_share", 1.0, 1.0);
    h.backup = Kilowatts{share("backup_kw", 50.0, 0.0)};
    h.defrost_loss = share("defrost_loss", 0.5, 0.0);
    const bool told = h.capacity_lost_per_k > 0.0 || h.capacity_least_share < 1.0 ||
                      h.backup.value > 0.0 || h.defrost_loss > 0.0;
    if (told && h.kind != energy::HeaterKind::HeatPump) {
        f.refuse("capacity_lost_per_k",
                 "capacity_least_share, backup_kw and defrost_loss are only for a heat pump");
    }
}

energy::Heater heater(TreeFields& f) {
    energy::Heater h;
    h.id = f.id();
    h.name_zh = f.text("name_zh");
    h.name_en = f.text("name_en");
    h.kind = f.word<energy::HeaterKind>("kind");
    h.fuel_id = f.text("fuel");
    h.cop = cop_points(f);
    const bool pump = h.kind == energy::HeaterKind::HeatPump;
    // A share of the heating value; of a heat pump, how far it may lie from its points.
    h.efficiency = f.range("efficiency", 0.05, pump ? 1.2 : 1.1);
    if (pump && h.cop.size() < 2) f.refuse("cop", "needs two points or more for a heat pump");
    if (!pump && !h.cop.empty()) f.refuse("cop", "is only for a heat pump; remove it");
    h.capacity = Kilowatts{f.number("capacity_kw", 0.5, 200.0)};
    h.convective_share = f.number("convective_share", 0.0, 1.0);
    h.lowest_outdoor = Celsius{f.optional_number("lowest_outdoor_c", -60.0, 10.0).value_or(-60.0)};
    h.kang_per_day = KilowattHours{f.optional_number("kang_kwh_per_day", 0.0, 60.0).value_or(0.0)};
    h.fire_wall_per_day =
        KilowattHours{f.optional_number("fire_wall_kwh_per_day", 0.0, 100.0).value_or(0.0)};
    read_pump(f, h);
    h.provenance = f.provenance();
    f.finish();
    return h;
}

measure::Option option(TreeFields& f) {
    measure::Option o;
    o.id = f.id();
    o.name_zh = f.text("name_zh");
    o.name_en = f.text("name_en");
    o.plain_zh = f.text("plain_zh");
    o.effects = read_effects(f.list("effects"));
    if (o.effects.empty()) f.refuse("effects", "is empty; an option must do something");
    o.charges = read_charges(f.list("charges"));
    o.rule_type = f.optional_text("rule_type");
    if (const auto rating = f.optional_number("low_temp_rating_c", -60.0, 10.0)) {
        o.low_temp_rating = Celsius{*rating};
    }
    o.life = Years{f.number("life_years", 0.5, 100.0)};
    o.provenance = f.provenance();
    f.finish();
    return o;
}

measure::Measure read_measure(TreeFields& f) {
    measure::Measure m;
    m.id = f.id();
    m.group = f.word<measure::Group>("group");
    m.name_zh = f.text("name_zh");
    m.name_en = f.text("name_en");
    m.for_existing = f.flag("for_existing");
    m.for_new = f.flag("for_new");
    m.outside_work = f.flag("outside_work");
    m.days_low = f.integer("days_low", 1, 200);
    m.days_high = f.integer("days_high", 1, 400);
    if (m.days_low > m.days_high) f.refuse("days_low", "is above days_high; swap them");
    for (TreeFields& fields : f.list("option")) {
        measure::Option read = option(fields);
        if (holds(m.options, read.id)) {
            fields.refuse("id", fmt::format("\"{}\" stands twice in this measure", read.id));
        }
        m.options.push_back(std::move(read));
    }
    if (m.options.empty()) f.refuse("option", "has no option; a measure needs at least one");
    f.provenance();
    f.finish();
    return m;
}

}  // namespace

std::vector<house::Assembly> read_assemblies(const visit::TomlTree& toml, const std::string& file,
                                             std::vector<Error>& errors) {
    Complaints complaints(errors, file);
    complaints.set_lines(toml.lines);
    TreeFields root(toml.tree, "", complaints);
    std::vector<house::Assembly> assemblies;
    for (TreeFields& fields : root.list("assembly")) {
        house::Assembly read = assembly(fields);
        check_order(assemblies, read, fields);
        assemblies.push_back(std::move(read));
    }
    root.finish();
    return assemblies;
}

std::vector<energy::Heater> read_heaters(const visit::TomlTree& toml, const std::string& file,
                                         std::vector<Error>& errors) {
    Complaints complaints(errors, file);
    complaints.set_lines(toml.lines);
    TreeFields root(toml.tree, "", complaints);
    std::vector<energy::Heater> heaters;
    for (TreeFields& fields : root.list("heater")) {
        energy::Heater read = heater(fields);
        check_order(heaters, read, fields);
        heaters.push_back(std::move(read));
    }
    root.finish();
    return heaters;
}

std::vector<measure::Measure> read_measures(const visit::TomlTree& toml, const std::string& file,
                                            std::vector<Error>& errors) {
    Complaints complaints(errors, file);
    complaints.set_lines(toml.lines);
    TreeFields root(toml.tree, "", complaints);
    std::vector<measure::Measure> measures;
    for (TreeFields& fields : root.list("measure")) {
        measure::Measure read = read_measure(fields);
        if (holds(measures, read.id)) {
            fields.refuse("id", fmt::format("\"{}\" stands twice; remove one", read.id));
        }
        if (!measures.empty() && read.group < measures.back().group) {
            fields.refuse("group",
                          "comes after a later group; the order is " + all_words<measure::Group>());
        }
        measures.push_back(std::move(read));
    }
    root.finish();
    return measures;
}

namespace {

estimate::Card read_card(TreeFields& f, std::set<std::string>& item_ids) {
    estimate::Card card;
    card.id = f.id();
    card.title_zh = f.text("title_zh");
    card.title_en = f.text("title_en");
    card.text_zh = f.text("text_zh");
    card.text_en = f.text("text_en");
    card.cost_zh = f.text("cost_zh");
    card.cost_en = f.text("cost_en");
    card.care_zh = f.optional_text("care_zh");
    card.care_en = f.optional_text("care_en");
    for (TreeFields& item : f.list("items")) {
        estimate::CardItem read{.id = item.id(),
                                .ask_zh = item.text("ask_zh"),
                                .ask_en = item.text("ask_en"),
                                .warn_on = item.flag("warn_on"),
                                .advice_zh = item.optional_text("advice_zh"),
                                .advice_en = item.optional_text("advice_en")};
        if (!item_ids.insert(read.id).second) {
            item.refuse("id", fmt::format("\"{}\" stands twice; answers are kept by it", read.id));
        }
        item.finish();
        card.items.push_back(std::move(read));
    }
    card.provenance = f.provenance();
    f.finish();
    return card;
}

}  // namespace

std::vector<estimate::Card> read_cards(const visit::TomlTree& toml, const std::string& file,
                                       std::vector<Error>& errors) {
    Complaints complaints(errors, file);
    complaints.set_lines(toml.lines);
    TreeFields root(toml.tree, "", complaints);
    std::vector<estimate::Card> cards;
    std::set<std::string> item_ids;
    for (TreeFields& fields : root.list("card")) {
        estimate::Card card = read_card(fields, item_ids);
        if (holds(cards, card.id)) {
            fields.refuse("id", fmt::format("\"{}\" stands twice; remove one", card.id));
        }
        cards.push_back(std::move(card));
    }
    root.finish();
    return cards;
}

house::Design read_design(const visit::TomlTree& toml, const std::string& file,
                          std::vector<Error>& errors) {
    Complaints complaints(errors, file);
    complaints.set_lines(toml.lines);
    TreeFields f(toml.tree, "", complaints);
    house::Design d;
    d.id = f.id();
    if (!file.ends_with("/" + d.id + ".toml")) {
        f.refuse("id", fmt::format("\"{}\" is not the name of its file", d.id));
    }
    d.name_zh = f.text("name_zh");
    d.name_en = f.text("name_en");
    d.summary_zh = f.text("summary_zh");
    d.summary_en = f.text("summary_en");
    d.people = f.integer("people", 1, 30);
    d.official = f.flag("official");
    d.provenance = f.provenance();
    const nlohmann::json& house = f.raw("house");
    if (!house.is_object()) {
        f.refuse("house", "is missing; add the table [house]");
    } else if (auto read = visit::house_from(house)) {
        d.house = std::move(*read);
        d.house.design_id = d.id;
    } else {
        complaints.add_under("house", read.error());
    }
    f.finish();
    return d;
}

void read_catalog_head(const visit::TomlTree& toml, const std::string& file,
                       estimate::Reference& reference, std::vector<Error>& errors) {
    Complaints complaints(errors, file);
    complaints.set_lines(toml.lines);
    TreeFields f(toml.tree, "", complaints);
    reference.version = f.text("version");
    reference.rules_version = f.text("rules_version");
    reference.prices.version = f.text("price_version");
    TreeFields contingency = f.table("contingency");
    const Range<double> share{contingency.number("low", 0.0, 0.5),
                              contingency.number("typical", 0.0, 0.5),
                              contingency.number("high", 0.0, 0.5)};
    if (share.low > share.typical || share.typical > share.high) {
        contingency.refuse("typical", "is not between low and high");
    }
    reference.prices.contingency = share;
    contingency.provenance();
    contingency.finish();
    f.finish();
}

}  // namespace longju::storage
