"""What is said about papers: a sentence for each thing to look at, short however much there is."""

from eventdesk.drawing.pages.report import PaperRemark, PaperReport
from eventdesk.fair.papers.telling import report_lines
from eventdesk.words import Words

EN = Words("en")


def test_nothing_is_said_if_all_is_well():
    assert report_lines(EN, PaperReport(3, 3)) == []


def test_each_thing_is_one_sentence():
    remarks = (PaperRemark("Balu", "Balu und Du", "Balu…", 6.0), PaperRemark("Balu", "Balu", "Balu", 3.0))
    missing = (PaperRemark("李", "李", "Li", 6.0, ("李",)),)
    lines = report_lines(EN, PaperReport(1, 1, ("A-01", "A-02"), ("B-01",), remarks, missing))
    assert lines == [
        "These booths are too small for names, which stand in the list beside the plan: A-01, A-02.",
        "These numbers are too small to be read well; choose a larger paper or one hall per page: B-01.",
        "Balu: “Balu und Du” does not fit; the paper shows “Balu…”.",
        "Balu: “Balu” fits only in very small letters.",
        "李: “李” has letters that no font has (李); the paper shows “Li”.",
    ]


def test_very_many_booths_are_counted():
    (line,) = report_lines(EN, PaperReport(1, 1, tuple(f"A-{at}" for at in range(1000))))
    assert line.endswith("A-19 and 980 more.")


def test_a_report_under_the_keys_of_the_command_line():
    report = PaperReport(2, 1, ("A-01",), (), (PaperRemark("Balu", "Balu", "B…", 6.0),))
    assert report.as_json() == {
        "pages": 2,
        "papers": 1,
        "unnamed": ["A-01"],
        "small": [],
        "overflow": [{"about": "Balu", "text": "Balu", "shown": "B…", "size": 6.0, "clusters": []}],
        "missing_glyphs": [],
    }
