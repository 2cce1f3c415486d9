"""A file that people get goes through one door, which notes it in the journal; the others are known here, with why."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WRITES = re.compile(
    r"\b(replacing|naming_nobody)\(|\.write_(text|bytes)\(|\.open\(\"[wxa]|csv\.writer|xlsxwriter\.Workbook"
)
NOTED = re.compile(r"\b(handing_over|target)\(")
NOT_NOTED = {
    "eventdesk/backups": "backups stay with the desk",
    "eventdesk/store": "the event file itself and its backups",
    "eventdesk/crashes.py": "where the program broke, without people",
    "eventdesk/outputs.py": "the list of files that were written",
    "eventdesk/finishing/keepsakes.py": "figures and results, without people",
    "eventdesk/reports/figures/workbook.py": "figures, without people",
    "eventdesk/people/importing/mapping.py": "what columns of a list mean",
    "eventdesk/badges/printers": "what is printed is noted as a print",
    "eventdesk/cli/panel_places.py": "how places were given out, without names",
    "ui/last_time.py": "where the program broke, without people",
    "ui/badges/flow.py": "badges for the printer, noted as prints",
    "ui/print_store.py": "the queue of this desk, noted as prints",
    "ui/page_pictures.py": "pictures of pages for the guide",
    "ui/reports/flow/figures_flow.py": "figures, without people",
    "ui/templates": "templates of badges, without people",
}


def _sources() -> list[tuple[str, str]]:
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for part in ("eventdesk", "ui")
        for path in sorted((ROOT / part).rglob("*.py"))
    ]


def test_every_file_for_people_is_noted() -> None:
    unknown = [
        name
        for name, text in _sources()
        if WRITES.search(text)
        and not NOTED.search(text)
        and not any(name == known or name.startswith(f"{known}/") for known in NOT_NOTED)
    ]
    assert unknown == [], "write it through files.handing_over, or say here why nobody has to know of it"


def test_nothing_is_let_through_that_writes_no_more() -> None:
    writing = [name for name, text in _sources() if WRITES.search(text)]
    idle = [known for known in NOT_NOTED if not any(name == known or name.startswith(f"{known}/") for name in writing)]
    assert idle == []


def test_csv_and_workbooks_are_made_in_two_places_only() -> None:
    """Where cells are written, and nowhere else, it is seen to that none of them runs."""
    found = {name for name, text in _sources() if re.search(r"csv\.writer|csv\.DictWriter|xlsxwriter\.Workbook", text)}
    assert found == {"eventdesk/tables/writing.py", "eventdesk/reports/figures/workbook.py"}
