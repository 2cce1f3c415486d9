"""Small pure parts: the days on a badge, and whose badges somebody asks for."""

import pytest

from eventdesk.badges.choice import Everyone, Matching, NotPrinted, WithRole, parse_choice
from eventdesk.words import Words
from eventdesk.words.days import days_text


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2017-03-06T09:00", "2017-03-06T16:30", "6 March 2017"),
        ("2017-03-06", "", "6 March 2017"),
        ("2017-03-06", "2017-03-07", "6–7 March 2017"),
        ("2017-03-30", "2017-04-01", "30 March 2017 – 1 April 2017"),
        ("2017-03-06", "2017-03-01", "6 March 2017"),
        ("", "2017-03-06", ""),
        ("soon", "", ""),
    ],
)
def test_days(starts: str, ends: str, expected: str):
    assert days_text(Words("en"), starts, ends) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("all", Everyone()),
        (" Not-Printed ", NotPrinted()),
        ("role=press", WithRole("press")),
        ("role=Aussteller:in", WithRole("exhibitor")),
        ("role=Rettungsdienst", WithRole("Rettungsdienst")),
        ("person=Elif Demirtaş", Matching("Elif Demirtaş")),
        ("role=", None),
        ("role", None),
        ("all=1", None),
        ("", None),
        ("everyone", None),
    ],
)
def test_choices(text: str, expected: object):
    assert parse_choice(text) == expected
