-- A table of the World Café. `closed_from`: the number of the round from which on nobody sits there.
CREATE TABLE cafe_table (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  host TEXT NOT NULL DEFAULT '',
  seats INTEGER NOT NULL,
  question TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  step_free INTEGER NOT NULL DEFAULT 1,
  closed_from INTEGER
) STRICT;

CREATE INDEX cafe_table_host ON cafe_table (host) WHERE host <> '';

-- The rounds of the World Café. `starts` is planned, local ISO time; `began` and `ended` are when it took place, in UTC.
CREATE TABLE cafe_round (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL,
  question TEXT NOT NULL DEFAULT '',
  minutes INTEGER NOT NULL,
  starts TEXT NOT NULL DEFAULT '',
  began TEXT NOT NULL DEFAULT '',
  ended TEXT NOT NULL DEFAULT ''
) STRICT;

-- A way through the tables, round by round, as it stands on one card. Nobody has it where `person` is NULL.
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

-- Two people who must, or must not, sit at one table. `kind`: 'together' or 'apart'.
CREATE TABLE cafe_pair (
  id INTEGER PRIMARY KEY,
  one INTEGER NOT NULL REFERENCES person (id),
  other INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL
) STRICT;

CREATE INDEX cafe_pair_one ON cafe_pair (one);
CREATE INDEX cafe_pair_other ON cafe_pair (other);

-- How the ways were thought out: which design or search, how many meet again, and what was printed of it.
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
