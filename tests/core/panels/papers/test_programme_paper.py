"""The programme: a grid for each day, a list; nothing cut, nothing beyond the edge, whatever titles and names are."""

import io

import pytest

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.programme_paper import programme
from tests.core.fair.papers.fairs import sizes_of, white_at_the_edge
from tests.core.panels.papers.agendas import (
    IMPRINT,
    KIT,
    LONG,
    MORNING,
    NAMES,
    NOON,
    SLOTS,
    agenda,
    in_a_row,
    panel,
    rooms,
    slot,
    usual,
)
from tests.core.pdf_text import words_of


def printed(found: Agenda, **more: object) -> tuple[bytes, PaperReport]:
    out = io.BytesIO()
    report = programme(found, IMPRINT, out, KIT, **more)  # type: ignore[arg-type]
    return out.getvalue(), report


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u00a0", "")


def test_a_grid_and_a_list():
    pages, report = printed(agenda())
    grid, listed = words_of(pages)
    assert (report.pages, report.overflow, report.missing_glyphs) == (2, (), ())
    for told in ("Programme", "6 March 2017", "10:00", "– 10:50", "Eröffnung", "Saal 1 · Halle 1", "Break until 13:30"):
        assert told in grid
    assert "Werkstatt" not in grid
    for told in ("Gast 2, Verein 2 e.V. · Ute Gast", "Moderated by Gast 3"):
        assert told in grid.replace("\u00a0", " ")
        assert told in listed.replace("\u00a0", " ")
    assert "Time still open Room still open Werkstatt" in listed


def test_small_print_tells_event_moment_version_and_proof():
    grid = words_of(printed(agenda())[0])[0].replace("\u00a0", " ")
    assert "4. Integrationskonferenz · as of 6 March 2017, 08:10 · Version 4" in grid
    assert "Timetable proven best · Seed 1 · 2.1 s · Convention Center" in grid


def test_only_the_grid_or_only_the_list():
    assert [text.startswith("Programme from") for text in words_of(printed(agenda(), listed=False)[0])] == [False]
    assert [text.startswith("Programme from") for text in words_of(printed(agenda(), grid=False)[0])] == [True]


def test_the_page_lies_on_its_side_for_three_rooms_unless_it_is_told_how_to_lie():
    two = agenda(usual())
    three = agenda([*usual()[:3], panel(9, NOON, 3)])
    assert sizes_of(printed(two, listed=False)[0]) == [(210, 297)]
    assert sizes_of(printed(three, listed=False)[0]) == [(297, 210)]
    assert sizes_of(printed(three, listed=False, landscape=False, size=PaperSize.A3)[0]) == [(297, 420)]


def test_each_day_has_its_page():
    days = (slot(1, "10:00", "11:00"), slot(2, "10:00", "11:00", "2017-03-07"))
    pages, report = printed(agenda([panel(1, 1, 1), panel(2, 2, 1)], slots=days))
    first, second, listed = words_of(pages)
    assert report.pages == 3
    assert ("6 March" in first, "7 March" in second) == (True, True)
    assert listed.index("6 March") < listed.index("Panel 1") < listed.index("7 March") < listed.index("Panel 2")


def test_sessions_of_unlike_length_tell_their_times():
    sessions = [panel(1, 1, 1), panel(2, 2, 2)]
    slots = [slot(1, "10:00", "12:00"), slot(2, "10:30", "11:15")]
    grid = words_of(printed(agenda(sessions, slots=slots), listed=False)[0])[0]
    assert "10:00–12:00" in grid
    assert "10:30–11:15" in grid


@pytest.mark.parametrize("name", [*NAMES, LONG, "Ö", "X" * 90])
def test_strange_titles_and_names_are_whole_and_stay_on_the_page(name: str):
    sessions = [panel(1, NOON, 1, name, speakers=(name,)), panel(2, NOON, 2, speakers=(name,) * 3)]
    pages, report = printed(agenda(sessions))
    assert report.overflow == ()
    assert all(white_at_the_edge(pages, page) for page in range(report.pages))
    if name.isascii() or name in {LONG, "Ö"}:
        assert all(squeezed(name) in squeezed(text) for text in words_of(pages))


def test_what_does_not_fit_on_one_page_goes_on_to_the_next():
    slots = in_a_row(19, 30)
    sessions = [
        panel(10 * at + room, at, room, f"{at}.{room} {LONG}", speakers=tuple(f"G{who}" for who in range(1, 7)))
        for at in range(1, 20) for room in (1, 2, 3)
    ]  # fmt: skip
    pages, report = printed(agenda(sessions, slots=slots), listed=False)
    whole = " ".join(words_of(pages))
    assert report.pages > 1
    assert report.overflow == ()
    assert all(f"{at}.{room} Forum" in whole.replace("\u00a0", " ") for at in range(1, 20) for room in (1, 2, 3))


def test_a_grid_without_room_for_names_says_so():
    many = rooms(6)
    slots = in_a_row(9, 60)
    sessions = [
        panel(
            10 * at + room.id,
            at,
            room.id,
            f"Kurz {at}.{room.id}",
            speakers=("Prof. Dr. Annegret Wohlgemuth-Sonnenschein",) * 6,
        )
        for at in range(1, 10)
        for room in many
    ]
    pages, report = printed(agenda(sessions, slots=slots, all_rooms=many))
    assert set(report.unnamed) == {session.title for session in sessions}
    grid, *listed = words_of(pages)
    assert "Wohlgemuth" not in grid
    assert " ".join(listed).count("Wohlgemuth") == 6 * len(sessions)
    assert printed(agenda())[1].unnamed == ()


def test_many_rooms_go_over_several_pages():
    many = rooms(20)
    sessions = [panel(1, MORNING, 1), *(panel(10 + room.id, NOON, room.id) for room in many)]
    pages, report = printed(agenda(sessions, all_rooms=many), listed=False)
    texts = words_of(pages)
    assert report.pages == 3
    assert all("Panel 1 " in text for text in texts), "what is for all stands on every page"
    assert [sum(f"Saal {room.id}" in text.split("10:00")[0] for room in many) > 5 for text in texts] == [True] * 3


def test_a_day_that_is_too_full_for_a_grid_stands_in_the_list():
    sessions = [panel(at, NOON, 1, f"{at} {LONG}", speakers=(LONG,) * 3) for at in range(1, 60)]
    pages, report = printed(agenda(sessions), listed=False)
    assert report.pages > 1
    assert all(text.startswith("Programme from start to end") for text in words_of(pages))


def test_nothing_is_planned_yet():
    pages, report = printed(agenda([], slots=SLOTS))
    assert report.pages == 1
    assert "There are no sessions yet." in words_of(pages)[0]


def test_the_same_programme_gives_the_same_bytes():
    assert printed(agenda())[0] == printed(agenda())[0]
