"""Automatic backups: when one is due, which are kept, where they lie; no good one goes before there is a new one."""

import errno
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk import backups
from eventdesk.backups import copies, keeping, places
from eventdesk.backups.copies import Backup, Occasion
from eventdesk.codes import Fault
from eventdesk.desk import create_event, open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.finishing.ending import finish, leftovers
from eventdesk.finishing.erasing import erase_person
from eventdesk.store import backup as store_backup
from eventdesk.store.belt import Belt
from tests.clock import FakeClock
from tests.core.backups import day
from tests.core.backups.belts import silent, whole

NOON = datetime(2027, 3, 6, 12, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def made(at: datetime, last: int, occasion: Occasion = Occasion.AUTO, *, restored: str = "", votes: int = 0) -> Backup:
    """Return a backup that lies nowhere."""
    name = Path(f"/b/{at:%d-%H-%M-%S} {occasion} {last}{restored}")
    return Backup(name, at, 0, 0, 1, occasion, last, restored, votes)


@pytest.mark.parametrize(
    ("last", "changed", "due"),
    [
        (None, None, False),
        (None, 0, True),
        (10, None, False),
        (10, 11, False),  # a backup before the last change, eleven minutes ago
        (10, 3, True),
        (4, 3, False),
        (5, 1, True),
        (-3, 1, True),  # from a time to come: the clock was set back
    ],
)
def test_one_is_due_five_minutes_after_the_last_if_something_changed(
    last: int | None, changed: int | None, due: bool
) -> None:
    at, changed_at = (None if ago is None else NOON - ago * MINUTE for ago in (last, changed))
    assert keeping.is_due(at, changed_at, NOON) is due


def test_twelve_of_five_minutes_and_twelve_of_an_hour_are_kept() -> None:
    found: list[Backup] = []
    for number in range(24 * 12):  # a day and a night, pruned each time
        now = NOON + number * 5 * MINUTE
        found.append(made(now, number))
        gone = keeping.superfluous(found, now)
        found = [each for each in found if each not in gone]
        assert found[-1].at == now
    ages = [(NOON + 23 * HOUR + 55 * MINUTE - each.at) / MINUTE for each in reversed(found)]
    assert ages[:12] == [5.0 * each for each in range(12)]
    assert ages[12:] == [60.0 * each for each in range(1, 12)]


def test_what_was_made_before_a_large_step_stays_for_six_of_them() -> None:
    before = [made(NOON - each * MINUTE, 100 - each, Occasion.BEFORE) for each in range(2, 10)]
    auto = [made(NOON - each * 5 * MINUTE, 100 - 5 * each) for each in range(30)]
    by_hand = made(NOON - 900 * HOUR, 1, Occasion.BY_HAND)
    gone = keeping.superfluous([*before, *auto, by_hand], NOON)
    assert [each for each in before if each in gone] == before[6:]
    assert by_hand not in gone
    assert keeping.superfluous([by_hand], NOON) == []


def test_a_clock_that_was_set_back_takes_nothing_away_that_is_new() -> None:
    ahead = [made(NOON + 24 * HOUR + each * 5 * MINUTE, each) for each in range(12)]
    since = [made(NOON - each * 5 * MINUTE, 40 - each) for each in range(12)]
    gone = keeping.superfluous([*ahead, *since], NOON)
    assert gone == ahead[-4::-1]
    assert keeping.newest([*ahead, *since]) == since[0]


def test_what_was_restored_is_newer_than_what_broke() -> None:
    broke, restored = made(NOON, 500), made(NOON + HOUR, 480, restored="2027-03-06T12:30:00.000Z")
    assert keeping.newest([restored, broke]) == restored


def test_two_backups_with_a_vote_between_them_are_never_kept() -> None:
    """The votes of a poll are public in the end; what is different between two backups may be one ballot."""
    found = [made(NOON - each * 5 * MINUTE, 50 - each, votes=votes) for each, votes in enumerate((7, 7, 6, 1, 0, 0))]
    assert [each.votes for each in keeping.superfluous(found, NOON)] == [6, 1]


def test_little_room_keeps_the_three_newest() -> None:
    found = [made(NOON - each * 5 * MINUTE, 50 - each) for each in range(8)]
    by_hand = made(NOON - 9 * HOUR, 1, Occasion.BY_HAND)
    assert keeping.superfluous([*found, by_hand], NOON, scarce=True) == found[3:]


moments = st.datetimes(datetime(2027, 3, 1), datetime(2027, 3, 9)).map(lambda each: each.replace(tzinfo=UTC))  # noqa: DTZ001
any_backup = st.builds(made, moments, st.integers(0, 60), st.sampled_from(Occasion), votes=st.integers(0, 3))


@settings(max_examples=60, deadline=None)
@given(found=st.lists(any_backup, max_size=60, unique_by=lambda each: each.path), now=moments, scarce=st.booleans())
def test_the_newest_and_those_made_by_hand_always_stay(found: list[Backup], now: datetime, scarce: bool) -> None:
    gone = keeping.superfluous(found, now, scarce=scarce)
    ours = [each for each in found if each.occasion]
    assert all(each.occasion for each in gone)
    assert keeping.newest(ours) not in gone
    left = [each for each in found if each not in gone]
    assert keeping.superfluous(left, now, scarce=scarce) == []
    assert len([each for each in left if each.occasion]) <= 3 + 12 + 12 + 6


def test_it_lies_on_the_system_disk_and_at_the_second_place(event: Event, home: Path, stick: Path) -> None:
    day.added(event, "Elif")
    kept = keeping.keep(whole(event), keeping.wanted(home, event, second=stick), silent)
    assert (kept.own_fault, kept.second_fault) == (None, None)
    assert kept.backup.path.parent == places.own_folder(home, event.event_id)
    assert kept.backup.path.name == "test 2017-03-06 09-00-00 auto.eventdesk"
    assert kept.backup.occasion is Occasion.AUTO
    found = keeping.automatic(home, event)()
    assert {each.path.parent for each in found} == {stick, kept.backup.path.parent}
    for each in found:
        with open_event(each.path) as copy:
            assert copy.latest == event.latest
    assert places.event_of(home, event.path) == event.event_id
    assert copies.plain_stem(kept.backup.path) == event.path.stem


def test_a_second_place_that_is_not_there_is_said_and_the_first_goes_on(
    event: Event, home: Path, tmp_path: Path
) -> None:
    kept = keeping.keep(whole(event), keeping.wanted(home, event, second=tmp_path / "gone"), silent)
    assert kept.backup.path.is_file()
    assert kept.second_fault is not None
    assert kept.second_fault.details["path"] == str(tmp_path / "gone")
    assert not (tmp_path / "gone").exists()


def test_where_the_own_folder_cannot_be_written_the_second_place_goes_on(event: Event, home: Path, stick: Path) -> None:
    home.mkdir()
    (home / "backups").write_text("a file in the way", encoding="utf-8")
    kept = keeping.keep(whole(event), keeping.wanted(home, event, second=stick), silent)
    assert kept.backup.path.parent == stick
    assert kept.own_fault is not None
    nowhere = Belt()
    with pytest.raises(KnownError) as fault:
        keeping.keep(nowhere, keeping.wanted(home, event), silent)
    assert fault.value.fault is Fault.CANNOT_WRITE
    assert nowhere.given_up


def test_backups_leave_room_for_the_event_itself(
    event: Event, home: Path, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    for _ in range(6):
        clock.advance(minutes=6)
        day.added(event, "Elif")
        keeping.keep_now(home, event, Occasion.BEFORE)
    monkeypatch.setattr(keeping, "free_bytes", lambda _path: 500_000_000)
    keeping.keep_now(home, event, Occasion.AUTO)
    left = keeping.automatic(home, event)()
    assert len(left) == 3
    monkeypatch.setattr(keeping, "free_bytes", lambda _path: 50_000_000)
    with pytest.raises(KnownError) as fault:
        keeping.keep_now(home, event, Occasion.AUTO)
    assert fault.value.details["reason"] == os.strerror(errno.ENOSPC)
    assert keeping.automatic(home, event)() == left


def test_an_older_one_goes_only_after_the_new_one_was_read_through(
    event: Event, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = keeping.keep_now(home, event, Occasion.AUTO).backup.path
    monkeypatch.setattr(keeping, "superfluous", lambda found, _now, **_: [each for each in found if each.path == good])
    torn = whole(event)
    torn._pieces.queue[0] = type(torn._pieces.queue[0])(0, event.path.read_bytes()[:5000] + bytes(200_000))
    with pytest.raises(KnownError) as fault:
        keeping.keep(torn, keeping.wanted(home, event), silent)
    assert fault.value.fault is Fault.DAMAGED
    assert good.is_file()
    assert [each.path for each in keeping.automatic(home, event)()] == [good]
    keeping.keep(whole(event), keeping.wanted(home, event), silent)
    assert not good.exists()


def test_a_copy_of_another_event_is_no_backup(event: Event, home: Path, tmp_path: Path) -> None:
    with create_event(tmp_path / "other.eventdesk") as other:
        with pytest.raises(KnownError) as fault:
            keeping.keep(whole(other), keeping.wanted(home, event), silent)
        assert fault.value.fault is Fault.DAMAGED
    assert keeping.automatic(home, event)() == []


def test_before_a_large_step_one_is_kept_unless_it_is_there(event: Event, home: Path, stick: Path) -> None:
    places.remember(home, event.event_id, folder=stick)
    day.added(event, "Elif")
    assert keeping.lags(event, keeping.automatic(home, event)())
    kept = keeping.keep_before(home, event)
    assert kept is not None
    assert kept.backup.occasion is Occasion.BEFORE
    assert len(list(stick.glob("*before.eventdesk"))) == 1
    assert not keeping.lags(event, keeping.automatic(home, event)())
    assert keeping.keep_before(home, event) is None


def test_whoever_is_erased_is_in_no_automatic_backup_any_more(
    event: Event, home: Path, stick: Path, tmp_path: Path
) -> None:
    person = day.added(event, "Zuzanna")
    kept = keeping.keep(whole(event), keeping.wanted(home, event, second=stick), silent)
    by_hand = backups.backup_path(event, stick)
    store_backup.write_from(whole(event), by_hand, silent)
    assert erase_person(event, person.id).backups_left == ()
    assert list(stick.iterdir()) == [by_hand]
    assert not kept.backup.path.exists()
    assert leftovers(event, []).backups == (by_hand,)


def test_a_finished_event_leaves_nothing_in_the_folder_of_the_desk(event: Event, home: Path, stick: Path) -> None:
    day.added(event, "Zuzanna")
    keeping.keep(whole(event), keeping.wanted(home, event, second=stick), silent)
    own = places.own_folder(home, event.event_id)
    aside = event.path.with_name(f"{event.path.name}.damaged-2")
    stray = event.path.with_name(f"{event.path.name}-journal.stray")
    for each in (aside, stray):
        each.write_bytes(b"Zuzanna Demirtas")
    found = leftovers(event, [])
    day.added(event, "Elif")
    later = keeping.keep_now(home, event, Occasion.AUTO)
    event.close()
    done = finish(event.path, delete=found.backups)
    assert {aside, stray, later.backup.path} <= set(done.deleted)
    assert (done.kept, done.traces) == ((), 0)
    assert not own.exists()
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("event_id", ["", "../../etc", "a/b", "x" * 300, "0" * 32])
def test_the_folder_of_an_event_is_inside_the_home_whatever_its_id(home: Path, event_id: str) -> None:
    own = places.own_folder(home, event_id)
    assert own.parent == home / "backups"
    places.remember(home, event_id, file=home / "a.eventdesk", folder=home / "b")
    assert places.event_of(home, home / "a.eventdesk") == event_id
    assert places.folders_of(home, event_id) == (own, home / "b")


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"event": 1, "files": 3, "folders": []}', "\0", '{"event":'])
def test_a_list_of_places_that_nobody_understands_is_no_list(home: Path, content: str) -> None:
    places.remember(home, "0" * 32, file=home / "a.eventdesk")
    (places.own_folder(home, "0" * 32) / places.LIST).write_text(content, encoding="utf-8")
    assert places.event_of(home, home / "a.eventdesk") == ""
    assert places.known_of(home, "0" * 32) == places.Known()


def test_only_the_latest_places_are_remembered(home: Path) -> None:
    for number in range(30):
        places.remember(home, "0" * 32, file=home / f"{number}.eventdesk")
    assert len(places.known_of(home, "0" * 32).files) == 20
    assert places.event_of(home, home / "3.eventdesk") == ""
    assert places.event_of(home, home / "29.eventdesk") == "0" * 32


@pytest.mark.parametrize(
    ("name", "stem", "occasion"),
    [
        ("Fair 2027-03-06 09-41-00.eventdesk", "Fair", Occasion.BY_HAND),
        ("Fair 2027-03-06 09-41-00-2.eventdesk", "Fair", Occasion.BY_HAND),
        ("Fair 2027-03-06 09-41-00 auto.eventdesk", "Fair", Occasion.AUTO),
        ("Fair 2027-03-06 09-41-00 before-3.eventdesk", "Fair", Occasion.BEFORE),
        ("Fair auto.eventdesk", "Fair auto", Occasion.BY_HAND),
    ],
)
def test_a_name_tells_why_a_backup_was_made(name: str, stem: str, occasion: Occasion) -> None:
    assert copies.plain_stem(Path(name)) == stem
    assert copies.occasion_of(Path(name)) is occasion


@pytest.fixture(autouse=True)
def closed(event: Event) -> Iterator[None]:
    yield
    event.close()


def test_a_rehearsal_in_a_copy_is_no_backup_of_the_file(
    event: Event, home: Path, tmp_path: Path, clock: FakeClock
) -> None:
    """A copy has the event's id, and its entries go up faster: that must not stand for what is in the file itself."""
    day.added(event, "Elif")
    earlier = keeping.keep_now(home, event, Occasion.AUTO).backup.path
    event.backup(tmp_path / "rehearsal.eventdesk")
    with open_event(tmp_path / "rehearsal.eventdesk", clock=clock) as copy:
        for number in range(5):
            day.added(copy, f"Probe {number}")
        theirs = [keeping.keep_now(home, copy, Occasion.AUTO).backup.path for _ in range(2)]
        assert not keeping.lags(copy, keeping.automatic(home, copy)())
    day.added(event, "Jörn")
    found = keeping.automatic(home, event)()
    assert {each.path for each in found} == {earlier, *theirs}
    assert [each.path for each in keeping.of_this_file(event, found)] == [earlier]
    assert keeping.lags(event, found)
    kept = keeping.keep_before(home, event)
    assert kept is not None
    assert kept.removed == 0
    assert not keeping.lags(event, keeping.automatic(home, event)())
    assert all(path.exists() for path in theirs)
