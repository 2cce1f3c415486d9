"""Directory, index by theme and set-up list: everybody in them, in order, with what helpers need."""

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.drawing.pages.report import PaperReport
from eventdesk.fair.booth import BoothState, Power
from eventdesk.fair.exhibitor import ExhibitorStatus, Setup
from eventdesk.fair.fair import Fair
from eventdesk.fair.papers.directory import directory, initial
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.setup_list import furniture_sums, setup_list
from eventdesk.fair.papers.theme_index import theme_index
from tests.core.fair.papers.fairs import (
    ENGLISH,
    KIT,
    booths,
    exhibitors,
    hall,
    sizes_of,
    small,
    standing,
    white_at_the_edge,
)
from tests.core.pdf_text import words_of

GERMAN_ORDER = ("3mal Hannover", "Äpfel", "Ahorn", "Öffnung", "Oper", "Straße", "Strasse 2", "Zebra", "Товариство")


def printed(write: Callable[..., PaperReport], fair: Fair, imprint: Imprint = ENGLISH) -> tuple[list[str], PaperReport]:
    out = io.BytesIO()
    report = write(fair, imprint, out, KIT)
    pages = out.getvalue()
    assert set(sizes_of(pages)) == {(210, 297)}
    assert all(white_at_the_edge(pages, page) for page in range(report.pages))
    return words_of(pages), report


def in_order(text: str, parts: list[str]) -> bool:
    found = [text.find(part) for part in parts]
    return -1 not in found and found == sorted(found)


# ---- directory


def test_the_directory_is_in_the_order_of_german_lists():
    names = list(reversed(GERMAN_ORDER))
    pages, _ = printed(directory, small(20, 9, lambda at: names[at - 1]))
    assert in_order(pages[0].removeprefix("Exhibitors"), ["3mal", "Äpfel", "Ahorn", "Öffnung", "Oper", "Zebra"])


def test_an_entry_tells_everything():
    who = replace(
        exhibitors(1)[0],
        contact="Anke Schröder",
        email="anke@example.org",
        phone="0511 5550100",
        blurb="Ein Treffpunkt.",
    )
    (text,), report = printed(directory, standing([hall()], booths(1), [who]))
    for told in ("Verein 1", "A-01", "Halle 1", "Patenschaft", "Ein Treffpunkt.", "Anke Schröder", "0511 5550100"):
        assert told in text
    assert "anke@example.org" in text
    assert (report.overflow, report.missing_glyphs) == ((), ())


def test_who_does_not_come_is_left_out_and_who_has_no_stand_is_told():
    who = exhibitors(4)
    who[1] = replace(who[1], status=ExhibitorStatus.CANCELLED)
    who[2] = replace(who[2], status=ExhibitorStatus.NO_SHOW)
    (text,), _ = printed(directory, replace(standing([hall()], booths(1), who)))
    assert [f"Verein {at}" in text for at in range(1, 5)] == [True, False, False, True]
    assert text.count("no stand yet") == 1


def test_a_large_directory_runs_over_pages_without_losing_anybody():
    fair = small(200, 180, lambda at: f"Verein Nummer {at:03d} für alle")
    pages, report = printed(directory, fair)
    whole = " ".join(pages)
    assert report.pages == len(pages) > 3
    assert sorted(re.findall(r"Nummer (\d{3})", whole)) == [f"{at:03d}" for at in range(1, 181)]
    assert [f"Page {at} of {len(pages)}" in text for at, text in enumerate(pages, 1)] == [True] * len(pages)


def test_what_is_too_long_for_an_entry_is_told():
    who = replace(exhibitors(1)[0], blurb="Wort " * 500, name="V" * 300)
    _, report = printed(directory, standing([hall()], booths(1), [who]))
    assert {remark.text for remark in report.overflow} == {"Wort " * 500}
    assert report.overflow[0].shown.endswith("…")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Äpfel", "A"), ("3mal", "0–9"), ("Товариство", "Т"), ("جمعية", "ج"), ("„Balu“", "B"), ("…", "#"), ("", "#")],
)
def test_letters_above_names(name: str, expected: str):
    assert initial(name) == expected


