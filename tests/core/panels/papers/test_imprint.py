"""The small print of the programme's papers."""

from dataclasses import replace

import pytest

from eventdesk.panels.papers.imprint import Imprint, quality_lines
from eventdesk.panels.version import TimetableFacts
from eventdesk.words import Words
from tests.core.panels.papers.agendas import FACTS, IMPRINT, VERSION

EN = Words("en")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (FACTS, "Timetable proven best"),
        (replace(FACTS, status="feasible", bound=15), "Timetable at most 1 person from the best"),
        (replace(FACTS, status="feasible", bound=10), "Timetable at most 6 people from the best"),
    ],
)
def test_what_is_proven_is_told(facts: TimetableFacts, expected: str):
    imprint = replace(IMPRINT, version=replace(VERSION, facts=facts))
    assert quality_lines(EN, imprint) == (expected, "Seed 1 · 2.1 s")


def test_what_was_moved_since_is_told():
    assert quality_lines(EN, replace(IMPRINT, changed=True))[-1] == "Changed by hand since"


def test_nothing_is_told_of_a_timetable_made_by_hand():
    by_hand = replace(IMPRINT, version=replace(VERSION, facts=TimetableFacts()))
    assert quality_lines(EN, by_hand) == ()
    assert by_hand.foot(EN) == "Convention Center"
    assert Imprint("", "").head(EN) == ""
