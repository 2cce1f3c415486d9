"""Keeps up who has a part in which session, so that a scan can say where somebody is expected."""

from eventdesk.panels.records import rebuild_parts, refresh_parts
from eventdesk.store.access import Writer
from eventdesk.store.derived import Refresher, Touched


def refresher() -> Refresher:
    """Return what keeps the parts of the programme true."""
    return Refresher(frozenset({"session"}), _refresh, rebuild_parts)


def _refresh(writer: Writer, touched: Touched) -> None:
    refresh_parts(writer, touched.get("session", frozenset()))
