"""What the journal says about the details of the event and about codes: words that people use, no names of columns."""

from pathlib import Path

from eventdesk.checkin.actions import check_in
from eventdesk.checkin.points import add_point, remove_point
from eventdesk.codes import Op
from eventdesk.desk import create_event
from eventdesk.details import Detail, change_detail
from eventdesk.event import Event, EventDetails
from eventdesk.history import listing
from eventdesk.history.telling import step_sentences, title
from eventdesk.history.whole import Filter
from eventdesk.merging.actions import merge
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from eventdesk.people.rolebook import add_role, change_role, forget_role
from eventdesk.store import settings
from eventdesk.words import Words


def sentences(event: Event, eid: str, language: str = "en") -> list[str]:
    words = Words(language)
    steps = [step for each in listing.parts(event.db, eid).happenings for step in each.steps]
    return [text for step in steps for text in step_sentences(words, step, event.zone)]


def newest(event: Event) -> str:
    return event.journal(1)[0].eid


def test_a_new_event_tells_its_details(tmp_path: Path) -> None:
    details = EventDetails(title="Messe", starts="2017-03-06T09:00", language="de")
    with create_event(tmp_path / "messe.eventdesk", details=details) as event:
        said = sentences(event, newest(event), "de")
    assert {"Titel: Messe", "Beginn: 6.3.2017 09:00", "Sprache: Deutsch"} <= set(said)
    assert not any("value" in text or text == "Hinzugefügt" for text in said)


def test_codes_of_others_are_not_grouped(event: Event) -> None:
    door = add_point(event, "Eingang")
    for code, said in (("HX7-QK-2209", "HX7-QK-2209"), ("4711471147114711", "4711 4711 4711 4711")):
        check_in(event, code, door)
        assert title(Words("en"), listing.page(event.db, Filter()).lines[0]) == f"Scan refused: {said}"


def test_a_former_code_is_read_in_fours(event: Event) -> None:
    one, two = add(event, Person(0, "Elif", "Demirtaş")), add(event, Person(0, "Elif", "Demirtas"))
    said = sentences(event, merge(event, one.id, two.id).eid)
    assert f"The code {' '.join(two.code[at : at + 4] for at in range(0, 16, 4))} leads to this person, too" in said


def test_a_changed_detail_is_called_as_it_is_on_the_page(event: Event) -> None:
    change_detail(event, Detail.TITLE, "Messe")
    change_detail(event, Detail.TITLE, "Projektmesse")
    assert sentences(event, newest(event), "de") == ["Titel geändert von „Messe“ in „Projektmesse“"]


def test_what_became_of_a_role_is_said_in_plain_words(event: Event) -> None:
    change_role(event, "press", colour="#14213d", names={"de": "Presse und Funk"})
    assert sentences(event, newest(event)) == [
        "The role “Press” has another colour",
        "The role “Press” is now called “Presse und Funk” in German",
    ]
    change_role(event, "press", names={"de": "Medien"})
    assert sentences(event, newest(event)) == ["The role “Press” is now called “Medien” in German"]
    forget_role(event, "press")
    assert sentences(event, newest(event)) == [
        "The role “Press” has its usual colour again",
        "The role “Press” has its usual name in German again; it was “Medien”",
    ]
    event.undo()
    assert "The role “Press” is now called “Medien” in German" in sentences(event, newest(event))


def test_a_role_of_the_events_own_is_added_and_goes(event: Event) -> None:
    code = add_role(event, "Sponsor:in")
    assert sentences(event, newest(event)) == ["The role “Sponsor:in” was added"]
    forget_role(event, code)
    assert sentences(event, newest(event)) == ["The role “Sponsor:in” is no longer offered"]


def test_a_point_that_is_retired_says_so(event: Event) -> None:
    add_point(event, "Eingang")
    other = add_point(event, "Saal")
    check_in(event, "HX7-QK-2209", other)
    remove_point(event, other.id)
    assert "No longer in use" in sentences(event, newest(event))
    event.undo()
    assert "In use again" in sentences(event, newest(event))


def test_no_setting_is_told_by_its_key(event: Event) -> None:
    with event.transact(Op.SETTINGS, "") as tx:
        for key in ("role.en.guest", "role.colour.Jury", "weights.wish_2", "extra.Motto"):
            settings.put(tx, key, "7")
    said = sentences(event, newest(event))
    assert not any("role." in text or "weights." in text or "extra." in text for text in said)
    assert "Motto: 7" in said
