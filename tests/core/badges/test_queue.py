"""What is to be printed: nothing is lost, one page at a time is at a printer, and a restart changes nothing."""

import json

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from eventdesk.badges.printers.queue import AT_PRINTER, Item, Queue, Stage, restored
from eventdesk.badges.printers.spooler import JobState, Progress, Sides
from eventdesk.codes import Fault, PrinterTrouble
from eventdesk.errors import KnownError

QL, ZEBRA = "system:QL", "zebra:10.0.0.5"
SIZE = (62.0, 100.0)


def gone(trouble: PrinterTrouble = PrinterTrouble.GONE) -> KnownError:
    return KnownError(Fault.PRINTER, printer="QL", trouble=trouble.value, reason="")


def queue_of(*names: str, printer: str = QL) -> Queue:
    queue = Queue()
    for name in names:
        queue = queue.add(Item(name, name, printer)).made(name, f"{name}.pdf", SIZE)
    return queue


def stages(queue: Queue) -> dict[str, Stage]:
    return {item.id: item.stage for item in queue}


def due(queue: Queue) -> list[str]:
    return [item.id for item in queue.due()]


def test_one_after_the_other_and_each_printer_by_itself():
    queue = queue_of("a", "b").add(Item("z", "z", ZEBRA)).made("z", "z.pdf", SIZE)
    assert due(queue) == ["a", "z"]
    queue = queue.sending("a").sending("z")
    assert due(queue) == []
    queue = queue.progress("a", Progress(JobState.DONE)).without("a")
    assert due(queue) == ["b"]
    assert [item.id for item in queue.ahead("b")] == []


def test_nothing_overtakes_a_page_that_is_still_being_made_elsewhere():
    queue = Queue().add(Item("a", "a", QL)).add(Item("b", "b", QL)).made("b", "b.pdf", SIZE)
    assert due(queue) == ["b"]
    assert [item.id for item in queue.ahead("b")] == ["a"]


def test_a_printer_in_trouble_keeps_the_others_waiting_and_says_why():
    queue = queue_of("a", "b").sending("a").failed("a", gone())
    assert due(queue) == []
    assert stages(queue) == {"a": Stage.FAILED, "b": Stage.WAITING}
    error = queue.blocked(QL)
    assert error is not None
    assert error.details["trouble"] == PrinterTrouble.GONE
    assert queue.blocked(ZEBRA) is None


def test_another_badge_tries_the_printer_again():
    queue = queue_of("a").sending("a").failed("a", gone()).add(Item("c", "c", QL))
    assert due(queue) == ["a"]


def test_a_page_that_is_too_large_stops_nobody_else():
    queue = queue_of("a", "b").sending("a").failed("a", gone(PrinterTrouble.TOO_LARGE))
    assert due(queue) == ["b"]


def test_a_full_disk_stops_nobody_else():
    queue = queue_of("a", "b").failed("a", KnownError(Fault.DISK_FULL, path="x"))
    assert due(queue) == ["b"]
    assert queue.get("a") is not None


def test_where_there_was_no_room_the_first_is_tried_with_the_next_and_the_rest_once_it_came_out():
    full = gone(PrinterTrouble.DISK_FULL)
    queue = queue_of("a", "b", "c").failed("a", full).failed("b", full)
    assert due(queue) == []
    queue = queue.add(Item("d", "d", QL))
    assert due(queue) == ["a"]
    assert stages(queue)["b"] is Stage.FAILED
    again = queue.sending("a").failed("a", full)
    assert due(again) == []
    queue = queue.sending("a").progress("a", Progress(JobState.DONE))
    assert stages(queue) == {"a": Stage.DONE, "b": Stage.WAITING, "c": Stage.WAITING, "d": Stage.MAKING}


def test_what_could_not_be_made_is_made_as_soon_as_another_page_is():
    full = gone(PrinterTrouble.DISK_FULL)
    queue = Queue().add(Item("a", "a", QL, people=(1,))).add(Item("b", "b", ZEBRA, people=(2,)))
    queue = queue.failed("a", full).failed("b", full)
    assert stages(queue) == {"a": Stage.FAILED, "b": Stage.FAILED}
    queue = queue.add(Item("c", "c", "folder:x")).made("c", "c.pdf", SIZE)
    assert stages(queue) == {"a": Stage.MAKING, "b": Stage.MAKING, "c": Stage.WAITING}


def test_pages_that_whoever_made_them_has_still_are_not_made_anew_by_themselves():
    queue = Queue().add(Item("frame", "Test frame", QL)).failed("frame", gone(PrinterTrouble.DISK_FULL))
    assert stages(queue.add(Item("a", "a", QL)))["frame"] is Stage.FAILED


def test_held_at_the_printer_then_printed():
    queue = queue_of("a", "b").sending("a").progress("a", Progress(JobState.HELD, "Paper jam", PrinterTrouble.JAM))
    item = queue.get("a")
    assert item is not None
    assert (item.stage, item.trouble) == (Stage.HELD, PrinterTrouble.JAM)
    assert due(queue) == []
    queue = queue.progress("a", Progress(JobState.WAITING))
    assert queue.blocked(QL) is None
    assert stages(queue.progress("a", Progress(JobState.DONE)))["a"] is Stage.DONE


