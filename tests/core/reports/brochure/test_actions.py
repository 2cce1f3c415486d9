"""What goes into the brochure: texts, chosen projects, and only what they agreed to."""

import io

import pytest
from PIL import Image

from eventdesk.badges.stock import picture_bytes, picture_files, save_picture
from eventdesk.codes import Fault, Op
from eventdesk.drawing.picture import WrongPictureError
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.fair import actions as fair_actions
from eventdesk.fair import records as fair
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus
from eventdesk.people.consent import Consent
from eventdesk.reports.brochure import actions
from eventdesk.reports.brochure.gathering import brochure_of
from eventdesk.reports.brochure.project import Lack, lacks
from eventdesk.reports.brochure.texts import Texts, texts_of
from eventdesk.store.access import new_id


def png(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(out, "PNG")
    return out.getvalue()


def add(event: Event, name: str, **fields: object) -> int:
    row = new_id()
    with event.transact(Op.ADD_EXHIBITOR, name) as tx:
        fair.insert_exhibitor(tx, Exhibitor(row, name, name, **fields))  # type: ignore[arg-type]
    return row


def stored(event: Event, row: int) -> Exhibitor:
    return next(each for each in fair.exhibitors(event.db) if each.id == row)


def test_texts_are_one_entry_and_one_undo(event: Event):
    texts = Texts(title="Heft", greeting="Willkommen.\n\nLesen Sie.", greeted_by="Das Team")
    assert actions.set_texts(event, texts)
    assert texts_of(event.db) == texts
    assert actions.set_texts(event, texts) is None
    assert actions.set_texts(event, Texts(title=" Heft "))
    assert texts_of(event.db) == Texts(title="Heft")
    event.undo()
    assert texts_of(event.db) == texts


def test_only_the_chosen_ones_are_in_it(event: Event):
    one, two, gone = add(event, "A", theme="T"), add(event, "B"), add(event, "C", status=ExhibitorStatus.CANCELLED)
    assert brochure_of(event).projects == ()
    assert actions.choose(event, {one, gone}, chosen=True)
    assert actions.choose(event, {one}, chosen=True) is None
    assert [each.name for each in brochure_of(event).projects] == ["A", "C"]
    assert [each.name for each in brochure_of(event, everybody=True).projects] == ["A", "B"]
    assert actions.choose(event, {one, two, gone}, chosen=False)
    assert brochure_of(event).projects == ()


def test_without_consent_neither_contact_nor_picture_is_printed(event: Event):
    who = add(event, "A", contact="Elif", email="e@example.org", phone="1", town="Peine", website="example.org",
              brochure=True)  # fmt: skip
    actions.set_picture(event, who, "a.png", png())
    (project,) = brochure_of(event).projects
    assert (project.contact, project.email, project.phone, project.picture) == ("", "", "", "")
    assert (project.town, project.website) == ("Peine", "example.org")
    assert brochure_of(event).pictures == {}
    assert actions.edit_project(event, who, consents=[Consent.PHOTO, Consent.CONTACT])
    assert stored(event, who).consents == (Consent.CONTACT, Consent.PHOTO)
    found = brochure_of(event)
    assert (found.projects[0].contact, found.projects[0].picture) == ("Elif", "a.png")
    assert found.pictures == {"a.png": png()}
    assert event.journal(1)[0].op is Op.CONSENTS


def test_what_is_lacking_is_told(event: Event):
    bare = stored(event, add(event, "A", picture="a.png"))
    assert set(lacks(bare)) == {Lack.PORTRAIT, Lack.CONTACT_CONSENT, Lack.PHOTO_CONSENT, Lack.TOWN}
    full = add(event, "B", portrait="P", town="T", picture="b.png", consents=(Consent.CONTACT, Consent.PHOTO))
    assert lacks(stored(event, full)) == ()


def test_a_picture_does_not_take_the_place_of_another_projects(event: Event):
    one, two = add(event, "A"), add(event, "B")
    actions.set_picture(event, one, "foto.png", png("red"))
    actions.set_picture(event, two, "foto.png", png("blue"))
    names = [stored(event, each).picture for each in (one, two)]
    assert names == ["foto.png", "foto-2.png"]
    assert [picture_bytes(event, name) for name in names] == [png("red"), png("blue")]
    actions.set_picture(event, one, "foto.png", png("green"))
    assert picture_bytes(event, stored(event, one).picture) == png("green")
    assert actions.set_picture(event, one, "", None)
    assert stored(event, one).picture == ""
    with pytest.raises(WrongPictureError):
        actions.set_picture(event, one, "a.png", b"no picture")


def test_badges_do_not_carry_the_pictures_of_projects(event: Event):
    save_picture(event, "logo", png("blue"))
    actions.set_picture(event, add(event, "A"), "foto.png", png())
    assert picture_files(event) == {"logo": png("blue")}


def test_a_project_that_is_gone_is_refused(event: Event):
    who = add(event, "A")
    fair_actions.remove_exhibitor(event, who)
    with pytest.raises(KnownError) as caught:
        actions.edit_project(event, who, portrait="x")
    assert caught.value.fault is Fault.GONE
