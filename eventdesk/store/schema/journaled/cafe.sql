CREATE TABLE cafe_table (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  host TEXT NOT NULL DEFAULT '',
  seats INTEGER NOT NULL,
  question TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX cafe_table_host ON cafe_table (host) WHERE host <> '';
