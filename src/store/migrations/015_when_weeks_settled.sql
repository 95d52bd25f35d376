-- When the week settled, by the rule of then: unix seconds; NULL where an earlier version kept it.
ALTER TABLE settled_week ADD COLUMN settles_at INTEGER;
UPDATE source SET checksum = NULL WHERE name = 'group.weeks';
