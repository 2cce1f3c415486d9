"""Backups: taken while the desk works, checked, never over anything; and short looks at files that are not open."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk import backups
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.points import add_point
from eventdesk.codes import Fault, Op
from eventdesk.desk import create_event, open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.actions import add
from eventdesk.people.code import new_code
from eventdesk.people.person import Person
from eventdesk.store import backup
from eventdesk.store import belt as belt_module
from eventdesk.store.access import new_id
from eventdesk.store.belt import Belt, GivenUpError, Piece, Taken
from eventdesk.store.peek import Reach, peek
from tests.clock import FakeClock
from tests.core.backups.belts import silent, whole


@pytest.fixture
def busy(event: Event) -> Event:
    """Return an event where one person has come in."""
    door = add_point(event, "Eingang")
    check_in(event, add(event, Person(0, "Elif", "Demirtaş")).code, door)
    return event


def test_a_photograph_is_the_file(busy: Event, tmp_path: Path) -> None:
    target = backups.backup_path(busy, tmp_path)
    backup.write_from(whole(busy), target, silent)
    with open_event(target) as copy:
        assert copy.details == busy.details
        assert copy.event_id == busy.event_id
        assert all(result is True for result in copy.verify().values())


class Carrier:
    """Takes what is on a belt into bytes, as the other thread takes it into a file; slowly, if so wanted."""

    def __init__(self, belt: Belt) -> None:
        self._belt, self._coming = belt, belt.pieces()
        self.content, self.taken, self.ended = bytearray(), 0, False

    def take(self) -> None:
        """Take one piece if there is one."""
        if self._belt._pieces.empty():
            return
        piece = next(self._coming)
        self.taken += 1
        self.ended = not piece.content
        if self.ended:
            del self.content[piece.at :]
        else:
            self.content[piece.at : piece.at + len(piece.content)] = piece.content


def carried(taking: Iterator[Taken], carrier: Carrier, *, slow: bool = False) -> bytes:
    """Read to the end while the carrier takes, only when it must if it is slow."""
    for taken in taking:
        if taken.waiting or not slow:
            carrier.take()
    while not carrier.ended:
        carrier.take()
    return bytes(carrier.content)


def test_what_comes_in_between_is_in_the_backup(busy: Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(belt_module, "PIECE", 4096)
    belt = Belt()
    taking = busy.photograph(belt)
    for _ in range(3):
        next(taking)
    add(busy, Person(0, "Oksana", "Netschyporenko"))
    content = carried(taking, Carrier(belt), slow=True)
    (tmp_path / "copy.eventdesk").write_bytes(content)
    assert content == busy.path.read_bytes()
    assert peek(tmp_path / "copy.eventdesk").people == 2


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_the_copy_is_the_file_at_one_moment_whatever_happens_meanwhile(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """People come between any two pieces, the file grows, the writer lags: it is the file as it once was."""
    path = tmp_path_factory.mktemp("moving") / "event.eventdesk"
    with pytest.MonkeyPatch.context() as patch, create_event(path) as event:
        patch.setattr(belt_module, "PIECE", 4096)
        belt, meanwhile = Belt(), data.draw(st.lists(st.integers(0, 60), max_size=4))
        carrier, moments = Carrier(belt), [path.read_bytes()]
        for number, taken in enumerate(event.photograph(belt)):
            if number in meanwhile:
                for each in range(4):
                    add(event, Person(0, "Elif", f"{'Demirtaş' * 20}{number}-{each}"))
                moments.append(path.read_bytes())
            if taken.waiting or data.draw(st.booleans()):
                carrier.take()
        while not carrier.ended:
            carrier.take()
        assert bytes(carrier.content) in moments


def test_only_what_changed_is_carried_again(busy: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(belt_module, "PIECE", 4096)
    with busy.transact(Op.IMPORT, "many") as tx:
        for number in range(300):
            people.insert(tx, Person(new_id(), "Elif", f"Demirtaş {number}", code=new_code()))
    pieces = -(-busy.path.stat().st_size // 4096)
    belt = Belt()
    carrier, taking = Carrier(belt), busy.photograph(belt)
    next(taking)
    add(busy, Person(0, "Oksana", "Netschyporenko"))
    assert carried(taking, carrier) == busy.path.read_bytes()
    assert pieces < carrier.taken < 1.5 * pieces


def test_little_is_in_memory_however_large_the_file_is(busy: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(belt_module, "PIECE", 4096)
    belt = Belt()
    taking = busy.photograph(belt)
    stuck = next(taken for taken in taking if taken.waiting)
    assert stuck.done <= belt_module.ON_THE_WAY * 4096 < stuck.total
    assert next(taking).waiting
    taking.close()  # type: ignore[attr-defined]  # it is a generator


def test_whoever_gives_up_at_one_end_is_noticed_at_the_other(busy: Event, tmp_path: Path) -> None:
    belt = Belt()
    taking = busy.photograph(belt)
    next(taking)
    taking.close()  # type: ignore[attr-defined]  # it is a generator
    with pytest.raises(GivenUpError):
        backups.write(belt, tmp_path / "never.eventdesk", silent)
    assert list(tmp_path.glob("*never*")) == []
    nowhere = Belt()
    with pytest.raises(KnownError):
        backups.write(nowhere, tmp_path / "no folder" / "never.eventdesk", silent)
    assert nowhere.given_up
    assert len(list(busy.photograph(nowhere))) <= 1


def test_the_file_stays_locked_while_and_after_it_is_photographed(busy: Event) -> None:
    whole(busy)
    whole(busy)
    script = (
        "import sys\nfrom pathlib import Path\nfrom eventdesk.store.peek import peek\n"
        "print(peek(Path(sys.argv[1])).reach)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(busy.path)], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert said.stdout.strip() == Reach.OPEN_ELSEWHERE


def test_a_broken_photograph_is_no_backup(busy: Event, tmp_path: Path) -> None:
    content = busy.path.read_bytes()
    torn = Belt()
    torn.put(Piece(0, content[: len(content) // 2] + bytes(len(content) - len(content) // 2)))
    torn.put(Piece(len(content)))
    with pytest.raises(KnownError) as fault:
        backup.write_from(torn, tmp_path / "torn.eventdesk", silent)
    assert fault.value.fault is Fault.DAMAGED
    assert not (tmp_path / "torn.eventdesk").exists()
    assert list(tmp_path.glob(".torn*")) == []


def test_nothing_is_written_over(busy: Event, tmp_path: Path) -> None:
    (tmp_path / "there.eventdesk").write_text("a letter", encoding="utf-8")
    with pytest.raises(KnownError) as fault:
        backup.write_from(whole(busy), tmp_path / "there.eventdesk", silent)
    assert fault.value.fault is Fault.FILE_EXISTS
    first = backups.backup_path(busy, tmp_path)
    backup.write_from(whole(busy), first, silent)
    assert backups.backup_path(busy, tmp_path) != first


def test_who_stops_it_leaves_nothing(busy: Event, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(KnownError):
        backup.write_from(whole(busy), tmp_path / "never.eventdesk", stop)
    assert list(tmp_path.glob("*never*")) == []


def test_the_list_holds_copies_of_this_event_only_newest_first(busy: Event, tmp_path: Path, clock: FakeClock) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for number in range(2):
        target = backups.backup_path(busy, stick)
        backup.write_from(whole(busy), target, silent)
        os.utime(target, (1000 + number, 1000 + number))
        clock.advance(seconds=60)
    create_event(stick / "other.eventdesk").close()
    (stick / "letter.eventdesk").write_text("Dear all", encoding="utf-8")
    found = backups.backups_in(stick, busy.event_id, busy.path)
    assert [each.at for each in found] == [datetime.fromtimestamp(at, UTC) for at in (1001, 1000)]
    assert [(each.check_ins, each.people) for each in found] == [(1, 1), (1, 1)]
    assert backups.backups_in(tmp_path / "gone", busy.event_id, busy.path) == []
    assert backups.backups_in(tmp_path, busy.event_id, busy.path) == []


def test_a_copy_gets_a_name_of_its_own(busy: Event, tmp_path: Path) -> None:
    source = backups.backup_path(busy, tmp_path)
    backup.write_from(whole(busy), source, silent)
    assert backups.plain_stem(source) == busy.path.stem
    target = backups.open_copy(source, backups.copy_path(source))
    assert target.name == "test 2.eventdesk"
    assert backups.copy_path(source) != target
    with pytest.raises(KnownError):
        backups.open_copy(source, target)
    with pytest.raises(KnownError) as fault:
        backups.open_copy(tmp_path / "gone.eventdesk", tmp_path / "new.eventdesk")
    assert fault.value.fault is Fault.CANNOT_READ
    assert not (tmp_path / "new.eventdesk").exists()


def test_a_look_at_a_closed_file(busy: Event) -> None:
    busy.close()
    seen = peek(busy.path)
    assert (seen.reach, seen.title, seen.people, seen.checked_in, seen.check_ins) == (
        Reach.READ,
        "4. Integrationskonferenz",
        1,
        1,
        1,
    )
    assert seen.used is not None
    assert sorted(path.name for path in busy.path.parent.iterdir()) == ["test.eventdesk"]


def test_a_look_at_what_is_no_event(tmp_path: Path) -> None:
    letter = tmp_path / "letter.eventdesk"
    letter.write_text("Dear all", encoding="utf-8")
    assert peek(letter).reach is Reach.UNREADABLE
    assert peek(tmp_path / "gone.eventdesk").reach is Reach.GONE
    assert peek(tmp_path).reach is Reach.UNREADABLE


def test_a_look_at_a_damaged_file(busy: Event) -> None:
    busy.close()
    content = busy.path.read_bytes()
    busy.path.write_bytes(content[:100] + bytes(len(content) - 100))
    assert peek(busy.path).reach is Reach.UNREADABLE


def test_a_look_at_a_file_that_was_not_closed_changes_nothing(busy: Event, tmp_path: Path) -> None:
    left = tmp_path / "left.eventdesk"
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('CREATE TABLE big (a)')\n"
        "c.executemany('INSERT INTO big VALUES (?)', [('x' * 4000,) for _ in range(500)])\n"
        "os._exit(1)\n"
    )
    backup.write_from(whole(busy), left, silent)
    subprocess.run([sys.executable, "-c", script, str(left)], check=False)
    journal = left.with_name(left.name + "-journal")
    assert journal.stat().st_size > 0
    before = shutil.copy(journal, tmp_path / "before")
    assert peek(left).reach is Reach.LEFT_OPEN
    assert journal.read_bytes() == Path(before).read_bytes()
    open_event(left).close()
    assert peek(left).reach is Reach.READ
