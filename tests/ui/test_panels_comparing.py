"""What another timetable means beside today's: who gets and who loses a place, counted alike, who would sit twice."""

from dataclasses import replace

import pytest

from eventdesk.panels.place import Place
from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Spot
from eventdesk.words import Words
from tests.core.panels.programme_of_tests import F1, F2, F3, F4, F5, PO, R2, R3, ROOMS, SESSIONS, SLOTS, Z1, Z2, Z4
from ui.panels.programme.comparing import beside_today, compared, headline, twice_text

EN = Words("en")
WISHES = {1: (F2, F1), 2: (F2, F3), 3: (F3, F2), 4: (F4,)}
PROGRAMME = Programme(ROOMS, SLOTS, SESSIONS, WISHES)
HAVE = ((1, F2), (1, F3), (2, F2), (3, F3))
SEATED = replace(PROGRAMME, places=tuple(Place(0, person, session) for person, session in HAVE))


@pytest.mark.parametrize(
    ("programme", "changes", "said"),
    [
        (PROGRAMME, {}, ""),
        (PROGRAMME, {F1: (Z2, R2)}, ""),
        (PROGRAMME, {F5: (Z4, R2)}, "One session gets a place"),
        (PROGRAMME, {F2: None}, "One session loses its place: 3 people want to go there · One session still has none"),
        (SEATED, {F2: (Z1, None), F3: None},
         "2 sessions lose their place: 3 people have a place there · One session still has none"),
    ],
)  # fmt: skip
def test_what_matters_is_said_first(programme: Programme, changes: dict[int, Spot | None], said: str) -> None:
    spots = {session: spot for session, spot in {**programme.timetable, **changes}.items() if spot is not None}
    assert headline(EN, compared(programme, spots)) == said


def test_a_session_that_finds_no_place_does_not_make_the_answer_look_better() -> None:
    without = {session: spot for session, spot in PROGRAMME.timetable.items() if session != F2}
    found = compared(PROGRAMME, without)
    assert found.both == (F1, F3, F4, PO)
    assert (found.today.total, found.then.total) == (0, 0)
    assert "0 lost, 0 turned away (today: 0, 0)" in beside_today(EN, found, "…")
    assert compared(PROGRAMME, PROGRAMME.timetable).today.lost_by_clash == 1


def test_who_would_sit_twice_is_counted_only_where_something_moves() -> None:
    assert compared(SEATED, SEATED.timetable).twice == 0
    moved = {**SEATED.timetable, F3: (Z1, R3)}
    assert compared(SEATED, moved).twice == 1
    assert compared(PROGRAMME, moved).twice == 0
    assert compared(SEATED, {**moved, F2: (Z1, None)}).twice == 0
    assert twice_text(EN, 1, "F10").endswith("Give out the places anew afterwards (F10).")
    assert twice_text(EN, 0, "F10") == ""
