"""Papers of the World Café: which there are, and the work of making one, which needs no file of the event."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.papers.imprint import Imprint, imprint_of
from eventdesk.findings.finding import Finding, FindingKind
from eventdesk.findings.records import findings
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.work import Part, Task


class Paper(Enum):
    """What can be printed."""

    CARDS = "cards"
    SIGNS = "signs"
    HOSTS = "hosts"
    SHEETS = "sheets"
    SUMMARY = "summary"


@dataclass(frozen=True)
class PaperWish:
    """One paper as it is wanted. `large`: four cards on a sheet instead of eight; `spare`: cards of nobody, too."""

    paper: Paper
    large: bool = False
    spare: bool = True


class Lack(Enum):
    """Why there is nothing to print."""

    NOTHING = "nothing"
    TABLES = "tables"
    WAYS = "ways"
    RESULTS = "results"


def missing(flow: CafeFlow, wish: PaperWish) -> Lack:
    """Say what is missing for a paper."""
    cafe = flow.cafe
    if not cafe.tables:
        return Lack.TABLES
    if wish.paper in (Paper.CARDS, Paper.HOSTS) and not cafe.way_of:
        return Lack.WAYS
    if wish.paper is Paper.SUMMARY and not flow.results():
        return Lack.RESULTS
    return Lack.NOTHING


@dataclass(frozen=True)
class Material:
    """What papers are made of, without the file of the event."""

    cafe: Cafe
    imprint: Imprint
    results: Mapping[tuple[FindingKind, int], tuple[Finding, ...]]


def gathering(flow: CafeFlow) -> Generator[Part, None, Material]:
    """Read what papers need in short steps."""
    for _ in flow.look_in_steps():
        yield Part(0)
    cafe = flow.cafe
    yield Part(0)
    return Material(cafe, imprint_of(flow.event, cafe), findings(flow.event.db))


def making(material: Material, wish: PaperWish, path: Path) -> Callable[[Task], object]:
    """Return the work of writing a paper to a file. It raises KnownError."""
    cafe, imprint = material.cafe, material.imprint

    def make(task: Task) -> object:
        from eventdesk.cafe.papers import cards, host_sheets, result_sheets, summary, table_signs
        from eventdesk.drawing.kit import Kit

        kit = Kit()
        match wish.paper:
            case Paper.CARDS:
                per_sheet = cards.PerSheet.FOUR if wish.large else cards.PerSheet.EIGHT
                count = len(cards.cards_of(cafe, spare=wish.spare))
                return cards.cards(
                    cafe, imprint, path, kit, per_sheet=per_sheet, spare=wish.spare,
                    progress=lambda done: task.tell(done, count),
                )  # fmt: skip
            case Paper.SIGNS:
                return table_signs.table_signs(cafe, imprint, path, kit)
            case Paper.HOSTS:
                return host_sheets.host_sheets(cafe, imprint, path, kit)
            case Paper.SHEETS:
                return result_sheets.result_sheets(cafe, imprint, path, kit)
            case Paper.SUMMARY:
                return summary.summary(cafe, material.results, imprint, path, kit)

    return make
