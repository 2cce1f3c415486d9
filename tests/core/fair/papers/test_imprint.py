"""The small print: moment, version, quality, in the language of the event."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from eventdesk.drawing.pages.imprint import NO_BREAK_SPACE, version_text
from eventdesk.fair.papers.imprint import Imprint, quality_lines
from eventdesk.fair.plan import Version
from eventdesk.words import Words
from eventdesk.words.days import moment_text
from eventdesk.words.numbers import decimal_text
from tests.core.fair.papers.fairs import IMPRINT, VERSION

EN = Words("en")


def test_event_moment_and_version_stand_above():
    text = IMPRINT.head(EN)
    assert text.replace(NO_BREAK_SPACE, " ") == "4. Integrationskonferenz · as of 6 March 2017, 08:10 · Version 4"
    assert text.split(" ") == [part for part in text.split(" ") if part == "·" or len(part) > 5]
    assert Imprint("", "").head(EN) == ""


def test_moments():
    assert moment_text(EN, "2017-03-06") == "as of 6 March 2017"
    assert moment_text(EN, "soon") == ""


def test_versions_without_a_name_are_told_by_their_time():
    nameless = Version(1, "", datetime(2017, 3, 6, 8, 5, tzinfo=UTC), "Schalter 1")
    assert (version_text(EN, nameless), version_text(EN, None)) == ("Version of 08:05", "")


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        (None, ("Placed by hand",)),
        (Version(1, "", VERSION.at, ""), ("Placed by hand",)),
        (VERSION, ("Cost 726, proven optimal", "Seed 1 · 1.2 s")),
        (replace(VERSION, status="feasible", bound=700), ("Cost 726, at most 3.6 % of it too much", "Seed 1 · 1.2 s")),
        (replace(VERSION, status="feasible", bound=None), ("Cost 726, not proven", "Seed 1 · 1.2 s")),
        (
            replace(VERSION, status="feasible", cost=0, bound=0),
            ("Cost 0, at most 0 % of it too much", "Seed 1 · 1.2 s"),
        ),
    ],
)
def test_quality(version: Version | None, expected: tuple[str, ...]):
    assert quality_lines(EN, replace(IMPRINT, version=version)) == expected


def test_what_was_changed_by_hand_is_said():
    assert quality_lines(EN, replace(IMPRINT, changed=True))[-1] == "Changed by hand since"


@pytest.mark.parametrize(
    ("value", "german", "english"), [(2.5, "2,5", "2.5"), (3.0, "3", "3"), (0.1234, "0,12", "0.12")]
)
def test_numbers(value: float, german: str, english: str):
    assert (decimal_text(Words("de"), value, 2), decimal_text(EN, value, 2)) == (german, english)
