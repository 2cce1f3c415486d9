"""What sessions and tables found: collected, and on paper."""

import io

import pytest

from eventdesk.cafe.records import insert_table
from eventdesk.cafe.table import CafeTable
from eventdesk.codes import Op
from eventdesk.drawing.kit import Kit
from eventdesk.event import Event
from eventdesk.findings.actions import set_findings
from eventdesk.findings.finding import FindingKind
from eventdesk.panels.actions import remove_session
from eventdesk.reports.findings_paper import Chapter, collected, findings_paper
from eventdesk.reports.imprint import imprint_of
from tests.core.checkin.programme import House
from tests.core.reports.reading import pages_of


def table(event: Event, number: int) -> int:
    with event.transact(Op.SETTINGS, "") as tx:
        insert_table(tx, CafeTable(number, f"T{number}", f"Tisch {number}", 8, question=f"Frage {number}?"))
    return number


def test_sessions_come_by_time_then_tables_by_number(house: House):
    event = house.desk.event
    late = house.session("Forum 2", "Saal 2", "11:00", "12:00")
    early = house.session("Forum 1", "Saal 1", "10:00", "11:00")
    house.session("Forum 3", "Saal 1", "13:00", "14:00")
    for number in (10, 9):
        set_findings(event, FindingKind.TABLE, table(event, number), [f"T{number}"])
    set_findings(event, FindingKind.SESSION, late, ["Eins", "  ", "Zwei"], "Anke")
    set_findings(event, FindingKind.SESSION, early, ["Drei"])
    assert collected(event) == (
        Chapter(FindingKind.SESSION, "Forum 1", ("Drei",), "10:00–11:00 · Saal 1"),
        Chapter(FindingKind.SESSION, "Forum 2", ("Eins", "Zwei"), "11:00–12:00 · Saal 2", "Anke"),
        Chapter(FindingKind.TABLE, "Tisch 9", ("T9",), "Frage 9?"),
        Chapter(FindingKind.TABLE, "Tisch 10", ("T10",), "Frage 10?"),
    )


def test_what_is_gone_keeps_what_it_found(house: House, kit: Kit):
    event = house.desk.event
    session = house.session("Forum 1", "Saal 1", "10:00", "11:00")
    set_findings(event, FindingKind.SESSION, session, ["Bleibt stehen"])
    remove_session(event, session)
    found = collected(event)
    assert found == (Chapter(FindingKind.SESSION, "", ("Bleibt stehen",)),)
    text, _ = pages_of(lambda out: findings_paper(found, imprint_of(event), out, kit))
    assert "A session that is no longer in the programme – Bleibt stehen" in text


def test_the_paper_is_large_first_and_then_a_list(event: Event, kit: Kit):
    chapters = tuple(
        Chapter(FindingKind.SESSION, f"Forum {at}", (f"Satz {at} " + "lang " * 20,), "10:00", "Anke") for at in range(8)
    )
    whole = pages_of(lambda out: findings_paper(chapters, imprint_of(event), out, kit))
    large = pages_of(lambda out: findings_paper(chapters, imprint_of(event), out, kit, listed=False))
    listed = pages_of(lambda out: findings_paper(chapters, imprint_of(event), out, kit, large=False))
    assert len(whole) == len(large) + len(listed)
    assert len(large) > len(listed) == 1
    for texts in (large, listed):
        assert all(sum(f"Satz {at} " in text for text in texts) == 1 for at in range(8))
    assert "Told by Anke" in listed[0]


@pytest.mark.parametrize("large", [True, False])
def test_a_chapter_is_not_torn_apart(event: Event, kit: Kit, large: bool):
    chapters = tuple(
        Chapter(FindingKind.TABLE, f"Tisch {at}.", ("wort " * (9 + at % 5 * 4),) * 4, author=f"Anke {at}.")
        for at in range(23)
    )
    pages = pages_of(lambda out: findings_paper(chapters, imprint_of(event), out, kit, large=large, listed=not large))
    assert len(pages) > 1
    for page in pages:
        told = {at for at in range(23) if f"Tisch {at}." in page}
        assert told == {at for at in range(23) if f"Anke {at}." in page}


def test_long_findings_are_told_whole(event: Event, kit: Kit):
    chapters = (Chapter(FindingKind.TABLE, "Tisch " * 30, tuple("wort " * 150 for _ in range(30))),)
    out = io.BytesIO()
    report = findings_paper(chapters, imprint_of(event), out, kit)
    assert report.overflow == ()


def test_nothing_found_is_said(event: Event, kit: Kit):
    (page,) = pages_of(lambda out: findings_paper((), imprint_of(event), out, kit))
    assert "Nothing has been noted yet." in page
