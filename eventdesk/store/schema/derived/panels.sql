-- Who has a part in which session, by the person's id in the event folder.
-- The key's columns stand first and in its order: else quick_check of SQLite 3.40 sees a NULL where there is none.
CREATE TABLE session_person (
  person TEXT NOT NULL,
  session INTEGER NOT NULL,
  PRIMARY KEY (person, session)
) STRICT, WITHOUT ROWID;

CREATE INDEX session_person_session ON session_person (session);

-- Whose place a change was about: the history of a person tells places that are gone, too.
-- JSON functions are not for indexes here; a cast takes the number at the beginning of a text.
CREATE INDEX change_of_place
  ON change (CAST(substr(coalesce(after, before), instr(coalesce(after, before), '"person":') + 9) AS INTEGER))
  WHERE tbl IN ('place', 'waiting') AND instr(coalesce(after, before), '"person":');
