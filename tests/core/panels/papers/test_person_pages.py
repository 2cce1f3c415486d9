"""A page for each person: what is for all, their places, what they speak in, what they wait for."""

import io
from dataclasses import replace

import pytest

from eventdesk.drawing.pages.report import PaperReport
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.person_pages import Days, person_pages
from tests.core.fair.papers.fairs import white_at_the_edge
from tests.core.panels.papers.agendas import IMPRINT, KIT, LONG, NAMES, NOON, agenda, panel, slot
from tests.core.pdf_text import words_of


def printed(found: Agenda, **more: object) -> tuple[list[str], PaperReport]:
    out = io.BytesIO()
    report = person_pages(found, IMPRINT, out, KIT, **more)  # type: ignore[arg-type]
    return [text.replace("\u00a0", " ") for text in words_of(out.getvalue())], report


def test_the_day_of_a_person():
    found = agenda(places={2: (4,), 4: (4,)}, waiting={3: (5, 4)})
    stops = Days(found).of(found.attendees[4])
    assert [(stop.item.session.id, stop.waiting) for stop in stops] == [(101, 0), (102, 0), (103, 2), (104, 0)]
    (text,), report = printed(found, only={4})
    assert (report.pages, report.papers, report.overflow) == (1, 1, ())
    for told in ("Your programme", "Gast 4", "Verein 4 e.V.", "10:00 – 10:50 Eröffnung Saal 1 · Halle 1"):
        assert told in text
    assert "You are number 2 on the waiting list." in text


def test_who_speaks_and_moderates_is_told_so():
    found = agenda(waiting={2: (2,)})
    speaker, moderator = Days(found).of(found.attendees[2]), Days(found).of(found.attendees[3])
    assert [(stop.item.session.id, stop.speaks, stop.moderates, stop.waiting) for stop in speaker][1:] == [
        (102, True, False, 0)
    ]
    assert [(stop.speaks, stop.moderates) for stop in moderator] == [(False, False), (False, True)]
    assert "You speak here." in printed(found, only={2})[0][0]
    assert "You moderate here." in printed(found, only={3})[0][0]


def test_everybody_has_a_page_in_the_order_of_lists():
    texts, report = printed(agenda(people=30))
    assert report.papers == 30
    assert [f"Gast {who} " in text for who, text in enumerate(texts, 1)] == [True] * 30


def test_several_days_are_named():
    slots = [slot(1, "10:00", "11:00"), slot(2, "10:00", "11:00", "2017-03-07")]
    found = agenda([panel(1, 1, 1), panel(2, 2, 1)], slots=slots, places={1: (1,), 2: (1,)})
    (text,), _ = printed(found, only={1})
    assert text.index("6 March 2017 10:00") < text.index("7 March 2017 10:00")


def test_nothing_is_planned_for_somebody():
    found = agenda([panel(1, NOON, 1), panel(2, NOON, 2)])
    assert "There is no session for you in the programme yet." in printed(found, only={1})[0][0]


@pytest.mark.parametrize("name", [*NAMES, LONG])
def test_strange_names_are_whole_and_stay_on_the_page(name: str):
    base = agenda([panel(1, NOON, 1, name), panel(2, NOON, 2)], places={1: (1,)})
    people = {who: replace(each, name=name, organisation=name) for who, each in base.attendees.items()}
    out = io.BytesIO()
    report = person_pages(Agenda(base.programme, people), IMPRINT, out, KIT, only={1})
    assert report.overflow == ()
    assert all(white_at_the_edge(out.getvalue(), page) for page in range(report.pages))
