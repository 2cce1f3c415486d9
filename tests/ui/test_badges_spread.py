"""Which badges stand on which page: the same as the imposition of all of them says."""

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.badges.design import templates
from eventdesk.badges.design.template import Side
from eventdesk.badges.sheets import sheet_file
from eventdesk.badges.sheets.imposition import Imposition
from eventdesk.badges.sheets.sheet import Duplex, Placing, Sheet, alone
from ui.badges.spread import Spread

SHEETS = [sheet for sheet in sheet_file.known().values() if sheet.turn_for(105, 148) is not None]


@given(
    st.sampled_from(["a6-classic", "a6-day-classic"]),
    st.sampled_from([None, *SHEETS]),
    st.sampled_from(list(Duplex)),
    st.integers(1, 30),
    st.integers(1, 8),
)
def test_each_page_by_itself_is_that_page_of_all(
    name: str, sheet: Sheet | None, duplex: Duplex, badges: int, start: int
) -> None:
    template = templates.shipped(name)
    size = template.width, template.height
    placing = None if sheet is None else Placing(sheet, 1 + (start - 1) % sheet.capacity, duplex)
    spread = Spread(template, placing, badges)
    placed = placing or alone(*size)
    laid = Imposition(placed.sheet, size, template.sides, start=placed.start, duplex=placed.duplex)
    pages, first = [], 0
    for many in laid.per_page:
        together = min(many, badges - first)
        pages += [
            [(slot.index, slot.side, slot.x, slot.y) for slot in page.slots] for page in laid.sheet_of(first, together)
        ]
        first += together
        if first == badges:
            break
    assert spread.pages == len(pages)
    for number, slots in enumerate(pages):
        part = spread.part(number)
        own = Imposition(placed.sheet, size, template.sides, start=part.start, duplex=placed.duplex)
        page = list(own.sheet_of(0, part.count))[part.number]
        assert [(part.first + slot.index, slot.side, slot.x, slot.y) for slot in page.slots] == slots
    for badge in range(badges):
        front = pages[spread.page_of(badge)]
        assert any(index == badge and side is Side.FRONT for index, side, _, _ in front)
