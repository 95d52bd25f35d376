-- What archives tell of problems, and which of them were solved, without saying when.
CREATE TABLE imported_problem (
    import TEXT NOT NULL,
    problem TEXT NOT NULL,
    title TEXT,
    level INTEGER,                          -- on the judge's own scale, the easiest 0
    topics TEXT NOT NULL,                   -- one a line
    solved INTEGER NOT NULL,
    PRIMARY KEY (import, problem)
) STRICT, WITHOUT ROWID;
