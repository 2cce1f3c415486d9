"""A hundred themes: ways out and the scale stay beside the plan, and every theme is explained somewhere."""

import io
from dataclasses import replace

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.fair.papers.floor_plan import floor_plan
from eventdesk.fair.papers.plan_layout import PlanWish
from tests.core.fair.papers.fairs import ENGLISH, KIT, booths, every_part, exhibitors, hall, standing
from tests.core.pdf_text import words_of

MANY = 110


def test_what_everybody_must_find_stands_beside_the_plan_and_every_theme_somewhere():
    who = [replace(each, theme=f"Feld {each.id:03d}") for each in exhibitors(MANY)]
    fair = standing([hall(depth=60_000)], booths(MANY), who, every_part())
    out = io.BytesIO()
    floor_plan(fair, ENGLISH, out, KIT, PlanWish(PaperSize.A4))
    plan, *legend = words_of(out.getvalue())
    assert "Floor plan · Halle 1" in plan
    for told in ("Escape route, keep clear", "Emergency exit", "5 m", "Feld 001"):
        assert told in plan
    assert all(page.startswith("Legend · Halle 1") for page in legend)
    assert legend
    everything = " ".join([plan, *legend])
    assert [each.theme for each in who if each.theme not in everything] == []
