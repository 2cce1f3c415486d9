"""What an event folder brings for the brochure: portraits, consents, pictures, a greeting."""

import io
from pathlib import Path

import pytest
from PIL import Image

from eventdesk.badges.stock import picture_bytes
from eventdesk.cli.exports import Kind, export
from eventdesk.event import Event
from eventdesk.eventfolder import create_from
from eventdesk.eventfolder.reading import read_source
from eventdesk.fair import records as fair
from eventdesk.people.consent import Consent
from eventdesk.reports.brochure.texts import Texts, texts_of
from eventdesk.tables import sentences
from eventdesk.tables.problems import Remark
from eventdesk.words import Words

HEADER = "aussteller;bezeichnung;porträt;internet;ort;bild;einwilligungen;broschüre"


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    place = tmp_path / "konferenz"
    (place / "bilder").mkdir(parents=True)
    (place / "event.toml").write_text(
        'title = "K"\ngrusswort = """\nGuten Tag.\n\nLesen Sie.\n"""\nimpressum = "Wir"\n', "utf-8"
    )
    (place / "bilder" / "a.png").write_bytes(picture())
    (place / "exhibitors.csv").write_text(
        f'{HEADER}\nE1;Gemeinsam;"Erster Absatz.\n\nZweiter Absatz.";https://example.org;Peine;bilder/a.png;'
        "Foto, Kontakt;ja\nE2;Lernpaten;;;;;;\n",
        "utf-8",
    )
    return place


def made(folder: Path) -> Event:
    return create_from(folder.parent / "k.eventdesk", folder).opened()


def test_everything_comes_into_the_file(plain: Path) -> None:
    with made(plain) as event:
        first, second = fair.exhibitors(event.db)
        assert first.portrait == "Erster Absatz.\n\nZweiter Absatz."
        assert (first.website, first.town, first.brochure) == ("https://example.org", "Peine", True)
        assert first.consents == (Consent.CONTACT, Consent.PHOTO)
        assert (second.consents, second.brochure, second.picture) == ((), False, "")
        assert picture_bytes(event, first.picture) == picture()
        assert texts_of(event.db) == Texts(greeting="Guten Tag.\n\nLesen Sie.", imprint="Wir")


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("fehlt.png", None, "there is no picture “fehlt.png” in the folder."),
        ("../k.png", picture(), "there is no picture “../k.png” in the folder."),
        ("text.png", b"Hallo", "“text.png” is no picture that can be printed: a PNG or JPEG is needed."),
        ("groß.png", picture() + bytes(1_100_000), "the picture “groß.png” is too large: up to one megabyte can be"),
    ],
)
def test_a_picture_that_cannot_be_used_is_told_and_nothing_fails(
    plain: Path, name: str, data: bytes | None, sentence: str
) -> None:
    (plain / "exhibitors.csv").write_text(f"{HEADER}\nE1;Gemeinsam;;;;{name};Foto;\n", "utf-8")
    if data is not None:
        (plain / name).write_bytes(data)
    created = create_from(plain.parent / "k.eventdesk", plain)
    with created.opened() as event:
        (remark,) = [each for each in created.remarks if each.about is Remark.PICTURE]
        assert (remark.file, remark.line) == ("exhibitors.csv", 2)
        assert sentence in sentences.remark(Words("en"), remark)
        assert picture_bytes(event, name) is None


def test_a_word_that_is_no_consent_is_a_wrong_cell(plain: Path) -> None:
    (plain / "exhibitors.csv").write_text(f"{HEADER}\nE1;Gemeinsam;;;;;ja;\n", "utf-8")
    (problem,) = read_source(plain).problems
    assert (problem.line, problem.column, problem.value) == (2, "einwilligungen", "ja")


def test_exported_exhibitors_come_back_the_same(plain: Path, tmp_path: Path) -> None:
    with made(plain) as event:
        before = fair.exhibitors(event.db)
        assert export(event, Kind.EXHIBITORS, tmp_path / "out.csv", Words("de")) == 2
    (plain / "exhibitors.csv").write_bytes((tmp_path / "out.csv").read_bytes())
    after = read_source(plain).content.exhibitors
    assert [(each.ref, each.portrait, each.consents, each.picture, each.brochure) for each in after] == [
        (each.ref, each.portrait, each.consents, each.picture, each.brochure) for each in before
    ]
