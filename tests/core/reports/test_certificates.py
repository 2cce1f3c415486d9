"""What is certified of whom, by scans or by the programme."""

import pytest

from eventdesk.people.person import Status
from eventdesk.reports.attendance.attended import Attendance, Attended, DayThere, SessionThere
from eventdesk.reports.certificates.certificate import Attested, Certificate, certificates
from eventdesk.reports.certificates.wording import Basis
from eventdesk.reports.choice import Choice, Order

DAY, NEXT = "2017-03-06", "2017-03-07"


def session(number: int, starts: str, ends: str, day: str = DAY, **more: object) -> SessionThere:
    times = (f"{day}T{starts}", f"{day}T{ends}")
    return SessionThere(number, f"Session {number}", starts=times[0], ends=times[1], **more)  # type: ignore[arg-type]


SESSIONS = (
    session(1, "09:00", "09:50", for_all=True),
    session(2, "10:00", "11:00"),
    session(3, "10:30", "11:30"),
    session(4, "10:00", "10:12"),
    session(5, "09:00", "12:00", NEXT, for_all=True),
)
HALF_DAY = DayThere(DAY, f"{DAY}T09:02", f"{DAY}T12:00", 178)


def person(number: int = 1, **more: object) -> Attended:
    names = {"name": f"Gast {number}", "list_name": f"{number}, Gast", "days": (HALF_DAY,)}
    return Attended(number, **{**names, **more})  # type: ignore[arg-type]


def made(basis: Basis, *people: Attended, **more: object) -> tuple[Certificate, ...]:
    found = Attendance(people, SESSIONS, (DAY, NEXT), at_entrances=True)
    return certificates(found, basis, Choice(**more))  # type: ignore[arg-type]


def test_hours_by_scans_are_those_in_the_house():
    (found,) = made(Basis.SCANS, person(minutes={1: 48, 2: 9, 4: 7}, title="Dr.", organisation="Exil"))
    assert (found.name, found.organisation, found.days, found.minutes) == ("Dr. Gast 1", "Exil", (DAY,), 178)
    assert found.sessions == (Attested("Session 1", 48), Attested("Session 4", 7)), "nine minutes of an hour are a look"


def test_without_scans_at_entrances_hours_are_those_in_sessions():
    (found,) = made(Basis.SCANS, person(days=(DayThere(DAY, f"{DAY}T09:00"),), minutes={1: 48, 2: 60}))
    assert found.minutes == 108


def test_hours_by_the_programme_count_what_overlaps_once():
    (found,) = made(Basis.PROGRAMME, person(expected=frozenset({2, 3})))
    assert [each.title for each in found.sessions] == ["Session 1", "Session 2", "Session 3"]
    assert found.minutes == 50 + 90, "from ten to half past eleven is an hour and a half"


def test_the_programme_counts_on_days_on_which_somebody_came():
    both = person(days=(HALF_DAY, DayThere(NEXT, f"{NEXT}T09:00", "", 180)))
    (found,) = made(Basis.PROGRAMME, both)
    assert (found.days, found.minutes) == ((DAY, NEXT), 50 + 180)


def test_without_hours_only_the_sessions_are_told():
    (found,) = made(Basis.NONE, person(minutes={1: 48}))
    assert (found.minutes, found.sessions) == (None, (Attested("Session 1"),))


@pytest.mark.parametrize("basis", Basis)
def test_who_was_not_there_gets_none(basis: Basis):
    assert [each.person for each in made(basis, person(1), person(2, days=(), expected=frozenset({2})))] == [1]


def test_where_nobody_was_scanned_the_programme_decides_about_the_registered():
    nobody = (person(1, days=()), person(2, days=(), status=Status.CANCELLED))
    assert made(Basis.SCANS, *nobody) == ()
    (found,) = made(Basis.PROGRAMME, *nobody)
    assert (found.person, found.days, found.minutes) == (1, (DAY, NEXT), 50 + 180)


def test_they_come_in_the_order_that_is_wanted():
    people = (person(3, organisation="Alpha"), person(1, organisation="Omega"), person(2))
    assert [each.person for each in made(Basis.SCANS, *people)] == [1, 2, 3]
    assert [each.person for each in made(Basis.SCANS, *people, order=Order.ORGANISATION)] == [3, 1, 2]
    assert [each.person for each in made(Basis.SCANS, *people, organisations=("omega",))] == [1]
