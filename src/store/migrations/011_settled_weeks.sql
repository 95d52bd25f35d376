-- What the weeks of a study group were when they settled.
CREATE TABLE settled_week (
    week TEXT NOT NULL,                     -- its first day
    place INTEGER NOT NULL,                 -- in the order of the members
    name TEXT NOT NULL,                     -- the member
    solved INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    excused_days INTEGER NOT NULL,
    excused INTEGER NOT NULL,               -- 1 where they were on every day on which they were a member
    fine INTEGER,                           -- NULL where the group had no fines
    unit TEXT,
    PRIMARY KEY (week, place)
) STRICT, WITHOUT ROWID;
