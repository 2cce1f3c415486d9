"""The protocol of a draw on paper: way, seed, figures, proof, and who got what by digits."""

import io
import json
from datetime import datetime

import pytest

from eventdesk.panels.papers.draw_paper import draw_paper
from eventdesk.panels.place import Draw, DrawFacts, Way
from eventdesk.panels.seating.gathering import seats
from eventdesk.panels.seating.protocol import protocol
from eventdesk.panels.seating.ways import draw
from tests.core.panels.papers.agendas import IMPRINT, KIT, LATE, NOON, agenda, panel, rooms
from tests.core.pdf_text import words_of


def drawn(way: Way, people: int = 24) -> tuple[str, dict[str, object]]:
    sessions = [panel(1, NOON, 1), panel(2, NOON, 2), panel(3, LATE, 3, repeat_of="P1")]
    found = agenda(sessions, people=people, all_rooms=rooms())
    asked = seats(found.programme, seed=17)
    *_, outcome = draw(way, asked, seconds=0.2)
    facts = json.loads(json.dumps(protocol(asked, outcome)))
    out = io.BytesIO()
    drawing = Draw(1, datetime(2017, 3, 5, 18, 0), "Schalter 1", DrawFacts(way, 17, facts))  # noqa: DTZ001 - local
    report = draw_paper(found, drawing, IMPRINT, out, KIT)
    assert report.overflow == ()
    return " ".join(words_of(out.getvalue())).replace("\u00a0", " "), facts


@pytest.mark.parametrize("way", list(Way))
def test_everybody_is_told_by_digits_with_what_they_got(way: Way):
    text, facts = drawn(way)
    crowds = facts["crowds"]
    assert isinstance(crowds, list)
    units = [unit for crowd in crowds for unit in crowd["people"]]
    assert sum(len(unit["codes"]) for unit in units) == 24
    for unit in units:
        (digits,) = unit["codes"]
        inner = f"{digits[:4]} {digits[4:]} " + " ".join(f"Panel {ref[1]}" for _, ref in sorted(unit["got"].items()))
        assert inner.strip() in text
    assert "the seed is 17" in text
    assert "as of 5 March 2017, 18:00 · Schalter 1" in text


def test_what_is_proven_is_told_and_no_more():
    fair, facts = drawn(Way.LEXIMIN)
    assert facts["pareto_proven"]
    assert "Proven: nobody can sit better unless somebody else sits worse." in fair
    assert "Proven" not in drawn(Way.LOTTERY)[0]


def test_the_table_of_sessions_adds_up():
    text, facts = drawn(Way.LEXIMIN)
    crowds = facts["crowds"]
    assert isinstance(crowds, list)
    given = [ref for crowd in crowds for unit in crowd["people"] for ref in unit["got"].values()]
    for ref, capacity in (("P1", 40), ("P2", 80), ("P3", 120)):
        assert f" {capacity} {given.count(ref)} " in text.split("waiting", 1)[1]


def test_a_draw_without_people():
    text, _ = drawn(Way.LOTTERY, people=0)
    assert "Nobody got a place." in text


def test_who_has_a_part_already_is_not_told_to_have_no_place():
    found = agenda([panel(1, NOON, 1), panel(2, NOON, 2)], people=1, all_rooms=rooms())
    crowd = {"people": [{"codes": ["01234567"], "got": {}}], "placed_already": True}
    facts = {"crowds": [crowd, {"people": [{"codes": ["99990000"], "got": {}}], "placed_already": False}]}
    at = datetime(2017, 3, 5, 18, 0)  # noqa: DTZ001 - local
    out = io.BytesIO()
    draw_paper(found, Draw(1, at, "", DrawFacts(Way.LOTTERY, 17, facts)), IMPRINT, out, KIT)
    text = " ".join(words_of(out.getvalue())).replace("\u00a0", " ")
    assert "0123 4567 has a part or a place already" in text
    assert "9999 0000 no place" in text
