CREATE TABLE badge_print (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  printer TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE INDEX badge_print_person ON badge_print (person);
