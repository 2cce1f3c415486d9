"""How papers after the day say how long something took."""

from eventdesk.words import Words

_QUARTERS = ("", "¼", "½", "¾")


def hours_text(words: Words, minutes: int) -> str:
    """Return "7½ hours", to the nearest quarter of an hour; what is less than that in minutes, "0 minutes" included."""
    quarters = round(minutes / 15)
    if quarters < 2:
        return words.n("{count} minute", "{count} minutes", minutes)
    whole, rest = divmod(quarters, 4)
    told = f"{whole or ''}{_QUARTERS[rest]}"
    return words.n("{hours} hour", "{hours} hours", 1 if quarters <= 4 else 2, hours=told)
