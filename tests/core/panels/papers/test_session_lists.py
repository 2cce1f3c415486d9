"""Room lists and lists of signatures: everybody once, heads on each page, the waiting list in its order."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from eventdesk.drawing.pages.report import PaperReport
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.session_lists import room_lists, sessions_with_lists, signature_lists
from tests.core.fair.papers.fairs import white_at_the_edge
from tests.core.panels.papers.agendas import IMPRINT, KIT, LONG, NAMES, NOON, agenda, panel
from tests.core.pdf_text import words_of

Write = Callable[..., PaperReport]
BOTH = pytest.mark.parametrize("write", [room_lists, signature_lists])


def printed(found: Agenda, write: Write = room_lists, **more: object) -> tuple[list[str], PaperReport]:
    out = io.BytesIO()
    report = write(found, IMPRINT, out, KIT, **more)
    return [text.replace("\u00a0", " ") for text in words_of(out.getvalue())], report


def test_who_is_expected_and_who_waits():
    (text, *_), report = printed(agenda(places={2: (1, 4, 5)}, waiting={2: (6,)}), only={102})
    assert (report.pages, report.papers) == (1, 1)
    for told in ("Room list · Saal 1", "6 March 2017 · 11:00–12:15", "Panel I · Buddies", "3 expected · 40 places"):
        assert told in text
    assert "Moderated by Gast 3, Verein 3 e.V." in text
    assert "1 on the waiting list" in text
    assert text.index("Name001") < text.index("Name004") < text.index("Name005") < text.index("Waiting list")
    assert text.index("Waiting list") < text.index("Name006")
    assert "Name002" not in text, "who speaks is no guest"


def test_what_is_for_all_has_no_list_unless_it_is_asked_for():
    found = agenda(places={2: (1,)})
    assert [item.session.id for item in sessions_with_lists(found)] == [102, 103, 104]
    assert printed(found)[1].papers == 3
    assert "Everybody is welcome here." in printed(found, only={101})[0][0]
    (signed,), _ = printed(found, signature_lists, only={101})
    assert signed.count("Name00") == 6


def test_a_session_without_people_says_so():
    assert "Nobody has a place here yet." in printed(agenda(), only={103})[0][0]


@BOTH
def test_three_hundred_people_stand_once_each_below_the_same_head(write: Write):
    texts, report = printed(agenda(people=300, places={3: range(1, 301)}), write, only={103})
    assert report.pages > 3
    assert report.overflow == ()
    whole = " ".join(texts)
    assert all(whole.count(f"Name{who:03d}") == 1 for who in range(1, 301))
    assert all("Panel II · Lernpatenschaften" in text and "300 expected" in text for text in texts)
    if write is signature_lists:
        assert all("Organisation Signature" in text for text in texts)


def test_who_speaks_signs_first_and_there_are_lines_for_more():
    (text,), _ = printed(agenda(places={2: (1,)}), signature_lists, only={102})
    assert text.index("Name002") < text.index("Ute Gast") < text.index("Name003") < text.index("Name001")
    assert "speaks" in text
    assert "moderates" in text
    assert text.split("Name001, Gast Verein 1 e.V.")[1].split()[:6] == ["5", "6", "7", "8", "9", "10"]


@BOTH
@pytest.mark.parametrize("name", [*NAMES, LONG])
def test_strange_names_are_whole_and_stay_on_the_page(write: Write, name: str):
    base = agenda([panel(1, NOON, 1, name, speakers=(name,)), panel(2, NOON, 2)], places={1: (1, 2)}, waiting={1: (3,)})
    people = {
        who: replace(each, name=name, list_name=name, organisation=name) for who, each in base.attendees.items()
    }  # fmt: skip
    room = replace(base.programme.rooms[0], name=name)
    programme = replace(base.programme, rooms=(room, *base.programme.rooms[1:]))
    out = io.BytesIO()
    report = write(Agenda(programme, people), IMPRINT, out, KIT)
    assert report.overflow == ()
    assert all(white_at_the_edge(out.getvalue(), page) for page in range(report.pages))
