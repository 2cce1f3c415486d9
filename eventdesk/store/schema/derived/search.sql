-- What a person is found by: folded words parted by blanks, the key that lists sort by, and the end of the badge code.
CREATE TABLE search_person (
  id INTEGER PRIMARY KEY,
  sort TEXT NOT NULL,
  family TEXT NOT NULL,
  given TEXT NOT NULL,
  organisation TEXT NOT NULL,
  mail TEXT NOT NULL,
  tail TEXT NOT NULL
) STRICT;

CREATE INDEX search_person_sort ON search_person (sort);
CREATE INDEX search_person_tail ON search_person (tail) WHERE tail <> '';

CREATE VIRTUAL TABLE search_text USING fts5 (
  family, given, organisation, mail,
  content='search_person', content_rowid='id', tokenize='ascii', detail=column, columnsize=0, prefix='1 2 3'
);

-- Every different word of names and organisations, with its skeleton of consonants: far fewer than people.
CREATE TABLE search_word (
  word TEXT PRIMARY KEY,
  skeleton TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX search_word_skeleton ON search_word (skeleton);

-- The same words by any three letters, for what is typed from the middle of a word.
CREATE VIRTUAL TABLE search_inside USING fts5 (word, tokenize='trigram', detail=none, columnsize=0);
