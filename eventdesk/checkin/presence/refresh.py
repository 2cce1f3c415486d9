"""Keeps the tables of presence true, inside every transaction."""

from itertools import groupby
from zoneinfo import ZoneInfo

from eventdesk.checkin.presence import records
from eventdesk.checkin.presence.stay import UNKNOWN_PERSON, Basis, Calendar, Shares, Stay, shares, stays
from eventdesk.store.access import Reader, Writer
from eventdesk.store.derived import Refresher, Touched
from eventdesk.store.settings import details

_ZONE = "zone"
_FEW = 1000
"""Up to so many people are counted anew one by one; for more it is quicker to count all."""


def refresher() -> Refresher:
    """Return what keeps presence true when scans, people, points or the event's zone change."""
    return Refresher(frozenset({"scan", "person", "point", "setting"}), _refresh, _rebuild)


def _refresh(writer: Writer, touched: Touched) -> None:
    stored = records.stored_basis(writer)
    if not stored or "setting" in touched or "point" in touched:
        present = _present_basis(writer)
        if present != stored:
            if _counts_otherwise(writer, stored, present):
                _rebuild(writer)
                return
            records.put_basis(writer, present)
            stored = present
    edited = touched.get("person", frozenset())
    scanned = records.people_of(writer, touched.get("scan", ()))
    if len(edited | scanned) > _FEW:
        _rebuild(writer)
        return
    basis = _basis(stored)
    calendar = Calendar(basis.zone)
    for person in edited | scanned:
        _recount(writer, person, basis, calendar, edited=person in edited)


def _present_basis(reader: Reader) -> dict[str, str]:
    kinds = {str(point): kind for point, kind in records.point_kinds(reader).items()}
    return {_ZONE: details(reader).timezone, **kinds}


def _counts_otherwise(reader: Reader, stored: dict[str, str], present: dict[str, str]) -> bool:
    """Say whether scans that were counted by the stored basis count otherwise by the present one."""
    if stored.get(_ZONE) != present[_ZONE]:
        return records.any_scan(reader)
    different = {key for key in stored.keys() | present.keys() if stored.get(key) != present.get(key)}
    return records.any_scan(reader, [int(key) for key in different])


def _basis(stored: dict[str, str]) -> Basis:
    kinds = {int(key): value for key, value in stored.items() if key != _ZONE}
    return Basis(ZoneInfo(stored[_ZONE]), kinds)


def _recount(writer: Writer, person: int, basis: Basis, calendar: Calendar, *, edited: bool) -> None:
    """Count one person anew and add what is different to the tallies."""
    standing = records.standing(writer, person)
    old_standing = records.counted_standing(writer, person) if edited else standing
    if standing != old_standing:
        records.put_standing(writer, person, standing)
    old_stays = records.stays_of(writer, person)
    present = stays(records.scans_of(writer, person), basis, calendar)
    for key in old_stays.keys() - present.keys():
        records.drop_stay(writer, old_stays[key])
    for key, stay in present.items():
        if old_stays.get(key) != stay:
            records.put_stay(writer, stay)
    difference = shares(standing or UNKNOWN_PERSON, present.values())
    difference.subtract(shares(old_standing or UNKNOWN_PERSON, old_stays.values()))
    _add_to_tallies(writer, difference)


def _add_to_tallies(writer: Writer, counted: Shares) -> None:
    cells: dict[tuple[str, int, str], list[int]] = {}
    for (day, point, roles, figure), number in counted.items():
        if number:
            cells.setdefault((day, point, roles), [0, 0, 0])[figure] = number
    for key, figures in cells.items():
        records.add_to_tally(writer, key, figures)


def _rebuild(writer: Writer) -> None:
    records.clear(writer)
    present = _present_basis(writer)
    records.put_basis(writer, present)
    basis = _basis(present)
    calendar = Calendar(basis.zone)
    records.fill_standings(writer)
    total: Shares = Shares()
    for standing, people in records.counted_alike(writer):
        total.update({key: people * share for key, share in shares(standing, ()).items()})
    fresh: list[Stay] = []
    for person, scans in groupby(records.all_scans(writer), key=lambda scan: scan.person):
        found = stays(scans, basis, calendar).values()
        fresh += found
        standing = records.counted_standing(writer, person) or UNKNOWN_PERSON
        total.update(shares(standing._replace(expected=0), found))
    records.put_stays(writer, fresh)
    _add_to_tallies(writer, total)
