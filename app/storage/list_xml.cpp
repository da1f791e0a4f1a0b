// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/list_xml.h"

#include <expat.h>

#include <algorithm>

#include <fmt/format.h>

#include "core/assert.h"

namespace longju::storage {

namespace {

constexpr int most_depth = 64;

std::string_view local(const char* name) {
    const std::string_view whole(name);
    return whole.substr(whole.find(':') + 1);  // All of it without a prefix: npos + 1 is 0.
}

}  // namespace

struct XmlReader::Parser {
    XML_Parser expat = nullptr;
    XmlEvents* events = nullptr;
    std::string refusal;
    int depth = 0;

    void stop(std::string why) {
        if (refusal.empty()) refusal = std::move(why);
        XML_StopParser(expat, XML_FALSE);
    }
    void obey() {
        if (!events->refusal().empty()) stop(events->refusal());
    }

    static Parser& of(void* user) { return *static_cast<Parser*>(user); }
    static void begin(void* user, const char* name, const char** pairs) {
        Parser& parser = of(user);
        if (++parser.depth > most_depth) return parser.stop("is nested too deep");
        XmlEvents::Attributes attributes;
        for (; *pairs != nullptr; pairs += 2) attributes.emplace_back(local(pairs[0]), pairs[1]);
        parser.events->begin(local(name), attributes);
        parser.obey();
    }
    static void end(void* user, const char* name) {
        Parser& parser = of(user);
        --parser.depth;
        parser.events->end(local(name));
        parser.obey();
    }
    static void text(void* user, const char* piece, int count) {
        Parser& parser = of(user);
        parser.events->text({piece, static_cast<std::size_t>(count)});
        parser.obey();
    }
    static void doctype(void* user, const char*, const char*, const char*, int) {
        of(user).stop("has a document type, which no workbook has");
    }
};

void XmlReader::Free::operator()(Parser* parser) const {
    XML_ParserFree(parser->expat);
    delete parser;
}

XmlReader::XmlReader(XmlEvents& events)
    : parser_(new Parser{.expat = XML_ParserCreate(nullptr), .events = &events, .refusal = {}}) {
    LONGJU_ASSERT(parser_->expat != nullptr, "memory for a parser");
    XML_SetUserData(parser_->expat, parser_.get());
    XML_SetElementHandler(parser_->expat, Parser::begin, Parser::end);
    XML_SetCharacterDataHandler(parser_->expat, Parser::text);
    XML_SetStartDoctypeDeclHandler(parser_->expat, Parser::doctype);
}

bool XmlReader::take(std::string_view piece) {
    return XML_Parse(parser_->expat, piece.data(), static_cast<int>(piece.size()), 0) ==
           XML_STATUS_OK;
}

Result<void> XmlReader::finish() {
    if (!parser_->refusal.empty()) return fail(ErrorKind::BadInput, parser_->refusal);
    if (XML_Parse(parser_->expat, nullptr, 0, 1) == XML_STATUS_OK) return {};
    return fail(ErrorKind::BadInput, fmt::format("is no XML: {} in line {}",
                                                 XML_ErrorString(XML_GetErrorCode(parser_->expat)),
                                                 XML_GetCurrentLineNumber(parser_->expat)));
}

std::string_view attribute(const XmlEvents::Attributes& attributes, std::string_view name) {
    const auto found =
        std::ranges::find(attributes, name, &std::pair<std::string_view, std::string_view>::first);
    return found == attributes.end() ? std::string_view{} : found->second;
}

}  // namespace longju::storage
