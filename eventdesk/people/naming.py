"""One written name into title, given name and family name, without ever changing a letter's case."""

from typing import NamedTuple

# fmt: off
_PARTICLES = frozenset({
    "af", "al", "av", "ben", "bin", "bint", "da", "dal", "das", "de", "degli", "dei", "del", "della", "dem", "den",
    "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "le", "san", "ten", "ter", "'t", "van", "vom", "von",
    "zu", "zum", "zur", "freiherr", "freifrau", "graf", "gräfin",
})
_ALWAYS_PARTICLES = frozenset({"al", "el", "bin", "bint", "ibn", "freiherr", "freifrau", "graf", "gräfin"})
_TITLES = frozenset({
    "dr", "prof", "professor", "professorin", "dr-ing", "dipl-ing", "dipl-päd", "dipl-soz", "dipl-psych", "dipl-kfm",
    "mag", "ing", "pd", "hc", "med", "phil", "jur", "nat", "rer", "pol", "theol", "habil", "mult", "dres", "ir",
})
_OPENING_TITLES = frozenset({
    "dr", "prof", "professor", "professorin", "dr-ing", "dipl-ing", "dipl-päd", "dipl-soz", "dipl-psych", "dipl-kfm",
    "mag", "pd", "dres",
})
_SALUTATIONS = frozenset({"herr", "herrn", "frau", "mr", "mrs", "ms", "mx", "monsieur", "madame"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# fmt: on


class Name(NamedTuple):
    """The parts of a name; those that it lacks are empty."""

    title: str
    given: str
    family: str


def split_name(text: str) -> Name:
    """Split a full name: "Dr. Jan van der Meer" is Dr. | Jan | van der Meer.

    The last word is the family name, with the particles before it ("von", "al-", "bin") and what follows those. With a
    comma the family name comes first. A single word is a given name. A salutation ("Frau") is left out.
    """
    title, words = _untitled(text.split())
    family, comma, given = " ".join(words).partition(",")
    if comma:
        more, rest = _untitled(given.split())
        return Name(" ".join(filter(None, (title, more))), " ".join(rest), family.strip())
    if len(words) < 2:
        return Name(title, " ".join(words), "")
    start = _family_start(words)
    return Name(title, " ".join(words[:start]), " ".join(words[start:]))


def split_family_first(text: str) -> Name:
    """Split a full name in which the family name stands first, with a comma behind it or not: "von der Heide Anke".

    Without a comma the family name is one word, with the particles before it. A single word is a family name.
    """
    if "," in text:
        return split_name(text)
    title, words = _untitled(text.split())
    start = 0
    while start < len(words) - 2 and words[start].casefold() in _PARTICLES:
        start += 1
    more, given = _untitled(words[start + 1 :])
    return Name(" ".join(filter(None, (title, more))), " ".join(given), " ".join(words[: start + 1]))


def _untitled(words: list[str]) -> tuple[str, list[str]]:
    """Return the academic titles that open the name, and the words after them. One word always stays."""
    start = 0
    while start < len(words) - 1 and _plain(words[start]) in _SALUTATIONS:
        start += 1
    end = start
    while end < len(words) - 1 and _plain(words[end]) in (_OPENING_TITLES if end == start else _TITLES):
        end += 1
    return " ".join(words[start:end]), words[end:]


def _family_start(words: list[str]) -> int:
    if words[0] in _PARTICLES:
        return 0
    last = len(words) - 1
    if last > 1 and _plain(words[last]) in _SUFFIXES:
        last -= 1
    first = next((at for at in range(1, last) if _is_particle(words[at])), last)
    while 1 < first < last and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return first


def _is_particle(word: str) -> bool:
    """Say whether a word belongs to the family name. "Van" with a capital is a Vietnamese middle name as well."""
    folded = word.casefold()
    return folded in _ALWAYS_PARTICLES or (folded in _PARTICLES and word == folded)


def _plain(word: str) -> str:
    return word.casefold().replace(".", "").rstrip(",")