def test_all_of_them_go_elsewhere():
    queue = queue_of("a", "b", "c").sending("a").failed("a", gone())
    for name in ("a", "b", "c"):
        queue = queue.move(name, ZEBRA)
    assert due(queue) == ["a"]
    assert {item.printer for item in queue} == {ZEBRA}
    assert all(item.error is None for item in queue)


def test_for_later_and_from_there():
    queue = queue_of("a").put_by("a", "later/0001 a.pdf")
    assert due(queue) == []
    queue = queue.retry("a")
    assert [item.file for item in queue.due()] == ["later/0001 a.pdf"]


def test_what_was_never_made_is_made_when_it_is_tried_again():
    queue = Queue().add(Item("a", "a", QL)).failed("a", KnownError(Fault.DISK_FULL, path="x")).retry("a")
    assert stages(queue) == {"a": Stage.MAKING}
    assert stages(queue.put_by("a", "x")) == {"a": Stage.MAKING}  # there is no page to keep yet


def test_news_about_what_is_gone_or_was_moved_changes_nothing():
    queue = queue_of("a")
    assert queue.progress("a", Progress(JobState.DONE)) == queue
    assert queue.without("a").failed("a", gone()) == Queue()
    with pytest.raises(ValueError, match="a"):
        queue.add(Item("a", "twice", QL))


def test_what_was_at_a_printer_is_unsure_after_a_restart():
    queue = queue_of("a", "b", "c").sending("a").progress("a", Progress(JobState.WAITING))
    again = restored(queue.as_text())
    assert stages(again) == {"a": Stage.UNSURE, "b": Stage.WAITING, "c": Stage.WAITING}
    assert due(again) == ["b"]
    assert stages(again.came_out("a"))["a"] is Stage.DONE
    assert due(again.retry("a")) == ["a"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "items": []}', '{"version": 1, "items": [{}]}', "{"])
def test_a_broken_file_is_said_to_be_broken(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong with it
        restored(text)


class Printed(RuleBasedStateMachine):
    """Whatever happens in whatever order: what was asked for came out, was given up by a person, or is still there."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.queue = Queue()
        self.asked: set[str] = set()
        self.out: set[str] = set()
        self.given_up: set[str] = set()

    @rule(
        target=ids, printer=st.sampled_from([QL, ZEBRA]), pages=st.integers(1, 40), sides=st.sampled_from(list(Sides))
    )
    def ask(self, printer: str, pages: int, sides: Sides) -> str:
        name = f"n{len(self.asked)}"
        self.queue = self.queue.add(
            Item(name, f"Elif “{name}”", printer, "e", (7, 8), "by_hand", sides=sides, pages=pages)
        )
        self.asked.add(name)
        return name

    @rule(name=ids)
    def make(self, name: str) -> None:
        self.queue = self.queue.made(name, f"{name}.pdf", SIZE, small=True)

    @rule()
    def hand_over(self) -> None:
        for item in self.queue.due():
            self.queue = self.queue.sending(item.id)

    @rule(name=ids, state=st.sampled_from(list(JobState)), trouble=st.sampled_from([None, *PrinterTrouble]))
    def hear(self, name: str, state: JobState, trouble: PrinterTrouble | None) -> None:
        self.queue = self.queue.progress(name, Progress(state, "why", trouble))

    @rule(name=ids, trouble=st.sampled_from(list(PrinterTrouble)))
    def fail(self, name: str, trouble: PrinterTrouble) -> None:
        self.queue = self.queue.failed(name, gone(trouble))

    @rule(name=ids)
    def try_again(self, name: str) -> None:
        self.queue = self.queue.retry(name)

    @rule(name=ids)
    def keep(self, name: str) -> None:
        if name not in {item.id for item in self.queue if item.stage in AT_PRINTER}:
            self.queue = self.queue.put_by(name, f"later/{name}.pdf")

    @rule(name=ids, printer=st.sampled_from([QL, ZEBRA]))
    def move(self, name: str, printer: str) -> None:
        if name not in {item.id for item in self.queue if item.stage in AT_PRINTER}:
            self.queue = self.queue.move(name, printer)

    @rule(name=ids)
    def give_up(self, name: str) -> None:
        if self.queue.get(name) is not None and name not in self.out:
            self.given_up.add(name)
            self.queue = self.queue.without(name)

    @rule()
    def note(self) -> None:
        for item in self.queue:
            if item.stage is Stage.DONE:
                self.out.add(item.id)
                self.queue = self.queue.without(item.id)

    @rule()
    def restart(self) -> None:
        before = self.queue
        self.queue = restored(before.as_text())
        assert [item.id for item in before] == [item.id for item in self.queue]
        same = [(old, new) for old, new in zip(before, self.queue, strict=True) if old.stage not in AT_PRINTER]
        assert all(old == new for old, new in same)

    @invariant()
    def nothing_is_lost(self) -> None:
        waiting = {item.id for item in self.queue}
        assert self.asked == waiting | self.out | self.given_up
        assert not self.out & self.given_up

    @invariant()
    def one_at_a_time(self) -> None:
        at = [item.printer for item in self.queue if item.stage in AT_PRINTER]
        assert len(at) == len(set(at))

    @invariant()
    def a_reason_is_told_where_something_is_wrong(self) -> None:
        for item in self.queue:
            assert (item.error is not None) == (item.stage in (Stage.FAILED, Stage.HELD))

    @invariant()
    def what_is_kept_is_readable(self) -> None:
        assert json.loads(self.queue.as_text())["version"] == 1


TestPrinted = Printed.TestCase
