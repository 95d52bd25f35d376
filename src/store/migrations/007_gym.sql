-- A problem of Codeforces' gym is named as paths name it. The checksum is of the old rows.
UPDATE submission SET problem = 'codeforces/gym/' || substr(problem, 12)
    WHERE judge = 'codeforces' AND problem GLOB 'codeforces/[1-9][0-9][0-9][0-9][0-9][0-9]/*';
UPDATE source SET checksum = NULL WHERE name = 'codeforces.submissions';
