// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace longju::storage {

/// What happens in an XML text, one after the other; names come without their prefix. A document
/// type is refused, so nothing can be made to grow.
class XmlEvents {
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;

    XmlEvents() = default;
    virtual ~XmlEvents() = default;
    XmlEvents(const XmlEvents&) = delete;
    XmlEvents& operator=(const XmlEvents&) = delete;

    virtual void begin(std::string_view name, const Attributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// May come in several pieces.
    virtual void text(std::string_view piece) = 0;

    /// Why reading stops; empty while it goes on.
    const std::string& refusal() const { return refusal_; }

protected:
    void refuse(std::string why) { refusal_ = std::move(why); }

private:
    std::string refusal_;
};

/// The attribute of that name, or nothing.
std::string_view attribute(const XmlEvents::Attributes& attributes, std::string_view name);

/// Tells `events` what stands in a text that comes in pieces.
class XmlReader {
public:
    explicit XmlReader(XmlEvents& events);

    /// False when no more is wanted: the text is no XML, or `events` refused it.
    bool take(std::string_view piece);
    /// After the last piece. BadInput when the text is no whole XML or was refused.
    Result<void> finish();

private:
    struct Parser;
    struct Free {
        void operator()(Parser* parser) const;
    };
    std::unique_ptr<Parser, Free> parser_;
};

}  // namespace longju::storage
