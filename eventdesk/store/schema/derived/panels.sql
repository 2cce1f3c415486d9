-- Who has a part in which session, by the person's id in the event folder.
-- The key's columns stand first and in its order: else quick_check of SQLite 3.40 sees a NULL where there is none.
CREATE TABLE session_person (
  person TEXT NOT NULL,
  session INTEGER NOT NULL,
  PRIMARY KEY (person, session)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_person_session ON session_person (session);
