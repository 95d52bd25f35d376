-- Damage shows: what is kept has a checksum. What was scanned and answered without one is scanned and answered again.
ALTER TABLE source ADD COLUMN checksum BLOB;    -- of all that is stored of it; NULL until it is stored again

DROP TABLE scan_memory;
DROP TABLE answer;

CREATE TABLE scan_memory (
    repo TEXT PRIMARY KEY,                  -- as configured
    memory BLOB NOT NULL,                   -- the scanner's own
    checksum BLOB NOT NULL
) STRICT;

CREATE TABLE answer (
    name TEXT PRIMARY KEY,
    key BLOB NOT NULL,                      -- the hash of everything that the answer depends on
    value BLOB NOT NULL,
    checksum BLOB NOT NULL
) STRICT;
