-- What a session or a table of the World Café found, a line each. `kind`: 'session' or 'table'; `owner`: its row, which
-- may be gone since; `place`: the order of the lines; `author`: whoever said or typed it, if that is to be told.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  owner INTEGER NOT NULL,
  place INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL,
  author TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL
) STRICT;

CREATE INDEX finding_owner ON finding (owner);
