"""The brochure on paper: every project once, where contents and index say."""

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from eventdesk.drawing.kit import Kit
from eventdesk.reports.brochure.paper import brochure_paper
from eventdesk.reports.brochure.project import Result
from eventdesk.reports.brochure.style import STYLES, BrochureSize
from tests.core.reports.brochure.brochures import brochure, pages, printed

RESULT = Result("Forum 1", ("Somebody to call.", "Meet more often."), "Anke Schröder")


def listed(text: str) -> dict[str, int]:
    """Return the page of each project as the contents or the index tells it."""
    return {name: int(page) for name, page in re.findall(r"(Project \d{3}) (\d+)", text)}


@pytest.mark.parametrize("size", BrochureSize)
@pytest.mark.parametrize("themes", [(1,), (3, 4, 2), (17, 15, 22)])
def test_contents_and_index_tell_where_each_project_begins(kit: Kit, size: BrochureSize, themes: tuple[int, ...]):
    found = pages(brochure(*themes, greeting="Welcome.\n\nRead on.", results=[RESULT]), kit, size)
    body = next(at for at, text in enumerate(found) if re.search(r"\b(one project|\d+ projects)\b", text))
    index = next(at for at in range(len(found) - 1, -1, -1) if found[at].startswith("Index"))
    found = [text.removesuffix(str(page)) for page, text in enumerate(found, 1)]
    contents = listed(" ".join(found[:body]))
    assert len(contents) == sum(themes)
    assert contents == listed(
        " ".join(text.removesuffix(str(page)) for page, text in enumerate(found, 1) if page > index)
    )
    for name, page in contents.items():
        assert name in found[page - 1]
        assert f"{name}, continued" not in found[page - 1]
        assert sum(name in text for text in found[body:index]) == 1


def test_parts_are_where_the_contents_say(kit: Kit):
    found = pages(brochure(2, greeting="Welcome.", results=[RESULT]), kit)
    told = dict(re.findall(r"(Greeting|What the forums found|Theme 1|Index) (\d+)", found[2]))
    assert told.keys() == {"Greeting", "What the forums found", "Theme 1", "Index"}
    for part, page in told.items():
        assert found[int(page) - 1].startswith(part)
    assert "Somebody to call." in found[int(told["What the forums found"]) - 1]
    assert "Anke Schröder" in found[int(told["What the forums found"]) - 1]
    assert "The team" in found[int(told["Greeting"]) - 1]


@pytest.mark.parametrize("count", range(1, 14))
def test_the_back_is_the_last_page_of_a_folded_sheet(kit: Kit, count: int):
    found = pages(brochure(count), kit)
    assert len(found) % 4 == 0
    assert "4. Conference" in found[-1]
    assert sum(text.startswith("Notes") for text in found) < 4


def test_a_long_portrait_goes_on_over_pages_and_loses_nothing(kit: Kit):
    words = [f"word{number}" for number in range(3000)]
    found = " ".join(pages(brochure(1, portrait=" ".join(words)), kit, BrochureSize.A5))
    assert re.findall(r"word\d+", found) == words
    assert "Project 000, continued" in found


def test_nothing_runs_out_of_its_column(kit: Kit):
    long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 2
    found = brochure(2, email=f"{long}@example.org", website=f"https://example.org/{long}", town="Hannover", name="A")
    for size in BrochureSize:
        document = pypdfium2.PdfDocument(printed(found, kit, size))
        style = STYLES[size]
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for at in range(text.count_rects()):
                left, _, right, _ = text.get_rect(at)
                assert left > style.outer - 8, (size, number)
                assert right < style.width - style.outer + 8, (size, number)
        document.close()


def test_pictures_are_printed_no_larger_than_needed_and_each_once(kit: Kit):
    out = io.BytesIO()
    Image.effect_noise((1600, 1000), 50).convert("RGB").save(out, "JPEG", quality=85)
    found = replace(brochure(4, picture="a.jpg"), pictures={"a.jpg": out.getvalue()})
    without = len(printed(replace(found, pictures={}), kit))
    a4, a5 = (len(printed(found, kit, size)) - without for size in BrochureSize)
    assert 0 < a5 < a4 < len(out.getvalue())


def test_the_same_brochure_gives_the_same_bytes(kit: Kit):
    found = brochure(3, 2, greeting="Welcome.")
    assert printed(found, kit) == printed(found, Kit())


def test_without_a_theme_projects_have_a_chapter_of_their_own(kit: Kit):
    one = brochure(2)
    alone = replace(one, chapters=(replace(one.chapters[0], theme=""),))
    assert "The projects" in pages(alone, kit)[2]
    beside = brochure(2, 1)
    last = replace(beside.chapters[1], theme="")
    assert "More projects" in pages(replace(beside, chapters=(beside.chapters[0], last)), kit)[2]


def test_in_german(kit: Kit):
    one = brochure(2, greeting="Willkommen.")
    found = pages(replace(one, facts=replace(one.facts, language="de")), kit)
    assert found[2].startswith("Inhalt")
    assert "6. März 2017" in found[0]


def test_viewers_list_chapters_and_projects(kit: Kit):
    document = pypdfium2.PdfDocument(printed(brochure(2, 1, greeting="Welcome."), kit))
    found = [(each.level, each.get_title()) for each in document.get_toc()]
    document.close()
    assert found[:3] == [(0, "Contents"), (0, "Greeting"), (0, "Theme 1")]
    assert [title for level, title in found if level == 1] == ["Project 000", "Project 001", "Project 002"]


def test_progress_is_told_page_by_page_and_stops_the_work(kit: Kit):
    told: list[int] = []
    report = brochure_paper(brochure(3), io.BytesIO(), kit, progress=told.append)
    assert told == list(range(1, report.pages + 1))

    def stop(_page: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        brochure_paper(brochure(3), io.BytesIO(), kit, progress=stop)


@settings(deadline=None)
@given(st.text(max_size=120), st.text(max_size=300), st.text(max_size=40))
@example("\u200b", "", " ")
@example(" ", " ", "\u200b")
def test_any_words_can_be_printed(name: str, portrait: str, contact: str):
    found = brochure(1, name=name or "x", portrait=portrait, contact=contact, town=contact)
    out = io.BytesIO()
    assert brochure_paper(found, out, KIT, size=BrochureSize.A5).pages % 4 == 0


def test_what_is_read_from_the_right_stands_at_the_right(kit: Kit):
    style = STYLES[BrochureSize.A4]
    right = style.width - style.inner if FIRST_PROJECT % 2 == 0 else style.width - style.outer
    reach = []
    for name in ("بيت الترحيب", "Welcome"):
        document = pypdfium2.PdfDocument(printed(brochure(1, name=name, portrait="", blurb=""), kit))
        text = document[FIRST_PROJECT - 1].get_textpage()
        reach.append(max(text.get_rect(at)[2] for at in range(text.count_rects())))
        document.close()
    assert abs(reach[0] - right) < 3
    assert reach[1] < right - 50


FIRST_PROJECT = 4
"""The page of the first project where there is neither a greeting nor anything found."""

KIT = Kit()
