-- How far the archive of a judge's submissions got, where it tells that.

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