def test_lists_without_anybody_say_so():
    for write in (directory, theme_index):
        (text,), _ = printed(write, standing([hall()], booths(2), []))
        assert "There are no exhibitors yet." in text
    (text,), _ = printed(setup_list, standing([], [], []))
    assert "There is no hall yet." in text
    (text,), _ = printed(setup_list, standing([hall()], [], []))
    assert "There are no booths yet." in text


# ---- index


def test_the_index_has_everybody_under_their_theme():
    fair = small(20, 13)
    (text,), _ = printed(theme_index, fair)
    assert in_order(text, ["Patenschaft", "Verein 1 ", "Verein 13", "Verein 7", "Sprache", "Verein 2 ", "Verein 8"])
    assert all(f"A-{at:02d}" in text for at in range(1, 14))


def test_who_has_no_theme_stands_last():
    who = [replace(each, theme="") if each.id == 2 else each for each in exhibitors(4)]
    (text,), _ = printed(theme_index, standing([hall()], booths(4), who))
    assert in_order(text, ["Patenschaft", "Arbeit & Bildung", "Without a theme", "Verein 2"])


# ---- set-up list


def test_every_booth_stands_on_the_set_up_list():
    stands = booths(30)
    stands[28] = replace(stands[28], state=BoothState.BLOCKED, reason="Feuerlöscher")
    fair = standing([hall(), hall(2, "Foyer")], [*stands, *booths(3, in_hall=2, letter="B")], exhibitors(25))
    pages, report = printed(setup_list, fair)
    whole = " ".join(pages)
    assert report.papers == 2
    assert [booth.ref for booth in fair.booths if booth.ref not in whole] == []
    assert "blocked: Feuerlöscher" in whole
    assert "30 booths · 25 taken · 4 free · 1 blocked" in whole
    assert "3 booths · 0 taken · 3 free · 0 blocked" in whole
    assert whole.count("3 × 2 m") == 33


def test_power_is_what_is_needed_and_where_it_lacks():
    who = exhibitors(4)
    who[0] = replace(who[0], power=Power.V230)
    who[1] = replace(who[1], power=Power.V230)
    who[2] = replace(who[2], power=Power.V400)
    (text,), _ = printed(setup_list, standing([hall()], booths(4), who))
    assert text.count("230 V, to be laid") == 1
    assert text.count("400 V, to be laid") == 1
    assert "(230 V)" in text
    assert "Power: 2 × 230 V, 1 × 400 V" in text


def test_furniture_is_listed_once_and_summed():
    who = [
        replace(each, furniture="1 Tisch, 2 Stühle" if each.id % 2 else "2 Tische, 1 Stuhl") for each in exhibitors(4)
    ]
    fair = standing([hall()], booths(5), who)
    fair = replace(fair, stands={**fair.stands, 4: (fair.booths[3].id, fair.booths[4].id)})
    (text,), _ = printed(setup_list, fair)
    assert text.count("2 Tische, 1 Stuhl") == 2
    assert "Furniture: 6 × Stühle, 6 × Tische" in text


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        (["1 Tisch, 2 Stühle", "2 Tische; 4x Stühle", ""], [("Stühle", 6), ("Tische", 3)]),
        (["Stellwand", "Stellwand und 2 Tische"], [("Stellwand", 2), ("Tische", 2)]),
        (["2 Tische 160 cm", "1 Tisch 160 cm"], [("Tische 160 cm", 2), ("Tisch 160 cm", 1)]),
        (["kein"], [("kein", 1)]),
    ],
)
def test_sums_of_furniture(orders: list[str], expected: list[tuple[str, int]]):
    assert furniture_sums(orders) == expected


@settings(deadline=None)
@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_words_about_furniture_are_summed(orders: list[str]):
    assert all(name and number >= 0 for name, number in furniture_sums(orders))


def test_what_is_done_is_ticked():
    plain, done = small(3, 3), small(3, 3)
    done = replace(done, exhibitors=tuple(replace(each, setup=Setup.SET_UP) for each in done.exhibitors))
    out = [io.BytesIO(), io.BytesIO()]
    for fair, target in zip((plain, done), out, strict=True):
        setup_list(fair, ENGLISH, target, KIT)
    assert len(out[1].getvalue()) > len(out[0].getvalue())
