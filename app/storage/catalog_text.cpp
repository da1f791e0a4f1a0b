// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_text.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>

#include "core/hash.h"

namespace longju::storage {

namespace {

std::string generic_path(const std::filesystem::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

bool belongs(const std::string& path) {
    if (path.starts_with("samples/")) return false;
    if (path.starts_with("rules/")) return path.ends_with(".json");
    return path.ends_with(".csv") || path.ends_with(".toml");
}

Result<std::string> content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string content((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream.is_open() || stream.bad()) {
        return std::unexpected(Error{
            ErrorKind::Io, "cannot be read; check its permissions", generic_path(file), 0, {}});
    }
    return content;
}

}  // namespace

std::string CatalogText::hash() const {
    std::string all;
    for (const auto& [path, content] : files) {
        all += fmt::format("{}\n{}\n", path, content.size());
        all += content;
    }
    return sha256_hex(all);
}

Result<CatalogText> read_catalog_text(const std::filesystem::path& folder) {
    CatalogText text{generic_path(folder), {}};
    while (text.folder.size() > 1 && text.folder.ends_with('/')) text.folder.pop_back();
    std::error_code code;
    if (!std::filesystem::is_directory(folder, code)) {
        return std::unexpected(Error{
            ErrorKind::NotFound, "is not a folder; name the catalog folder", text.folder, 0, {}});
    }
    auto entries = std::filesystem::recursive_directory_iterator(folder, code);
    for (; !code && entries != std::filesystem::recursive_directory_iterator();
         entries.increment(code)) {
        if (!entries->is_regular_file(code)) continue;
        const std::string path = generic_path(entries->path().lexically_relative(folder));
        if (!belongs(path)) continue;
        auto content = content_of(entries->path());
        if (!content) return std::unexpected(std::move(content.error()));
        text.files.emplace(path, std::move(*content));
    }
    if (code) {
        return std::unexpected(
            Error{ErrorKind::Io, "cannot be listed: " + code.message(), text.folder, 0, {}});
    }
    return text;
}

}  // namespace longju::storage
