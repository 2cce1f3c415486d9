"""Figures as a PDF and as a workbook."""

import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.event import Event
from eventdesk.reports.figures.charts import beside
from eventdesk.reports.figures.figure import (
    CafeFigures,
    DayFigures,
    FairFigures,
    Figures,
    PeopleFigures,
    PollFigures,
    SessionFigures,
)
from eventdesk.reports.figures.gathering import figures
from eventdesk.reports.figures.group import Group
from eventdesk.reports.figures.paper import figures_paper
from eventdesk.reports.figures.workbook import figures_workbook
from eventdesk.reports.imprint import Imprint
from tests.core.reports.reading import pages_of

IMPRINT = Imprint("4. Integrationskonferenz", "2017-03-06T18:10", "en", "Convention Center", "Bündnis")
FULL = Figures(
    event="4. Integrationskonferenz",
    first_day="2017-03-06",
    last_day="2017-03-06",
    venue="Convention Center",
    organiser="=Bündnis()",
    people=PeopleFigures(672, 578, 98, 4, 14, 7, 9, 165, 64),
    roles=(Group("volunteer", 268, 236), Group("", 120, 99), Group("", 13, 11, 2)),
    sectors=(Group("politics", 8, 6),),
    languages=(Group("Deutsch", 520, 449),),
    days=(DayFigures("2017-03-06", 578, 5, (("08:55", 120), ("09:00", 458))),),
    sessions=(
        SessionFigures("=1+1 Forum", "forum", "2017-03-06T11:00", "2017-03-06T12:15", "Saal 1", 120, 60, 85),
        SessionFigures("Not counted", "plenary"),
    ),
    fair=FairFigures(81, 2, 1, 85, 90, (("Begegnung", 17), ("Sprache", 15))),
    cafe=CafeFigures(16, 6, 120, 0),
    polls=(PollFigures("Audience prize 2017", 400, 312, 3),),
    served=(("Mittagsimbiss", 501),),
)


def test_all_parts_stand_on_the_paper(kit: Kit):
    whole = " ".join(pages_of(lambda out: figures_paper(FULL, IMPRINT, out, kit)))
    for told in (
        "The event in figures", "6 March 2017 · Convention Center", "578 were there 672 were registered 98",
        "458 people within 5 minutes, from 09:00 on", "Volunteer 236 of 268", "no role told",
        "2 smaller groups together", "Deutsch",
        "Groups of fewer than 5 people", "=1+1 Forum", "11:00–12:15 · Saal 1", "85 of 120", "81 exhibitors 85",
        "16 tables 6 rounds 120 people at tables 0", "Begegnung 17",
        "Audience prize 2017", "312 of 400", "not closed yet", "Mittagsimbiss 501",
    ):  # fmt: skip
        assert told in whole
    assert "Not counted" not in whole


def test_an_empty_event_has_a_paper_too(kit: Kit):
    (page,) = pages_of(lambda out: figures_paper(Figures("Neu"), IMPRINT, out, kit))
    assert "registered" in page
    assert "When people came" not in page


def test_before_the_day_bars_tell_who_is_expected(kit: Kit):
    early = replace(FULL, people=PeopleFigures(registered=268), roles=(Group("volunteer", 268, 0),), days=())
    (page, *_) = pages_of(lambda out: figures_paper(early, IMPRINT, out, kit))
    assert "Volunteer 268" in page
    assert "0 of" not in page


def test_the_same_figures_give_the_same_bytes_and_nothing_is_cut(kit: Kit, sample: Event):
    found = figures(sample)
    first, second = io.BytesIO(), io.BytesIO()
    report = figures_paper(found, IMPRINT, first, kit)
    figures_paper(found, IMPRINT, second, kit)
    assert first.getvalue() == second.getvalue()
    assert (report.overflow, report.missing_glyphs) == ((), ())


def test_several_days_are_told_apart(kit: Kit):
    second = DayFigures("2017-03-07", 9, 10, (("10:00", 9),))
    (page, *_) = pages_of(lambda out: figures_paper(replace(FULL, days=(*FULL.days, second)), IMPRINT, out, kit))
    assert "When people came · 6 March 2017" in page
    assert "When people came · 7 March 2017 9 people within 10 minutes, from 10:00 on" in page


def test_very_many_languages_run_over_pages(kit: Kit):
    many = replace(FULL, languages=tuple(Group(f"Language {at}", 9, 8) for at in range(90)))
    texts = pages_of(lambda out: figures_paper(many, IMPRINT, out, kit))
    assert all(sum(f"Language {at} " in text for text in texts) == 1 for at in range(90))


@pytest.mark.parametrize("groups", [4, 10, 16, 18, 20])
def test_sessions_stay_on_one_page(kit: Kit, groups: int):
    sessions = tuple(replace(FULL.sessions[0], title=f"Forum {at}") for at in range(9))
    languages = tuple(Group(f"Language {at}", 9, 8) for at in range(groups))
    full = replace(FULL, sessions=sessions, languages=languages)
    texts = pages_of(lambda out: figures_paper(full, IMPRINT, out, kit))
    (page,) = [text for text in texts if "People in sessions" in text]
    assert all(f"Forum {at} " in page for at in range(9))


def test_blocks_stand_beside_each_other_if_they_fit():
    low, high = Block(10.0, lambda *_: None, above=4.0), Block(60.0, lambda *_: None)
    assert [each.height for each in beside([low, low], [high], 100.0, 70.0)] == [60.0]
    assert beside([low, low], [high], 100.0, 50.0) == [low, low, high]


def test_the_workbook_holds_numbers_texts_and_charts_but_no_formula(tmp_path: Path):
    path = tmp_path / "figures.xlsx"
    sheets = figures_workbook(FULL, IMPRINT, path)
    book = CalamineWorkbook.from_path(path)
    assert len(book.sheet_names) == sheets == 9
    rows = book.get_sheet_by_name("Sessions").to_python()
    assert rows[1][:4] == ["=1+1 Forum", 85.0, 120.0, 60.0]
    assert rows[2][:3] == ["Not counted", "", ""]
    overview = {row[0]: row[1] for row in book.get_sheet_by_name("Overview").to_python()}
    assert (overview["were there"], overview["Stands: booths left free"]) == (578.0, 5.0)
    with ZipFile(path) as inside:
        names = inside.namelist()
        assert not any(b"<f>" in inside.read(name) for name in names if name.startswith("xl/worksheets/"))
        assert sum(name.startswith("xl/charts/chart") for name in names) == 8


@pytest.mark.parametrize("language", ["de", "en"])
def test_both_languages_give_a_workbook(tmp_path: Path, sample: Event, language: str):
    path = tmp_path / "figures.xlsx"
    assert figures_workbook(figures(sample), replace(IMPRINT, language=language), path) == 6
