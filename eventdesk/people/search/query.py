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


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word: as it stands, what it folds to (any of these is meant), and its key in sorted lists.

    `mail` is how it would stand in an address, where nothing is folded: müller as mueller or muller.
    """

    raw: str
    words: tuple[str, ...]
    listed: str
    mail: tuple[str, ...]

    @property
    def anywhere(self) -> tuple[str, ...]:
        """All that the word may stand as, in names or addresses."""
        return tuple(dict.fromkeys((*self.words, *self.mail)))


@dataclass(frozen=True, slots=True)
class Query:
    """All that must be found of one person. `code` are the digits, `ticket` the characters, if it may be one; else ""."""

    terms: tuple[Term, ...]
    code: str
    ticket: str


def parse(typed: str) -> Query:
    """Take apart what was typed. An article (al-, el-) is not asked for if other words are."""
    terms: list[Term] = []
    for _, token in tokens(typed):
        for part in scripts.in_parts(token):
            words = readings(part[:_LONGEST])
            if words and len(terms) < _MOST_WORDS:
                listed = sort_key(part)
                mail = tuple(dict.fromkeys(word for word in (*scripts.plain_readings(part), listed) if word.isascii()))
                terms.append(Term(part, words, listed, mail))
    asked = [term for term in terms if _ARTICLES.isdisjoint(term.words)] or terms
    return Query(tuple(asked), _digits(typed), _ticket(typed))


def _digits(typed: str) -> str:
    compact = "".join(char for char in typed if not char.isspace() and char not in "-.")
    if len(compact) < _SHORTEST_CODE or not compact.isdecimal():
        return ""
    return "".join(str(unicodedata.decimal(char)) for char in compact)


def _ticket(typed: str) -> str:
    compact = "".join(typed.split())
    return compact if _SHORTEST_TICKET <= len(compact) <= _LONGEST * 4 else ""
