"""Tables of the World Café come back from the file as they went in."""

import pytest

from eventdesk.cafe import records
from eventdesk.cafe.table import CafeTable
from eventdesk.codes import Op
from eventdesk.event import Event

PLAIN = CafeTable(11, "2", "Wohnen", 8)
FULL = CafeTable(
    *(12, "1", "Arbeit", 10, "P1", "Was hat geholfen?", "Türkisch"), step_free=False, extra={"Farbe": "rot"}
)


@pytest.fixture
def cafe(event: Event) -> Event:
    with event.transact(Op.IMPORT, "café") as tx:
        for table in (PLAIN, FULL):
            records.insert_table(tx, table)
    return event


def test_everything_comes_back_as_it_was(cafe: Event) -> None:
    assert records.tables(cafe.db) == [FULL, PLAIN]
    assert records.counts(cafe.db) == {"tables": 2}


def test_a_host_is_found_and_a_person_without_an_id_hosts_nothing(cafe: Event) -> None:
    assert records.hosted_by(cafe.db, "P1") == ["Arbeit"]
    assert records.hosted_by(cafe.db, "P2") == []
    assert records.hosted_by(cafe.db, "") == []
