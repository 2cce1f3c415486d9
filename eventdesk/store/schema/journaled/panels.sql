CREATE TABLE room (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  hall TEXT NOT NULL DEFAULT '',
  door_x_mm INTEGER,
  door_y_mm INTEGER,
  capacity INTEGER NOT NULL,
  equipment TEXT NOT NULL DEFAULT '',
  step_free INTEGER NOT NULL DEFAULT 0,
  unavailable TEXT NOT NULL DEFAULT '',
  induction_loop INTEGER NOT NULL DEFAULT 0,
  changeover_min INTEGER NOT NULL DEFAULT 0,
  seating TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Other ways to seat people in a room, beside the one in use.
CREATE TABLE room_seating (
  id INTEGER PRIMARY KEY,
  room INTEGER NOT NULL REFERENCES room (id),
  name TEXT NOT NULL,
  capacity INTEGER NOT NULL
) STRICT;

CREATE INDEX room_seating_room ON room_seating (room);

CREATE TABLE slot (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL
) STRICT;

CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  speakers TEXT NOT NULL DEFAULT '',
  moderators TEXT NOT NULL DEFAULT '',
  needs TEXT NOT NULL DEFAULT '',
  slot INTEGER REFERENCES slot (id),
  room INTEGER REFERENCES room (id),
  unavailable TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  capacity INTEGER,
  repeat_of TEXT NOT NULL DEFAULT '',
  slot_fixed INTEGER NOT NULL DEFAULT 0,
  room_fixed INTEGER NOT NULL DEFAULT 0,
  slot_wished TEXT NOT NULL DEFAULT '',
  room_wished TEXT NOT NULL DEFAULT '',
  room_forbidden TEXT NOT NULL DEFAULT '',
  after TEXT NOT NULL DEFAULT '',
  interpretation TEXT NOT NULL DEFAULT '',
  expected INTEGER,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX session_ref ON session (ref);
CREATE INDEX session_slot ON session (slot);
CREATE INDEX session_room ON session (room);

-- Who has a place in which session. `how`: 'confirmed' (by hand, or told to the person) or 'drawn'.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  session INTEGER NOT NULL REFERENCES session (id),
  how TEXT NOT NULL
) STRICT;

CREATE INDEX place_person ON place (person);
CREATE INDEX place_session ON place (session);

-- Who waits for a place in which session, in the order of `at`.
CREATE TABLE waiting (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  session INTEGER NOT NULL REFERENCES session (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX waiting_person ON waiting (person);
CREATE INDEX waiting_session ON waiting (session, at);

-- Timetables that were kept. Sessions, slots and rooms may be gone since: no foreign key leads to them.
CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT '',
  lost INTEGER,
  turned_away INTEGER,
  bound INTEGER,
  milliseconds INTEGER NOT NULL DEFAULT 0,
  seed INTEGER NOT NULL DEFAULT 0,
  printed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE programme_session (
  id INTEGER PRIMARY KEY,
  programme INTEGER NOT NULL REFERENCES programme (id),
  session INTEGER NOT NULL,
  slot INTEGER,
  room INTEGER
) STRICT;

CREATE INDEX programme_session_programme ON programme_session (programme);

-- How places were given out, to be printed and checked: `body` is the protocol, without names.
CREATE TABLE draw (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  way TEXT NOT NULL,
  seed INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- Which room a check-in point is the door of.
CREATE TABLE point_room (
  id INTEGER PRIMARY KEY,
  point INTEGER NOT NULL REFERENCES point (id),
  room INTEGER NOT NULL REFERENCES room (id)
) STRICT;

CREATE INDEX point_room_point ON point_room (point);
CREATE INDEX point_room_room ON point_room (room);

-- People counted at a door without names; `session` is what took place there then, and may be gone since.
CREATE TABLE door_count (
  id INTEGER PRIMARY KEY,
  point INTEGER NOT NULL,
  session INTEGER,
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  change INTEGER NOT NULL
) STRICT;

CREATE INDEX door_count_point ON door_count (point, at);
