"""Cleaning and clusters: what is kept, what goes, what belongs together."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.drawing.letters import clean, clusters, isolated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Elif \t Demirtaş\n", "Elif Demirtaş"),
        ("Ju\u0308rgen", "Jürgen"),
        ("Hans\u00adJoachim", "HansJoachim"),
        ("\ufeffAnna\u200b", "Anna"),
        ("گل\u200cمحمدی", "گل\u200cمحمدی"),
        ("Dr.\u00a0Groß", "Dr.\u00a0Groß"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("a\x00b\x1bc\ud800", "abc"),
        ("", ""),
    ],
)
def test_clean(text: str, expected: str):
    assert clean(text) == expected


@given(st.text())
def test_clean_is_final(text: str):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once
    assert once == once.strip(" ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", ["a", "b", "c"]),
        ("q\u0323\u030cx", ["q\u0323\u030c", "x"]),
        ("கி", ["கி"]),
        ("ل\u200cم", ["ل\u200c", "م"]),
        ("🇩🇪🇺🇦", ["🇩🇪", "🇺🇦"]),
        ("👩\u200d🔬!", ["👩\u200d🔬", "!"]),
        ("👍🏽", ["👍🏽"]),
        ("\u0301a", ["\u0301", "a"]),
    ],
)
def test_clusters(text: str, expected: list[str]):
    assert clusters(text) == expected


@given(st.text())
def test_clusters_lose_nothing(text: str):
    assert "".join(clusters(text)) == text
    assert all(clusters(text))


def test_only_what_runs_from_the_right_is_isolated():
    assert [isolated(each) for each in ("Deutsch", "Українська", "فارسی")] == [
        "Deutsch",
        "Українська",
        "\u2068فارسی\u2069",
    ]


def test_what_nobody_could_read_ends_early():
    assert clean("ab " * 5000) == ("ab " * 267)[:800].strip()
    assert len(clean("\u00a0 " * 5000)) <= 800
