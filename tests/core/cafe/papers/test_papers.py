"""Papers of the World Café: everything that somebody needs stands there, once, whole, and in the right order."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from eventdesk.cafe.actions_day import give_back
from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.papers.cards import PerSheet, cards, cards_of
from eventdesk.cafe.papers.host_sheets import host_sheets
from eventdesk.cafe.papers.imprint import Imprint, imprint_of
from eventdesk.cafe.papers.result_sheets import result_sheets
from eventdesk.cafe.papers.summary import summary
from eventdesk.cafe.papers.table_signs import table_signs
from eventdesk.cafe.records import read_cafe
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.table import CafeTable
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.report import PaperReport
from eventdesk.event import Event
from eventdesk.findings import records as findings
from eventdesk.findings.actions import set_findings
from eventdesk.findings.finding import FindingKind
from tests.core.cafe.cafes import who
from tests.core.pdf_text import words_of

KIT = Kit()
ENGLISH = Imprint("Integration Conference", "2017-03-06T08:10", "en", "Town Hall", "Network", 0)


def printed(
    write: Callable[..., PaperReport], cafe: Cafe, *more: object, **how: object
) -> tuple[list[str], PaperReport]:
    out = io.BytesIO()
    report = write(cafe, *more, ENGLISH, out, KIT, **how)
    return [text.replace("\u00a0", " ") for text in words_of(out.getvalue())], report


def test_everybody_has_one_card_with_their_tables(party: Event, cafe: Cafe):
    pages, report = printed(cards, cafe)
    assert (report.papers, report.pages, report.overflow) == (16, 2, ())
    text = " ".join(pages)
    for guest in cafe.guests.values():
        assert text.count(guest.name) == 1
    assert text.count("You are the host here in all rounds.") == 4
    assert text.count("Card 16") == 1, "ways that nobody has are cards to be written on"
    for each in ("Round 1 · 13:00", "Round 2 · 13:25", "Round 3"):
        assert each in text


def test_cut_piles_stay_in_order(cafe: Cafe):
    pages, _ = printed(cards, cafe, spare=False)
    names = [card.name for card in cards_of(cafe, spare=False)]
    assert names == sorted(names)
    assert [name for name in names if name in pages[0]] == names[::2]
    assert [name for name in names if name in pages[1]] == names[1::2]


def test_large_cards_have_the_questions(cafe: Cafe):
    elif_ = who(cafe, "Elif")
    pages, report = printed(cards, cafe, per_sheet=PerSheet.FOUR, only=[elif_])
    assert (report.pages, report.papers) == (1, 1)
    for each in cafe.rounds:
        table = cafe.table_of[cafe.way_of[elif_].tables[each.id]]
        assert table.name in pages[0]
        assert table.question in pages[0]
    assert "Und nun?" in pages[0]


def test_a_host_who_became_a_guest_has_a_card_like_others(party: Event, cafe: Cafe):
    anna = who(cafe, "Anna")
    other = cafe.tables[1].id
    way = cafe.way_of[anna]
    moved = replace(way, tables={**way.tables, cafe.rounds[2].id: other})
    turned = replace(cafe, itineraries=tuple(moved if each.id == way.id else each for each in cafe.itineraries))
    assert [card.hosts for card in cards_of(turned, only=[anna])] == [None]
    assert [card.hosts for card in cards_of(cafe, only=[anna])] == [cafe.tables[0].id]


def test_a_free_card_has_no_name(party: Event, cafe: Cafe):
    give_back(party, who(cafe, "Elif"))
    now = read_cafe(party.db)
    pages, report = printed(cards, now)
    assert "Elif" not in " ".join(pages)
    assert report.papers == 16


def test_a_sign_for_each_table_to_be_read_from_both_sides(cafe: Cafe):
    pages, report = printed(table_signs, cafe)
    assert (report.pages, report.overflow) == (4, ())
    first, *_, last = pages
    for text in ("Tisch 1", "Was hilft?", "Host: Anna Gast", "step-free", "Integration Conference"):
        assert first.count(text) == 2
    assert "Dana Gast" in last
    assert printed(table_signs, cafe, only=[cafe.tables[2].id])[1].papers == 1


def test_hosts_know_who_comes_in_which_round(cafe: Cafe):
    pages, report = printed(host_sheets, cafe)
    assert report.papers == 4
    table = cafe.tables[1]
    text = pages[1]
    assert text.index("Round 1") < text.index("Round 2") < text.index("Round 3")
    for each in cafe.rounds:
        for person in cafe.at(each.id, table.id):
            assert cafe.guests[person].name in text
    assert text.count("Bruno Gast") == 1, "the host is no guest at the own table"
    assert "Und nun?" in text


def test_a_host_sheet_has_all_rounds_on_one_page_or_whole_ones_on_the_next(cafe: Cafe):
    for rounds in range(3, 13):
        numbers = range(1, rounds + 1)
        many = tuple(CafeRound(number, number, 10) for number in numbers)
        ways = tuple(replace(way, tables=dict.fromkeys(numbers, cafe.tables[0].id)) for way in cafe.itineraries)
        full = replace(cafe, rounds=many, itineraries=ways)
        pages, _ = printed(host_sheets, full, only=[cafe.tables[0].id])
        guests = [guest.name for each, guest in cafe.guests.items() if cafe.hosted_by.get(each) != cafe.tables[0].id]
        for page in pages:
            there = sum(page.count(f"Round {number} ") for number in numbers)
            assert there > 0
            assert [page.count(name) for name in guests] == [there] * len(guests)


def test_a_closed_table_says_so(cafe: Cafe):
    closed = replace(cafe.tables[0], closed_from=3)
    turned = replace(cafe, tables=(closed, *cafe.tables[1:]))
    assert printed(host_sheets, turned)[0][0].count("This table is closed then.") == 1
    assert "Round 3" not in printed(result_sheets, turned)[0][0]


def test_a_sheet_for_each_table_to_write_on(cafe: Cafe):
    pages, report = printed(result_sheets, cafe)
    assert (report.pages, report.overflow) == (4, ())
    for text in ("Tisch 2", "Host: Bruno Gast", "Wo treffen wir uns?", "Round 3", "Our result for everybody"):
        assert text in pages[1]
    many = replace(cafe, rounds=tuple(CafeRound(number, number, 10) for number in range(1, 9)))
    assert "Notes from all rounds" in printed(result_sheets, many)[0][0]


def test_the_summary_has_what_was_found_and_says_what_is_missing(party: Event, cafe: Cafe):
    empty, report = printed(summary, cafe, findings.findings(party.db))
    assert "Nothing was noted yet." in empty[0]
    assert report.pages == 1
    set_findings(party, FindingKind.TABLE, cafe.tables[1].id, ["Ein Treffpunkt fehlt.", "Abends öffnen."], "Bruno Gast")
    pages, report = printed(summary, cafe, findings.findings(party.db))
    for text in ("Tisch 2", "Wo treffen wir uns?", "Ein Treffpunkt fehlt.", "Abends öffnen.", "Told by Bruno Gast"):
        assert text in pages[0]
    assert "Nothing noted yet: Tisch 1, Tisch 3, Tisch 4" in pages[0]
    assert report.papers == 1


LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik und andere Orte der Begegnung im Quartier am Hafen"


def crowded(cafe: Cafe, rounds: int) -> Cafe:
    """Return the same with so many rounds, and with names and questions that hardly fit anywhere."""
    numbers = range(1, rounds + 1)
    many = tuple(CafeRound(number, number, 10, "Und " * 30, f"2017-03-06T1{number % 10}:00") for number in numbers)
    tables = tuple(replace(table, name=LONG, question="Wie " * 60) for table in cafe.tables)
    ways = tuple(
        replace(way, tables={each.id: cafe.tables[at % 4].id for each in many})
        for at, way in enumerate(cafe.itineraries)
    )
    guests = {each: replace(guest, name=LONG, organisation=LONG) for each, guest in cafe.guests.items()}
    return replace(cafe, rounds=many, tables=tables, itineraries=ways, guests=guests)


@pytest.mark.parametrize(
    ("per_sheet", "rounds"), [(PerSheet.FOUR, 1), (PerSheet.FOUR, 8), (PerSheet.EIGHT, 5), (PerSheet.EIGHT, 12)]
)
def test_cards_hold_long_names_and_many_rounds(cafe: Cafe, per_sheet: PerSheet, rounds: int):
    pages, report = printed(cards, crowded(cafe, rounds), per_sheet=per_sheet)
    assert report.missing_glyphs == ()
    assert sum(page.count(f"Round {rounds}") for page in pages) >= 12, "everybody but hosts finds the last round"


@pytest.mark.parametrize("rounds", [3, 6])
def test_a_long_name_takes_no_room_from_the_questions(cafe: Cafe, rounds: int):
    name = "Hans-Joachim Maximilian Freiherr von Schleswig-Holstein-Sonderburg"
    home = "Landesarbeitsgemeinschaft der Migrantenorganisationen und Freiwilligenagenturen"
    full = crowded(cafe, rounds)
    full = replace(
        full,
        rounds=tuple(replace(each, question="") for each in full.rounds),
        tables=tuple(
            replace(table, name=f"Tisch {at}", question="Was hat mir beim Ankommen in Deutschland geholfen?")
            for at, table in enumerate(full.tables)
        ),
        guests={each: replace(guest, name=name, organisation=home) for each, guest in full.guests.items()},
    )
    _, report = printed(cards, full, per_sheet=PerSheet.FOUR)
    assert report.overflow == ()


@pytest.mark.parametrize("write", [table_signs, host_sheets, result_sheets])
def test_other_papers_hold_long_names_and_many_rounds(cafe: Cafe, write: Callable[..., PaperReport]):
    pages, report = printed(write, crowded(cafe, 5))
    assert len(pages) == report.pages >= 4
    assert report.missing_glyphs == ()
    assert all("Donaudampfschifffahrts" in page.replace(" ", "") for page in pages)


@pytest.mark.parametrize("write", [host_sheets, result_sheets])
def test_a_long_name_of_a_table_is_no_small_print(cafe: Cafe, write: Callable[..., PaperReport]):
    name = "Arbeit, Ausbildung und Anerkennung ausländischer Abschlüsse"
    pages, _ = printed(write, replace(cafe, tables=tuple(replace(table, name=name) for table in cafe.tables)))
    assert all(page.startswith("World Café ") and page.count(name) == 1 for page in pages)
    pages, _ = printed(write, cafe)
    assert all(page.startswith(table.name) for page, table in zip(pages, cafe.tables, strict=True))


def test_small_cards_have_no_questions(cafe: Cafe):
    tables = tuple(replace(table, name=f"Thema {table.ref}x", question="Was fehlt?") for table in cafe.tables)
    pages, report = printed(cards, replace(cafe, tables=tables), per_sheet=PerSheet.EIGHT)
    hosts = sum(page.count("You are the host here") for page in pages)
    assert sum(page.count("Was fehlt?") for page in pages) == hosts
    assert report.overflow == ()


def test_names_that_run_from_right_to_left_are_drawn(cafe: Cafe):
    guests = {each: replace(guest, name="فرید رحمانی", organisation="انجمن") for each, guest in cafe.guests.items()}
    tables = tuple(CafeTable(each.id, each.ref, "میز", 4, each.host, "چه کمکی می‌کند؟") for each in cafe.tables)
    turned = replace(cafe, guests=guests, tables=tables)
    for write in (cards, table_signs, host_sheets, result_sheets):
        _, report = printed(write, turned)
        assert (report.overflow, report.missing_glyphs) == ((), ())


def test_the_imprint_is_that_of_the_event(party: Event, cafe: Cafe):
    found = imprint_of(party, cafe)
    assert (found.event, found.language, found.repeats) == ("Integrationskonferenz", "de", 0)
    assert imprint_of(party, replace(cafe, itineraries=())).repeats is None
