-- Rooms have several ways to seat people, sessions are fixed or wished, people have places; timetables are kept.
ALTER TABLE room ADD COLUMN induction_loop INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN changeover_min INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room ADD COLUMN seating TEXT NOT NULL DEFAULT '';
ALTER TABLE room ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN slot_fixed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN room_fixed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN slot_wished TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN room_wished TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN room_forbidden TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN after TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN interpretation TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN expected INTEGER;
ALTER TABLE session ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- What the event folder gave as slot and room was settled.
UPDATE session SET slot_fixed = slot IS NOT NULL, room_fixed = room IS NOT NULL;
UPDATE change SET after = json_set(
  after,
  '$.slot_fixed', json_extract(after, '$.slot') IS NOT NULL,
  '$.room_fixed', json_extract(after, '$.room') IS NOT NULL
)
WHERE tbl = 'session' AND before IS NULL;

CREATE TABLE room_seating (
  id INTEGER PRIMARY KEY,
  room INTEGER NOT NULL REFERENCES room (id),
  name TEXT NOT NULL,
  capacity INTEGER NOT NULL
) STRICT;

CREATE INDEX room_seating_room ON room_seating (room);

CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  session INTEGER NOT NULL REFERENCES session (id),
  how TEXT NOT NULL
) STRICT;

CREATE INDEX place_person ON place (person);
CREATE INDEX place_session ON place (session);

CREATE TABLE waiting (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (id),
  session INTEGER NOT NULL REFERENCES session (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX waiting_person ON waiting (person);
CREATE INDEX waiting_session ON waiting (session, at);

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

CREATE TABLE draw (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  way TEXT NOT NULL,
  seed INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE point_room (
  id INTEGER PRIMARY KEY,
  point INTEGER NOT NULL REFERENCES point (id),
  room INTEGER NOT NULL REFERENCES room (id)
) STRICT;

CREATE INDEX point_room_point ON point_room (point);
CREATE INDEX point_room_room ON point_room (room);

CREATE TABLE door_count (
  id INTEGER PRIMARY KEY,
  point INTEGER NOT NULL,
  session INTEGER,
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  change INTEGER NOT NULL
) STRICT;

CREATE INDEX door_count_point ON door_count (point, at);

CREATE INDEX presence_room ON presence (place, day, inside, last_at) WHERE place <> 0;

CREATE INDEX change_of_place
  ON change (CAST(substr(coalesce(after, before), instr(coalesce(after, before), '"person":') + 9) AS INTEGER))
  WHERE tbl IN ('place', 'waiting') AND instr(coalesce(after, before), '"person":');
