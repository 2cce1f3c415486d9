"""One slip of the finger: a letter left out, put in, taken for another, or two neighbours swapped."""

from eventdesk.people.search.folding import ALPHABET

SHORTEST = 4
"""Words with fewer letters are too close to each other to guess."""


def one_away(word: str) -> list[str]:
    """Return all words of folded letters that are one slip away from `word`: about 40 for each of its letters."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    swapped = [head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1]
    less = [head + tail[1:] for head, tail in halves if tail]
    other = [head + letter + tail[1:] for head, tail in halves if tail for letter in ALPHABET]
    more = [head + letter + tail for head, tail in halves for letter in ALPHABET]
    return [each for each in dict.fromkeys(swapped + less + other + more) if each != word]
