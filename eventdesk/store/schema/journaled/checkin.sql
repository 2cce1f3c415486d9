CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL DEFAULT 'once_a_day',
  roles TEXT NOT NULL DEFAULT '',
  days TEXT NOT NULL DEFAULT '',
  capacity INTEGER,
  place INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE scan (
  id INTEGER PRIMARY KEY,
  eid TEXT NOT NULL,
  person INTEGER,
  code TEXT NOT NULL,
  point INTEGER NOT NULL,
  direction TEXT NOT NULL,
  outcome TEXT NOT NULL,
  forced INTEGER NOT NULL DEFAULT 0,
  at TEXT NOT NULL,
  desk TEXT NOT NULL
) STRICT;

CREATE INDEX scan_person ON scan (person, point, at);
CREATE INDEX scan_at ON scan (at);
