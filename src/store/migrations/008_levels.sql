-- How hard a problem is on its judge's own scale, at judges that have one; the easiest 0.
ALTER TABLE problem ADD COLUMN level INTEGER;
