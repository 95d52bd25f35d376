-- A file names several problems, some of them weakly. What was scanned is scanned again.
DROP TABLE file_change;
DELETE FROM solution_change;

CREATE TABLE file_change (
    repo TEXT NOT NULL,
    hash BLOB NOT NULL,
    path BLOB NOT NULL,
    added INTEGER NOT NULL,                 -- 1 added, 0 modified
    named_by INTEGER NOT NULL,              -- 0 path, 1 header, 2 message, 3 repository; of all its problems
    problems TEXT NOT NULL,                 -- a line each, a weak one after ~
    PRIMARY KEY (repo, hash, path),
    FOREIGN KEY (repo, hash) REFERENCES solution_change ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE scan_memory (
    repo TEXT PRIMARY KEY,                  -- as configured
    memory BLOB NOT NULL                    -- the scanner's own
) STRICT;

CREATE TABLE answer (
    name TEXT PRIMARY KEY,
    stamp BLOB NOT NULL,                    -- of everything that the answer depends on
    value BLOB NOT NULL
) STRICT;
