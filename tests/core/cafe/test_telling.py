"""What the journal says about the World Café: tables, rounds and people by their names."""

from collections.abc import Callable
from typing import Any

import pytest

from eventdesk.cafe import actions, actions_day, actions_ways, planning, records
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.pair import PairKind
from eventdesk.cafe.round import RoundWanted
from eventdesk.cafe.table import CafeTable
from eventdesk.event import Event
from eventdesk.findings.actions import set_findings
from eventdesk.findings.finding import FindingKind
from eventdesk.history import listing
from eventdesk.history.of_person import history_of
from eventdesk.history.telling import step_sentences, title, told
from eventdesk.history.whole import Filter
from eventdesk.words import Words
from tests.core.cafe.cafes import who

ENGLISH = Words("en")
Deed = Callable[[Event, Cafe], Any]


def said(event: Event) -> list[str]:
    """Return what the newest entry says, with all its parts."""
    newest = event.journal(1)[0]
    parts = listing.parts(event.db, newest.part_of or newest.eid).happenings
    return [text for each in parts for step in each.steps for text in step_sentences(ENGLISH, step, event.zone)]


CASES: list[tuple[Deed, str, list[str]]] = [
    (
        lambda e, c: actions.add_table(
            e, CafeTable(0, "", "Garten", 6, "P5", "Was wächst?", "Türkisch", step_free=False)
        ),
        "Table added: Garten",
        [
            "Table “Garten” added",
            "Seats: 6",
            "Host: P5",
            "Question: Was wächst?",
            "Language: Türkisch",
            "Step-free: no",
        ],
    ),
    (
        lambda e, c: actions.change_table(e, c.tables[0].id, seats=5),
        "Table changed: Tisch 1",
        ["Tisch 1: Seats changed from “4” to “5”"],
    ),
    (
        lambda e, c: actions.set_rounds(e, [RoundWanted(9, "Eins", "2017-03-06T13:00"), *_rounds(c)[1:]]),
        "Rounds changed: 3",
        ["Round 1: Minutes changed from “20” to “9”", "Round 1: Question entered: “Eins”"],
    ),
    (
        lambda e, c: actions_ways.move(e, who(c, "Elif"), c.rounds[1].id, c.tables[0].id),
        "Seat at a table changed: Elif Gast",
        ["Elif Gast sits at “Tisch 1” instead of “Tisch 2” in round 2"],
    ),
    (
        lambda e, c: actions_ways.move(e, who(c, "Elif"), c.rounds[1].id, None),
        "Seat at a table changed: Elif Gast",
        ["Elif Gast: no seat in round 2; it was “Tisch 2”"],
    ),
    (
        lambda e, c: actions_day.give_back(e, who(c, "Elif")),
        "Card given back: Elif Gast",
        ["Elif Gast gave card 5 back"],
    ),
    (
        lambda e, c: actions.set_pair(e, who(c, "Elif"), who(c, "Nour"), PairKind.APART),
        "Who sits with whom: Elif Gast, Nour Gast",
        ["Elif Gast and Nour Gast must not sit together"],
    ),
    (lambda e, c: actions_day.begin_round(e, c.rounds[0].id), "Clock of the rounds: 1", ["Round 1 is on"]),
    (lambda e, c: actions_ways.keep_printed(e), "Cards printed", ["The cards are on paper now"]),
    (
        lambda e, c: set_findings(e, FindingKind.TABLE, c.tables[0].id, ["Ein Treffpunkt fehlt."], "Anke"),
        "Results noted: Tisch 1",
        ["Result noted", "Result: Ein Treffpunkt fehlt.", "Noted by: Anke"],
    ),
    (
        lambda e, c: actions.leave_out(e, ["press"]),
        "Settings: Integrationskonferenz",
        ["Not at the tables of the World Café: Press"],
    ),
]


def _rounds(cafe: Cafe) -> list[RoundWanted]:
    return [RoundWanted(each.minutes, each.question, each.starts) for each in cafe.rounds]


@pytest.mark.parametrize(("deed", "heading", "sentences"), CASES, ids=[case[1] for case in CASES])
def test_every_deed_is_told_by_name(party: Event, cafe: Cafe, deed: Deed, heading: str, sentences: list[str]):
    deed(party, cafe)
    (newest, *_) = listing.page(party.db, Filter(), limit=1).lines
    assert title(ENGLISH, newest) == heading
    assert sorted(said(party)) == sorted(sentences)


def test_a_clock_that_stands_still_is_told(party: Event, cafe: Cafe):
    first = cafe.rounds[0].id
    actions_day.begin_round(party, first)
    actions_day.pause_round(party, first)
    assert said(party) == ["The clock stands still"]
    actions_day.end_round(party, first)
    assert sorted(said(party)) == ["Round 1 is over", "The clock goes on"]


def test_a_table_that_closes_tells_who_sits_where(party: Event, cafe: Cafe):
    table = cafe.tables[3].id
    actions_day.close_table(party, cafe, table, 3, planning.reseated(cafe, table, 3))
    told_first, *others = said(party)
    assert told_first == "Tisch 4: Closed from round entered: “3”"
    moved = len(cafe.at(cafe.rounds[2].id, table))
    assert sum(" instead of “Tisch 4” in round 3" in text for text in others) == moved


def test_what_was_found_is_told_line_by_line(party: Event, cafe: Cafe):
    table = cafe.tables[0].id
    set_findings(party, FindingKind.TABLE, table, ["Eins", "Zwei"])
    set_findings(party, FindingKind.TABLE, table, ["Drei"])
    assert said(party) == ["Result changed from “Eins” to “Drei”", "Result taken away", "Result: Zwei"]


def test_somebody_has_a_history_of_cards(party: Event, cafe: Cafe):
    elif_, nour = who(cafe, "Elif"), who(cafe, "Nour")
    actions_day.give_back(party, elif_)
    actions_day.hand_over(party, now := records.read_cafe(party.db), [nour], planning.handed(now, [nour], [elif_]))
    lines = [text for each in history_of(party.db, elif_) for text in told(ENGLISH, each, party.zone).sentences]
    taken = records.read_cafe(party.db).way_of[elif_].number
    newest = {
        5: "Card 5 of the World Café is with Elif Gast",
        cafe.way_of[nour].number: f"Card {taken} of the World Café went from Nour Gast to Elif Gast",
    }.get(taken, f"Card {taken} of the World Café is with Elif Gast")
    assert lines == [
        newest,
        "Gave card 5 of the World Café back",
        "Got card 5 of the World Café",
        "Added by the import of Gäste",
    ]
