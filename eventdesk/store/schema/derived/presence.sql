-- Who is where, made from the scans. Place 0 is the house, which all entrances lead into; else a place is a point's id.
-- Days are local days of the event's zone.
CREATE TABLE presence (
  person INTEGER NOT NULL,
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  inside INTEGER NOT NULL,
  entries INTEGER NOT NULL,
  first_at TEXT,
  first_point INTEGER,
  last_at TEXT NOT NULL,
  last_point INTEGER,
  PRIMARY KEY (person, place, day)
) STRICT, WITHOUT ROWID;

-- Who is in a room since when. The house is left out: a check-in at an entrance has nothing to write here.
CREATE INDEX presence_room ON presence (place, day, inside, last_at) WHERE place <> 0;

-- How a person is counted in the tallies.
CREATE TABLE presence_person (
  person INTEGER PRIMARY KEY,
  roles TEXT NOT NULL,
  expected INTEGER NOT NULL
) STRICT;

-- People by day, point and roles; who is expected stands under day '' and point 0. First arrivals in the house also
-- stand under 'day/start of five minutes in UTC' and point 0.
CREATE TABLE presence_tally (
  day TEXT NOT NULL,
  point INTEGER NOT NULL,
  roles TEXT NOT NULL,
  inside INTEGER NOT NULL,
  arrived INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  PRIMARY KEY (day, point, roles)
) STRICT, WITHOUT ROWID;

-- What all this was counted by: the zone, and the kind of each point.
CREATE TABLE presence_basis (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
