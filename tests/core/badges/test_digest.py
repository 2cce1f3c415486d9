"""Two badges that look the same have the same digest, and any text that a template shows makes another one."""

from dataclasses import replace

import pytest

from eventdesk.badges.badge import Appointment, BadgeData
from eventdesk.badges.design import templates
from eventdesk.badges.design.template import Said, Side, Stack, TextBox
from eventdesk.badges.design.templates import classic
from eventdesk.badges.digest import digest, digests

BADGE = BadgeData(
    person=1, given_name="Elif", family_name="Demirtaş", organisation="Verein", role="Presse", roles=("press",),
    code="1482901633752046", event_title="Konferenz", event_line="Hannover", where=("Stand B-14",),
    programme=(Appointment("11:00", "Forum 2", "Saal 3A"),), position="Vorsitzende",
)  # fmt: skip


@pytest.mark.parametrize("name", templates.names())
def test_every_template_notices_another_name_role_colour_and_code(name: str) -> None:
    template = templates.shipped(name)
    same = digest(BADGE, template)
    assert same == digest(replace(BADGE), template)
    assert digest(replace(BADGE, given_name="Elifnur"), template) != same
    assert digest(replace(BADGE, code="1482901633752047"), template) != same
    assert digest(replace(BADGE, language="en"), template) != same


def test_what_does_not_stand_on_it_makes_no_difference() -> None:
    same = digest(BADGE, classic())
    assert digest(replace(BADGE, box="Kasten M–R · Nr. 3"), classic()) == same
    assert digest(replace(BADGE, stand="B-14", panels=("Forum 3",)), classic()) == same
    assert digest(replace(BADGE, person=2), classic()) == same


def test_the_programme_matters_where_it_is_printed() -> None:
    with_day = templates.shipped("a6-day-classic")
    assert with_day.side(Side.BACK)
    later = replace(BADGE, programme=(Appointment("12:00", "Forum 2", "Saal 3A"),))
    assert digest(later, with_day) != digest(BADGE, with_day)
    assert digest(later, classic()) == digest(BADGE, classic())


def test_placeholders_and_the_name_of_the_template_matter() -> None:
    box = Stack(5, 5, 90, 30, (TextBox(text=Said(en="{position} at {organisation}")),))
    own = replace(classic(), front=(box,))
    assert digest(replace(BADGE, position="Kassenwart"), own) != digest(BADGE, own)
    assert digest(replace(BADGE, given_name="Elifnur"), own) == digest(BADGE, own)
    assert digest(BADGE, replace(own, name="other")) != digest(BADGE, own)


def test_many_at_once_are_the_same() -> None:
    other = replace(BADGE, person=2, given_name="Cem")
    assert digests([BADGE, other], classic()) == {1: digest(BADGE, classic()), 2: digest(other, classic())}
