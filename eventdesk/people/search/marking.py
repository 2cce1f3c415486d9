"""Which letters of a shown text are those that were typed: "mul" stands in the first three of Müller."""

from collections.abc import Callable, Iterator, Sequence

from eventdesk.people.search import query, scripts, sounds, typos
from eventdesk.people.search.folding import squeeze, tokens
from eventdesk.people.search.query import Term

Span = tuple[int, int]


def marks(text: str, words: str) -> list[Span]:
    """Return the parts of `text` that the typed words stand for, as (start, end) in ascending order, never touching.

    A word that only sounds like a typed one, or is one slip away, is marked as a whole.
    """
    return marker(words)(text)


def marker(words: str) -> Callable[[str], list[Span]]:
    """Return what marks the typed words in one text after the other, as `marks` does."""
    terms = [(term, _silent_at_end(term.raw)) for term in query.parse(words).terms]

    def mark(text: str) -> list[Span]:
        found = ((start, span) for start, token in tokens(text) for span in _in_token(token, terms))
        return list(_joined(sorted((start + first, start + last) for start, (first, last) in found)))

    return mark


def _in_token(token: str, terms: Sequence[tuple[Term, int]]) -> Iterator[Span]:
    for pieces in scripts.spellings(token):
        letters, origin = _trace(pieces)
        for term, silent in terms:
            spans = [span for word in term.words if (span := _standing(word, letters, origin, silent))]
            if spans:
                yield max(spans, key=lambda span: span[1] - span[0])
            elif _resembles(term, letters):
                yield 0, len(token)


def _trace(pieces: Sequence[str]) -> tuple[str, list[int]]:
    """Fold the pieces of a token; returns the letters that are left, and for each the character it comes from.

    At the end stands the number of characters, as if another letter followed.
    """
    letters, origin = "", []
    for at, piece in enumerate(pieces):
        for letter in piece:
            longer = squeeze(letters + letter)
            origin += [at] * (len(longer) - len(letters))
            letters = longer
    return letters, [*origin, len(pieces)]


def _silent_at_end(typed: str) -> int:
    """Return how many of the last typed characters add no letter: one in "mue", for ue is u."""
    letters, origin = _trace(scripts.spellings(typed)[0])
    return len(typed) - 1 - origin[-2] if letters else 0


def _standing(word: str, letters: str, origin: Sequence[int], silent: int) -> Span | None:
    """Return where `word` stands, with as many silent letters after it as were typed."""
    at = letters.find(word)
    if at < 0:
        return None
    start, end = origin[at], origin[at + len(word) - 1] + 1
    return start, max(end, min(origin[at + len(word)], end + silent))


def _resembles(term: Term, letters: str) -> bool:
    bones = sounds.skeleton(letters)
    if len(bones) > 1 and bones in map(sounds.skeleton, term.words):
        return True
    return any(len(each) >= typos.SHORTEST and letters in typos.one_away(each) for each in term.spelled)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    at = 0
    while at < len(spans):
        start, end = spans[at]
        at += 1
        while at < len(spans) and spans[at][0] <= end:
            end = max(end, spans[at][1])
            at += 1
        yield start, end
