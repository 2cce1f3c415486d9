"""Numbers as people write them."""

from eventdesk.words import Words


def decimal_text(words: Words, value: float, places: int) -> str:
    """Return a number with as many places as it needs at most, with the decimal sign of the language."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if words.language == "de" else text
