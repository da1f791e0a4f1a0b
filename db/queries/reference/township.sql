-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of township is written, and all are read.

INSERT INTO township (
    code, name_zh, pinyin, kind, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?
);

SELECT
    code, name_zh, pinyin, kind, source, confidence
FROM township
ORDER BY code;
