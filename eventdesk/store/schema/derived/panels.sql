CREATE TABLE session_person (
  session INTEGER NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (person, session)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_person_session ON session_person (session);
