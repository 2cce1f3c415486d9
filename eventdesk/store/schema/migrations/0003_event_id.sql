-- An event shares an id with all its copies; the first files had none, so that their backups were not recognised.
INSERT INTO meta (key, value)
SELECT 'event', lower(hex(randomblob(16))) WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'event');
