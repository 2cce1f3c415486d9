"""Whom a scanned text belongs to: our codes and those that an import brought, whatever the scanner made of them."""

import pytest

from eventdesk.checkin.finding import find, is_scan
from eventdesk.checkin.verdict import Accepted, Note, UnknownCode
from eventdesk.people.code import new_code
from tests.core.checkin.desk import Desk

PRETIX = "kfndgffgyw4tdgcacx6bb3bgemq69cxj"
UUID = "0f8fad5b-d9cb-469f-a165-70867728950e"
FRENCH = str.maketrans("0123456789", "à&é\"'(-è_ç")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@pytest.mark.parametrize(
    ("ticket", "scanned", "notes"),
    [
        (PRETIX, PRETIX, ()),
        (PRETIX, f"\\000001{PRETIX}", ()),
        (PRETIX, f"]Q3\\000026{PRETIX}\r", ()),
        (PRETIX, f"\x02{PRETIX}\x03", ()),
        (PRETIX, PRETIX.upper(), (Note.KEYBOARD,)),
        (PRETIX, PRETIX.replace("y", "z"), (Note.KEYBOARD,)),
        ("abc+-/==", "abc+-/==", ()),
        (UUID, UUID.replace("-", "ß"), (Note.KEYBOARD,)),
        (UUID, f'{{"registrant_id": 7, "checkin_secret": "{UUID}"}}', ()),
        ("97821562033", "97821562033".translate(PERSIAN), (Note.KEYBOARD,)),
        ("97821562033", "97821562033".translate(FRENCH), (Note.KEYBOARD,)),
        ("1482901633752046", "1482901633752046", ()),
        ("1482901633752042", "1482901633752042", ()),
        ("2000000000000008", "2000000000000008", ()),
        ("VIP", "VIP", ()),
        ("VIP 7", "VIP 7", ()),
    ],
)
def test_tickets_of_other_systems(desk: Desk, ticket, scanned, notes):
    elif_ = desk.person(ticket=ticket)
    desk.person("Jan Kowalski", ticket="other-1")
    verdict = desk.scan(scanned)
    assert isinstance(verdict, Accepted)
    assert verdict.person == elif_
    assert verdict.notes == notes
    assert verdict.scanned == ticket


@pytest.mark.parametrize("script", [FRENCH, PERSIAN])
def test_our_own_code_through_another_keyboard(desk: Desk, script):
    elif_ = desk.person()
    verdict = desk.scan(elif_.code.translate(script))
    assert verdict.person == elif_
    assert verdict.notes == (Note.KEYBOARD,)


@pytest.mark.parametrize("scanned", ["FND-4711", "kfnd", PRETIX[:-1], PRETIX + "x", "Elif", ""])
def test_a_part_of_a_ticket_is_not_the_ticket(desk: Desk, scanned):
    desk.person(ticket=PRETIX)
    desk.person("Jan Kowalski", ticket="FND-47110")
    desk.person("Ohne Ticket")
    assert isinstance(desk.scan(scanned), UnknownCode)


class TestSharedTickets:
    def test_the_first_who_may_come_in_is_taken_and_the_others_are_named(self, desk: Desk):
        ana, bo = desk.person("Ana Novak", ticket="FAM-4711"), desk.person("Bo Novak", ticket="FAM-4711")
        first = desk.scan("FAM-4711")
        assert isinstance(first, Accepted)
        assert (first.person, first.candidates) == (ana, (bo,))
        assert Note.SHARED_CODE in first.notes
        second = desk.scan("FAM-4711")
        assert isinstance(second, Accepted)
        assert (second.person, second.candidates) == (bo, (ana,))
        third = desk.scan("FAM-4711")
        assert third.code == "already_in"
        assert third.candidates

    def test_each_has_a_code_of_their_own_still(self, desk: Desk):
        ana = desk.person("Ana Novak", ticket="FAM-4711")
        desk.person("Bo Novak", ticket="FAM-4711")
        verdict = desk.scan(ana)
        assert (verdict.candidates, verdict.notes) == ((), ())


class TestScanOrSearch:
    def test_our_codes_are_scans_known_or_not(self, desk: Desk):
        assert is_scan(desk.event.db, desk.person().code)
        assert is_scan(desk.event.db, new_code())

    def test_known_tickets_are_scans_however_short(self, desk: Desk):
        desk.person(ticket="VIP 7")
        assert is_scan(desk.event.db, "VIP 7")
        assert not is_scan(desk.event.db, "VIP 8")

    def test_long_codes_are_scans_known_or_not(self, desk: Desk):
        assert is_scan(desk.event.db, PRETIX)
        assert is_scan(desk.event.db, "1482 9016 3375 2046")

    @pytest.mark.parametrize("text", ["", "Elif", "Elif Demirtaş", "elif84@posteo.de", "1482", "B-14", "Нечипоренко"])
    def test_everything_else_is_a_search(self, desk: Desk, text):
        assert not is_scan(desk.event.db, text)


def test_nobody_without_a_ticket_is_found_by_an_empty_one(desk: Desk):
    desk.person()
    assert find(desk.event.db, "").people == ()
    assert find(desk.event.db, "\r\n").people == ()
