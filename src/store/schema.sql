-- index sqlite_autoindex_answer_1 of answer
-- index sqlite_autoindex_failure_1 of failure
-- index sqlite_autoindex_import_1 of import
-- index sqlite_autoindex_scan_memory_1 of scan_memory
-- index sqlite_autoindex_source_1 of source
-- index submission_by_time of submission
CREATE INDEX submission_by_time ON submission (judge, handle, at);
-- index submission_waiting of submission
CREATE INDEX submission_waiting ON submission (judge, handle, id, at) WHERE outcome = 2;
-- table announced_contest of announced_contest
CREATE TABLE announced_contest (
    judge TEXT NOT NULL,
    part TEXT NOT NULL,                     -- which of the resources
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    start INTEGER,                          -- unix seconds
    seconds INTEGER NOT NULL,
    rated TEXT,                             -- whose rating it changes, in the judge's words
    PRIMARY KEY (judge, part, id)
) STRICT, WITHOUT ROWID;
-- table answer of answer
CREATE TABLE answer (
    name TEXT PRIMARY KEY,
    key BLOB NOT NULL,                      -- the hash of everything that the answer depends on
    value BLOB NOT NULL,
    checksum BLOB NOT NULL
) STRICT;
-- table archive of archive
CREATE TABLE archive (
    judge TEXT NOT NULL,
    source TEXT NOT NULL,                   -- that of the submissions
    handle TEXT NOT NULL COLLATE NOCASE,
    site TEXT NOT NULL,                     -- the address that was asked
    at INTEGER NOT NULL,                    -- unix seconds: when it was asked
    newest INTEGER,                         -- unix seconds: when anybody's newest submission was handed in
    accepted INTEGER,                       -- how many problems it counts as accepted for the handle
    PRIMARY KEY (judge, source)
) STRICT, WITHOUT ROWID;
-- table contest of contest
CREATE TABLE contest (
    judge TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    start INTEGER,                          -- unix seconds
    seconds INTEGER NOT NULL,
    rated TEXT,                             -- whose rating it changes, in the judge's words
    PRIMARY KEY (judge, id)
) STRICT, WITHOUT ROWID;
-- table contest_problem of contest_problem
CREATE TABLE contest_problem (
    judge TEXT NOT NULL,
    contest TEXT NOT NULL,
    problem TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (judge, contest, problem)
) STRICT, WITHOUT ROWID;
-- table difficulty of difficulty
CREATE TABLE difficulty (
    judge TEXT NOT NULL,
    problem TEXT NOT NULL,
    raw INTEGER,
    experimental INTEGER NOT NULL,
    slope REAL,
    intercept REAL,
    variance REAL,
    discrimination REAL,
    PRIMARY KEY (judge, problem)
) STRICT, WITHOUT ROWID;
-- table failure of failure
CREATE TABLE failure (
    source TEXT PRIMARY KEY,
    at INTEGER NOT NULL,                    -- unix seconds
    reason TEXT NOT NULL
) STRICT;
-- table file_change of file_change
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
-- table import of import
CREATE TABLE import (
    name TEXT PRIMARY KEY,
    file TEXT NOT NULL                      -- as it was named
) STRICT;
-- table imported_problem of imported_problem
CREATE TABLE imported_problem (
    import TEXT NOT NULL,
    problem TEXT NOT NULL,
    title TEXT,
    level INTEGER,                          -- on the judge's own scale, the easiest 0
    topics TEXT NOT NULL,                   -- one a line
    solved INTEGER NOT NULL,
    PRIMARY KEY (import, problem)
) STRICT, WITHOUT ROWID;
-- table imported_rating of imported_rating
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
-- table imported_submission of imported_submission
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
-- table problem of problem
CREATE TABLE problem (
    judge TEXT NOT NULL,
    id TEXT NOT NULL,
    contest TEXT NOT NULL,                  -- as the judge lists it
    place TEXT NOT NULL,                    -- the index in that contest
    name TEXT NOT NULL,
    rating INTEGER,
    tags TEXT NOT NULL,                     -- one a line
    solved INTEGER, level INTEGER,
    PRIMARY KEY (judge, id)
) STRICT, WITHOUT ROWID;
-- table rating_change of rating_change
CREATE TABLE rating_change (
    judge TEXT NOT NULL,
    track TEXT NOT NULL,
    handle TEXT NOT NULL COLLATE NOCASE,
    position INTEGER NOT NULL,              -- in the judge's order, oldest first
    contest TEXT NOT NULL,
    name TEXT NOT NULL,
    at INTEGER NOT NULL,                    -- unix seconds, the contest's end
    place INTEGER,
    old INTEGER NOT NULL,
    new INTEGER NOT NULL,
    performance INTEGER,
    rated INTEGER NOT NULL,
    PRIMARY KEY (judge, track, handle, position)
) STRICT, WITHOUT ROWID;
-- table resource of resource
CREATE TABLE resource (
    source TEXT NOT NULL,
    part TEXT NOT NULL,                     -- which of the source's resources
    url TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    at INTEGER NOT NULL,                    -- unix seconds, when it was last seen to be so
    PRIMARY KEY (source, part)
) STRICT, WITHOUT ROWID;
-- table scan_memory of scan_memory
CREATE TABLE scan_memory (
    repo TEXT PRIMARY KEY,                  -- as configured
    memory BLOB NOT NULL,                   -- the scanner's own
    checksum BLOB NOT NULL
) STRICT;
-- table settled_week of settled_week
CREATE TABLE settled_week (
    week TEXT NOT NULL,                     -- its first day
    place INTEGER NOT NULL,                 -- in the order of the members
    name TEXT NOT NULL,                     -- the member
    solved INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    excused_days INTEGER NOT NULL,
    excused INTEGER NOT NULL,               -- 1 where they were on every day on which they were a member
    fine INTEGER,                           -- NULL where the group had no fines
    unit TEXT, settles_at INTEGER,
    PRIMARY KEY (week, place)
) STRICT, WITHOUT ROWID;
-- table solution_change of solution_change
CREATE TABLE solution_change (
    repo TEXT NOT NULL,                     -- as configured
    hash BLOB NOT NULL,                     -- the commit
    name TEXT NOT NULL,                     -- the author
    email TEXT NOT NULL,
    seconds INTEGER NOT NULL,               -- the author date, unix
    offset_minutes INTEGER NOT NULL,        -- and its offset, east
    PRIMARY KEY (repo, hash)
) STRICT, WITHOUT ROWID;
-- table source of source
CREATE TABLE source (
    name TEXT PRIMARY KEY,
    synced_at INTEGER NOT NULL              -- unix seconds
, checksum BLOB, content BLOB) STRICT;
-- table submission of submission
CREATE TABLE submission (
    judge TEXT NOT NULL,
    handle TEXT NOT NULL COLLATE NOCASE,
    id INTEGER NOT NULL,
    at INTEGER NOT NULL,                    -- unix seconds
    contest TEXT,
    problem TEXT NOT NULL,
    name TEXT,
    verdict TEXT NOT NULL,                  -- the judge's word
    outcome INTEGER NOT NULL,               -- 0 rejected, 1 accepted, 2 waiting
    participation TEXT,                     -- the judge's word
    team INTEGER NOT NULL,
    language TEXT NOT NULL,
    points REAL,
    PRIMARY KEY (judge, handle, id)
) STRICT, WITHOUT ROWID;
