"""Sorts names as German lists do: DIN 5007, variant 2 (ä as ae, ö as oe, ü as ue, ß as ss; others by their base)."""

import unicodedata

_CYRILLIC = "абвгґдђеёєжзиіїйјклљмнњопрстћуўфхцчџшщъыьэюя"
_ARABIC = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی"
_ALIKE = {"آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ك": "ک", "ي": "ی", "ى": "ی", "ئ": "ی", "ؤ": "و", "ة": "ه"}
_FIRST_CYRILLIC, _FIRST_ARABIC = 0x0460, 0x0680  # their own blocks lack room for an order of our own
_LATIN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d",
          "þ": "th", "ı": "i", "ŋ": "n", "ə": "a", "ħ": "h", "ŧ": "t"}  # fmt: skip
_PRECOMPOSED = (range(0x00C0, 0x0250), range(0x1E00, 0x1F00))
_MARKS = (range(0x0300, 0x0370), range(0x064B, 0x0660), (0x0640, 0x0670, 0x200C, 0x200D))
_APOSTROPHES = "'’‘ʼʹ′`´"


def _table() -> dict[int, str]:
    table = {}
    for block in _PRECOMPOSED:
        for code in block:
            table[code] = unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0x80):
        if not chr(code).isalnum():
            table[code] = " "
    for code in (0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0xB7, 0xD7, 0xF7):
        table[code] = " "
    for marks in _MARKS:
        table.update(dict.fromkeys(marks, ""))
    table.update({ord(mark): "" for mark in _APOSTROPHES})
    table.update({ord(letter): spelled for letter, spelled in _LATIN.items()})
    table.update({ord(letter): chr(_FIRST_CYRILLIC + at) for at, letter in enumerate(_CYRILLIC)})
    table.update({ord(letter): chr(_FIRST_ARABIC + at) for at, letter in enumerate(_ARABIC)})
    table.update({ord(letter): table[ord(base)] for letter, base in _ALIKE.items()})
    return table


_TABLE = _table()


def sort_key(text: str) -> str:
    """Return a key for sorting names and for finding them by their beginning.

    Commas part the key into fields ("Müller, Anna" comes before "Müller-Behrens, Anna"), blanks and hyphens into words.
    Latin comes first, then Cyrillic, then Arabic letters, each in its own order.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    fields = ("-".join(part.translate(_TABLE).split()) for part in plain.casefold().split(","))
    return " ".join(part for part in fields if part)
