// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <string>

#include "climate/year.h"
#include "core/result.h"
#include "estimate/estimate.h"
#include "visit/case_file.h"
#include "visit/visit.h"

namespace longju::cli {

/// A case with everything that was needed to answer it. The estimate points into the reference,
/// which therefore stays where it is.
struct AnsweredCase {
    std::unique_ptr<const estimate::Reference> reference;
    visit::Case found;
    climate::Year year;
    estimate::Estimate estimate;

    const estimate::EstimateInputs& inputs() const { return found.inputs; }
};

/// reference.db by its option; empty: where it is installed.
Result<std::unique_ptr<const estimate::Reference>> open_base_reference(const std::string& named);
/// The same with this user's data packs over it.
Result<std::unique_ptr<const estimate::Reference>> open_reference(const std::string& named);

/// Reads and answers a case. A house that cannot be computed is bad input at its line.
/// `prices`: a file of local prices for what the case does not price itself; empty: none.
Result<AnsweredCase> answer_case(const std::string& case_file, const std::string& reference,
                                 const std::string& prices = {});

/// The case as a visit to hand over. Its id follows from the case, so that the same case is the
/// same visit wherever it goes.
visit::Visit visit_of(const estimate::EstimateInputs& inputs);

}  // namespace longju::cli
