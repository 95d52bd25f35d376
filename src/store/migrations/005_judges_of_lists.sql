-- Every row says whose it is: until now these two tables had rows of one judge alone. The checksums are of the old rows.
ALTER TABLE contest_problem RENAME TO old_contest_problem;
CREATE TABLE contest_problem (
    judge TEXT NOT NULL,
    contest TEXT NOT NULL,
    problem TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (judge, contest, problem)
) STRICT, WITHOUT ROWID;
INSERT INTO contest_problem SELECT 'atcoder', contest, problem, place FROM old_contest_problem;
DROP TABLE old_contest_problem;

ALTER TABLE difficulty RENAME TO old_difficulty;
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
INSERT INTO difficulty
    SELECT 'atcoder', problem, raw, experimental, slope, intercept, variance, discrimination FROM old_difficulty;
DROP TABLE old_difficulty;

UPDATE source SET checksum = NULL WHERE name IN ('atcoder.problems', 'atcoder.models');
