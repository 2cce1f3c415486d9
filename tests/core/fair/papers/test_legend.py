"""The legend: what is explained, how long a metre is, where north is."""

import io

import pytest

from eventdesk.fair.hall import Hall
from eventdesk.fair.papers.floor_plan import floor_plan
from eventdesk.fair.papers.legend import Legend, north_of
from eventdesk.words import Words
from tests.core.drawing.pages import picture
from tests.core.fair.papers.fairs import ENGLISH, KIT, standing
from tests.core.pdf_text import words_of

MM = 72 / 25.4


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ({"north": "30"}, 30.0),
        ({" Norden ": "-90°"}, 270.0),
        ({"norden": "12,5"}, 12.5),
        ({"north": "oben"}, None),
        ({"floor": "3"}, None),
        ({}, None),
    ],
)
def test_north_comes_from_the_event_folder(extra: dict[str, str], expected: float | None):
    assert north_of(Hall(1, "H1", "Halle 1", 1000, 1000, extra=extra)) == expected


@pytest.mark.parametrize("text", ["nan", "inf", "1e999"])
def test_a_north_that_is_no_direction_is_none(text: str):
    assert north_of(Hall(1, "H1", "Halle 1", 1000, 1000, extra={"north": text})) is None


def test_the_arrow_is_drawn_where_north_is_known():
    told = []
    for extra in ({}, {"north": "45"}):
        out = io.BytesIO()
        floor_plan(standing([Hall(1, "H1", "Halle 1", 20_000, 10_000, extra=extra)], [], []), ENGLISH, out, KIT)
        told.append(("North" in words_of(out.getvalue())[0], picture(out.getvalue()).tobytes()))
    assert [known for known, _ in told] == [False, True]
    assert told[0][1] != told[1][1]


@pytest.mark.parametrize("points_per_metre", [0.5, 1, 7, 30, 200, 900])
def test_the_scale_bar_is_never_longer_than_a_column(points_per_metre: float):
    legend = Legend(KIT, Words("en"), 47 * MM, 1.0)
    assert legend.longest_bar(points_per_metre / 1000) * points_per_metre <= 32 * MM
