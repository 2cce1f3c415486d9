CREATE TABLE hall (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  width_mm INTEGER NOT NULL,
  depth_mm INTEGER NOT NULL,
  background TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE booth (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  hall INTEGER NOT NULL REFERENCES hall (id),
  island TEXT NOT NULL DEFAULT '',
  x_mm INTEGER NOT NULL,
  y_mm INTEGER NOT NULL,
  width_mm INTEGER NOT NULL,
  depth_mm INTEGER NOT NULL,
  rotation INTEGER NOT NULL DEFAULT 0,
  power INTEGER NOT NULL DEFAULT 0,
  wall INTEGER NOT NULL DEFAULT 0,
  step_free INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'free',
  reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX booth_hall ON booth (hall);

CREATE TABLE exhibitor (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  name TEXT NOT NULL,
  theme TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 1,
  power INTEGER NOT NULL DEFAULT 0,
  wall INTEGER NOT NULL DEFAULT 0,
  step_free INTEGER NOT NULL DEFAULT 0,
  wish_1 TEXT NOT NULL DEFAULT '',
  wish_2 TEXT NOT NULL DEFAULT '',
  competitor TEXT NOT NULL DEFAULT '',
  session TEXT NOT NULL DEFAULT '',
  pinned INTEGER REFERENCES booth (id),
  priority INTEGER NOT NULL DEFAULT 1,
  votable INTEGER NOT NULL DEFAULT 1,
  status TEXT NOT NULL DEFAULT 'confirmed',
  blurb TEXT NOT NULL DEFAULT '',
  setup TEXT NOT NULL DEFAULT '',
  furniture TEXT NOT NULL DEFAULT '',
  portrait TEXT NOT NULL DEFAULT '',
  website TEXT NOT NULL DEFAULT '',
  town TEXT NOT NULL DEFAULT '',
  picture TEXT NOT NULL DEFAULT '',
  consents TEXT NOT NULL DEFAULT '',
  brochure INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX exhibitor_ref ON exhibitor (ref);
CREATE INDEX exhibitor_pinned ON exhibitor (pinned);

-- Who stands where: a row for each booth that an exhibitor stands on.
CREATE TABLE stand (
  id INTEGER PRIMARY KEY,
  exhibitor INTEGER NOT NULL REFERENCES exhibitor (id),
  booth INTEGER NOT NULL REFERENCES booth (id)
) STRICT;

CREATE INDEX stand_exhibitor ON stand (exhibitor);
CREATE INDEX stand_booth ON stand (booth);

-- What else there is on the floor of a hall. `points` in millimetres: "x,y x,y".
CREATE TABLE hall_part (
  id INTEGER PRIMARY KEY,
  hall INTEGER NOT NULL REFERENCES hall (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  points TEXT NOT NULL,
  width_mm INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX hall_part_hall ON hall_part (hall);

-- Pictures and drawings behind the plan of a hall, and where on its floor they lie; `body` in base64.
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

-- Placements that were kept. Booths and exhibitors may be gone since: no foreign key leads to them.
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
