"""Lists of signatures and of attendance, and attendance as a table."""

import csv
from pathlib import Path

import pytest

from eventdesk.drawing.kit import Kit
from eventdesk.people.person import Status
from eventdesk.reports.attendance.attended import Attendance, Attended, DayThere, SessionThere
from eventdesk.reports.attendance.lists import attendance_list, signature_list
from eventdesk.reports.attendance.table import attendance_table
from eventdesk.reports.choice import Choice, Order
from eventdesk.reports.imprint import Imprint
from tests.core.reports.reading import pages_of

IMPRINT = Imprint("4. Integrationskonferenz", "2017-03-06T18:10", "en", "Convention Center", "Bündnis")
DAY, NEXT = "2017-03-06", "2017-03-07"


def there(number: int, name: str, organisation: str, *days: DayThere, **more: object) -> Attended:
    return Attended(number, name, name, organisation, days=days, **more)  # type: ignore[arg-type]


FOUND = Attendance(
    people=(
        there(1, "Demirtas, Elif", "Exil", DayThere(DAY, f"{DAY}T08:50", f"{DAY}T12:00", 180), minutes={7: 48}),
        there(2, "Albers, Zoe", "Verein", DayThere(DAY, f"{DAY}T09:10"), DayThere(NEXT, f"{NEXT}T09:00", "", 400)),
        there(3, "Rezaei, Ali", "", minutes={}),
        there(4, "Gone, Away", "", status=Status.CANCELLED),
        there(5, "Chance, Late", "", DayThere(NEXT, f"{NEXT}T10:00", "", 75), status=Status.WAITING),
    ),
    sessions=(SessionThere(7, "=Forum 1", starts=f"{DAY}T10:00", ends=f"{DAY}T11:00", room="Saal 1", scanned=1),),
    days=(DAY, NEXT),
    at_entrances=True,
)


def test_whoever_is_expected_can_sign_on_each_day(kit: Kit):
    first, second = pages_of(lambda out: signature_list(FOUND, IMPRINT, out, kit))
    assert "6 March 2017" in first
    assert "7 March 2017" in second
    for text in (first, second):
        names = [text.index(name) for name in ("Albers, Zoe", "Chance, Late", "Demirtas, Elif", "Rezaei, Ali")]
        assert names == sorted(names)
        assert "Gone, Away" not in text
        assert "12" in text, "there are lines for others behind the four"
    (one,) = pages_of(lambda out: signature_list(FOUND, IMPRINT, out, kit, days=(NEXT,)))
    assert "7 March" in one


def test_who_was_there_from_when_to_when(kit: Kit):
    first, second = pages_of(lambda out: attendance_list(FOUND, IMPRINT, out, kit))
    assert "6 March 2017 · 2 people were there" in first
    assert "Albers, Zoe Verein 09:10 – Demirtas, Elif Exil 08:50 12:00 3 hours" in first
    assert "7 March 2017 · 2 people were there" in second
    assert "Chance, Late 10:00 – 1¼ hours" in second
    assert "Demirtas" not in second


def test_organisations_stand_above_their_people(kit: Kit):
    choice = Choice(order=Order.ORGANISATION)
    first, second = pages_of(lambda out: attendance_list(FOUND, IMPRINT, out, kit, choice=choice))
    assert "Exil Demirtas, Elif 08:50" in first
    assert "Verein Albers, Zoe 09:10" in first
    assert "Verein Albers, Zoe 09:00 – 6¾ hours Without an organisation Chance, Late" in second


def test_a_list_for_each_session_that_was_scanned(kit: Kit):
    *_, session = pages_of(lambda out: attendance_list(FOUND, IMPRINT, out, kit, days=(DAY,), sessions=True))
    assert "6 March 2017 · 10:00–11:00 · Saal 1 · 1 person was there" in session
    assert "=Forum 1 Name Organisation There for Demirtas, Elif Exil 48 minutes" in session


def test_before_anybody_came_the_list_says_so(kit: Kit):
    (page,) = pages_of(lambda out: attendance_list(Attendance(), IMPRINT, out, kit))
    assert "Nobody has been scanned yet." in page


def test_nine_hundred_people_stand_once_each_on_pages_with_the_same_head(kit: Kit):
    day = DayThere(DAY, f"{DAY}T09:00", f"{DAY}T10:00", 60)
    crowd = Attendance(
        tuple(there(at, f"Name{at:03d}, Gast", f"Verein {at % 7}", day) for at in range(900)), (), (DAY,)
    )
    texts = pages_of(lambda out: attendance_list(crowd, IMPRINT, out, kit))
    whole = " ".join(texts)
    assert all(whole.count(f"Name{at:03d},") == 1 for at in range(900))
    assert all("Name Organisation Came Left" in text for text in texts)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_a_table_has_a_row_for_each_who_came(tmp_path: Path, suffix: str):
    assert attendance_table(FOUND, tmp_path / f"there{suffix}") == 3


def test_a_table_holds_times_and_minutes_and_no_formula(tmp_path: Path):
    path = tmp_path / "there.csv"
    attendance_table(FOUND, path)
    header, *rows = csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";")
    assert header[5:] == [
        "2017-03-06 came", "2017-03-06 left", "2017-03-06 minutes",
        "2017-03-07 came", "2017-03-07 left", "2017-03-07 minutes", "10:00 =Forum 1",
    ]  # fmt: skip
    assert rows[0][0] == "Albers, Zoe"
    assert rows[0][5:] == ["09:10", "", "", "09:00", "", "400", ""]
    assert rows[2][5:] == ["08:50", "12:00", "180", "", "", "", "48"]
