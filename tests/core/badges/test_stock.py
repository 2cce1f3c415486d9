"""What an event prints with: its own templates, pictures and sheets, what is chosen; kept in the file, and undone."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from eventdesk.badges import actions, stock
from eventdesk.badges.badge import Field
from eventdesk.badges.design import templates
from eventdesk.badges.design.template import Picture as PictureBox
from eventdesk.badges.design.template import Said, Stack, Template, TextBox
from eventdesk.badges.design.templates import classic
from eventdesk.badges.sheets import sheet_file
from eventdesk.badges.sheets.sheet import Duplex
from eventdesk.badges.stock import Chosen, WrongTemplateError
from eventdesk.codes import Op
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.picture import PictureTrouble, WrongPictureError
from eventdesk.event import Event, Undone
from eventdesk.history import records, steps, telling
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from eventdesk.store import settings
from eventdesk.words import Words

OWN = replace(classic(), name="ours", title=Said("Unser Schild", "Our badge"))


def picture(kind: str = "PNG", colour: str = "red", size: int = 20) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (size, size), colour).save(out, kind)
    return out.getvalue()


def told(event: Event) -> list[str]:
    """Return what the newest entry did, as the journal tells it."""
    (entry,) = event.journal(1)
    found = steps.steps_of(event.db, records.changes_of_entries(event.db, [entry.eid]), {})
    return [text for step in found[entry.eid] for text in telling.step_sentences(Words("en"), step, event.zone)]


def whole(event: Event) -> bool:
    return set(event.verify().values()) == {True}


# ---- templates


def test_a_template_of_the_events_own_comes_first_and_can_be_taken_away(event: Event) -> None:
    assert stock.templates_of(event) == templates.names()
    assert stock.save_template(event, OWN)
    assert told(event) == ["Badge template “ours” added"]
    assert stock.templates_of(event) == ("ours", *templates.names())
    assert stock.template_of(event, "ours") == OWN
    assert (stock.is_own(event, "ours"), stock.is_own(event, templates.CLASSIC)) == (True, False)
    assert stock.save_template(event, OWN) is None
    assert stock.save_template(event, replace(OWN, title=Said("Anders", "Other")))
    assert told(event) == ["Badge template “ours” changed"]
    assert isinstance(event.undo(), Undone)
    assert stock.template_of(event, "ours") == OWN
    assert stock.remove_template(event, "ours")
    assert told(event) == ["Badge template “ours” removed"]
    assert stock.remove_template(event, "ours") is None
    assert stock.template_of(event, "ours") == classic()
    assert whole(event)


def test_one_with_the_name_of_a_shipped_one_goes_before_it(event: Event) -> None:
    own = replace(OWN, name=templates.CLASSIC)
    stock.save_template(event, own)
    assert stock.templates_of(event).count(templates.CLASSIC) == 1
    assert stock.template_of(event) == own
    stock.remove_template(event, templates.CLASSIC)
    assert stock.template_of(event) == classic()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(OWN, name="Kein Name"),
        replace(OWN, width=5),
        replace(OWN, front=(Stack(90, 90, 90, 90, (TextBox(Field.NAME),)),)),
    ],
)
def test_a_wrong_template_is_not_kept(event: Event, wrong: Template) -> None:
    with pytest.raises(WrongTemplateError) as caught:
        stock.save_template(event, wrong)
    assert caught.value.problems
    assert stock.templates_of(event) == templates.names()


def test_a_template_broken_by_hand_is_told_and_never_printed(event: Event) -> None:
    with event.transact(Op.SETTINGS, "von Hand") as tx:
        tx.insert("badge_template", {"ref": "ours", "body": "name = 7"})
    assert stock.reading_of(event, "ours").problems
    assert stock.template_of(event, "ours") == classic()
    with pytest.raises(KeyError):
        stock.reading_of(event, "nowhere")


# ---- pictures


def test_pictures_are_kept_replaced_and_taken_away(event: Event) -> None:
    red, blue = picture(), picture("JPEG", "blue")
    assert stock.save_picture(event, "logo", red)
    assert told(event) == ["Picture “logo” added"]
    assert stock.save_picture(event, "logo", red) is None
    assert stock.picture_bytes(event, "logo") == red
    assert stock.pictures_of(event)["logo"].width == 20
    assert stock.save_picture(event, "logo", blue)
    assert event.db.value("SELECT media FROM picture") == "image/jpeg"
    event.undo()
    assert stock.picture_bytes(event, "logo") == red
    assert stock.remove_picture(event, "logo")
    assert told(event) == ["Picture “logo” removed"]
    assert (stock.pictures_of(event), stock.picture_bytes(event, "logo")) == ({}, None)
    assert stock.remove_picture(event, "logo") is None
    assert whole(event)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", PictureTrouble.NO_PICTURE),
        (b"%PDF-1.7", PictureTrouble.NO_PICTURE),
        (picture("GIF"), PictureTrouble.NO_PICTURE),
        (picture() + bytes(stock.LARGEST_PICTURE), PictureTrouble.TOO_LARGE),
    ],
)
def test_what_is_no_picture_for_paper_is_refused(event: Event, data: bytes, trouble: PictureTrouble) -> None:
    with pytest.raises(WrongPictureError) as caught:
        stock.save_picture(event, "logo", data)
    assert caught.value.trouble is trouble
    assert stock.pictures_of(event) == {}


def test_only_the_pictures_that_a_template_wants_are_read(event: Event) -> None:
    stock.save_picture(event, "logo", picture())
    stock.save_picture(event, "hall", picture(colour="blue"))
    wanting = replace(OWN, front=(PictureBox(5, 5, 20, 20, "hall"), *OWN.front))
    assert set(stock.picture_files(event, wanting)) >= {"hall"}
    assert set(stock.pictures_of(event, replace(wanting, front=(PictureBox(5, 5, 20, 20, "hall"),)))) == {"hall"}
    assert set(stock.pictures_of(event)) == {"hall", "logo"}


def test_the_events_template_and_its_picture_are_printed(event: Event, kit: Kit) -> None:
    plain = replace(OWN, front=(Stack(5, 60, 90, 20, (TextBox(Field.NAME, 30, 10),)),))
    stock.save_template(event, replace(plain, front=(PictureBox(5, 5, 50, 50), *plain.front)))
    stock.choose_design(event, Chosen(template="ours"))
    person = people.add(event, Person(0, "Elif", "Demirtaş"))
    sizes = []
    for data in (None, picture(size=200), picture(size=200, colour="blue")):
        if data is not None:
            stock.save_picture(event, "logo", data)
        out = io.BytesIO()
        actions.write_badges(event, [person], out, kit)
        sizes.append(b"/Subtype /Image" in out.getvalue())
    assert sizes == [False, True, True]


# ---- what is chosen


def test_what_is_chosen_is_kept_in_one_entry_and_undone(event: Event) -> None:
    assert stock.chosen(event) == Chosen()
    want = Chosen("a6-plain", "a4-4", 3, Duplex.LONG, 100, "#14213d")
    assert stock.choose_design(event, want)
    assert stock.chosen(event) == want
    assert set(told(event)) == {
        "Badge template: a6-plain",
        "Sheet for badges: a4-4",
        "First free label: 3",
        "Backs of badges: turned over the long edge",
        "Badges in a box: 100",
        "Colour of the event: #14213d",
    }
    assert stock.choose_design(event, want) is None
    assert stock.template_of(event).name == "a6-plain"
    placing = stock.placing_of(event, (1, 2))
    assert placing is not None
    assert (placing.sheet.name, placing.start, placing.duplex, placing.shift) == ("a4-4", 3, Duplex.LONG, (1, 2))
    (badge,) = actions.snapshot(event, [people.add(event, Person(0, "Elif"))])
    assert badge.accent == "#14213d"
    event.undo()
    stock.choose_design(event, replace(want, sheet="", start=1))
    assert told(event) == ["Sheet for badges: as usual again", "First free label: as usual again"]
    assert stock.placing_of(event) is None
    shifted = stock.placing_of(event, (0, 1.5))
    assert shifted is not None
    assert (shifted.shift, shifted.sheet.capacity) == ((0, 1.5), 1)
    assert whole(event)


@pytest.mark.parametrize(
    ("key", "value"),
    [("start", "-4"), ("start", "viele"), ("duplex", "quer"), ("boxes", "9999999999"), ("accent", "rot")],
)
def test_what_was_written_by_hand_and_means_nothing_is_as_usual(event: Event, key: str, value: str) -> None:
    with event.transact(Op.SETTINGS, "von Hand") as tx:
        settings.put(tx, f"badges.{key}", value)
    assert stock.chosen(event) == Chosen()
    assert stock.accent_of(event) == "#ffb703"


def test_a_start_beyond_the_sheet_is_its_first_place(event: Event) -> None:
    stock.choose_design(event, Chosen(sheet="a4-4", start=20))
    placing = stock.placing_of(event)
    assert placing is not None
    assert placing.start == 1


# ---- sheets


def test_sheets_of_the_events_own(event: Event) -> None:
    own = replace(sheet_file.known()["a4-4"], name="ours", left=0, width=100)
    assert stock.save_sheet(event, own)
    assert told(event) == ["Sheet for badges “ours” added"]
    assert list(stock.sheets_of(event)) == ["ours", *sheet_file.known()]
    assert stock.sheet_of(event, "ours") == own
    assert stock.sheet_of(event) is None
    stock.choose_design(event, Chosen(sheet="ours"))
    assert stock.sheet_of(event) == own
    assert stock.chosen(event).sheet == "ours"
    assert stock.save_sheet(event, own) is None
    assert stock.remove_sheet(event, "ours")
    assert told(event) == ["Sheet for badges “ours” removed"]
    assert stock.remove_sheet(event, "ours") is None
    assert stock.sheet_of(event) is None
    event.undo()
    assert stock.sheet_of(event) == own
    assert whole(event)


def test_a_sheet_whose_places_leave_the_page_is_not_kept(event: Event) -> None:
    with pytest.raises(WrongTemplateError) as caught:
        stock.save_sheet(event, replace(sheet_file.known()["a4-4"], name="ours", width=200))
    assert [problem.key for problem in caught.value.problems] == ["width"]
    assert stock.sheet_of(event, "ours") is None
