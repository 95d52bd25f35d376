-- Contests that a judge announces apart from its list of contests, in several resources.
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
