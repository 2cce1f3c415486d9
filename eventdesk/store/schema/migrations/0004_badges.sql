-- Badges lie in boxes, are handed out, and can be told from what would be printed today; lost ones are replaced.
ALTER TABLE badge_print ADD COLUMN template TEXT NOT NULL DEFAULT '';
ALTER TABLE badge_print ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE badge_print ADD COLUMN box TEXT NOT NULL DEFAULT '';
ALTER TABLE badge_print ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
DROP INDEX badge_print_person;
CREATE INDEX badge_print_person ON badge_print (person, at);
CREATE INDEX badge_print_at ON badge_print (at);
ALTER TABLE former_key ADD COLUMN reason TEXT NOT NULL DEFAULT '';

CREATE TABLE badge_handout (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  at TEXT NOT NULL,
  desk TEXT NOT NULL
) STRICT;

CREATE INDEX badge_handout_person ON badge_handout (person, at);

CREATE TABLE badge_template (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX badge_template_ref ON badge_template (ref);

CREATE TABLE picture (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX picture_name ON picture (name);
