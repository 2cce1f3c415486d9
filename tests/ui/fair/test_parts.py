"""The parts of the page of the fair that need no window: numbers, alignment, names broken into lines, lengths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus
from eventdesk.fair.fair import Fair
from eventdesk.fair.hall import Hall
from eventdesk.fair.weights import USUAL
from ui.fair.aligning import GRID_MM, align, around
from ui.fair.flow.fair_flow import swapped
from ui.fair.metre_field import millimetres
from ui.fair.standing import Standing, plain, with_stands

HALL = Hall(1, "H1", "Halle 1", 30_000, 20_000)
BOOTHS = tuple(Booth(number, f"A-{number:02d}", 1, number * 3000, 3000, 3000, 2000, "A") for number in range(2, 8))
WHO = (
    Exhibitor(11, "E1", "Eins", "Sprache", wish_1="A"),
    Exhibitor(12, "E2", "Zwei", "Kultur", power=Power.V230, pinned=3),
    Exhibitor(13, "E3", "Drei", wish_1="B"),
    Exhibitor(14, "E4", "Vier", status=ExhibitorStatus.CANCELLED),
)
FAIR = Fair((HALL,), (), BOOTHS, WHO, {11: (2,), 12: (3,)}, {}, USUAL)
metres = st.integers(-50_000, 50_000)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("C-14", "c14", True),
        ("C-04", "c 4", True),
        ("A1-02", "A10-2", False),
        ("A-1", "B-1", False),
        ("7", "007", True),
        ("A-10", "A-1", False),
    ],
)
def test_numbers_are_compared_as_people_type_them(one: str, other: str, same: bool) -> None:
    assert (plain(one) == plain(other)) is same


def test_standing_tells_who_is_where() -> None:
    standing = Standing(FAIR)
    assert standing.at(2) == WHO[0]
    assert standing.at(4) is None
    assert standing.without == (WHO[2],)
    assert standing.wishes() == (1, 2)
    assert standing.numbers(12) == "A-03"
    assert [booth.ref for booth in standing.free()] == ["A-04", "A-05", "A-06", "A-07"]
    assert standing.find("a3") == BOOTHS[1]


def test_with_other_stands_nothing_else_differs() -> None:
    assert FAIR.beside
    other = with_stands(FAIR, {13: (2,)})
    assert other.standing_on == {2: (13,)}
    assert other.beside is FAIR.beside
    assert FAIR.standing_on[2] == (11,)


def test_who_is_swapped_takes_the_other_place() -> None:
    assert swapped(FAIR, 11, (3,)) == {11: (3,), 12: (2,)}
    assert swapped(FAIR, 13, (3,)) == {11: (2,), 13: (3,)}
    assert swapped(FAIR, 11, (4,)) == {11: (4,), 12: (3,)}


@given(metres, metres, st.integers(100, 9000), st.integers(100, 9000))
def test_without_neighbours_everything_comes_to_rest_on_the_grid(x: int, y: int, wide: int, deep: int) -> None:
    found = align((x, y, x + wide, y + deep), (), 500)
    assert (x + found.across) % GRID_MM == 0
    assert (y + found.down) % GRID_MM == 0
    assert found.lines == ()


@given(metres, metres, st.integers(-300, 300))
def test_what_is_near_an_edge_comes_to_it(x: int, y: int, off: int) -> None:
    other = (x, y, x + 3000.0, y + 2000.0)
    found = align((x + 3000.0 + off, y, x + 6000.0 + off, y + 2000.0), [other], 300)
    assert x + 3000 + off + found.across == x + 3000
    assert found.down == 0
    assert (True, x + 3000.0) in found.lines


def test_around_holds_all() -> None:
    assert around([(0, 0, 10, 10), (5, -5, 8, 20)]) == (0, -5, 10, 20)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("3", 3000),
        ("2,5", 2500),
        (" 2.25 m", 2250),
        ("", None),
        ("drei", None),
        ("nan", None),
        ("inf", None),
        ("1e9", None),
    ],
)
def test_lengths_are_read_as_people_write_them(text: str, length: int | None) -> None:
    assert millimetres(text) == length
