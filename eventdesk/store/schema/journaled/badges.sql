-- What was printed when, why, and in which box it lies. `digest` stands for what could be read on it.
CREATE TABLE badge_print (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  at TEXT NOT NULL,
  desk TEXT NOT NULL,
  printer TEXT NOT NULL,
  reason TEXT NOT NULL,
  template TEXT NOT NULL DEFAULT '',
  digest TEXT NOT NULL DEFAULT '',
  box TEXT NOT NULL DEFAULT '',
  number INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX badge_print_person ON badge_print (person, at);
CREATE INDEX badge_print_at ON badge_print (at);

-- Who got a badge, and when: printed is not handed out, and handed out is not checked in.
CREATE TABLE badge_handout (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  at TEXT NOT NULL,
  desk TEXT NOT NULL
) STRICT;

CREATE INDEX badge_handout_person ON badge_handout (person, at);

-- Templates of the event's own, as TOML; `ref` is the name inside.
CREATE TABLE badge_template (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX badge_template_ref ON badge_template (ref);

-- Pictures of the event, such as its logo; `body` in base64.
CREATE TABLE picture (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  media TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX picture_name ON picture (name);
