-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of rule is written, and all are read.

INSERT INTO rule (
    id, version, supersedes, title_zh, plain_zh, kind, status, level, doc_title, doc_no,
    source_grade,
    effective_from, effective_to, date_basis, regions, excluded_regions, measures, evidence,
    stack_group, stack_policy, excludes_groups, shares, confirmation, confirmed_by, body
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, version, supersedes, title_zh, plain_zh, kind, status, level, doc_title, doc_no,
    source_grade,
    effective_from, effective_to, date_basis, regions, excluded_regions, measures, evidence,
    stack_group, stack_policy, excludes_groups, shares, confirmation, confirmed_by, body
FROM rule
ORDER BY id;
