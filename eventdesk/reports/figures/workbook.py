"""The figures of an event as a workbook: numbers to go on with, and charts that spreadsheets draw from them.

Texts are written as texts and numbers as numbers; no cell holds a formula, whatever somebody has typed in.
"""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from eventdesk.files import replacing
from eventdesk.reports.figures import telling
from eventdesk.reports.figures.figure import Figures
from eventdesk.reports.figures.telling import Bar
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words
from eventdesk.words.days import days_text, moment_text

Cell = str | int | None
_DARK, _PALE = "#14213D", "#8C9FCB"
_WIDEST = 48


class _Table(NamedTuple):
    """One sheet. `chart` names the columns whose numbers are drawn, the first column being what stands beside them."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    chart: Sequence[int] = ()
    upright: bool = False


def figures_workbook(figures: Figures, imprint: Imprint, path: Path) -> int:
    """Write the figures as XLSX; returns the number of sheets. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    tables = [table for table in _tables(words, figures, imprint) if table.rows]
    made = io.BytesIO()  # a full disk met by the library itself would leave a traceback of its own
    _fill(made, tables)
    with replacing(path) as making:
        making.write_bytes(made.getbuffer())
    return len(tables)


def _tables(words: Words, figures: Figures, imprint: Imprint) -> Iterable[_Table]:
    known, came = words.t("Registered or there"), words.t("were there")
    overview = list(_overview(words, figures, imprint))
    yield _Table(words.t("Overview"), (words.t("Figure"), words.t("How many")), overview)
    for name, found in (
        (words.t("Roles"), telling.role_bars(words, figures)),
        (words.t("Sectors"), telling.sector_bars(words, figures)),
        (words.t("Languages"), telling.language_bars(words, figures)),
    ):
        yield _Table(name, (name, came, known), [(each.label, each.part, each.whole) for each in found], (1, 2))
    yield _Table(
        words.t("Arrivals"),
        (words.t("Time"), words.t("People"), words.t("Day")),
        [(time, people, day.day) for day in figures.days for time, people in day.arrivals],
        (1,),
        upright=True,
    )
    yield _Table(
        words.t("Sessions"),
        (
            words.t("Session"),
            words.t("People"),
            words.t("Seats"),
            words.t("places given"),
            words.t("Kind"),
            words.t("Starts"),
            words.t("Ends"),
            words.t("Room"),
        ),
        [
            (each.title, each.people, each.seats, each.places, telling.kind_name(words, each.kind),
             each.starts.replace("T", " "), each.ends.replace("T", " "), each.room)
            for each in figures.sessions
        ],
        (1, 2),
    )  # fmt: skip
    yield _bars(words.t("Themes"), words.t("exhibitors"), telling.theme_bars(words, figures))
    yield _Table(
        words.t("Audience prize"),
        (words.t("Audience prize"), words.t("ballots cast"), words.t("ballots given out"), words.t("made void")),
        [(each.title, each.used, each.issued, each.void) for each in figures.polls],
        (1, 2),
    )
    yield _bars(words.t("Catering"), words.t("How many"), telling.served_bars(words, figures))


def _overview(words: Words, figures: Figures, imprint: Imprint) -> Iterable[Sequence[Cell]]:
    yield words.t("Event"), figures.event
    yield words.t("Days"), days_text(words, figures.first_day, figures.last_day)
    yield words.t("Place"), figures.venue
    yield words.t("Organised by"), figures.organiser
    yield words.t("Made"), moment_text(words, imprint.printed)
    for number in (*telling.main_numbers(words, figures), *telling.more_numbers(words, figures)):
        yield number.label, number.value
    for part, numbers in (
        (words.t("Stands"), telling.fair_numbers(words, figures)),
        (words.t("World Café"), telling.cafe_numbers(words, figures)),
    ):
        for number in numbers:
            yield f"{part}: {number.label}", number.value
    privacy = telling.privacy_text(words, figures)
    if privacy:
        yield privacy, None


def _bars(name: str, number: str, found: Sequence[Bar]) -> _Table:
    return _Table(name, (name, number), [(each.label, each.part) for each in found], (1,))


def _fill(made: io.BytesIO, tables: Sequence[_Table]) -> None:
    import xlsxwriter

    plain_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, {**plain_text, "in_memory": True})
    bold = book.add_format({"bold": True})
    for table in tables:
        page = book.add_worksheet(table.name[:31])
        page.freeze_panes(1, 0)
        for column, name in enumerate(table.header):
            page.write_string(0, column, name, bold)
            widest = max((len(str(row[column])) for row in table.rows if len(row) > column), default=0)
            page.set_column(column, column, min(max(len(name), widest) + 2, _WIDEST))
        for line, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    page.write_number(line, column, cell)
                elif cell:
                    page.write_string(line, column, cell)
        if table.chart:
            page.insert_chart(1, len(table.header) + 1, _chart(book, table))
    book.close()


def _chart(book: Any, table: _Table) -> Any:
    """Return a chart of a table's numbers, as spreadsheets draw it."""
    chart = book.add_chart({"type": "column" if table.upright else "bar"})
    last = len(table.rows)
    for column, colour in reversed(list(zip(table.chart, (_DARK, _PALE), strict=False))):  # the part lies on the whole
        chart.add_series(
            {
                "name": [table.name, 0, column],
                "categories": [table.name, 1, 0, last, 0],
                "values": [table.name, 1, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
                "overlap": 100,
            }
        )
    chart.set_title({"name": table.name})
    if not table.upright:
        chart.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
    if len(table.chart) == 1:
        chart.set_legend({"none": True})
    else:
        chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 640, "height": max(280, 26 * last + 90) if not table.upright else 320})
    return chart
