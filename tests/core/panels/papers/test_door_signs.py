"""Door signs: the room and the next session large, what follows below, nothing cut without a word."""

import io
from pathlib import Path

import pytest

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.door_signs import door_signs, rooms_with_signs
from eventdesk.panels.room import Room
from tests.core.drawing.pages import ink, picture
from tests.core.fair.papers.fairs import sizes_of, white_at_the_edge
from tests.core.panels.papers.agendas import IMPRINT, KIT, LATE, LONG, NAMES, NOON, agenda, in_a_row, panel, slot
from tests.core.pdf_text import words_of


def printed(found: Agenda, **more: object) -> tuple[bytes, PaperReport]:
    out = io.BytesIO()
    report = door_signs(found, IMPRINT, out, KIT, **more)  # type: ignore[arg-type]
    return out.getvalue(), report


def texts(pages: bytes) -> list[str]:
    return [text.replace("\u00a0", " ") for text in words_of(pages)]


def test_a_sign_for_each_room_in_which_something_takes_place():
    pages, report = printed(agenda())
    first, second = texts(pages)
    assert (report.pages, report.papers, report.overflow) == (2, 2, ())
    for told in (
        "Saal 1",
        "40 places",
        "10:00–10:50",
        "Eröffnung",
        "11:00 Panel I · Buddies",
        "step-free",
        "6 March 2017",
    ):
        assert told in first
    for told in ("Saal 2", "80 places", "11:00–12:15", "Panel II", "13:30 Panel II, Runde 2", "Version 4"):
        assert told in second
    assert "step-free" not in second


def test_what_is_over_is_left_out():
    pages, _ = printed(agenda(), since="2017-03-06T10:55")
    first = texts(pages)[0]
    assert "Eröffnung" not in first
    assert "11:00–12:15 Panel I Buddies" in first
    assert rooms_with_signs(agenda(), "2017-03-06T13:00") == (2,)
    assert rooms_with_signs(agenda(), "2017-03-07T00:00") == ()


def test_a_sign_for_each_session_to_be_changed_at_the_door():
    pages, report = printed(agenda(), each=True)
    assert report.papers == 4
    assert [text.split("–")[0][-5:] for text in texts(pages)] == ["10:00", "11:00", "11:00", "13:30"]


def test_only_some_rooms_and_every_day():
    slots = [slot(1, "10:00", "11:00"), slot(2, "10:00", "11:00", "2017-03-07")]
    found = agenda([panel(1, 1, 1), panel(2, 2, 1), panel(3, 1, 2)], slots=slots)
    pages, _ = printed(found, only={1})
    assert ["Panel 1" in text for text in texts(pages)] == [True, False]
    assert ["7 March" in text for text in texts(pages)] == [False, True]


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A3])
def test_the_room_is_read_from_five_metres(size: PaperSize):
    pages, _ = printed(agenda(), size=size)
    assert set(sizes_of(pages)) == {size.millimetres}
    image = picture(pages, dpi=72)
    top = image.crop((0, 0, round(image.width * 0.5), round(image.height * 0.15)))
    box = ink(top)
    assert box is not None
    assert (box[3] - box[1]) / 72 * 25.4 > 17  # millimetres: a 300th of the distance


@pytest.mark.parametrize("name", [*NAMES, LONG, "X" * 90, "Wort " * 40])
def test_strange_rooms_titles_and_names_stay_on_the_page(name: str):
    room = Room(1, "S1", name, 120)
    sessions = [panel(1, NOON, 1, name, speakers=(name,) * 4, moderators=(name,)), panel(2, LATE, 1, name)]
    pages, report = printed(agenda(sessions, all_rooms=[room]))
    assert report.overflow == ()
    assert white_at_the_edge(pages)
    if name == LONG:
        assert texts(pages)[0].count("Übungen") == 3 + 5


def test_an_endless_title_is_told():
    endless = "Wolfeschlegelsteinhausen " * 40
    _, report = printed(agenda([panel(1, NOON, 1, endless)]))
    assert [remark.about.strip() for remark in report.overflow] == [endless.strip()]


def test_a_very_full_room_says_how_many_more_there_are():
    slots = in_a_row(79, 10)
    sessions = [panel(at, at, 1, f"Beratung {at} mit einem Titel") for at in range(1, 80)]
    text = texts(printed(agenda(sessions, slots=slots))[0])[0]
    shown = sum(f"Beratung {at} " in text for at in range(1, 80))
    assert 15 < shown < 79
    assert f"… and {79 - shown} more sessions" in text


def test_a_room_of_unknown_size_has_no_number():
    text = texts(printed(agenda([panel(1, NOON, 1)], all_rooms=[Room(1, "S1", "Saal", 0)]))[0])[0]
    assert "place" not in text


def test_nothing_has_a_time_and_a_room():
    _, report = printed(agenda([panel(1, None, 1), panel(2, NOON, None)]))
    assert (report.pages, report.papers) == (0, 0)


def test_progress_is_told_and_may_cancel(tmp_path: Path):
    told: list[int] = []

    def stop(number: int) -> None:
        told.append(number)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        door_signs(agenda(), IMPRINT, tmp_path / "signs.pdf", KIT, progress=stop)
    assert told == [1]
    assert list(tmp_path.iterdir()) == []
