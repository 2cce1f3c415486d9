"""PINs: salted, slow and told to nobody; wrong ones are counted; a forgotten one is taken away."""

import hashlib
import json
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk import pins
from eventdesk.cli import main
from eventdesk.codes import Op, Refusal
from eventdesk.desk import open_event
from eventdesk.event import Event, UndoRefused
from eventdesk.history import listing
from eventdesk.history.telling import step_sentences
from eventdesk.pins import MOST_TRIES, WAIT, PinTrouble, Tries
from eventdesk.rights import Level
from eventdesk.store import settings
from eventdesk.words import Words

NOW = datetime(2017, 3, 6, 9, tzinfo=UTC)
KEPT = "scrypt-15-8-1$MDEyMzQ1Njc4OWFiY2RlZg==$"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make hashes of PINs as fast as they must not be at a desk."""
    monkeypatch.setattr(pins, "_N", 2)


@pytest.fixture
def kept(quick: None) -> str:
    """Return what is kept of the PIN "Käse12"."""
    return pins.hashed("Käse12")


def test_a_hash_costs_what_it_says() -> None:
    made = pins.hashed("Käse12")
    assert made.startswith("scrypt-15-8-1$")
    salt, digest = (b64decode(part) for part in made.split("$")[1:])
    assert digest == hashlib.scrypt("käse12".encode(), salt=salt, n=2**15, r=8, p=1, maxmem=2**26, dklen=32)
    assert len(salt) == 16


def test_a_pin_opens_however_it_is_typed_and_nothing_else_does(kept: str) -> None:
    assert pins.matches("KÄSE１２ ", kept)
    assert not pins.matches("käse13", kept)
    assert pins.hashed("Käse12") != kept, "two events with one PIN look alike"


@pytest.mark.parametrize("damaged", ["", "scrypt-15-8-1", "scrypt-30-8-1$$", "x$y$z", KEPT + "AAAA", KEPT + "ä"])
def test_what_nobody_can_read_opens_nothing(quick: None, damaged: str) -> None:
    assert not pins.matches("2468", damaged)
    assert not pins.matches("", damaged)


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("2468", None),
        ("ÄpfelUndNüss", None),
        ("٢٤٦٨", None),
        ("123", PinTrouble.SHORT),
        ("   ", PinTrouble.SHORT),
        ("1234567890123", PinTrouble.LONG),
        ("12 34", PinTrouble.SIGNS),
        ("12-34", PinTrouble.SIGNS),
    ],
)
def test_what_can_be_a_pin(typed: str, trouble: PinTrouble | None) -> None:
    assert pins.trouble(typed) is trouble


def test_five_wrong_ones_then_half_a_minute() -> None:
    tries, left = Tries(), []
    for _ in range(MOST_TRIES):
        assert not tries.wait(NOW)
        left.append(tries.left)
        tries = tries.after_wrong(NOW)
    assert left == [5, 4, 3, 2, 1]
    assert tries.wait(NOW) == WAIT == timedelta(seconds=30)
    assert tries.wait(NOW + timedelta(seconds=29)) == timedelta(seconds=1)
    assert not tries.wait(NOW + WAIT)
    assert tries.wait(NOW - timedelta(days=365)) == WAIT, "a clock that was set back makes one wait for a year"
    assert tries.left == MOST_TRIES


@given(wrong=st.integers(0, MOST_TRIES - 1), until=st.none() | st.datetimes(timezones=st.just(UTC)))
def test_tries_survive_a_restart(wrong: int, until: datetime | None) -> None:
    tries = Tries(wrong, until)
    assert Tries.read(tries.text()) == tries


@given(st.text())
def test_whatever_stands_in_the_preferences_is_read(text: str) -> None:
    assert 1 <= Tries.read(text).left <= MOST_TRIES


def test_pins_of_an_event(event: Event) -> None:
    assert pins.pins(event) == pins.Pins()
    pins.keep(event, Level.ORGANISER, "o")
    pins.keep(event, Level.CLERK, "c")
    pins.keep_minutes(event, 10)
    assert pins.pins(event) == pins.Pins("o", "c", 10)
    assert {entry.op for entry in event.journal(3)} == {Op.PIN}
    answer = event.undo(event.journal(1)[0].eid)
    assert isinstance(answer, UndoRefused)
    assert answer.reason is Refusal.NOT_UNDOABLE
    pins.drop(event, Level.CLERK)
    assert pins.pins(event) == pins.Pins("o", "", 10)
    pins.keep(event, Level.CLERK, "c")
    pins.drop(event, Level.ORGANISER)
    assert pins.pins(event) == pins.Pins("", "", 10), "a clerk's PIN alone would lock everybody out"


def test_an_event_with_nonsense_for_minutes(event: Event) -> None:
    with event.transact(Op.PIN, "") as tx:
        settings.put(tx, "pin.minutes", "-1")
    assert pins.pins(event).minutes == pins.USUAL_MINUTES


def test_which_pin_it_was(kept: str) -> None:
    both = pins.Pins(kept, pins.hashed("1357"))
    assert both.level_of("käse12") is Level.ORGANISER
    assert both.level_of("1357") is Level.CLERK
    assert both.level_of("1358") is None


def test_the_journal_tells_that_there_is_a_pin_and_not_which(event: Event, kept: str) -> None:
    pins.keep(event, Level.ORGANISER, kept)
    pins.keep_minutes(event, 0)
    pins.keep_minutes(event, 5)
    pins.drop(event, Level.ORGANISER)
    said = []
    for entry in event.journal(4):
        for happening in listing.parts(event.db, entry.eid).happenings:
            said += [text for step in happening.steps for text in step_sentences(Words("en"), step, event.zone)]
        assert entry.label == ""
    assert said == [
        "The PIN for organisers was taken away",
        "Unlocked desks lock after 5 minutes at rest",
        "Unlocked desks stay so until somebody locks them",
        "A PIN was set for organisers",
    ]


def test_a_forgotten_pin(event: Event, capsys: pytest.CaptureFixture[str]) -> None:
    path = event.path
    pins.keep(event, Level.ORGANISER, "o")
    pins.keep(event, Level.CLERK, "c")
    event.close()
    assert _pin(path, capsys) == {"organiser": True, "clerk": True, "reset": False}
    assert _pin(path, capsys, "--reset") == {"organiser": False, "clerk": False, "reset": True}
    assert _pin(path, capsys, "--reset") == {"organiser": False, "clerk": False, "reset": False}
    with open_event(path) as again:
        assert again.journal(1)[0].op is Op.PIN
    assert main(["pin", str(path), "--language", "en"]) == 0
    assert "everybody may do all" in capsys.readouterr().out


def _pin(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, bool]:
    assert main(["pin", str(path), "--json", *more]) == 0
    found: dict[str, bool] = json.loads(capsys.readouterr().out)
    return found
