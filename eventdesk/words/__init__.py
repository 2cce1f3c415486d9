"""Sentences for people, in the language of the desk or of the event.

The messages in the code are English; the catalogues in `resources/translations` hold German and English.
"""

import gettext
from collections.abc import Mapping

from eventdesk import paths

LANGUAGES = ("de", "en")


def mark(message: str) -> str:
    """Mark a message for the catalogue where it stands in a table; it is translated when shown."""
    return message


def preferred_language(environment: Mapping[str, str]) -> str:
    """Return the language that the system speaks, as far as we do; German where it says nothing."""
    for name in ("EVENTDESK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        language = environment.get(name, "")[:2].lower()
        if language in LANGUAGES:
            return language
        if language and environment[name].upper().split(".")[0] not in {"C", "POSIX"}:
            return "en"
    return "de"


class Words:
    """One language. Hand it to whoever speaks to people; nothing here is global."""

    def __init__(self, language: str) -> None:
        """Load the catalogue of `language` ("de" or "en"); any other language gets English."""
        self.language = language if language in LANGUAGES else "en"
        self._catalogue = gettext.translation(
            "eventdesk", paths.resources() / "translations", languages=[self.language], fallback=True
        )

    def t(self, message: str, /, **values: object) -> str:
        """Translate `message` and put `values` where it names them in braces."""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Translate a message that depends on `count`, which it may name as {count}."""
        return self._catalogue.ngettext(one, many, count).format(count=count, **values)
