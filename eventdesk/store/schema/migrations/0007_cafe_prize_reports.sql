-- World Café rounds and ways, findings, the audience prize, what people agreed to, and what goes into a brochure.
ALTER TABLE cafe_table ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE cafe_table ADD COLUMN step_free INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cafe_table ADD COLUMN closed_from INTEGER;
ALTER TABLE person ADD COLUMN consents TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibitor ADD COLUMN portrait TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibitor ADD COLUMN website TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibitor ADD COLUMN town TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibitor ADD COLUMN picture TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibitor ADD COLUMN consents TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibitor ADD COLUMN brochure INTEGER NOT NULL DEFAULT 0;

CREATE TABLE cafe_round (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  question TEXT NOT NULL DEFAULT '',
  minutes INTEGER NOT NULL,
  starts TEXT NOT NULL DEFAULT '',
  began TEXT NOT NULL DEFAULT '',
  ended TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE cafe_itinerary (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  person INTEGER REFERENCES person (id)
) STRICT;

CREATE INDEX cafe_itinerary_person ON cafe_itinerary (person) WHERE person IS NOT NULL;

CREATE TABLE cafe_seat (
  id INTEGER PRIMARY KEY,
  itinerary INTEGER NOT NULL REFERENCES cafe_itinerary (id),
  round INTEGER NOT NULL REFERENCES cafe_round (id),
  cafe_table INTEGER NOT NULL REFERENCES cafe_table (id)
) STRICT;

CREATE INDEX cafe_seat_itinerary ON cafe_seat (itinerary);
CREATE INDEX cafe_seat_round ON cafe_seat (round);
CREATE INDEX cafe_seat_table ON cafe_seat (cafe_table);

CREATE TABLE cafe_pair (
  id INTEGER PRIMARY KEY,
  one INTEGER NOT NULL REFERENCES person (id),
  other INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL
) STRICT;

CREATE INDEX cafe_pair_one ON cafe_pair (one);
CREATE INDEX cafe_pair_other ON cafe_pair (other);

CREATE TABLE cafe_plan (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  way TEXT NOT NULL,
  repeats INTEGER NOT NULL,
  seed INTEGER NOT NULL DEFAULT 0,
  milliseconds INTEGER NOT NULL DEFAULT 0,
  printed INTEGER NOT NULL DEFAULT 0
) STRICT;

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

CREATE TABLE poll (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'preparing',
  own_barred INTEGER NOT NULL DEFAULT 1,
  tie TEXT NOT NULL DEFAULT 'draw',
  seed INTEGER,
  run_off_of INTEGER REFERENCES poll (id),
  opened TEXT NOT NULL DEFAULT '',
  closed TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE poll_entry (
  id INTEGER PRIMARY KEY,
  poll INTEGER NOT NULL REFERENCES poll (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  exhibitor INTEGER
) STRICT;

CREATE INDEX poll_entry_poll ON poll_entry (poll);

CREATE TABLE ballot (
  id INTEGER PRIMARY KEY,
  poll INTEGER NOT NULL REFERENCES poll (id),
  code TEXT NOT NULL,
  stub TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'valid',
  barred INTEGER REFERENCES poll_entry (id),
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE UNIQUE INDEX ballot_code ON ballot (poll, code);
CREATE INDEX ballot_stub ON ballot (stub);

CREATE TABLE ballot_issue (
  id INTEGER PRIMARY KEY,
  poll INTEGER NOT NULL REFERENCES poll (id),
  person INTEGER REFERENCES person (id),
  kind TEXT NOT NULL DEFAULT 'first'
) STRICT;

CREATE INDEX ballot_issue_person ON ballot_issue (person);
CREATE INDEX ballot_issue_poll ON ballot_issue (poll);

CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  title TEXT NOT NULL,
  day TEXT NOT NULL
) STRICT;

CREATE INDEX visit_person ON visit (person);

CREATE TABLE urn (
  poll INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  votes TEXT NOT NULL,
  PRIMARY KEY (poll, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot_use (
  ballot INTEGER PRIMARY KEY,
  channel TEXT NOT NULL
) STRICT;
