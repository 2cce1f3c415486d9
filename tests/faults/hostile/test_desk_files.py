"""What a desk keeps for itself, after somebody was at it: what cannot be read counts as not there."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eventdesk import log, outputs
from eventdesk.badges.printers.queue import restored
from eventdesk.people import code
from eventdesk.people.scanner import habits_from_text
from eventdesk.prize.poll import PollEntry
from ui.people.list_page import _widths
from ui.preferences import FILE, USUAL_GUEST_SECONDS, USUAL_VOLUME, Preferences
from ui.print_places import Places, Setup
from ui.print_store import PrintStore
from ui.prize.kiosk.search import matching
from ui.templates.keeping import read as kept_templates

DEEP = "[" * 100_000
FIGURES = ("²", "9" * 5000, "-1", "1e9", "٣٤", "", "nan", "0x10", "1_0")


@pytest.mark.parametrize("figure", FIGURES)
def test_figures_that_are_none_are_the_usual_ones(tmp_path: Path, figure: str) -> None:
    (tmp_path / FILE).write_text(
        f"[General]\ntext_size={figure}\n[sound]\nvolume={figure}\n[guest]\nseconds={figure}\n", "utf-8"
    )
    preferences = Preferences(tmp_path)
    assert preferences.text_size == 0
    assert preferences.sound_volume in {USUAL_VOLUME, 34}
    assert preferences.guest_seconds == USUAL_GUEST_SECONDS


@pytest.mark.parametrize(
    "content",
    [b"\0" * 5000, b"[General\nlanguage", b"\xff\xfe[\0", b"=" * 9000, b"recent=" + b"x" * 90_000],
)
def test_settings_of_nonsense(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    preferences = Preferences(tmp_path)
    assert preferences.language in {"de", "en"}
    assert preferences.recent() == []
    assert preferences.print_policy == "walk_ins"
    assert preferences.folder_for_files().is_dir()


@pytest.mark.parametrize("text", ["a=b=c", "=", "name=²", "name=" + "9" * 5000, ",,,", "name"])
def test_widths_of_nonsense(text: str) -> None:
    assert _widths(text) == {}


@pytest.mark.parametrize("text", [DEEP, "{}", "3", "[3]", '[{"prefix": 1}]', "[" * 3, "null"])
def test_what_pages_kept(tmp_path: Path, text: str) -> None:
    assert habits_from_text(text) == ()
    assert kept_templates(text) == {}
    preferences = Preferences(tmp_path)
    places = Places(preferences)
    places.set_up("folder:/x", Setup())
    for key in preferences._store.allKeys():
        preferences.keep(key, text)
    assert places.setup("folder:/x") == Setup()


def item(**changed: object) -> str:
    plain: dict[str, object] = {
        "id": "a",
        "title": "",
        "printer": "",
        "event": "",
        "people": [],
        "occasion": "",
        "file": "",
        "size": [1, 1],
    }
    plain |= {"pages": 1, "sides": "one", "stage": "waiting", "fault": "", "details": {}, "small": False}
    return json.dumps({"version": 1, "items": [plain | changed]})


@pytest.mark.parametrize(
    "text",
    [
        *(
            DEEP,
            "",
            "null",
            "[]",
            '{"version": 1}',
            '{"version": 1, "items": 3}',
            "\ud800",
            item(size=[1]),
            item(size="x"),
        ),
        *(
            item(people=[1e400]),
            item(people=[None]),
            item(stage="lost"),
            item(sides=3),
            item(fault="bug"),
            item(details=[]),
        ),
        *(
            item(fault="printer", details={"trouble": "fire"}),
            item(pages="x"),
            item(shown=[[1]]),
            item(fault="printer"),
        ),
    ],
)
def test_a_queue_that_is_none_is_put_aside(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what it says goes into the log alone
        restored(text)
    store = PrintStore(tmp_path / "printing", tmp_path / "later")
    store.folder.mkdir()
    store.list.write_text(text, "utf-8", "replace")
    assert len(store.read()) == 0
    assert store.damaged is not None
    assert not store.list.exists()


def test_a_queue_cannot_have_other_files_deleted(tmp_path: Path) -> None:
    store = PrintStore(tmp_path / "printing", tmp_path / "later")
    store.pages.folder.mkdir(parents=True)
    kept = tmp_path / "kept.eventdesk"
    kept.write_text("x")
    for name in (
        str(kept),
        str(store.pages.folder / ".." / ".." / "kept.eventdesk"),
        str(store.pages.folder / ".."),
        "",
        "/",
    ):
        store.drop(name)
    assert kept.exists()
    assert store.pages.folder.exists()


LINES = (
    *(
        "",
        "{}",
        "null",
        DEEP,
        "[1, 2, 3, 4]",
        '["soon", "/tmp/x", 1, 2]',
        '["2027-03-06", "/tmp/x", 1e400, 2]',
        '["2027-03-06"]',
    ),
    *(
        json.dumps(["2027-03-06T10:00:00", "x" * 9000, 1, 2]),
        json.dumps(["2027-03-06T10:00:00", "a\0b", 1, 2]),
        '["2027-03-06", null, 1, 2]',
    ),
    json.dumps(["0001-01-01T00:00:00", "/tmp", 1, 2]),
)


@pytest.mark.parametrize("line", LINES)
def test_a_list_of_written_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setenv(log.HOME, str(tmp_path))
    paper = tmp_path / "paper.pdf"
    paper.write_text("x")
    good = json.dumps(["2027-03-06T10:00:00", str(paper), 1, 2])  # without a zone, as somebody may write it
    log.folder().mkdir()
    (log.folder() / outputs.LIST).write_text(f"{line}\n{good}\n", "utf-8")
    assert [each.path for each in outputs.written_since(datetime(2020, 1, 1, tzinfo=UTC))] == [paper]
    outputs.strike_out_missing()
    assert str(paper) in (log.folder() / outputs.LIST).read_text("utf-8")


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "\0",
            "\u202e1234",
            "{" * 5000,
            '{"a":' * 5000,
            "9" * 100_000,
            "a@" * 20_000,
            " " * 50_000,
            "]C1" * 9000,
            "😀" * 9000,
        ),
        *("\ud800", "\u0661" * 16, "²" * 16, "-" * 20_000, "/c/" * 9000, "é" * 30_000, "\x1d" * 5000, "%00", "\\x00"),
    ],
)
def test_whatever_a_scanner_sends_is_read(typed: str) -> None:
    assert code.read(typed) is not None
    assert len(code.without_secret(typed)) <= len(typed) + 10


def test_a_number_of_very_many_digits_at_the_kiosk() -> None:
    entries = [PollEntry(id=1, number=7, name="Haus 7"), PollEntry(id=2, number=70, name="x")]
    assert [each.id for each in matching(entries, "7")] == [1, 2]
    assert [each.id for each in matching(entries, "07")] == [1]
    assert matching(entries, "9" * 5000) == ()
