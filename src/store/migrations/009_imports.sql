-- What was imported from files: the source `import:NAME`, apart from what judges tell, so that it can be taken back.
CREATE TABLE import (
    name TEXT PRIMARY KEY,
    file TEXT NOT NULL                      -- as it was named
) STRICT;

CREATE TABLE imported_rating (
    import TEXT NOT NULL,
    judge TEXT NOT NULL,
    track TEXT NOT NULL,
    handle TEXT NOT NULL,
    position INTEGER NOT NULL,              -- in the judge's order, oldest first
    contest TEXT NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,                    -- unix seconds, the contest's end
    place INTEGER,
    old INTEGER NOT NULL,
    new INTEGER NOT NULL,
    performance INTEGER,
    rated INTEGER NOT NULL,
    PRIMARY KEY (import, judge, track, handle, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE imported_submission (
    import TEXT NOT NULL,
    judge TEXT NOT NULL,
    id INTEGER NOT NULL,
    at INTEGER NOT NULL,                    -- unix seconds
    contest TEXT,
    problem TEXT NOT NULL,
    name TEXT,
    verdict TEXT NOT NULL,                  -- the judge's word
    told INTEGER,                           -- 0 rejected, 1 accepted, 2 waiting; NULL where the verdict tells it
    participation TEXT,                     -- Codeforces' word
    team INTEGER NOT NULL,
    language TEXT NOT NULL,
    points REAL,
    difficulty INTEGER,
    PRIMARY KEY (import, judge, id)
) STRICT, WITHOUT ROWID;
