"""Badges of a real event: who is chosen, what stands on them, what is noted when they are printed."""

from pathlib import Path

import pypdfium2
import pytest

from eventdesk.badges import actions, records
from eventdesk.badges.choice import Everyone, Matching, NotPrinted, Order, These, WithRole
from eventdesk.badges.printers.spooler import FolderSpooler, Job, Progress
from eventdesk.codes import Fault, Op, PrinterTrouble
from eventdesk.drawing.kit import Kit
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.people import actions as people
from eventdesk.people.person import Person, Status
from tests.clock import FakeClock


def add(event: Event, given: str, family: str, **more: object) -> Person:
    return people.add(event, Person(0, given, family, **more))  # type: ignore[arg-type]


@pytest.fixture
def crowd(event: Event) -> dict[str, Person]:
    """Register six people, as they come."""
    found = [
        add(event, "Anna", "Kühlewind", organisation="Verein", roles=("press",)),
        add(event, "Bo", "Kuhn", roles=("participant", "speaker")),
        add(event, "Cem", "Kuehl", organisation="Amt", roles=("Rettungsdienst",)),
        add(event, "Dana", "Abgemeldet", status=Status.CANCELLED, roles=("press",)),
        add(event, "Erik", "Wartend", status=Status.WAITING),
        add(event, "Farah", "Amiri", status=Status.PENDING, native_name="فرح امیری", languages=("Deutsch", "دری")),
    ]
    return {person.given_name: person for person in found}


def given(chosen: list[Person]) -> list[str]:
    return [person.given_name for person in chosen]


def test_everyone_who_may_come_by_name_as_german_lists_have_it(event: Event, crowd: dict[str, Person]):
    assert given(actions.choose(event, Everyone())) == ["Farah", "Cem", "Anna", "Bo"]


def test_other_orders(event: Event, crowd: dict[str, Person]):
    assert given(actions.choose(event, Everyone(), Order.ORGANISATION)) == ["Cem", "Anna", "Farah", "Bo"]
    codes = [person.code for person in actions.choose(event, Everyone(), Order.CODE)]
    assert codes == sorted(codes)


def test_by_role(event: Event, crowd: dict[str, Person]):
    assert given(actions.choose(event, WithRole("press"))) == ["Anna"]
    assert given(actions.choose(event, WithRole("speaker"))) == ["Bo"]
    assert given(actions.choose(event, WithRole("Rettungsdienst"))) == ["Cem"]
    assert given(actions.choose(event, WithRole("participant"))) == ["Farah", "Bo"]


def test_by_id_and_words_whatever_the_status(event: Event, crowd: dict[str, Person]):
    ids = (crowd["Erik"].id, crowd["Dana"].id, 5)
    assert given(actions.choose(event, These(ids))) == ["Dana", "Erik"]
    assert given(actions.choose(event, Matching("abgemeldet"))) == ["Dana"]
    assert given(actions.choose(event, Matching(crowd["Bo"].code))) == ["Bo"]
    assert given(actions.choose(event, Matching("Kuhm"))) == []  # a guess is not whom somebody wants to print


def test_not_printed_shrinks_as_badges_are_printed(event: Event, crowd: dict[str, Person], clock: FakeClock):
    eid = actions.mark_printed(event, [crowd["Anna"].id, crowd["Bo"].id], "Laser", "Vorab")
    assert eid is not None
    assert given(actions.choose(event, NotPrinted())) == ["Farah", "Cem"]
    clock.advance(minutes=5)
    actions.mark_printed(event, [crowd["Anna"].id], "Etiketten", "Verloren")
    log = records.prints(event.db, crowd["Anna"].id)
    assert [(each.printer, each.reason, each.desk) for each in log] == [
        ("Etiketten", "Verloren", "Schalter 1"),
        ("Laser", "Vorab", "Schalter 1"),
    ]
    assert (log[0].at - log[1].at).total_seconds() == 300


def test_a_print_is_a_fact_that_undo_passes_over(event: Event, crowd: dict[str, Person]):
    eid = actions.mark_printed(event, [crowd["Anna"].id], "Laser")
    assert isinstance(event.undo(eid), UndoRefused)
    assert isinstance(event.undo(), Undone)
    assert records.printed(event.db) == {crowd["Anna"].id}


