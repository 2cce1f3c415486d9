"""What a spreadsheet might run, told in another way than the code that guards against it."""

import unicodedata

_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Cn", "Co"}


def dangerous(cell: str) -> bool:
    """Say whether some program may take a cell for a formula: one that drops the unseen and knows all signs."""
    seen = "".join(letter for letter in cell if unicodedata.category(letter) not in _UNSEEN)
    return cell[:1] in {"\t", "\r", "\n"} or unicodedata.normalize("NFKC", seen)[:1] in {"=", "+", "-", "@"}
