"""What the journal says about the fair: names and numbers of booths, values as people read them."""

from collections.abc import Callable
from typing import Any

import pytest

from eventdesk.event import Event
from eventdesk.fair import actions, actions_floor, actions_plans
from eventdesk.fair.booth import Power
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor.background import Background
from eventdesk.fair.hall import Hall, HallPart, PartKind
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.weights import Weight
from eventdesk.history import listing
from eventdesk.history.telling import step_sentences, title
from eventdesk.history.whole import Filter
from eventdesk.words import Words
from tests.core.fair import hall_of_tests
from tests.core.fair.hall_of_tests import booth_ids

ENGLISH = Words("en")


@pytest.fixture
def fair(event: Event) -> Fair:
    return hall_of_tests.build(event, {"E1": "A-01", "E2": "A-02", "E3": "A-05 A-06"})


def said(event: Event) -> list[str]:
    """Return what the newest entry says."""
    steps = [step for each in listing.parts(event.db, event.journal(1)[0].root).happenings for step in each.steps]
    return [text for step in steps for text in step_sentences(ENGLISH, step, event.zone)]


PART = HallPart(0, 1, PartKind.PILLAR, "Stütze", ((15_000, 15_000),), 400)
CASES: list[tuple[Callable[[Event, Fair], Any], str, list[str]]] = [
    (
        lambda e, f: actions.place(e, 1, booth_ids(f, "A-08")),
        "Placed: Café Grenzenlos · A-08",
        ["Café Grenzenlos moved from A-01 to A-08"],
    ),
    (
        lambda e, f: actions.place(e, 4, booth_ids(f, "A-08")),
        "Placed: Teestube · A-08",
        ["Teestube stands on A-08"],
    ),
    (
        lambda e, f: actions.free(e, [1]),
        "Taken off the plan: Café Grenzenlos",
        ["Café Grenzenlos no longer stands on A-01"],
    ),
    (
        lambda e, f: actions.swap(e, 1, 2),
        "Stands exchanged: Café Grenzenlos, Sprachbrücke",
        ["Café Grenzenlos moved from A-01 to A-02", "Sprachbrücke moved from A-02 to A-01"],
    ),
    (
        lambda e, f: actions.pin(e, [1]),
        "Stand settled: Café Grenzenlos · A-01",
        ["Café Grenzenlos: Settled booth entered: “A-01”"],
    ),
    (
        lambda e, f: actions.block(e, booth_ids(f, "A-03"), "Wasser"),
        "Booth blocked: A-03",
        ["A-03: State changed from “free” to “blocked”", "A-03: Reason entered: “Wasser”"],
    ),
    (
        lambda e, f: actions.set_power(e, booth_ids(f, "A-01"), Power.NONE),
        "Power of a booth changed: A-01",
        ["A-01: Power changed from “400 V” to “no power”"],
    ),
    (
        lambda e, f: actions.set_status(e, [2], ExhibitorStatus.NO_SHOW),
        "Exhibitor comes or not: Sprachbrücke",
        ["Sprachbrücke: Comes changed from “confirmed” to “has not come”", "Sprachbrücke no longer stands on A-02"],
    ),
    (
        lambda e, f: actions.set_setup(e, [1], Setup.SET_UP),
        "State of a stand: Café Grenzenlos",
        ["Café Grenzenlos: Stand entered: “set up”"],
    ),
    (
        lambda e, f: actions.set_weights(e, {Weight.WISH_2: 9}),
        "Weights of the placement: 4. Integrationskonferenz",
        ["Weight “wish_2”: 9"],
    ),
    (
        lambda e, f: actions.add_exhibitor(e, Exhibitor(0, "", "Neu", theme="Sprache", extra={"Web": "x"})),
        "Exhibitor added: Neu",
        ["Exhibitor Neu added", "Id: E6", "Theme: Sprache", "Web: x"],
    ),
    (
        lambda e, f: actions.change_exhibitor(e, 1, wall=True, furniture="2 Tische"),
        "Exhibitor changed: Café Grenzenlos",
        ["Café Grenzenlos: Wall changed from “no” to “yes”", "Café Grenzenlos: Furniture entered: “2 Tische”"],
    ),
    (
        lambda e, f: actions_floor.add_hall(e, Hall(0, "", "Foyer", 9000, 5500)),
        "Hall added: Foyer",
        ["Hall “Foyer” added", "Id: H2", "Width: 9 m", "Depth: 5.5 m"],
    ),
    (
        lambda e, f: actions_floor.move_booths(e, {booth_ids(f, "B-01")[0]: (500, 9000)}),
        "Booths moved: B-01",
        ["Booth B-01 moved"],
    ),
    (
        lambda e, f: actions_floor.turn_booths(e, booth_ids(f, "B-01"), 90),
        "Booths turned: B-01",
        ["Booth B-01 turned"],
    ),
    (
        lambda e, f: actions_floor.renumber(e, {booth_ids(f, "B-01")[0]: "Z-9"}),
        "Booths numbered anew: Z-9",
        ["Z-9: Number changed from “B-01” to “Z-9”"],
    ),
    (
        lambda e, f: actions_floor.remove_booths(e, booth_ids(f, "A-01")),
        "Booths removed: A-01",
        [
            "Café Grenzenlos no longer stands on A-01",
            "Booth A-01 removed",
            "Hall: Halle 1",
            "Island: A",
            "Power: 400 V",
            "Wall: yes",
            "Step-free: yes",
        ],
    ),
    (
        lambda e, f: actions_floor.put_part(e, PART),
        "Floor of a hall changed: Stütze",
        ["Added to the floor: Stütze", "Hall: Halle 1", "Kind: pillar", "Width: 0.4 m"],
    ),
    (
        lambda e, f: actions_floor.put_picture(e, 1, Background("plan.png", "image/png", b"x", 2, 1)),
        "Picture behind the floor plan: plan.png",
        ["Picture “plan.png” laid behind the floor plan", "Hall: Halle 1"],
    ),
    (
        lambda e, f: actions_plans.apply_plan(
            e, {**f.stands, 1: booth_ids(f, "A-07")}, PlanFacts("optimal", 7, 7, 9, 1)
        ),
        "Placement applied",
        [
            "Placement kept: without a name",
            "Café Grenzenlos moved from A-01 to A-07",
            "Placement kept: without a name",
            "State: proven to be the best",
            "Price: 7",
            "Seed: 1",
        ],
    ),
]