def test_many_prints_are_entries_of_a_hundred_and_one_label(event: Event):
    persons = [add(event, f"P{number}", "Viele") for number in range(130)]
    actions.mark_printed(event, [person.id for person in persons], "Laser")
    entries = [entry for entry in event.journal() if entry.op is Op.PRINT]
    assert [entry.label for entry in entries] == ["130 · Laser"] * 2
    assert records.printed(event.db, [persons[0].id, persons[129].id]) == {persons[0].id, persons[129].id}


def test_nobody_is_marked_where_somebody_is_unknown(event: Event, crowd: dict[str, Person]):
    with pytest.raises(KnownError) as caught:
        actions.mark_printed(event, [crowd["Anna"].id, 77], "Laser")
    assert caught.value.fault is Fault.UNKNOWN_PERSON
    assert records.printed(event.db) == set()
    assert actions.mark_printed(event, [], "Laser") is None


def test_what_stands_on_a_badge(event: Event, crowd: dict[str, Person]):
    anna, bo, cem, farah = actions.snapshot(
        event, [crowd[name] for name in ("Anna", "Bo", "Cem", "Farah")], lambda person: [f"Stand {person.given_name}"]
    )
    assert (anna.event_title, anna.event_line) == ("4. Integrationskonferenz", "Convention Center Hannover")
    assert (anna.colour, anna.where, anna.code) == ("#b3261e", ("Stand Anna",), crowd["Anna"].code)
    assert (cem.role, cem.colour) == ("Rettungsdienst", "#14213d")
    assert bo.colour == "#5b2a86"  # the special role, not "participant"
    assert (farah.native_name, farah.languages) == ("فرح امیری", ("Deutsch", "دری"))
    assert farah.role


def test_batch_is_a_pdf_in_the_language_of_the_event(event: Event, crowd: dict[str, Person], tmp_path: Path, kit: Kit):
    target = tmp_path / "alle.pdf"
    report = actions.write_badges(event, actions.choose(event, Everyone()), target, kit)
    assert (report.badges, report.pages) == (4, 4)
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 4
    assert "4. Integrationskonferenz" in document.get_metadata_dict()["Title"]
    document.close()
    assert b"/Lang (de)" in target.read_bytes()
    assert records.printed(event.db) == set()


def test_print_one_badge(event: Event, crowd: dict[str, Person], tmp_path: Path, kit: Kit):
    spooler = FolderSpooler(tmp_path / "Namensschilder")
    first = actions.print_badge(event, crowd["Farah"].id, spooler, kit)
    again = actions.print_badge(event, crowd["Farah"].id, spooler, kit, reason="Verloren")
    assert (first.again, again.again) == (False, True)
    assert [path.name for path in sorted(spooler.folder.iterdir())] == [
        "0001 Farah Amiri.pdf",
        "0002 Farah Amiri.pdf",
    ]
    assert [each.reason for each in records.prints(event.db, crowd["Farah"].id)].count("Verloren") == 1
    assert {each.printer for each in records.prints(event.db, crowd["Farah"].id)} == {"Namensschilder"}


class DeadPrinter:
    """A printer that takes nothing."""

    name = "Tot"

    def submit(self, pdf: Path, title: str, size_mm: tuple[float, float]) -> Job:
        assert pdf.read_bytes().startswith(b"%PDF")
        assert size_mm == (105, 148)
        raise KnownError(Fault.PRINTER, printer=self.name, trouble=PrinterTrouble.GONE.value, reason="")

    def state(self, job: Job) -> Progress:
        raise AssertionError


def test_nothing_is_noted_if_the_printer_does_not_take_it(event: Event, crowd: dict[str, Person], kit: Kit):
    with pytest.raises(KnownError):
        actions.print_badge(event, crowd["Anna"].id, DeadPrinter(), kit)
    assert records.printed(event.db) == set()
    with pytest.raises(KnownError) as caught:
        actions.print_badge(event, 12345, DeadPrinter(), kit)
    assert caught.value.fault is Fault.UNKNOWN_PERSON
