"""Papers for the day: what moves, why, how far, and which signs are printed again."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from eventdesk.drawing.pages.report import PaperReport
from eventdesk.fair.actions_plans import differences
from eventdesk.fair.booth import BoothState, Power
from eventdesk.fair.exhibitor import ExhibitorStatus
from eventdesk.fair.fair import Fair
from eventdesk.fair.papers.errands import Errand, ErrandWhy, errands, metres_between, reason_text, why
from eventdesk.fair.papers.moves import changes, place_text, runner_sheets, signs_to_print
from eventdesk.words import Words
from tests.core.fair.papers.fairs import (
    ENGLISH,
    KIT,
    VERSION,
    booths,
    exhibitors,
    hall,
    small,
    standing,
    white_at_the_edge,
)
from tests.core.pdf_text import words_of

EN = Words("en")
OLDER = replace(VERSION, id=2, name="3")


def moved(fair: Fair, **after: tuple[int, ...]) -> tuple[Fair, tuple[Errand, ...]]:
    """Return the fair as it becomes when exhibitors ("e3") come to stand on booths (by their place in the list)."""
    stands = dict(fair.stands)
    for name, places in after.items():
        stands.pop(int(name[1:]), None)
        if places:
            stands[int(name[1:])] = tuple(fair.booths[place].id for place in places)
    now = replace(fair, stands=stands)
    return now, errands(now, differences(fair.stands, stands, now))


def test_who_stands_elsewhere_is_an_errand():
    fair, found = moved(small(10, 5), e1=(6,), e2=(), e9=(8,))
    assert [each.exhibitor for each in found] == [1, 2]
    one, two = found
    assert (one.before, one.after, one.metres) == ((fair.booths[0].id,), (fair.booths[6].id,), 18)
    assert (two.after, two.metres) == ((), None)


def test_metres_go_along_the_aisles_and_not_across_halls():
    fair = standing([hall(), hall(2)], [*booths(20), *booths(1, in_hall=2, letter="B")], [])
    first, *_others, last = fair.booths
    diagonal = fair.booths[12]
    assert metres_between(fair, (first.id,), (diagonal.id,)) == 6 + 2
    assert metres_between(fair, (first.id,), (last.id,)) is None
    assert metres_between(fair, (), (last.id,)) is None
    assert metres_between(fair, (12345,), (last.id,)) is None


def test_why_somebody_moves():
    fair, found = moved(small(12, 6), e1=(8,), e2=(9,), e3=(10,), e4=(), e5=())
    who = list(fair.exhibitors)
    who[1] = replace(who[1], power=Power.V400)
    who[3] = replace(who[3], status=ExhibitorStatus.CANCELLED)
    who[4] = replace(who[4], status=ExhibitorStatus.NO_SHOW)
    stands = list(fair.booths)
    stands[0] = replace(stands[0], state=BoothState.BLOCKED, reason="kein Strom")
    now = replace(fair, exhibitors=tuple(who), booths=tuple(stands))
    assert [why(now, each) for each in found] == [
        ErrandWhy.BLOCKED,
        ErrandWhy.POWER,
        ErrandWhy.MOVED,
        ErrandWhy.CANCELLED,
        ErrandWhy.NO_SHOW,
    ]
    assert [reason_text(EN, now, each) for each in found] == [
        "A-01 blocked: kein Strom",
        "A-02 has too little power",
        "",
        "called off",
        "did not come",
    ]
    assert why(now, Errand(6, (), found[0].after)) is ErrandWhy.NEW
    assert why(now, Errand(6, found[2].before, ())) is ErrandWhy.GONE
    assert reason_text(EN, now, replace(found[0], reason="darum")) == "darum"


def test_places_before_and_after():
    fair = small(4, 2)
    one, two = fair.booths[0].id, fair.booths[1].id
    told = [
        place_text(EN, fair, Errand(1, *each)) for each in (((one,), (two,)), ((), (one, two)), ((one,), ()), ((), ()))
    ]
    assert told == ["A-01 → A-02", "→ A-01 + A-02", "A-01 free", "–"]


def test_a_sheet_for_each_hall_that_is_touched():
    halls = [hall(), hall(2, "Foyer"), hall(3, "Zelt")]
    fair = standing(
        halls, [*booths(6), *booths(6, in_hall=2, letter="B"), *booths(2, in_hall=3, letter="C")], exhibitors(8)
    )
    now, found = moved(fair, e1=(9,), e2=(4,), e3=())
    out = io.BytesIO()
    report = runner_sheets(now, found, ENGLISH, out, KIT, since=OLDER, fewest=True)
    one, two = words_of(out.getvalue())
    assert (report.papers, report.pages) == (2, 2)
    for told in ("Runner's sheet · Halle 1", "Changes: Version 3 → Version 4", "Verein 1", "A-01 → B-04",
                 "A-02 → A-05", "A-03 free", "A-05", "proven fewest moves (2)", "print 1"):  # fmt: skip
        assert told in one
    assert ("Verein 1" in two, "Verein 2" in two, "Foyer" in two) == (True, False, True)
    assert white_at_the_edge(out.getvalue())


def test_a_list_of_all_changes_names_the_signs():
    now, found = moved(small(12, 6), e1=(8,), e2=(9,), e3=())
    out = io.BytesIO()
    changes(now, found, ENGLISH, out, KIT, since=OLDER)
    (text,) = words_of(out.getvalue())
    assert "print 2" in text
    assert signs_to_print(now, found) == [1, 2]
    assert "What has changed" in text


@pytest.mark.parametrize("write", [runner_sheets, changes])
def test_without_changes_a_page_says_so(write: Callable[..., PaperReport]):
    out = io.BytesIO()
    write(small(), (), ENGLISH, out, KIT)
    (text,) = words_of(out.getvalue())
    assert "Nothing has changed." in text


def test_a_busy_day_takes_several_pages():
    fair = small(160, 80, lambda at: f"Verein Nummer {at:02d}")
    now, found = moved(fair, **{f"e{at}": (80 + at,) for at in range(1, 71)})
    out = io.BytesIO()
    report = runner_sheets(now, found, ENGLISH, out, KIT)
    whole = " ".join(words_of(out.getvalue()))
    assert report.pages > 2
    assert all(f"Verein Nummer {at:02d}" in whole for at in range(1, 71))
