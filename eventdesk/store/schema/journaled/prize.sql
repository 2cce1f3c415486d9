-- The audience prize. `state`: 'preparing', 'open' or 'closed'; `tie`: 'run_off' or 'draw'; `own_barred`: nobody votes
-- for the stand they belong to; `run_off_of`: the poll whose tie this one decides.
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

-- What can be voted for. `exhibitor` is its row, which may be gone since; NULL for a project without a stand.
CREATE TABLE poll_entry (
  id INTEGER PRIMARY KEY,
  poll INTEGER NOT NULL REFERENCES poll (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  exhibitor INTEGER
) STRICT;

CREATE INDEX poll_entry_poll ON poll_entry (poll);

-- Ballots that were made. `state`: 'valid' or 'void'; `stub`: the code of the part that the voter keeps, with which a lost
-- ballot is made void; `barred`: the entry that this ballot cannot be cast for. Which were used stands in `ballot_use`.
-- Nothing here or anywhere says who got which ballot, or what it was cast for: choices go into the urn only.
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

-- That somebody got a ballot; never which one. `kind`: 'first', or 'again' for a ballot in place of a void one.
-- `person` is NULL when they were forgotten: the number of ballots handed out stays.
CREATE TABLE ballot_issue (
  id INTEGER PRIMARY KEY,
  poll INTEGER NOT NULL REFERENCES poll (id),
  person INTEGER REFERENCES person (id),
  kind TEXT NOT NULL DEFAULT 'first'
) STRICT;

CREATE INDEX ballot_issue_person ON ballot_issue (person);
CREATE INDEX ballot_issue_poll ON ballot_issue (poll);
