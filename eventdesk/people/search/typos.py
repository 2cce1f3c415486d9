"""One slip of the finger: a letter left out, put in, taken for another, or two neighbours swapped."""

from eventdesk.people.search.folding import ALPHABET, squeeze

SHORTEST = 4
"""Words with fewer letters are too close to each other to guess."""


def one_away(spelled: str) -> list[str]:
    """Return what all words fold to that are one slip away from this one, which is not folded yet.

    The slip happens to what is typed: "Haddxad" is one letter away from Haddad, but folded it is not.
    """
    halves = [(spelled[:at], spelled[at:]) for at in range(len(spelled) + 1)]
    swapped = [head + tail[1] + tail[0] + tail[2:] for head, tail in halves if len(tail) > 1]
    less = [head + tail[1:] for head, tail in halves if tail]
    other = [head + letter + tail[1:] for head, tail in halves if tail for letter in ALPHABET]
    more = [head + letter + tail for head, tail in halves for letter in ALPHABET]
    folded = squeeze(" ".join((spelled, *swapped, *less, *other, *more))).split(" ")
    return [word for word in dict.fromkeys(folded) if word and word != folded[0]]
