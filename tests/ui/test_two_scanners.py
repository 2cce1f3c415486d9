"""Keys of a scan mix with others: two scanners at once, or letters that somebody was typing. Nobody is guessed."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.people import code as codes
from tests.ui.driver import DeskDriver
from ui.checkin.tangle import Mixture, mixture

Codes = dict[str, str]
bodies = st.integers(0, 10**14 - 1).map(lambda number: f"1{number:014d}")
our_codes = bodies.map(lambda body: body + codes.check_digit(body))


@dataclass(frozen=True)
class Burst:
    """Two codes whose keys came in turns, as the field has them when the first Enter comes, and what comes later."""

    one: str
    other: str
    first: str
    later: str


@st.composite
def bursts(draw: st.DrawFn) -> Burst:
    """Draw two codes in turns: all of `one` is in, and a part of `other`."""
    one, other = draw(our_codes), draw(our_codes)
    part = draw(st.integers(1, 16))
    places = draw(st.sets(st.integers(0, 15 + part), min_size=part, max_size=part))
    keys, mine, theirs = "", iter(one), iter(other)
    for at in range(16 + part):
        keys += next(theirs if at in places else mine)
    return Burst(one, other, keys, "".join(theirs))


@given(bursts())
def test_never_anybody_else_is_read_from_two_scans(burst: Burst) -> None:
    found = mixture(burst.first, {burst.one, burst.other}.__contains__)
    if codes.is_code(burst.first):
        return
    assert found is not None
    assert found.code in {"", burst.one, burst.other}
    if found.two:
        assert found.rest == len(burst.later)


@given(our_codes, our_codes, st.integers(1, 15))
def test_a_code_that_stands_whole_is_read(one: str, other: str, part: int) -> None:
    for text in (one + other[:part], other[:part] + one):
        found = mixture(text, {one}.__contains__)
        assert found == Mixture(one, two=True, rest=16 - part)


@given(our_codes, st.text("abcdeäöüß ,-", min_size=1, max_size=9), st.integers(0, 16))
def test_a_scan_among_typed_letters_is_read(code: str, typed: str, at: int) -> None:
    assert mixture(typed + code, {code}.__contains__) == Mixture(code)
    middle = code[:at] + typed.strip(" ") + code[at:]
    if middle != code:
        assert mixture(middle, {code}.__contains__) == Mixture(code)


@given(our_codes)
def test_the_same_badge_twice_without_an_enter_is_one_scan(code: str) -> None:
    assert mixture(code * 2, {code}.__contains__) == Mixture(code)


@given(our_codes, st.text("0123456789", max_size=40))
def test_a_clean_code_is_no_mixture(code: str, digits: str) -> None:
    assert mixture(code, {code}.__contains__) is None
    if len(digits) < 16:
        assert mixture(digits, {code}.__contains__) is None


def in_english(desk: DeskDriver) -> DeskDriver:
    """Let the desk speak English."""
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    return desk.settles()


def test_two_scans_at_once_check_nobody_in(desk: DeskDriver, codes: Codes) -> None:
    one, other = codes["elif"], codes["joern"]
    in_english(desk).types("".join(map("".join, zip(one, other[:16], strict=True)))[:-1])
    desk.presses("Enter").types(other[-1]).presses("Enter")
    desk.says("Two scans at once", "Please scan again").does_not_say("Unknown code")
    assert (desk.counts()[:2], desk.last(), desk.field()) == ("0 ", [], "")
    desk.scan(one).says("Welcome", "Elif Demirtaş")


def test_the_one_that_came_whole_is_taken_and_the_other_asked_for(desk: DeskDriver, codes: Codes) -> None:
    one, other = codes["elif"], codes["joern"]
    in_english(desk).types(one + other[:5]).presses("Enter").types(other[5:]).presses("Enter")
    desk.says("Welcome", "Elif Demirtaş", "Another badge was scanned at the same moment")
    assert desk.last() == ["Demirtaş, Elif"]
    desk.scan(other).says("Welcome", "Jörn Meyer-Lüerßen").does_not_say("Another badge")


def test_what_comes_after_the_rest_is_read_again(desk: DeskDriver, codes: Codes) -> None:
    one, other = codes["elif"], codes["joern"]
    desk.types(one + other[:5]).presses("Enter").types(other[5:]).presses("Enter")
    desk.types(other[5:]).presses("Enter").says("Jörn Meyer-Lüerßen")


def test_a_scan_behind_a_name_that_was_begun_arrives(desk: DeskDriver, codes: Codes) -> None:
    desk.types("schm").scan(codes["elif"]).says("Willkommen", "Elif Demirtaş")
    assert desk.last() == ["Demirtaş, Elif"]


def test_a_long_ticket_of_somebody_is_no_mixture(desk: DeskDriver, codes: Codes) -> None:
    desk.scan("hx7-QK-2209").says("Willkommen", "Thị Hạnh Nguyễn")
    desk.scan("zz9-nobody-77").says("Code unbekannt")
