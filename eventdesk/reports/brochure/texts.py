"""What an organiser writes for the brochure: its title, the greeting, the imprint."""

from dataclasses import dataclass, fields

from eventdesk.store import settings
from eventdesk.store.access import Reader, Writer

PREFIX = "brochure."


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a brochure, each empty if nothing was written; an empty line in them begins a paragraph.

    Without a title the brochure is called like the event. `greeted_by` stands below the greeting, line by line.
    """

    title: str = ""
    subtitle: str = ""
    greeting: str = ""
    greeted_by: str = ""
    imprint: str = ""


NAMES = tuple(field.name for field in fields(Texts))


def texts_of(reader: Reader) -> Texts:
    """Return what was written for the brochure of this event."""
    stored = settings.beginning_with(reader, PREFIX)
    return Texts(**{name: stored.get(name, "") for name in NAMES})


def put_texts(writer: Writer, texts: Texts) -> None:
    """Write the texts; an empty one is forgotten."""
    for name in NAMES:
        text = str(getattr(texts, name)).strip()
        if text:
            settings.put(writer, f"{PREFIX}{name}", text)
        else:
            settings.drop(writer, f"{PREFIX}{name}")
