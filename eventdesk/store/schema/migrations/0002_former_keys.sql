-- People can be merged: what led to one of them leads to the other from then on.
CREATE TABLE former_key (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE INDEX former_key_person ON former_key (person);
CREATE INDEX former_key_value ON former_key (value);
