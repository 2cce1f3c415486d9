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
  unavailable TEXT NOT NULL DEFAULT ''
) STRICT;

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
  repeat_of TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX session_ref ON session (ref);
CREATE INDEX session_slot ON session (slot);
CREATE INDEX session_room ON session (room);
