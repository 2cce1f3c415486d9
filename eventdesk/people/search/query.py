"""What somebody typed, taken apart: words to be found in any order, or a code."""

import unicodedata
from dataclasses import dataclass

from eventdesk.people.search import scripts
from eventdesk.people.search.folding import readings, tokens
from eventdesk.people.sorting import sort_key

_ARTICLES = frozenset({"al", "el", "ul"})
_MOST_WORDS = 8
_LONGEST = 40
_SHORTEST_CODE = 4
_SHORTEST_TICKET = 3
_DRAWN_OUT = 3


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word: as it stands, what it folds to (any of these is meant), and its key in sorted lists.

    `spelled` is the word in Latin letters before folding; `mail` how it would stand in an e-mail address, where nothing
    is folded: mueller or muller.
    """

    raw: str
    words: tuple[str, ...]
    listed: str
    spelled: tuple[str, ...]
    mail: tuple[str, ...]

    @property
    def anywhere(self) -> tuple[str, ...]:
        """All that the word may stand as, in names or addresses."""
        return tuple(dict.fromkeys((*self.words, *self.mail)))

    @property
    def drawn_out(self) -> bool:
        """Whether nothing but one sound is left of several letters, as of "qqqqqq": hardly a name, and like many."""
        return all(len(word) == 1 for word in self.words) and min(map(len, self.spelled)) >= _DRAWN_OUT


def term(raw: str) -> Term | None:
    """Return a typed word as a term, or None if nothing is left of it."""
    words, listed = readings(raw), sort_key(raw)
    spelled = scripts.plain_readings(raw) or words
    mail = tuple(dict.fromkeys((*spelled, listed))) if listed.isascii() and listed else spelled
    return Term(raw, words, listed, spelled, mail) if words else None


@dataclass(frozen=True, slots=True)
class Query:
    """All that must be found of one person; `code` and `ticket` hold what was typed if it may be one, else ""."""

    terms: tuple[Term, ...]
    code: str
    ticket: str


def parse(typed: str) -> Query:
    """Take apart what was typed. An article (al-, el-) is not asked for if other words are."""
    parts = [part for _, token in tokens(typed) for part in scripts.in_parts(token)]
    terms = [found for part in parts if (found := term(part[:_LONGEST]))][:_MOST_WORDS]
    asked = [each for each in terms if _ARTICLES.isdisjoint(each.words)] or terms
    return Query(tuple(asked), _digits(typed), _ticket(typed))


def _digits(typed: str) -> str:
    compact = "".join(char for char in typed if not char.isspace() and char not in "-.")
    if len(compact) < _SHORTEST_CODE or not compact.isdecimal():
        return ""
    return "".join(str(unicodedata.decimal(char)) for char in compact)


def _ticket(typed: str) -> str:
    compact = "".join(typed.split())
    return compact if _SHORTEST_TICKET <= len(compact) <= _LONGEST * 4 else ""
