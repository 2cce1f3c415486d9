"""What stands on a badge, taken from the file of the event."""

from eventdesk.badges import actions
from eventdesk.badges.badge import Appointment, Field, Way
from eventdesk.event import Event
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from tests.core.badges.presses import alone, seen, template
from tests.core.drawing.pages import ink

WAY = Way(
    lines=("Stand B-14", "Forum 2 · Saal 3A", "Tisch 7"),
    stand="Stand B-14",
    panels=("Forum 2 · Saal 3A",),
    tables=("Tisch 7",),
    programme=(Appointment("11:00", "Forum 2", "Saal 3A"),),
)


def add(event: Event, **more: object) -> Person:
    return people.add(event, Person(0, "Elif", "Demirtaş", **more))  # type: ignore[arg-type]


def test_position_sector_and_pronoun(event: Event):
    person = add(
        event,
        position="Vorsitzende",
        sector="civil_society",
        roles=("speaker", "participant"),
        extra={"Zimmer": "12", " Pronomen": "sie/ihr"},
    )
    (badge,) = actions.snapshot(event, [person])
    assert (badge.position, badge.pronoun, badge.roles) == ("Vorsitzende", "sie/ihr", ("speaker", "participant"))
    assert (badge.sector_code, badge.language) == ("civil_society", "de")
    assert badge.sector
    assert badge.sector != "civil_society"


def test_a_sector_of_the_events_own_stands_as_it_was_written(event: Event):
    (badge,) = actions.snapshot(event, [add(event, sector="Kunst")])
    assert badge.texts(Field.SECTOR) == ("Kunst",)


def test_a_way_with_all_kinds_of_places(event: Event):
    (badge,) = actions.snapshot(event, [add(event)], lambda _person: WAY)
    assert badge.where == WAY.lines
    assert (badge.stand, badge.panels, badge.tables) == (WAY.stand, WAY.panels, WAY.tables)
    assert badge.programme == WAY.programme
    assert badge.texts(Field.FIRST_PLACE) == ("Stand B-14",)


def test_lines_alone_are_a_way_too(event: Event):
    (badge,) = actions.snapshot(event, [add(event)], lambda _person: ["Stand B-14"])
    assert (badge.where, badge.stand, badge.programme) == (("Stand B-14",), "", ())


def test_a_template_without_boxes_is_a_white_badge(event: Event):
    (badge,) = actions.snapshot(event, [add(event)])
    assert ink(seen(alone(badge, template()))) is None
