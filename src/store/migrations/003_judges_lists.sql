-- What the judges know beyond ratings, and how to ask for it politely.

CREATE TABLE resource (
    source TEXT NOT NULL,
    part TEXT NOT NULL,                     -- which of the source's resources
    url TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    at INTEGER NOT NULL,                    -- unix seconds, when it was last seen to be so
    PRIMARY KEY (source, part)
) STRICT, WITHOUT ROWID;

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

CREATE INDEX submission_by_time ON submission (judge, handle, at);
CREATE INDEX submission_waiting ON submission (judge, handle, id, at) WHERE outcome = 2;

CREATE TABLE problem (
    judge TEXT NOT NULL,
    id TEXT NOT NULL,
    contest TEXT NOT NULL,                  -- as the judge lists it
    place TEXT NOT NULL,                    -- the index in that contest
    name TEXT NOT NULL,
    rating INTEGER,
    tags TEXT NOT NULL,                     -- one a line
    solved INTEGER,
    PRIMARY KEY (judge, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE contest_problem (
    contest TEXT NOT NULL,
    problem TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (contest, problem)
) STRICT, WITHOUT ROWID;

CREATE TABLE contest (
    judge TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    start INTEGER,                          -- unix seconds
    seconds INTEGER NOT NULL,
    rated TEXT,                             -- whose rating it changes, in the judge's words
    PRIMARY KEY (judge, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE difficulty (
    problem TEXT PRIMARY KEY,
    raw INTEGER,
    experimental INTEGER NOT NULL,
    slope REAL,
    intercept REAL,
    variance REAL,
    discrimination REAL
) STRICT, WITHOUT ROWID;
