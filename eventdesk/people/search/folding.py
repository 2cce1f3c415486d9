"""Makes words comparable that people spell differently: Müller = Mueller = Muller, Jana = Yana, İpek = ipek.

Folding is monotone: what is typed so far folds to the beginning of what the whole word folds to. Therefore a rule may
only replace a letter or drop it after the one before; rules that look ahead belong into `sounds`.
"""

import re
import unicodedata
from collections.abc import Iterator

from eventdesk.people.search import scripts

ALPHABET = "abdefghiklmnoprstuvz"
"""The letters that folded words are made of, besides digits."""

_SAME_LETTER = str.maketrans({"y": "i", "j": "i", "w": "v", "c": "k", "q": "k", "x": "ks"})
_ONE_SOUND = re.compile(
    r"a[ae]+|o[oe]+|u[ue]+|d[dh]+|g[gh]+|k[kh]+|p[ph]+|s[sh]+|t[th]+|z[zh]+|([befhilmnrv])\1+",
)
_MAIL_MARKS = str.maketrans(dict.fromkeys("@._-+&'", " "))
_ASCII_WORD = re.compile(rf"[A-Za-z0-9]+(?:[{scripts.APOSTROPHES}]+[A-Za-z0-9]+)*")


def tokens(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text as they stand, each with where it begins. Apostrophes join, hyphens part."""
    if text.isascii():
        yield from ((found.start(), found[0]) for found in _ASCII_WORD.finditer(text))
        return
    start = -1
    for at, char in enumerate(text):
        kind = unicodedata.category(char)
        if kind[0] in "LN" or (start >= 0 and (kind[0] == "M" or kind == "Cf" or char in scripts.APOSTROPHES)):
            start = at if start < 0 else start
        elif start >= 0:
            yield start, text[start:at]
            start = -1
    if start >= 0:
        yield start, text[start:]


def squeeze(spelled: str) -> str:
    """Fold a word that is spelled in lower-case ASCII letters and digits."""
    return _ONE_SOUND.sub(_first, spelled.translate(_SAME_LETTER))


def _first(run: re.Match[str]) -> str:
    return run[0][0]


def spoken(spelled: str) -> tuple[str, ...]:
    """Return what a spelled word may fold to: "ph" is a p with breath, or an f."""
    folded = squeeze(spelled)
    if "ph" in spelled:
        return folded, squeeze(spelled.replace("ph", "f"))
    return (folded,) if folded else ()


def variants(token: str) -> tuple[str, ...]:
    """Return what a word of a text folds to, the likeliest first. Some alphabets can be read in several ways."""
    plain = scripts.plain_readings(token) or map("".join, scripts.spellings(token))
    return tuple(dict.fromkeys(word for spelled in plain for word in spoken(spelled)))


def readings(token: str) -> tuple[str, ...]:
    """Return `variants`, and for Arabic script those of the word without its article."""
    bare = scripts.without_article(token)
    return tuple(dict.fromkeys((*variants(token), *variants(bare)))) if bare else variants(token)


def fold(text: str) -> str:
    """Return a text with each word folded in its likeliest way."""
    return " ".join(each[0] for _, token in tokens(text) if (each := variants(token)))


def mail_words(address: str) -> str:
    """Return the words of an e-mail address, parted by blanks; not folded, for addresses are not heard but read."""
    return address.lower().translate(_MAIL_MARKS)


class Folder(dict[str, str]):
    """Folds the texts of many people: what each can be found by, folded words parted by blanks, each once.

    Remembers texts and words, for names and organisations recur.
    """

    def __init__(self) -> None:
        self.of_token = _Words()

    def __missing__(self, text: str) -> str:
        found = self[text] = " ".join(dict.fromkeys(self.each(text)))
        return found

    def each(self, text: str) -> Iterator[str]:
        """Yield the folded words of a text that will not recur."""
        words = text.replace("-", " ").split()
        for token in words if all(map(str.isalnum, words)) else [token for _, token in tokens(text)]:
            yield from self.of_token[token]


class _Words(dict[str, tuple[str, ...]]):
    def __missing__(self, token: str) -> tuple[str, ...]:
        words = readings(token)
        if not token.isascii() and len(parts := scripts.in_parts(token)) > 1:
            words = tuple(dict.fromkeys((*words, *(word for part in parts for word in readings(part)))))
        self[token] = words
        return words
