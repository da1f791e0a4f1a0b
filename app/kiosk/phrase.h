// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "core/strings.h"

namespace longju::kiosk {

/// A sentence that can still change its language: a key and what stands in its placeholder.
struct Phrase {
    std::string key;
    std::string zh;
    std::string en;

    std::string in(const Strings& strings, Language language) const {
        return strings(key, {language == Language::Chinese ? zh : en});
    }
    bool operator==(const Phrase&) const = default;
};

}  // namespace longju::kiosk
