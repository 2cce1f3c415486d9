"""A command line to call, and a small event to call it on."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eventdesk.cli import main

PEOPLE = """id;given_name;family_name;native_name;organisation;roles;email;status;group;exhibitor;code
P1;Elif;Demirtaş;;Bürgerinitiative Gemeinsam in Salzgitter;exhibitor;elif@example.org;registered;;E1;
P2;Jörn;Meyer-Lüerßen;;Kirchenkreis;participant;joern@example.org;registered;Kurs A;;TICKET-2
P3;Oksana;Nechyporenko;Оксана Нечипоренко;;guest;;registered;Kurs A;;
P4;Anke;Schröder;;Stadt Peine;participant;anke@example.org;cancelled;;;
P5;Farid;Rahmani;فرید رحمانی;;interpreter;;pending;;;
"""


@dataclass(frozen=True)
class Answer:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Call = Callable[..., Answer]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Call the command line as a shell would."""
    monkeypatch.setenv("EVENTDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "de_DE.UTF-8")

    def run(*arguments: object) -> Answer:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write a small event folder."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "event.toml").write_text(
        'title = "Kleines Treffen"\nstarts = "2027-03-06T09:00"\nends = "2027-03-06T17:00"\nvenue = "Erkner"\n'
        'language = "de"\n[[points]]\nname = "Haupteingang"\nkind = "entrance"\n'
        '[[points]]\nname = "Saal 1"\nkind = "room"\n',
        "utf-8",
    )
    (source / "people.csv").write_text(PEOPLE, "utf-8")
    (source / "halls.csv").write_text("hall;name;width_m;depth_m\nH1;Halle 1;20;10\n", "utf-8")
    (source / "booths.csv").write_text(
        "booth;hall;island;x_m;y_m;width_m;depth_m;power\nB-14;H1;B;1,5;2;3;2;1\n", "utf-8"
    )
    (source / "exhibitors.csv").write_text("exhibitor;name;theme;pinned\nE1;Gemeinsam;Begegnung;B-14\n", "utf-8")
    return source


@pytest.fixture
def file(call: Call, folder: Path, tmp_path: Path) -> Path:
    """Create the small event."""
    target = tmp_path / "k.eventdesk"
    assert call("new", target, "--from", folder).code == 0
    return target
