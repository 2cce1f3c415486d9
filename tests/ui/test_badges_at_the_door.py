"""What the check-in page says about badges: where one lies, that one was replaced; and what undo makes of it."""

from pathlib import Path

import pytest

from eventdesk.badges import actions, boxes, records, stock
from eventdesk.badges.actions_desk import Replaced, replace_badge
from eventdesk.badges.boxes import Spot
from eventdesk.badges.choice import Changed, Everyone
from eventdesk.badges.printers.raster import page_sizes
from eventdesk.badges.stock import Chosen
from eventdesk.codes import PrintReason
from eventdesk.drawing.kit import Kit
from eventdesk.event import Event
from eventdesk.guide import badge_guide
from eventdesk.people import actions as people_actions
from eventdesk.people import records as people
from eventdesk.words import Words
from eventdesk.words.badges import spot_text
from tests.ui.driver import DeskDriver
from ui.actions import ActionId
from ui.preferences import Preferences

Codes = dict[str, str]


@pytest.fixture
def event(desk: DeskDriver) -> Event:
    """Return the open event."""
    assert desk.application.opened is not None
    return desk.application.opened.event


@pytest.fixture
def replaced(desk: DeskDriver, event: Event, codes: Codes) -> Replaced:
    """Replace Elif's badge."""
    person = people.by_code(event.db, codes["elif"])
    assert person is not None
    return replace_badge(event, person.id, PrintReason.LOST)


def printed(event: Event, code: str, box: str) -> int:
    person = people.by_code(event.db, code)
    assert person is not None
    actions.mark_printed(event, [person.id], "Laser", "batch", spots={person.id: Spot(box, 312)})
    return person.id


def test_the_card_says_in_which_box_the_badge_lies_and_undo_puts_it_back(
    desk: DeskDriver, event: Event, codes: Codes
) -> None:
    person = printed(event, codes["elif"], "D–K")
    desk.clock.advance(seconds=10)
    desk.scan(codes["elif"]).says("Willkommen", "Elif Demirtaş", spot_text(Words("de"), "D–K", 312))
    assert records.counts(event.db).handed_out == 1
    desk.presses("Ctrl+Z")
    assert records.counts(event.db).handed_out == 0
    assert not records.latest(event.db, [person])[person].handed_out


def test_a_badge_that_is_out_lies_in_no_box(desk: DeskDriver, event: Event, codes: Codes) -> None:
    printed(event, codes["elif"], "D–K")
    desk.clock.advance(seconds=10)
    desk.scan(codes["elif"])
    desk.clock.advance(minutes=5)
    desk.scan(codes["elif"]).does_not_say(spot_text(Words("de"), "D–K", 312))


def test_a_lost_badge_is_refused_with_a_way_on(desk: DeskDriver, event: Event, replaced: Replaced) -> None:
    before = desk.counts()
    desk.scan(replaced.old_code).says("Elif Demirtaş")
    shown = desk.page.card.shown()
    assert shown is not None
    assert shown.actions == (ActionId.FORCE, ActionId.SCAN_FIELD)
    assert desk.counts() == before
    desk.presses("Ctrl+Enter").says("Willkommen", "Elif Demirtaş")
    assert desk.counts() != before


def test_the_new_badge_lets_in_and_then_stands_between_undo_and_the_old_one(
    desk: DeskDriver, event: Event, replaced: Replaced
) -> None:
    desk.scan(replaced.person.code).says("Willkommen", "Elif Demirtaş")
    desk.clock.advance(seconds=10)
    desk.scan(replaced.old_code)
    assert desk.page.flow.verdict is not None
    assert desk.page.flow.verdict.code == "replaced_badge"


def test_whoever_holds_a_lost_badge_reads_nothing_that_is_for_its_owner(
    desk: DeskDriver, event: Event, replaced: Replaced
) -> None:
    printed(event, replaced.person.code, "D–K")
    desk.clock.advance(seconds=10)
    desk.scan(replaced.old_code).does_not_say(spot_text(Words("de"), "D–K", 312))
    desk.does_not_say("Standausweis und Parkkarte liegen im Umschlag „B-14“ bereit.")


def test_a_desk_prints_what_the_event_has_chosen_and_notes_what_it_showed(
    desk: DeskDriver, event: Event, codes: Codes, tmp_path: Path
) -> None:
    folder = tmp_path / "badges"
    Preferences().printer = f"folder:{folder}"
    stock.choose_design(event, Chosen(template="card-classic"))
    desk.scan(codes["elif"]).presses("F5").waits_for_prints()
    person = people.by_code(event.db, codes["elif"])
    assert person is not None
    (note,) = records.prints(event.db, person.id)
    assert (note.template, note.reason, note.spot) == ("card-classic", "by_hand", None)
    guide = badge_guide(event, Words("de"))
    assert actions.choose(event, Changed(), where=guide) == []
    assert records.counts(event.db).handed_out == 1
    (page,) = page_sizes(next(folder.glob("*.pdf")))
    assert (round(page[0]), round(page[1])) == (90, 54)
    people_actions.edit(event, person.id, given_name="Elifnur")
    assert [each.id for each in actions.choose(event, Changed(), where=guide)] == [person.id]


def test_a_batch_that_comes_out_is_noted_with_its_boxes(desk: DeskDriver, event: Event, tmp_path: Path) -> None:
    folder = tmp_path / "badges"
    Preferences().printer = f"folder:{folder}"
    chosen = actions.choose(event, Everyone())
    spots = boxes.spots(boxes.cut(chosen, 4))
    pdf = tmp_path / "all.pdf"
    actions.write_badges(event, chosen, pdf, Kit(), spots=spots)
    shown = tuple((each.id, "digest", spots[each.id].box, spots[each.id].number) for each in chosen)
    desk.page.flow.printing.print_pages(
        pdf, "Alle", event, [each.id for each in chosen], template="a6-classic", shown=shown
    )
    desk.waits_for_prints()
    assert {each.person: each.spot for each in records.print_log(event.db)} == spots
    assert {(each.template, each.digest, each.reason) for each in records.print_log(event.db)} == {
        ("a6-classic", "digest", "batch")
    }
    assert records.counts(event.db).handed_out == 0
