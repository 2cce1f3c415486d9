"""How names in other alphabets are spelled in Latin letters, letter by letter, for searching.

Cyrillic follows the official Ukrainian passport romanisation (Cabinet of Ministers No. 55, 2010) and ICAO 9303 for what
only Russian has; Arabic script follows the letters, read the Persian and the Arabic way. What has no table of its own
here is spelled by `anyascii`. Folding later makes j = y = i, w = v and ch = kh = k, so one spelling serves many uses.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

APOSTROPHES = "'’‘ʼʹ′`´ʿʾ"

_LATIN = {
    "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "n", "ə": "a", "ħ": "h",
    "ŧ": "t", "ĸ": "k", "ɛ": "e", "ɔ": "o", "ǝ": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
}  # fmt: skip
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia", "ё": "e", "ъ": "", "ы": "y", "э": "e", "ў": "u", "ђ": "d", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u",
    "һ": "h",
}  # fmt: skip
_ARABIC = {
    "ا": "a", "آ": "a", "أ": "a", "إ": "a", "ٱ": "a", "ع": "a", "ء": "", "ئ": "i", "ؤ": "w", "ى": "i", "ي": "i",
    "ی": "i", "ې": "i", "ے": "i", "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h",
    "خ": "kh", "د": "d", "ڈ": "d", "ذ": "z", "ر": "r", "ڑ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s",
    "ض": "z", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f", "ق": "gh", "ک": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ں": "n", "و": "w", "ه": "h", "ة": "h", "ۀ": "h", "ہ": "h", "ھ": "h", "ۃ": "h", "ـ": "",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
_BREATHED = frozenset("هةۀہھۃح")
_ALIF = frozenset("اأإآٱ")
_SERVANT = "عبد"
_JIM = "ج"
_WAW = frozenset("وؤ")


def _latin_table() -> dict[str, str]:
    codes = (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))
    bases = {chr(code): unicodedata.normalize("NFD", chr(code))[0].lower() for code in codes}
    table = {letter: base for letter, base in bases.items() if base.isascii()}
    return table | dict.fromkeys(map(chr, range(0x0300, 0x0370)), "") | dict.fromkeys(APOSTROPHES, "") | _LATIN


def _without_context(**changed: str) -> dict[int, str]:
    return {ord(letter): spelled for letter, spelled in (_latin_table() | _CYRILLIC | changed).items()}


_UKRAINIAN_WAY, _RUSSIAN_WAY = _without_context(), _without_context(г="g")
_LETTERS: Mapping[str, str] = MappingProxyType(_latin_table() | _CYRILLIC | _ARABIC)
_RUSSIAN: Mapping[str, str] = MappingProxyType({**_LETTERS, "г": "g"})
_ARABIC_WAY: Mapping[str, str] = MappingProxyType({**_LETTERS, "ض": "d", "ذ": "d", "ث": "t", "ق": "q"})
_ALIF_ABOVE: Mapping[str, str] = MappingProxyType({**_LETTERS, "ى": "a"})


def plain_readings(word: str) -> tuple[str, ...]:
    """Return how a word reads in ASCII letters and digits, if each letter has its own spelling whatever it stands by.

    Empty for Arabic script and all that has no table here: these need `spellings`, which for other words says the same.
    """
    low = word.casefold()
    plain = low.translate(_UKRAINIAN_WAY)
    if not plain.isascii():
        return ()
    return (plain, low.translate(_RUSSIAN_WAY)) if "г" in low else (plain,)


def spellings(word: str) -> list[list[str]]:
    """Return the ways to spell a word, the likeliest first; each has one piece of Latin letters for every character."""
    found: list[list[str]] = []
    for letters, long_vowels in _readings(word):
        spelled = _spell(word, letters, long_vowels)
        if spelled not in found:
            found.append(spelled)
    return found


def in_parts(word: str) -> tuple[str, ...]:
    """Part a name of the kind Abd al-Rahman, which Arabic writes as one word and Latin as one, two or three."""
    rest = without_article(word.removeprefix(_SERVANT)) if word.startswith(_SERVANT) else ""
    return (word.removesuffix(rest), rest) if rest else (word,)


def without_article(word: str) -> str:
    """Return a word in Arabic script without its al-, or "" if it has none."""
    return word[2:] if len(word) > 2 and word[0] in _ALIF and word[1] == "ل" else ""


def _readings(word: str) -> Iterator[tuple[Mapping[str, str], bool]]:
    """Yield how to read a word: its letters, and whether a waw inside is a long vowel."""
    if word.isascii():
        yield _LETTERS, False
        return
    low = word.casefold()
    ways = [_LETTERS]
    if "г" in low:
        ways.append(_RUSSIAN)
    if not frozenset("ضذثق").isdisjoint(low):
        ways.append(_ARABIC_WAY)
    if "ى" in low:
        ways.append(_ALIF_ABOVE)
    for way in ways:
        yield way, False
        if not _WAW.isdisjoint(low[1:]):
            yield way, True


def _spell(word: str, letters: Mapping[str, str], long_vowels: bool) -> list[str]:
    spelled: list[str] = []
    before = ""
    for char in word:
        if char in _BREATHED:
            # z-h-r is Zahra: a bare h after a consonant would be taken for one sound with it
            piece = "ah" if before and before not in _VOWELS else "h"
        elif char in _WAW and long_vowels and spelled:
            piece = "u"
        elif char == _JIM and not spelled:
            piece = "ja"  # a j that a vowel follows, which "i" alone would not tell
        else:
            piece = letters.get(char) or _of_any_script(char, letters)
        before = piece[-1:] or before
        spelled.append(piece)
    return spelled


def _of_any_script(char: str, letters: Mapping[str, str]) -> str:
    low = char.casefold()
    plain = low
    if not char.isascii():
        base = unicodedata.normalize("NFKD", low) if low not in letters else low
        plain = "".join(letters.get(part, part) for part in base if not unicodedata.combining(part))
    if not plain.isascii():
        from anyascii import anyascii

        plain = anyascii(plain).lower()
    return "".join(part for part in plain if part.isalnum())
