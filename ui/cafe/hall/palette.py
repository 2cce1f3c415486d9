"""The colours of sectors: strong enough for a small dot, each with an edge of its own beside letters."""

from collections.abc import Sequence

EDGE = "#6b7890"
_KNOWN = {
    "civil_society": "#63c4b0",
    "administration": "#a98be0",
    "business": "#f0ac55",
    "politics": "#e57f9f",
}
_OTHERS = ("#74abe8", "#b9b761", "#c99a7b", "#9aa7bd")


def colours_of(sectors: Sequence[str]) -> dict[str, str]:
    """Return a colour for each sector; one that is not known takes the next that is free."""
    found: dict[str, str] = {}
    others = 0
    for sector in sectors:
        if sector in _KNOWN:
            found[sector] = _KNOWN[sector]
        else:
            found[sector] = _OTHERS[others % len(_OTHERS)]
            others += 1
    return found
