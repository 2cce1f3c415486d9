"""What papers need is taken from the file: time and version in local time, pictures, what to compare with."""

from dataclasses import replace

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.fair.actions_plans import keep_version
from eventdesk.fair.booth import Booth
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.floor.picture import FloorPicture
from eventdesk.fair.floor.records import insert_picture
from eventdesk.fair.hall import Hall
from eventdesk.fair.papers.snapshot import backdrops_of, before, imprint_of
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.records import insert_booth, insert_exhibitor, insert_hall, put_stands, read_fair


def filled(event: Event) -> None:
    with event.transact(Op.IMPORT, "fair") as tx:
        insert_hall(tx, Hall(1, "H1", "Halle 1", 10_000, 10_000))
        for at in range(3):
            insert_booth(tx, Booth(10 + at, f"A-0{at}", 1, 3000 * at, 0, 3000, 2000))
        insert_exhibitor(tx, Exhibitor(20, "E1", "Verein"))
        put_stands(tx, {20: (10,)})


def move(event: Event, booth: int) -> None:
    with event.transact(Op.IMPORT, "fair") as tx:
        put_stands(tx, {20: (booth,)})


def test_the_imprint_is_of_this_moment(event: Event):
    filled(event)
    fair = read_fair(event.db)
    imprint = imprint_of(event, fair)
    assert (imprint.event, imprint.printed, imprint.language) == ("4. Integrationskonferenz", "2017-03-06T09:00", "de")
    assert (imprint.version, imprint.changed) == (None, False)
    keep_version(event, "1", PlanFacts("optimal", 12, 12, 800, 3))
    kept = imprint_of(event, fair)
    assert kept.version is not None
    assert (kept.version.name, kept.version.cost, kept.changed) == ("1", 12, False)
    assert kept.version.at.strftime("%H:%M") == "09:00"
    move(event, 11)
    assert imprint_of(event, read_fair(event.db)).changed


def test_todays_placement_is_compared_with_the_last_that_differs(event: Event):
    filled(event)
    assert before(event, read_fair(event.db)) is None
    keep_version(event, "first")
    move(event, 11)
    keep_version(event, "second")
    fair = read_fair(event.db)
    found = before(event, fair)
    assert found is not None
    assert (found[0].name, found[1]) == ("first", {20: (10,)})
    named = before(event, fair, "second")
    assert named is not None
    assert named[1] == {20: (11,)}
    assert before(event, fair, "third") is None


def test_pictures_come_with_what_is_in_them(event: Event):
    filled(event)
    picture = FloorPicture(5, 1, "plan.png", "image/png", 0, 0, 1000, 1000)
    with event.transact(Op.IMPORT, "fair") as tx:
        insert_picture(tx, picture, b"data")
    (found,) = backdrops_of(event)
    assert (replace(found.picture, id=5), found.body) == (picture, b"data")
