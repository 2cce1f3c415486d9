"""Halls, booths and exhibitors come back from the file as they went in."""

import pytest

from eventdesk.codes import Op
from eventdesk.errors import BugError
from eventdesk.event import Event
from eventdesk.fair import records
from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.hall import Hall

HALL = Hall(11, "H1", "Eilenriedehalle", 63_500, 26_000, "h1.png", {"Etage": "1"})
CORNER = Booth(21, "B-14", 11, 0, 0, 3_000, 2_500)
FULL = Booth(
    id=22,
    ref="B-15",
    hall=11,
    x_mm=3_000,
    y_mm=-500,
    width_mm=3_000,
    depth_mm=3_000,
    island="I1",
    rotation=90,
    power=Power.V400,
    wall=True,
    step_free=True,
    state=BoothState.BLOCKED,
    reason="Rohrbruch",
    extra={"Teppich": "blau", "Licht": "ja"},
)
PLAIN = Exhibitor(31, "E1", "Sprachcafé")
PINNED = Exhibitor(
    id=32,
    ref="E2",
    name="Bürgerinitiative Gemeinsam",
    theme="Nachbarschaft",
    sector="civil_society",
    contact="Elif Demirtaş",
    email="elif@example.org",
    phone="+49 511 1",
    size=2,
    power=Power.V230,
    wall=True,
    step_free=True,
    wish_1="I1",
    wish_2="I2",
    competitor="C1",
    session="S1",
    pinned=21,
    priority=3,
    votable=False,
    status=ExhibitorStatus.CONFIRMED,
    blurb="Wir kochen zusammen.",
    setup=Setup.SET_UP,
    furniture="2 Tische",
    extra={"Web": "example.org"},
)


@pytest.fixture
def fair(event: Event) -> Event:
    with event.transact(Op.IMPORT, "fair") as tx:
        records.insert_hall(tx, HALL)
        for booth in (FULL, CORNER):
            records.insert_booth(tx, booth)
        for exhibitor in (PINNED, PLAIN):
            records.insert_exhibitor(tx, exhibitor)
    return event


def test_everything_comes_back_as_it_was(fair: Event) -> None:
    assert records.halls(fair.db) == [HALL]
    assert records.booths(fair.db) == [CORNER, FULL]
    assert records.exhibitors(fair.db) == [PLAIN, PINNED]


def test_rows_come_back_with_their_own_types(fair: Event) -> None:
    booth = records.booths(fair.db)[1]
    assert isinstance(booth.power, Power)
    assert isinstance(booth.state, BoothState)
    assert booth.wall is True
    exhibitor = records.exhibitors(fair.db)[1]
    assert isinstance(exhibitor.status, ExhibitorStatus)
    assert exhibitor.votable is False


def test_counts(fair: Event) -> None:
    assert records.counts(fair.db) == {"exhibitors": 2, "booths": 2, "halls": 1}


def test_one_undo_takes_the_fair_back_with_its_extra_fields(fair: Event) -> None:
    fair.undo()
    assert records.counts(fair.db) == {"exhibitors": 0, "booths": 0, "halls": 0}
    assert fair.db.value("SELECT count(*) FROM extra") == 0


def test_a_booth_without_its_hall_is_refused(event: Event) -> None:
    import sqlite3

    with pytest.raises((sqlite3.IntegrityError, BugError)), event.transact(Op.IMPORT, "booths") as tx:
        records.insert_booth(tx, CORNER)
    assert records.counts(event.db)["booths"] == 0


def test_where_an_exhibitor_is_found(fair: Event) -> None:
    assert records.presence(fair.db, "E2") == records.Presence("B-14", "Eilenriedehalle", "S1")
    assert records.presence(fair.db, "E1") == records.Presence("", "", "")
    assert records.presence(fair.db, "E9") is None


def test_who_stands_somewhere_else_is_found_there(fair: Event) -> None:
    with fair.transact(Op.FAIR_PLACE, "E2") as tx:
        records.put_stands(tx, {32: (22,)})
    assert records.presence(fair.db, "E2") == records.Presence("B-15", "Eilenriedehalle", "S1")
    with fair.transact(Op.FAIR_PLACE, "E2") as tx:
        records.put_stands(tx, {32: (22, 21)})
    assert records.presence(fair.db, "E2") == records.Presence("B-14, B-15", "Eilenriedehalle", "S1")


@pytest.mark.parametrize(
    ("status", "found"),
    [(ExhibitorStatus.CANCELLED, None), (ExhibitorStatus.NO_SHOW, records.Presence("", "", "S1"))],
)
@pytest.mark.parametrize("stands", [True, False])
def test_who_does_not_come_has_no_stand(
    fair: Event, status: ExhibitorStatus, found: records.Presence | None, stands: bool
) -> None:
    with fair.transact(Op.SETTINGS, "E2") as tx:
        tx.update("exhibitor", 32, {"status": status.value})
        if stands:
            records.insert_stand(tx, 32, 21)
    assert records.presence(fair.db, "E2") == found
    assert records.stands(fair.db) == {}
