"""What is left when spellings part ways: the skeleton of consonants that a name keeps in every romanisation.

Шевченко, Shevchenko, Ševčenko and Schewtschenko share one; so do فاطمة, Fatima and Fatemeh. Works on folded words, in
which ch is already k, sh is s, w is v, and y and j are i.
"""

import re

_VOWELS = "aeiou"
_ARTICLE = re.compile(r"^[aeu]l(?=[bdfghklmnprstvz])(?=.{4})")
_CLUSTER = re.compile(r"sktsk|dsk(?=[aeiou])|dz|ts?k|sk|ts|z")
_SOUND = {"sktsk": "s", "dsk": "i", "dz": "i", "tsk": "k", "tk": "k", "sk": "s", "ts": "s", "z": "s"}
_YOT = re.compile(r"i[aou]")
_AGAIN = re.compile(r"([a-z])\1+")
_MUTE = str.maketrans("", "", _VOWELS)
_LIKE = str.maketrans("dfh", "tvg")
_UNFINISHED = re.compile(r"(?<=...)(?:ts?|ds?|s)$")


def skeleton(word: str) -> str:
    """Return the consonants of a folded word, alike ones as one letter; a vowel at the beginning is kept as "a"."""
    rest = _ARTICLE.sub("", word) if len(word) > 5 else word
    rest = _CLUSTER.sub(_sound, rest).removesuffix("h")
    head = "i" if _YOT.match(rest) else "a" if rest[:1] in frozenset(_VOWELS) else ""
    return head + _AGAIN.sub(r"\1", rest.translate(_LIKE)).translate(_MUTE)


def _sound(cluster: re.Match[str]) -> str:
    return _SOUND[cluster[0]]


def beginnings(word: str) -> tuple[str, ...]:
    """Return the skeletons that a word may begin with while it is being typed: "Schewt" may go on to "…tsch"."""
    whole, trimmed = skeleton(word), skeleton(_UNFINISHED.sub("", word))
    return (whole,) if trimmed == whole else (whole, trimmed)


def within(short: str, long: str) -> bool:
    """Whether all letters of one word stand in the other in the same order, as when vowels are not written."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def akin(one: str, other: str) -> bool:
    """Whether two folded words differ only by letters that one of them leaves out."""
    return within(one, other) or within(other, one)
