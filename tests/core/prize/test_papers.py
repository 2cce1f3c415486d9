"""Ballots, notice and protocol on paper: read back with a scanner, looked at page by page."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.imprint import EventImprint
from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.prize import actions
from eventdesk.prize.ballot import Ballot, Channel, VoidReason
from eventdesk.prize.count import Turnout, counted
from eventdesk.prize.papers.ballot_art import BallotArt
from eventdesk.prize.papers.ballots import Pile, ballots_paper, piles_of
from eventdesk.prize.papers.notice import notice
from eventdesk.prize.papers.protocol import protocol
from eventdesk.prize.poll import Poll, PollEntry, PollState, TieRule
from eventdesk.words import Words
from tests.core.drawing.pages import picture
from tests.core.fair.papers.fairs import sizes_of, white_at_the_edge
from tests.core.pdf_text import words_of
from tests.core.prize.prize_of_tests import Prize

KIT = Kit()
IMPRINT = EventImprint("4. Integrationskonferenz", "2017-03-06T09:00", "en", "Convention Center", "Staatskanzlei")
NAME = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=60)
LONG = "Deutsch-Türkischer Freundschaftsverein für Begegnung und Bildung Salzgitter-Lebenstedt e.V."


def poll(*names: str, seed: int | None = None, tie: TieRule = TieRule.DRAW) -> Poll:
    entries = tuple(PollEntry(100 + number, number, name) for number, name in enumerate(names, 1))
    return Poll(1, "Audience Prize 2017", seed=seed, tie=tie, entries=entries)


MANY = poll(*(f"Projekt {number}" for number in range(1, 82)))
FEW = poll("Café Grenzenlos", "Sprachbrücke", "Teestube")


def made(numbers: dict[int | None, int], of: Poll) -> tuple[Pile, ...]:
    """Return new ballots as piles."""
    found = actions.new_ballots(of.id, numbers)
    return tuple(Pile(of.entry(each), tuple(b for b in found if b.barred == each)) for each in numbers)


def printed(of: Poll, piles: Sequence[Pile]) -> bytes:
    out = io.BytesIO()
    report = ballots_paper(of, piles, IMPRINT, out, KIT)
    assert report.papers == sum(len(pile.ballots) for pile in piles)
    assert report.missing_glyphs == ()
    return out.getvalue()


def codes_on(pages: bytes, page: int, dpi: int = 200) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture(pages, page, dpi))]


def texts(pages: bytes) -> list[str]:
    return [text.replace("\u00a0", " ") for text in words_of(pages)]


# ---- ballots


@pytest.mark.parametrize("of", [FEW, MANY])
def test_a_scanner_reads_every_ballot_and_every_stub(of: Poll) -> None:
    piles = made({None: 9, of.entries[1].id: 2}, of)
    pages = printed(of, piles)
    wanted = [code for pile in piles for ballot in pile.ballots for code in (ballot.code, ballot.stub)]
    found = codes_on(pages, 0) + codes_on(pages, 1)
    assert sorted(found) == sorted(wanted)
    assert len(codes_on(pages, 0)) == 16


def test_digits_stand_in_fours_beside_their_codes() -> None:
    (pile,) = made({None: 1}, MANY)
    (ballot,) = pile.ballots
    (page,) = texts(printed(MANY, [pile]))
    for code in (ballot.code, ballot.stub):
        assert f"{code[:4]} {code[4:8]}" in page
        assert f"{code[8:12]} {code[12:]}" in page


def test_few_entries_stand_on_the_ballot_many_on_the_notice_only() -> None:
    (few,) = texts(printed(FEW, made({None: 1}, FEW)))
    assert all(told in few for told in ("1 · Café Grenzenlos", "2 · Sprachbrücke", "3 · Teestube"))
    assert "I vote for number" not in few
    (many,) = texts(printed(MANY, made({None: 1}, MANY)))
    assert "I vote for number" in many
    assert "Projekt" not in many


@pytest.mark.parametrize(("entries", "boxes"), [(9, 1), (10, 2), (81, 2)])
def test_a_ballot_has_as_many_boxes_as_a_number_has_digits(entries: int, boxes: int) -> None:
    assert BallotArt(poll(*("x" * entries)), "", Words("en")).places == boxes


def test_a_packet_has_a_slip_and_its_ballots_say_what_they_do_not_count_for() -> None:
    own = FEW.entries[1]
    (page,) = texts(printed(FEW, made({own.id: 2}, FEW)))
    assert "Packet of 2 ballots" in page
    assert page.count("Does not count for 2 · Sprachbrücke") == 2
    assert page.count("1 · Café Grenzenlos") == 2
    assert page.count("2 · Sprachbrücke") == 3  # on the slip and where it does not count: it cannot be ticked


def test_long_titles_and_names_stay_within_their_ballot() -> None:
    of = replace(poll(LONG, "Zwei", LONG), title="Publikumspreis der Integrationskonferenz Niedersachsen 2017/2018")
    pages = printed(of, made({None: 2, of.entries[0].id: 5}, of))
    (page,) = texts(pages)
    assert page.count("Salzgitter-Lebenstedt e.V.") == 6
    assert len(codes_on(pages, 0)) == 16 - 2


def test_ballots_come_in_another_order_each_time_without_those_that_are_void(prize: Prize) -> None:
    from eventdesk.prize.actions_ballots import void_ballot

    gone = prize.ballots()[0]
    void_ballot(prize.event, prize.poll_id, gone.stub, VoidReason.SPOILED)
    orders = [piles_of(prize.event.db, prize.poll) for _ in range(3)]
    assert len({tuple(ballot.id for ballot in piles[0].ballots) for piles in orders}) == 3
    assert all(gone.id not in {ballot.id for pile in piles for ballot in pile.ballots} for piles in orders)
    assert [pile.barred and pile.barred.number for pile in orders[0]] == [None, 1, 2, 3, 4, 5]


def test_nothing_on_paper_tells_row_ids_or_times(prize: Prize) -> None:
    pages = printed(prize.poll, piles_of(prize.event.db, prize.poll))
    told = " ".join(texts(pages))
    assert not any(str(ballot.id) in told for ballot in prize.ballots())
    assert "09:00" not in told


# ---- the notice


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A3])
@pytest.mark.parametrize("of", [FEW, MANY])
def test_the_notice_has_everything_on_one_sheet(of: Poll, size: PaperSize) -> None:
    out = io.BytesIO()
    report = notice(of, IMPRINT, out, KIT, size=size)
    assert (report.pages, report.overflow, report.missing_glyphs) == (1, (), ())
    (page,) = texts(out.getvalue())
    for told in ("Audience Prize 2017", "Choose a number.", "Nobody can see", of.entries[-1].name):
        assert told in page
    assert white_at_the_edge(out.getvalue(), 0)
    assert sizes_of(out.getvalue()) == [size.millimetres]


def test_names_from_right_to_left_stand_next_to_their_numbers_on_the_notice() -> None:
    out = io.BytesIO()
    notice(poll("جمعية الياسمين", "فرید"), IMPRINT, out, KIT)
    page = picture(out.getvalue(), 0, 50).convert("L")
    width, height = page.size
    entries = page.crop((0, int(height * 0.24), width, int(height * 0.5))).point(lambda grey: 255 * (grey < 128))
    box = entries.getbbox()
    assert box is not None
    assert box[2] < width * 0.7


def test_the_notice_says_the_rules() -> None:
    out = io.BytesIO()
    notice(replace(FEW, seed=482_913, own_barred=False, tie=TieRule.RUN_OFF), IMPRINT, out, KIT)
    (page,) = texts(out.getvalue())
    assert "run-off" in page
    assert "482913" in page
    assert "own stand" not in page


def test_too_many_for_one_sheet_go_on_another() -> None:
    out = io.BytesIO()
    of = poll(*(f"{number} {LONG}" for number in range(75)))
    report = notice(of, IMPRINT, out, KIT)
    assert report.pages > 1
    assert all(f"{number} {LONG}"[:12] in " ".join(texts(out.getvalue())) for number in range(75))


# ---- the protocol

TURNOUT = Turnout(
    made=700,
    issued=612,
    again=3,
    taken_back=1,
    used={Channel.KIOSK: 310, Channel.SCAN: 60, Channel.PAPER: 41},
    void={VoidReason.LOST: 3, VoidReason.SPOILED: 4, VoidReason.RETURNED: 0},
)
CLOSED = replace(
    FEW,
    state=PollState.CLOSED,
    seed=482_913,
    opened=datetime(2017, 3, 6, 9, 30, tzinfo=UTC),
    closed=datetime(2017, 3, 6, 15, 5, tzinfo=UTC),
)


def test_the_protocol_says_what_became_of_the_ballots_and_who_won() -> None:
    out = io.BytesIO()
    report = protocol(counted(CLOSED, TURNOUT, {101: 200, 102: 205, 103: 6}), IMPRINT, out, KIT)
    assert (report.pages, report.overflow) == (1, ())
    (page,) = texts(out.getvalue())
    for told in (
        *("Winner: 2 · Sprachbrücke", "Opened 6 March 2017, 09:30, closed 6 March 2017, 15:05"),
        *("700 made", "612 handed out", "3 of these in place of a void one", "1 handing out undone"),
        *("411 cast", "310 at the voting screen", "41 on paper", "7 void", "4 filled in", "282 not used"),
        *("Together 411", "482913", "First signature", "Second signature"),
    ):
        assert told in page
    assert "given back" not in page
    assert "More ballots" not in page


def test_the_protocol_shows_the_lots_of_a_tie() -> None:
    out = io.BytesIO()
    count = counted(CLOSED, TURNOUT, {101: 205, 102: 205, 103: 1})
    protocol(count, IMPRINT, out, KIT)
    (page,) = texts(out.getvalue())
    assert f"Winner by lot after a tie: {count.winners[0].number} · {count.winners[0].name}" in page
    assert page.count("place decided by lot") == 2
    assert "482913:1" in page
    assert "482913:2" in page


def test_a_long_title_is_no_small_print_in_the_protocol() -> None:
    out = io.BytesIO()
    of = replace(CLOSED, title="Ehrenpreis der Jury des Bündnisses für Zusammenhalt und Begegnung im Quartier")
    protocol(counted(of, TURNOUT, {101: 411}), IMPRINT, out, KIT)
    (page,) = texts(out.getvalue())
    assert page.startswith("Audience prize")
    assert f"{of.title} Winner: 1" in page


def test_more_ballots_used_than_handed_out_is_said_plainly() -> None:
    out = io.BytesIO()
    protocol(counted(CLOSED, replace(TURNOUT, issued=413), {101: 411}), IMPRINT, out, KIT)
    assert "More ballots were cast than handed out" in texts(out.getvalue())[0]


def test_a_long_count_goes_on_over_pages_with_signatures_on_the_last() -> None:
    out = io.BytesIO()
    of = replace(MANY, state=PollState.CLOSED, seed=1)
    report = protocol(counted(of, TURNOUT, {entry.id: entry.number for entry in of.entries}), IMPRINT, out, KIT)
    pages = texts(out.getvalue())
    assert report.pages == len(pages) > 1
    assert [("First signature" in page) for page in pages] == [False] * (len(pages) - 1) + [True]


@settings(max_examples=10, deadline=None)
@given(st.lists(NAME, min_size=2, max_size=9))
def test_any_names_make_papers(names: list[str]) -> None:
    of = replace(poll(*names), seed=5, state=PollState.CLOSED)
    piles = [Pile(of.entries[0], (Ballot(1, 1, "5123456789012344", "6123456789012340", barred=of.entries[0].id),))]
    for write in (
        lambda out: ballots_paper(of, piles, IMPRINT, out, KIT),
        lambda out: notice(of, IMPRINT, out, KIT),
        lambda out: protocol(counted(of, TURNOUT, {of.entries[0].id: 3}), IMPRINT, out, KIT),
    ):
        assert write(io.BytesIO()).pages >= 1