@pytest.mark.parametrize(("deed", "line", "expected"), CASES, ids=[line for _, line, _ in CASES])
def test_deeds(event: Event, fair: Fair, deed: Callable[[Event, Fair], Any], line: str, expected: list[str]) -> None:
    deed(event, fair)
    assert title(ENGLISH, listing.page(event.db, Filter()).lines[0]) == line
    found = said(event)
    assert sorted(found) == sorted(expected)
    assert not any("_" in text and "wish_2" not in text for text in found)
    event.undo()
    assert title(ENGLISH, listing.page(event.db, Filter()).lines[0]) == f"Undone: {line}"
    assert said(event)


def test_what_is_gone_since_is_still_told(event: Event, fair: Fair) -> None:
    actions.place(event, 4, booth_ids(fair, "A-08"))
    eid = event.journal(1)[0].eid
    actions.remove_exhibitor(event, 4)
    actions_floor.remove_booths(event, booth_ids(fair, "A-08"))
    steps = [step for each in listing.parts(event.db, eid).happenings for step in each.steps]
    told = [text for step in steps for text in step_sentences(ENGLISH, step, event.zone)]
    assert told == ["Teestube stands on …"]


def test_extra_fields_of_a_booth_are_told_as_its_own(event: Event, fair: Fair) -> None:
    from dataclasses import replace

    (added,) = actions_floor.add_booths(
        event, [replace(fair.booths[0], id=0, ref="Z-1", x_mm=20_000, extra={"Teppich": "blau"})]
    ).booths
    assert "Teppich: blau" in said(event)
    actions_floor.remove_booths(event, [added.id])
    assert "Booth Z-1 removed" in said(event)
