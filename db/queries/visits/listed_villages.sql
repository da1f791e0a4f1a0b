-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT township, village, count(*), sum(missing)
FROM listed_household
GROUP BY township, village
ORDER BY township, village;
