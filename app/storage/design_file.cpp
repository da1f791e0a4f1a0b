// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/design_file.h"

#include <nlohmann/json.hpp>

#include "storage/catalog_words.h"
#include "visit/codec.h"
#include "visit/toml_tree.h"

namespace longju::storage {

std::string design_file(const house::Design& design) {
    nlohmann::json house = visit::json_of(design.house);
    // What a drawing does not hold: the id is the file's, habits of answering are a visit's.
    for (const char* key : {"design_id", "survey", "origins", "appraisal", "only_dwelling"}) {
        house.erase(key);
    }
    for (auto field = house.begin(); field != house.end();) {
        field = field->is_null() ? house.erase(field) : std::next(field);
    }
    const nlohmann::json tree = {
        {"id", design.id},
        {"name_zh", design.name_zh},
        {"name_en", design.name_en},
        {"summary_zh", design.summary_zh},
        {"summary_en", design.summary_en},
        {"people", design.people},
        {"official", design.official},
        {"source", design.provenance.source},
        {"confidence", word_for(design.provenance.confidence)},
        {"house", std::move(house)},
    };
    return "# 图集户型。official = true 只用于《龙江民居示范图集》的图，source 写版次和页码；\n"
           "# 自己画的名字以“自拟示范户型”开头。改完运行 longju catalog check。\n" +
           visit::toml_text(
               tree,
               {{"house", "existing = false 是要盖的房。azimuth_deg：正南为 0，偏西为正。"},
                {"house.roof", "form：gable 人字（脊东西向）、hip 四坡、mono 单坡、flat 平。"},
                {"house.plan",
                 "坐标毫米，x 向东、y 向北，量到轴线；房间是矩形，挨着、不重叠。\n# "
                 "axis_to_outer_face_mm：轴线到外墙皮（含保温）。门 sill_mm = "
                 "0，内门写一次，放在一边的房间里。"}});
}

}  // namespace longju::storage
