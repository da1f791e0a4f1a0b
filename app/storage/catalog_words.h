// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/assert.h"
#include "energy/fuel.h"
#include "house/house.h"
#include "house/library.h"
#include "house/limits.h"
#include "house/plan.h"
#include "measure/measure.h"
#include "subsidy/rule.h"

/// The words of the catalog files and of reference.db for every enum: snake_case, one list each.
namespace longju::storage {

template <class E>
struct Word {
    E value;
    std::string_view name;
};

/// All words of an enum, in the order of its values. Defined for the enums below only.
template <class E>
std::span<const Word<E>> words();

template <>
std::span<const Word<house::Hatch>> words();
template <>
std::span<const Word<house::Element>> words();
template <>
std::span<const Word<house::LayerSide>> words();
template <>
std::span<const Word<house::Side>> words();
template <>
std::span<const Word<house::LimitSubject>> words();
template <>
std::span<const Word<house::JunctionKind>> words();
template <>
std::span<const Word<house::WallInsulation>> words();
template <>
std::span<const Word<house::ModuleKind>> words();
template <>
std::span<const Word<house::PvSite>> words();
template <>
std::span<const Word<energy::HeaterKind>> words();
template <>
std::span<const Word<measure::Group>> words();
template <>
std::span<const Word<measure::Basis>> words();
template <>
std::span<const Word<subsidy::RuleStatus>> words();
template <>
std::span<const Word<subsidy::Confirmation>> words();
template <>
std::span<const Word<Confidence>> words();

template <class E>
std::optional<E> from_word(std::string_view name) {
    for (const Word<E>& word : words<E>()) {
        if (word.name == name) return word.value;
    }
    return std::nullopt;
}

template <class E>
std::string_view word_for(E value) {
    for (const Word<E>& word : words<E>()) {
        if (word.value == value) return word.name;
    }
    LONGJU_ASSERT(false, "every value of an enum has a word");
    return {};
}

/// `brick, eps, wool`: for the message that refuses another word.
template <class E>
std::string all_words() {
    std::string all;
    for (const Word<E>& word : words<E>()) {
        if (!all.empty()) all += ", ";
        all += word.name;
    }
    return all;
}

}  // namespace longju::storage
