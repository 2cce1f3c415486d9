CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  given_name TEXT NOT NULL DEFAULT '',
  family_name TEXT NOT NULL DEFAULT '',
  native_name TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  organisation TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT '',
  roles TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  town TEXT NOT NULL DEFAULT '',
  languages TEXT NOT NULL DEFAULT '',
  needs TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  attention TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'registered',
  party TEXT NOT NULL DEFAULT '',
  exhibitor TEXT NOT NULL DEFAULT '',
  wishes TEXT NOT NULL DEFAULT '',
  days TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  ticket TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  foreign_id TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT 'import',
  consents TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX person_code ON person (code);
CREATE INDEX person_ticket ON person (ticket) WHERE ticket <> '';
CREATE INDEX person_foreign ON person (foreign_id) WHERE foreign_id <> '';
CREATE INDEX person_party ON person (party) WHERE party <> '';
CREATE INDEX person_exhibitor ON person (exhibitor) WHERE exhibitor <> '';

-- What else leads to a person: badge codes, tickets and ids of those who were found to be the same and merged into them;
-- and the codes of badges that were replaced (kind 'lost'), which are refused. `reason`: why such a badge was replaced.
CREATE TABLE former_key (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX former_key_person ON former_key (person);
CREATE INDEX former_key_value ON former_key (value);

-- Earlier events that somebody came to, of those who agreed to be remembered. `day`: ISO date.
CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  title TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE INDEX visit_person ON visit (person);
