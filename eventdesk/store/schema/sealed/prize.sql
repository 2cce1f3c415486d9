-- The urn: how many votes each entry has, in eight digits, so that a row has as many bytes after a vote as before. It has
-- no journal, no order and no time: nobody can tell from the file, its journal or its bytes who voted for what.
CREATE TABLE urn (
  poll INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  votes TEXT NOT NULL,
  PRIMARY KEY (poll, entry)
) STRICT, WITHOUT ROWID;

-- Which ballots of a poll that was opened were used, and how, in one letter: '-' not yet, 'k' kiosk, 's' scan, 'p' paper.
-- When, stands nowhere. As many are used as there are votes in the urn.
CREATE TABLE ballot_use (
  ballot INTEGER PRIMARY KEY,
  channel TEXT NOT NULL
) STRICT;
