"""A damaged file is kept as it is, a backup takes its place, and what was done since comes back as far as it can."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from eventdesk.backups import copies, places, recovering
from eventdesk.backups.copies import Occasion
from eventdesk.backups.keeping import keep_now
from eventdesk.backups.recovering import Lost, Source
from eventdesk.checkin.actions import walk_in
from eventdesk.checkin.point import Point
from eventdesk.codes import Fault, Op, WhyLeft
from eventdesk.desk import create_event, open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event, EventDetails
from eventdesk.finishing.erasing import erase_person
from eventdesk.people import records as people
from tests.clock import FakeClock
from tests.core.backups import day


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def door(event: Event, home: Path) -> Point:
    """Return the door of an event with a backup, after which more was done."""
    found = day.filled(event, 40)
    day.morning(event, found, since=0, until=8)
    day.kept(event, home)
    return found


def restored(path: Path, home: Path, clock: FakeClock) -> tuple[Event, recovering.Losses]:
    """Put a file aside, restore the newest backup, and read what was done since."""
    offers = recovering.offers(path, home)
    aside = recovering.set_aside(path)
    target = recovering.restore(offers[0], recovering.new_path(path))
    return open_event(target, desk="Schalter 2", clock=clock), recovering.lost_since(aside, offers[0].backup.path)


def test_all_that_was_done_since_comes_back_where_the_journal_can_be_read(
    event: Event, door: Point, home: Path, clock: FakeClock
) -> None:
    clock.advance(minutes=4)
    day.morning(event, door, since=8, until=20)
    before = day.rows(event)
    event.close()
    with sqlite3.connect(event.path) as other:  # an index is broken, the tables are not
        (page,) = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'scan_person'").fetchone()
    other.close()
    day.broken(event.path, [page])
    with pytest.raises(KnownError) as fault:
        open_event(event.path)
    assert fault.value.fault is Fault.DAMAGED
    made, lost = restored(event.path, home, clock)
    with made:
        assert lost.complete
        taken = recovering.take_over(made, lost)
        assert (taken.applied, taken.left) == (len(lost.deeds), ())
        assert day.rows(made) == before
        assert all(result is True for result in made.verify().values()), made.verify()
        assert recovering.take_over(made, lost).applied == 0
        assert made.undo().entry.op is Op.EDIT_PERSON  # type: ignore[union-attr]  # as before: the latest was undone already


def test_where_nothing_was_done_since_nothing_is_lost(event: Event, door: Point, home: Path) -> None:
    event.close()
    (offer,) = recovering.offers(event.path, home)
    lost = recovering.lost_since(event.path, offer.backup.path)
    assert lost == recovering.Losses()
    assert not lost


def test_a_file_of_nothing_is_no_fault(event: Event, door: Point, home: Path, tmp_path: Path) -> None:
    event.close()
    (offer,) = recovering.offers(event.path, home)
    for content in (b"", b"Dear all", bytes(10000), event.path.read_bytes()[:5000], random.Random(1).randbytes(50_000)):
        bad = tmp_path / "bad.eventdesk"
        bad.write_bytes(content)
        lost = recovering.lost_since(bad, offer.backup.path)
        assert (lost.deeds, lost.complete) == ((), False)
    assert not recovering.lost_since(tmp_path / "gone.eventdesk", offer.backup.path).complete


def test_what_stands_in_the_journal_of_an_interrupted_step_is_no_loss(
    event: Event, door: Point, home: Path, clock: FakeClock
) -> None:
    day.morning(event, door, since=8, until=12)
    before = day.rows(event)
    event.close()
    other = sqlite3.connect(event.path, isolation_level=None)
    other.execute("PRAGMA cache_size=1")
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM change")
    other.execute("UPDATE person SET note = 'half'")
    aside = event.path.with_name(f"{event.path.name}.damaged")
    for side in ("", "-journal"):
        shutil.copy(f"{event.path}{side}", f"{aside}{side}")
    other.close()
    (offer,) = recovering.offers(event.path, home)
    lost = recovering.lost_since(aside, offer.backup.path)
    target = recovering.restore(offer, recovering.new_path(event.path))
    with open_event(target, clock=clock) as made:
        assert recovering.take_over(made, lost).left == ()
        assert day.rows(made) == before


def test_what_cannot_be_done_again_is_listed_with_who_and_why(
    event: Event, door: Point, home: Path, clock: FakeClock
) -> None:
    gone, stays = (day.added(event, name) for name in ("Elif", "Oksana"))
    places.remember(home, event.event_id, file=event.path)
    backup = copies.open_copy(day.kept(event, home).path, event.path.with_name("by hand.eventdesk"))
    erase_person(event, gone.id)
    day.morning(event, door, since=8, until=10)
    event.close()
    (offer,) = recovering.offers(event.path, home, [event.path.parent])
    assert offer.backup.path == backup
    made, lost = restored(event.path, home, clock)
    with made, made.transact(Op.EDIT_PERSON, "somebody") as tx:
        for each in people.everyone(made.db):
            tx.update("person", each.id, {"organisation": "Anders"})
    with open_event(made.path, clock=clock) as made:
        taken = recovering.take_over(made, lost)
    why = {each.op: (each.why, each.who) for each in taken.left}
    assert why[Op.ERASE_PERSON] == (WhyLeft.ERASED, "")
    assert why[Op.EDIT_PERSON][0] is WhyLeft.OVERTAKEN
    assert why[Op.EDIT_PERSON][1].startswith("Gast ")
    assert taken.applied == len(lost.deeds) - 2
    assert stays.name


def test_what_was_taken_back_anyway_is_on_no_list(
    event: Event, door: Point, home: Path, tmp_path: Path, clock: FakeClock
) -> None:
    day.morning(event, door, since=8, until=10)
    event.undo()
    event.close()
    (offer,) = recovering.offers(event.path, home)
    lost = recovering.lost_since(event.path, offer.backup.path)
    with open_event(recovering.restore(offer, tmp_path / "r.eventdesk"), clock=clock) as made:
        listed = recovering.left_of(made, lost)
        assert [each.op for each in listed] == [Op.CHECK_IN, Op.CHECK_IN, Op.WALK_IN]
        assert [each.who for each in listed if each.op is Op.WALK_IN] == ["Mariam Haidari-8"]
        assert all(each.desk == "Schalter 1" and each.at == clock() for each in listed)


def test_a_damaged_file_goes_aside_with_what_lies_beside_it_and_over_nothing(tmp_path: Path) -> None:
    path = tmp_path / "day.eventdesk"
    (tmp_path / "day.eventdesk.damaged-2-wal").write_bytes(b"somebody else's")
    for number, ending in enumerate(("", "-3")):
        for side in ("", "-journal", "-wal"):
            (tmp_path / f"day.eventdesk{side}").write_bytes(b"%d" % number)
        aside = recovering.set_aside(path)
        assert aside.name == f"day.eventdesk.damaged{ending}"
        assert {each.read_bytes() for each in tmp_path.glob(f"{aside.name}*") if "-2" not in each.name} >= {
            b"%d" % number
        }
        assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"%d" % number
    assert (tmp_path / "day.eventdesk.damaged-2-wal").read_bytes() == b"somebody else's"
    assert not list(tmp_path.glob("day.eventdesk-*"))
    with pytest.raises(KnownError) as fault:
        recovering.set_aside(path)
    assert fault.value.fault is Fault.CANNOT_WRITE


def test_backups_are_offered_from_wherever_they_lie_newest_first(
    event: Event, door: Point, home: Path, tmp_path: Path, clock: FakeClock
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    day.added(event, "Elif")
    event.backup(copies.backup_path(event, stick))
    clock.advance(minutes=-90)  # somebody sets the clock right
    day.added(event, "Oksana")
    event.backup(copies.backup_path(event, tmp_path))
    event.close()
    event.path.write_bytes(b"")
    found = recovering.offers(event.path, home, [stick])
    assert [each.source for each in found] == [Source.BESIDE, Source.SECOND, Source.OWN]
    assert [each.backup.people for each in found] == [44 - 1, 42, 41]
    assert recovering.can_help(event.path, Fault.NOT_OURS, home)
    assert not recovering.can_help(event.path, Fault.ALREADY_OPEN, home)


def test_without_any_memory_those_with_the_same_name_are_offered(event: Event, door: Point, tmp_path: Path) -> None:
    day.added(event, "Elif")
    beside = copies.backup_path(event, tmp_path)
    event.backup(beside)
    event.close()
    event.path.unlink()
    nobody = tmp_path / "another home"
    assert [each.backup.path for each in recovering.offers(event.path, nobody)] == [beside]
    assert recovering.can_help(event.path, Fault.NO_FILE, nobody)
    assert recovering.offers(tmp_path / "other.eventdesk", nobody) == []
    assert not recovering.can_help(tmp_path / "other.eventdesk", Fault.NO_FILE, nobody)
    pointed_at = recovering.offer_at(beside)
    assert pointed_at is not None
    assert pointed_at.backup.path == beside
    assert recovering.offer_at(event.path) is None


def test_what_was_restored_comes_behind_all_that_was_before(
    event: Event, door: Point, home: Path, clock: FakeClock
) -> None:
    """The old file had more entries when it broke than the restored one has for a while."""
    day.morning(event, door, since=8, until=30)
    day.kept(event, home)
    event.close()
    offers = recovering.offers(event.path, home)
    clock.advance(minutes=30)
    target = recovering.restore(offers[-1], recovering.new_path(event.path))
    with open_event(target, clock=clock) as made:
        day.kept(made, home)
    found = [each for each in recovering.offers(target, home) if each.source is Source.OWN]
    assert [each.backup.last for each in found] == [offers[1].backup.last, offers[0].backup.last, offers[1].backup.last]
    assert {each.backup.occasion for each in found} == {Occasion.AUTO}


@pytest.mark.parametrize(
    ("name", "beside", "made"),
    [
        ("Fest", (), "Fest 2"),
        ("Fest 2", (), "Fest 2 2"),
        ("Fest 2", ("Fest.eventdesk",), "Fest 3"),
        ("Fest 2", ("Fest.eventdesk.damaged",), "Fest 3"),
        ("Fest 2-2", ("Fest.eventdesk.damaged",), "Fest 3"),
        ("Fest 2027", ("Fest.eventdesk",), "Fest 2027 2"),
    ],
)
def test_what_is_restored_once_more_is_counted_on(
    tmp_path: Path, name: str, beside: tuple[str, ...], made: str
) -> None:
    for each in beside:
        (tmp_path / each).write_bytes(b"")
    assert recovering.new_path(tmp_path / f"{name}.eventdesk") == tmp_path / f"{made}.eventdesk"


def test_the_check_in_of_a_newcomer_says_who(event: Event, door: Point, home: Path, clock: FakeClock) -> None:
    walk_in(event, "Mariam Haidari", point=door)
    event.close()
    made, lost = restored(event.path, home, clock)
    with made:
        left = recovering.left_of(made, lost)
    assert [(each.op, each.who) for each in left] == [(Op.WALK_IN, "Mariam Haidari")]


def test_a_check_in_of_a_newcomer_that_was_added_again_by_itself_is_listed(
    event: Event, door: Point, home: Path, clock: FakeClock
) -> None:
    walk_in(event, "Mariam Haidari", point=door)
    event.close()
    made, lost = restored(event.path, home, clock)
    with made:
        check_in_alone = replace(lost, deeds=tuple(each for each in lost.deeds if _op(each) is not Op.WALK_IN))
        left = recovering.left_of(made, check_in_alone)
    assert [each.op for each in left] == [Op.CHECK_IN]


def _op(lost: Lost) -> Op | None:
    return lost.entry.op if lost.entry is not None else None


def test_backups_are_told_by_the_clock_of_the_event(tmp_path: Path, home: Path, clock: FakeClock) -> None:
    details = EventDetails(title="Fernes Treffen", timezone="Asia/Tokyo")
    with create_event(tmp_path / "fern.eventdesk", details=details, clock=clock) as far:
        keep_now(home, far, Occasion.AUTO)
    (offer,) = recovering.offers(far.path, home)
    assert str(offer.backup.at.tzinfo) == "Asia/Tokyo"
    assert offer.backup.at.utcoffset() == timedelta(hours=9)


def test_nothing_is_restored_over_anything(event: Event, door: Point, home: Path, tmp_path: Path) -> None:
    (offer,) = recovering.offers(event.path, home)
    (tmp_path / "there.eventdesk").write_bytes(b"a letter")
    with pytest.raises(KnownError) as fault:
        recovering.restore(offer, tmp_path / "there.eventdesk")
    assert fault.value.fault is Fault.FILE_EXISTS
    day.broken(offer.backup.path, [3])
    with pytest.raises(KnownError) as fault:
        recovering.restore(offer, tmp_path / "new.eventdesk")
    assert fault.value.fault is Fault.DAMAGED
    assert not (tmp_path / "new.eventdesk").exists()


@pytest.fixture(autouse=True)
def closed(event: Event) -> Iterator[None]:
    yield
    event.close()


def test_the_backups_of_a_rehearsal_come_behind_those_of_the_file(
    event: Event, home: Path, tmp_path: Path, clock: FakeClock
) -> None:
    day.added(event, "Elif")
    event.backup(tmp_path / "rehearsal.eventdesk")
    with open_event(tmp_path / "rehearsal.eventdesk", clock=clock) as copy:
        for number in range(5):
            day.added(copy, f"Probe {number}")
        theirs = keep_now(home, copy, Occasion.AUTO).backup.path
    ours = keep_now(home, event, Occasion.AUTO).backup.path
    event.close()
    event.path.write_bytes(b"no event")
    found = recovering.offers(event.path, home)
    assert [(each.backup.path, each.of_this_file) for each in found] == [
        (ours, True),
        *((path, False) for path in (theirs, tmp_path / "rehearsal.eventdesk")),
    ]
    restored = recovering.restore(found[0], recovering.new_path(event.path))
    followed = [each for each in recovering.offers(event.path, home) if each.backup.path == restored]
    assert followed[0].of_this_file
