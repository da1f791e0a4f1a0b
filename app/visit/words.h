// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "house/house.h"
#include "house/household.h"
#include "visit/visit.h"

/// How enums and units are written in files.
namespace longju::visit {

/// The words of an enum, by value. A word never changes its meaning: files outlive programs.
template <class E>
struct Words;

template <>
struct Words<house::Side> {
    static constexpr std::array<std::string_view, 4> list{"south", "west", "north", "east"};
};
template <>
struct Words<house::RoomUse> {
    static constexpr std::array<std::string_view, 8> list{
        "living", "bedroom", "kitchen", "bathroom", "hall", "porch", "storage", "boiler"};
};
template <>
struct Words<house::OpeningKind> {
    static constexpr std::array<std::string_view, 2> list{"window", "door"};
};
template <>
struct Words<house::LayerSide> {
    static constexpr std::array<std::string_view, 2> list{"outside", "inside"};
};
template <>
struct Words<house::RoofForm> {
    static constexpr std::array<std::string_view, 4> list{"gable", "hip", "mono", "flat"};
};
template <>
struct Words<house::PvSite> {
    static constexpr std::array<std::string_view, 3> list{"roof", "yard", "shed"};
};
template <>
struct Words<house::DangerGrade> {
    static constexpr std::array<std::string_view, 4> list{"A", "B", "C", "D"};
};
template <>
struct Words<house::Origin> {
    static constexpr std::array<std::string_view, 5> list{"measured", "photo", "catalog",
                                                          "householder", "estimated"};
};
template <>
struct Words<house::HouseholdCategory> {
    static constexpr std::array<std::string_view, 7> list{
        "ordinary",         "monitored_household", "dibao", "tekun_scattered", "dibao_marginal",
        "expense_hardship", "other_out_of_poverty"};
};
template <>
struct Words<Step> {
    static constexpr std::array<std::string_view, 7> list{
        "household", "survey", "configure", "compare", "subsidy", "sheets", "hand_over"};
};

template <class E>
std::string_view word_of(E value) {
    return Words<E>::list.at(static_cast<std::size_t>(value));
}

template <class E>
std::optional<E> value_of(std::string_view word) {
    const auto& words = Words<E>::list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.at(i) == word) return static_cast<E>(i);
    }
    return std::nullopt;
}

/// What a field's name ends in, by the type of its value; an optional counts as its value.
template <class T>
inline constexpr std::string_view suffix_of{};
template <class T>
inline constexpr std::string_view suffix_of<std::optional<T>> = suffix_of<T>;
template <>
inline constexpr std::string_view suffix_of<Millimetres> = "_mm";
template <>
inline constexpr std::string_view suffix_of<SquareMetres> = "_m2";
template <>
inline constexpr std::string_view suffix_of<CubicMetres> = "_m3";
template <>
inline constexpr std::string_view suffix_of<Degrees> = "_deg";
template <>
inline constexpr std::string_view suffix_of<Celsius> = "_c";
template <>
inline constexpr std::string_view suffix_of<Watts> = "_w";
template <>
inline constexpr std::string_view suffix_of<PerHour> = "_per_h";
template <>
inline constexpr std::string_view suffix_of<Money> = "_fen";

}  // namespace longju::visit
