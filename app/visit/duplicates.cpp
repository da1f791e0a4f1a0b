// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/duplicates.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "core/text.h"

namespace longju::visit {

namespace {

/// A county has a few of one name in a village; more are compared with the first only.
constexpr std::size_t most_compared = 8;
/// A row of houses built alike is no evidence.
constexpr std::size_t most_alike = 3;
constexpr std::size_t tail_digits = 8;

/// People write 新发村 3 屯 and 新发村3屯.
std::string without_blanks(std::string_view text) {
    std::string kept;
    for (const char c : trimmed(text)) {
        if (c != ' ' && c != '\t') kept += c;
    }
    constexpr std::string_view wide_blank = "\xe3\x80\x80";
    for (auto at = kept.find(wide_blank); at != std::string::npos; at = kept.find(wide_blank)) {
        kept.erase(at, wide_blank.size());
    }
    return kept;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

/// Parts of a bucket's name, none of them empty; nothing otherwise.
std::string bucket_of(std::initializer_list<std::string> parts) {
    std::string name;
    for (const std::string& part : parts) {
        if (part.empty()) return {};
        name += part + '\n';
    }
    return name;
}

class Buckets {
public:
    void put(const std::string& name, std::size_t record) {
        if (!name.empty()) buckets_[name].push_back(record);
    }
    template <class Visitor>
    void for_each(const Visitor& visitor) const {
        for (const auto& [name, records] : buckets_) {
            if (records.size() > 1) visitor(records);
        }
    }

private:
    std::unordered_map<std::string, std::vector<std::size_t>> buckets_;
};

class Finder {
public:
    Finder(std::span<const DuplicateRecord> records, const std::set<VisitPair>& decided)
        : records_(records), decided_(decided) {}

    void collect(const Buckets& buckets, DuplicateReason reason) {
        const bool rare = reason == DuplicateReason::SameMeasurements;
        buckets.for_each([&](const std::vector<std::size_t>& same) {
            if (rare && same.size() > most_alike) return;
            const std::size_t compared = same.size() > most_compared ? 1 : same.size();
            for (std::size_t i = 0; i < compared; ++i) {
                for (std::size_t k = i + 1; k < same.size(); ++k) add(same[i], same[k], reason);
            }
        });
    }

    std::vector<DuplicatePair> pairs() const {
        std::vector<DuplicatePair> all;
        all.reserve(found_.size());
        for (const auto& [pair, reason] : found_) {
            all.push_back({pair.first, pair.second, reason});
        }
        std::ranges::sort(all, [](const DuplicatePair& a, const DuplicatePair& b) {
            return std::tie(a.reason, a.first, a.second) < std::tie(b.reason, b.first, b.second);
        });
        return all;
    }

private:
    void add(std::size_t first, std::size_t second, DuplicateReason reason) {
        const DuplicateRecord& a = records_[first];
        const DuplicateRecord& b = records_[second];
        if (a.visit_id == b.visit_id) return;
        // Two numbers that are both known and differ are two people, whatever they are called.
        const bool two_people = !a.id_key.empty() && !b.id_key.empty() && a.id_key != b.id_key;
        if (two_people && reason != DuplicateReason::SameMeasurements) return;
        if (decided_.contains(pair_of(a.visit_id, b.visit_id))) return;
        found_.emplace(std::pair(first, second), reason);  // Strong reasons come first and stay.
    }

    std::span<const DuplicateRecord> records_;
    const std::set<VisitPair>& decided_;
    std::map<std::pair<std::size_t, std::size_t>, DuplicateReason> found_;
};

}  // namespace

DuplicateRecord duplicate_record(const Visit& visit, std::string id_key) {
    const auto& inputs = visit.inputs;
    const std::string digits = digits_of(inputs.household.phone);
    DuplicateRecord record{
        .visit_id = visit.id,
        .head = inputs.household.head,
        .id_key = std::move(id_key),
        .phone_tail = digits.substr(digits.size() - std::min(digits.size(), tail_digits)),
        .division_code = inputs.place.division_code,
        .township = inputs.place.township,
        .village = inputs.place.village,
        .built_year = inputs.house.built_year,
        .length = {},
        .width = {}};
    if (inputs.house.survey) {
        record.length = inputs.house.survey->length;
        record.width = inputs.house.survey->width;
    }
    return record;
}

DuplicateStrength strength_of(DuplicateReason reason) {
    if (reason == DuplicateReason::SameIdNumber) return DuplicateStrength::Certain;
    return reason == DuplicateReason::SamePhone ? DuplicateStrength::Likely
                                                : DuplicateStrength::Possible;
}

std::string_view word(DuplicateReason reason) {
    switch (reason) {
        case DuplicateReason::SameIdNumber:
            return "same_id";
        case DuplicateReason::SamePhone:
            return "same_phone";
        case DuplicateReason::SameName:
            return "same_name";
        case DuplicateReason::SameMeasurements:
            return "same_size";
    }
    return {};
}

VisitPair pair_of(const std::string& a, const std::string& b) {
    return a < b ? VisitPair(a, b) : VisitPair(b, a);
}

std::vector<DuplicatePair> find_duplicates(std::span<const DuplicateRecord> records,
                                           const std::set<VisitPair>& decided) {
    Buckets people, phones, names, sizes;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const DuplicateRecord& record = records[i];
        const std::string name = without_blanks(record.head);
        const std::string village =
            bucket_of({record.division_code, without_blanks(record.village)}) +
            without_blanks(record.township);
        const bool placed = !record.division_code.empty() && !record.village.empty();
        people.put(record.id_key, i);
        if (!placed) continue;
        phones.put(bucket_of({name, record.phone_tail, village}), i);
        names.put(bucket_of({name, village}), i);
        if (!record.built_year || !record.length || !record.width) continue;
        sizes.put(bucket_of({village, std::to_string(*record.built_year),
                             exact(record.length->value), exact(record.width->value)}),
                  i);
    }
    Finder finder(records, decided);
    finder.collect(people, DuplicateReason::SameIdNumber);
    finder.collect(phones, DuplicateReason::SamePhone);
    finder.collect(names, DuplicateReason::SameName);
    finder.collect(sizes, DuplicateReason::SameMeasurements);
    return finder.pairs();
}

std::set<VisitPair> decided_pairs(const Visit& visit) {
    std::set<VisitPair> pairs;
    if (!visit.same_as.empty()) pairs.insert(pair_of(visit.id, visit.same_as));
    for (const auto& [other, different] : visit.different_from) {
        if (different) pairs.insert(pair_of(visit.id, other));
    }
    return pairs;
}

}  // namespace longju::visit
