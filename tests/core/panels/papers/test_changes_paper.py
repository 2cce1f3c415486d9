"""What has changed since an older timetable, and which signs are to be changed."""

import io

from eventdesk.panels.papers.changes_paper import changes_paper, rooms_to_print
from eventdesk.panels.version import Change
from tests.core.panels.papers.agendas import IMPRINT, KIT, LATE, MORNING, NOON, VERSION, agenda, panel, slot
from tests.core.pdf_text import words_of

MOVED = (
    Change(104, (NOON, 3), (LATE, 2)),
    Change(102, (NOON, 2), (NOON, 1)),
    Change(105, (MORNING, 3), (None, None)),
)


def printed(changes: tuple[Change, ...]) -> str:
    out = io.BytesIO()
    changes_paper(agenda(), changes, IMPRINT, out, KIT, since=VERSION)
    return " ".join(words_of(out.getvalue())).replace("\u00a0", " ")


def test_each_change_tells_where_it_is_and_where_it_was():
    text = printed(MOVED)
    assert "What has changed" in text
    assert "Changes since Version 4" in text
    for told in (
        "Panel I · Buddies Gast 2 · Ute Gast · Gast 3 11:00 · Saal 1 before: 11:00 · Saal 2",
        "Panel II, Runde 2 13:30 · Saal 2 before: 11:00 · Saal 3",
        "Werkstatt still open before: 10:00 · Saal 3",
    ):
        assert told in text
    assert text.index("Panel I ·") < text.index("Panel II,") < text.index("Werkstatt")


def test_what_has_lost_its_room_is_told_so():
    text = printed((Change(104, (LATE, 2), (LATE, None)), Change(102, (None, 2), (NOON, 1))))
    assert "13:30 · Room still open before: 13:30 · Saal 2" in text
    assert "11:00 · Saal 1 before: Time still open · Saal 2" in text


def test_signs_are_changed_where_something_came_went_or_moved():
    assert rooms_to_print(agenda(), MOVED) == (1, 2, 3)
    assert rooms_to_print(agenda(), MOVED[1:2]) == (1, 2)
    assert rooms_to_print(agenda(), (Change(105, (MORNING, None), (None, 2)),)) == ()
    text = printed(MOVED[1:2])
    assert "Door signs to change Saal 1 Saal 2" in text


def test_days_are_told_where_there_are_several():
    slots = [slot(1, "10:00", "11:00"), slot(2, "10:00", "11:00", "2017-03-07")]
    found = agenda([panel(1, 1, 1), panel(2, 2, 1)], slots=slots)
    out = io.BytesIO()
    changes_paper(found, (Change(101, (2, 1), (1, 1)),), IMPRINT, out, KIT)
    text = " ".join(words_of(out.getvalue())).replace("\u00a0", " ")
    assert "6 March 2017 · 10:00 · Saal 1 before: 7 March 2017 · 10:00 · Saal 1" in text


def test_nothing_has_changed():
    assert "Nothing has changed." in printed(())


def test_what_is_gone_from_the_programme_is_left_out_but_for_its_sign():
    text = printed((Change(999, (NOON, 1), (None, None)),))
    assert "before" not in text
    assert "Door signs to change Saal 1" in text
