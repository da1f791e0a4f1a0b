// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "estimate/reference.h"
#include "subsidy/rule_case.h"
#include "sync/signature.h"

/// 条款包 `.ljd`: a county's clauses on their way to its laptops, with the cases that prove them
/// and the signature of who answers for them. Text: the line `longju-pack 1 rules`, a line with the
/// signer, one with the signature over the first line and all that follows the empty line, and then
/// a JSON object.
namespace longju::sync {

struct RulePack {
    std::string id;         ///< Letters, digits and hyphens: `wangkui-2026`.
    int version = 1;        ///< From 1; a higher one takes the place of a lower.
    std::string issuer_zh;  ///< 望奎县住建局
    std::string date;       ///< Of the pack, `2026-11-26`.
    std::string rules;      ///< A document `hlj-rules/1`.
    std::string cases;      ///< A document of cases (subsidy/rule_case.h).

    bool operator==(const RulePack&) const = default;
};

/// Its clauses, beside those it may refer to. BadInput when one is unsound, has no case, or a case
/// disagrees: what was not tested is not signed and not used.
Result<std::vector<subsidy::Rule>> tested_rules(const RulePack& pack,
                                                const std::vector<subsidy::Rule>& others);

/// The bytes of the file. Refuses what `tested_rules` refuses.
Result<std::string> signed_bytes(const RulePack& pack, const SigningKey& key,
                                 const std::vector<subsidy::Rule>& others);

struct SignedPack {
    RulePack pack;
    std::string signer;
};

/// Reads all or nothing; Damaged when the signature is not that of the signer it names.
Result<SignedPack> parse_pack(std::string_view bytes, const std::string& file);

/// Clauses of the same id give way, the others stay.
std::vector<subsidy::Rule> with_rules(std::vector<subsidy::Rule> rules,
                                      std::vector<subsidy::Rule> of_pack);

/// Of the packs, in the folder of a user's visits.
inline constexpr std::string_view rules_folder = "rules";

/// The packs of a laptop, in a folder beside its visits, and whom it believes: `trusted.csv` with
/// the columns signer, name_zh.
class PackFolder {
public:
    explicit PackFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    Result<void> trust(std::string_view signer, std::string_view name_zh) const;
    /// The name it is known by; empty when it is not trusted.
    Result<std::string> name_of(std::string_view signer) const;

    /// Refuses an untrusted signer, what is not tested beside `rules`, and an older version than
    /// the one that is there.
    Result<SignedPack> install(const std::filesystem::path& file,
                               const std::vector<subsidy::Rule>& rules) const;

    Result<std::vector<SignedPack>> installed() const;

    /// `reference` with all installed packs in it, and their names in its `rules_version`. A pack
    /// that cannot be believed is an error: clauses that are left out silently are wrong answers.
    Result<void> add_to(estimate::Reference& reference) const;

private:
    std::filesystem::path folder_;
};

}  // namespace longju::sync
