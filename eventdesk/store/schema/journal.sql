CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  eid TEXT PRIMARY KEY,
  desk TEXT NOT NULL,
  n INTEGER NOT NULL,
  seq INTEGER UNIQUE,
  ord INTEGER NOT NULL,
  v INTEGER NOT NULL,
  op TEXT NOT NULL,
  label TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  undoes TEXT,
  settles TEXT,
  part_of TEXT,
  status TEXT NOT NULL DEFAULT 'applied',
  undone INTEGER NOT NULL DEFAULT 0,
  why TEXT,
  against TEXT
) STRICT;

CREATE INDEX entry_ord ON entry (ord);
CREATE INDEX entry_open ON entry (ord) WHERE seq IS NULL;
CREATE INDEX entry_undoes ON entry (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX entry_settles ON entry (settles) WHERE settles IS NOT NULL;
CREATE INDEX entry_part_of ON entry (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE change (
  eid TEXT NOT NULL,
  i INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (eid, i)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_row ON change (tbl, row_id);
