-- Exhibitors stand on booths, whatever is settled for them; halls have parts and pictures; placements are kept.
ALTER TABLE exhibitor ADD COLUMN setup TEXT NOT NULL DEFAULT '';
ALTER TABLE exhibitor ADD COLUMN furniture TEXT NOT NULL DEFAULT '';
CREATE INDEX person_exhibitor ON person (exhibitor) WHERE exhibitor <> '';

CREATE TABLE stand (
  id INTEGER PRIMARY KEY,
  exhibitor INTEGER NOT NULL REFERENCES exhibitor (id),
  booth INTEGER NOT NULL REFERENCES booth (id)
) STRICT;

CREATE INDEX stand_exhibitor ON stand (exhibitor);
CREATE INDEX stand_booth ON stand (booth);

CREATE TABLE hall_part (
  id INTEGER PRIMARY KEY,
  hall INTEGER NOT NULL REFERENCES hall (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  points TEXT NOT NULL,
  width_mm INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX hall_part_hall ON hall_part (hall);

CREATE TABLE floor_picture (
  id INTEGER PRIMARY KEY,
  hall INTEGER NOT NULL REFERENCES hall (id),
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  body TEXT NOT NULL,
  x_mm INTEGER NOT NULL,
  y_mm INTEGER NOT NULL,
  width_mm INTEGER NOT NULL,
  depth_mm INTEGER NOT NULL
) STRICT;

CREATE INDEX floor_picture_hall ON floor_picture (hall);

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT '',
  cost INTEGER,
  bound INTEGER,
  milliseconds INTEGER NOT NULL DEFAULT 0,
  seed INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE plan_stand (
  id INTEGER PRIMARY KEY,
  plan INTEGER NOT NULL REFERENCES plan (id),
  exhibitor INTEGER NOT NULL,
  booth INTEGER NOT NULL
) STRICT;

CREATE INDEX plan_stand_plan ON plan_stand (plan);
