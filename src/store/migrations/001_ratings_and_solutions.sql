CREATE TABLE source (
    name TEXT PRIMARY KEY,
    synced_at INTEGER NOT NULL              -- unix seconds
) STRICT;

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

CREATE TABLE solution_change (
    repo TEXT NOT NULL,                     -- as configured
    hash BLOB NOT NULL,                     -- the commit
    name TEXT NOT NULL,                     -- the author
    email TEXT NOT NULL,
    seconds INTEGER NOT NULL,               -- the author date, unix
    offset_minutes INTEGER NOT NULL,        -- and its offset, east
    PRIMARY KEY (repo, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_change (
    repo TEXT NOT NULL,
    hash BLOB NOT NULL,
    path BLOB NOT NULL,
    added INTEGER NOT NULL,                 -- 1 added, 0 modified
    problem TEXT,
    PRIMARY KEY (repo, hash, path),
    FOREIGN KEY (repo, hash) REFERENCES solution_change ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
