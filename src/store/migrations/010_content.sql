-- Whether anything else is stored of a source is told apart from when it was last seen.
ALTER TABLE source ADD COLUMN content BLOB;     -- a checksum of its rows in other tables; NULL until it is stored again
-- The checksums are made in another way, and of other rows.
UPDATE source SET checksum = NULL;
