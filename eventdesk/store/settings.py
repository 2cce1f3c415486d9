"""The event's own settings: one journaled row per key, with an id made from the key so that desks agree on it."""

import hashlib
from dataclasses import dataclass, fields, replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from eventdesk.store.access import ID_BITS, Reader, Writer


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What this event is. Times are local ISO text of the event's `timezone`; unknown texts are empty.

    `contact` is whom a desk calls when it cannot decide: a name and a number, as the organiser wrote it.
    """

    title: str = ""
    subtitle: str = ""
    starts: str = ""
    ends: str = ""
    venue: str = ""
    address: str = ""
    organiser: str = ""
    contact: str = ""
    language: str = "de"
    series: str = ""
    number: str = ""
    timezone: str = "Europe/Berlin"

    def save(self, writer: Writer) -> None:
        """Write all fields."""
        for field in fields(self):
            put(writer, field.name, getattr(self, field.name))


def _key_id(key: str) -> int:
    digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> (64 - ID_BITS) | 1


def put(writer: Writer, key: str, value: str) -> None:
    """Set one key; writes nothing if it already has this value."""
    present = get(writer, key)
    if present is None:
        writer.insert("setting", {"id": _key_id(key), "key": key, "value": value})
    elif present != value:
        writer.update("setting", _key_id(key), {"value": value})


def drop(writer: Writer, key: str) -> None:
    """Forget one key; writes nothing if there is none."""
    if get(writer, key) is not None:
        writer.delete("setting", _key_id(key))


def beginning_with(reader: Reader, start: str) -> dict[str, str]:
    """Return the settings whose keys begin so, by the rest of their keys."""
    rows = reader.rows("SELECT key, value FROM setting WHERE substr(key, 1, ?) = ? ORDER BY key", len(start), start)
    return {row["key"][len(start) :]: row["value"] for row in rows}


def get(reader: Reader, key: str) -> str | None:
    """Return one value, or None."""
    value: str | None = reader.value("SELECT value FROM setting WHERE id = ?", _key_id(key))
    return value


def all_of(reader: Reader) -> dict[str, str]:
    """Return all settings by key."""
    return {row["key"]: row["value"] for row in reader.rows("SELECT key, value FROM setting ORDER BY key")}


def details(reader: Reader) -> EventDetails:
    """Return the event's details; keys that the file lacks, and a zone that is none, keep their default."""
    stored = all_of(reader)
    known = {field.name: stored[field.name] for field in fields(EventDetails) if field.name in stored}
    if not is_zone(known.get("timezone", EventDetails().timezone)):
        del known["timezone"]
    return replace(EventDetails(), **known)


def zone(name: str) -> ZoneInfo:
    """Return the time zone of this name; the usual one if there is none."""
    return ZoneInfo(name if is_zone(name) else EventDetails().timezone)


def is_zone(name: str) -> bool:
    """Say whether there is a time zone of this name."""
    try:
        return bool(ZoneInfo(name).key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
