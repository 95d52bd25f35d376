-- That a source could not be fetched, the last time that it was asked for.

CREATE TABLE failure (
    source TEXT PRIMARY KEY,
    at INTEGER NOT NULL,                    -- unix seconds
    reason TEXT NOT NULL
) STRICT;
