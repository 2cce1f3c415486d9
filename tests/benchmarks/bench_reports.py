"""How long the papers after the day take, beside what reportlab itself takes for pages with four TrueType strings.

    python tests/benchmarks/bench_reports.py [--people 700] [--rounds 5] [--crowd 100000]

The sample conference lives through an invented day first. Prints medians of interleaved rounds, in processor time and
beside the floor of the same round, because others may work on this machine. With `--crowd` so many people are put into
a file, and the longest turn of counting figures is told: between two turns the desk goes on working.
"""

import argparse
import gc
import io
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from eventdesk import paths
from eventdesk.checkin.point import Point
from eventdesk.checkin.records import insert_point, insert_scan
from eventdesk.checkin.scan import Direction, Scan
from eventdesk.codes import Op, Outcome
from eventdesk.desk import create_event
from eventdesk.drawing.kit import Kit
from eventdesk.event import Event, EventDetails
from eventdesk.people.actions import identified
from eventdesk.people.person import Person
from eventdesk.people.records import insert
from eventdesk.reports.attendance.gathering import attendance
from eventdesk.reports.attendance.lists import attendance_list
from eventdesk.reports.brochure.gathering import brochure_of
from eventdesk.reports.brochure.paper import brochure_paper
from eventdesk.reports.brochure.style import BrochureSize
from eventdesk.reports.certificates.certificate import certificates
from eventdesk.reports.certificates.paper import certificates_paper
from eventdesk.reports.certificates.snapshot import design_of
from eventdesk.reports.certificates.wording import Basis
from eventdesk.reports.figures.gathering import figures, figures_in_steps
from eventdesk.reports.figures.paper import figures_paper
from eventdesk.reports.imprint import imprint_of
from eventdesk.starting import create_sample
from eventdesk.store.access import new_id
from tests.core.reports.day import live_through

Work = Callable[[], int]
SAMPLE = "integrationskonferenz-4"
A4 = (595.28, 841.89)


def floor(pages: int) -> int:
    """Write pages with four strings in an embedded font, as cheap as reportlab can; returns how many."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("floor", paths.resources() / "fonts" / "Inter-Regular.ttf"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1)
    for page in range(pages):
        for line in range(4):
            canvas.setFont("floor", 12)
            canvas.drawString(80, 700 - 40 * line, f"Elif Demirtaş {page} war {line} Stunden da")
        canvas.showPage()
    canvas.save()
    return pages


def timed(work: Work) -> tuple[float, int]:
    """Return the processor time of some work in seconds, and what it returned."""
    start = time.process_time()
    made = work()
    return time.process_time() - start, made


def measured(works: dict[str, Work], rounds: int) -> None:
    """Print the median of each work, per page and beside the first of them, which is the floor."""
    times: dict[str, list[float]] = {name: [] for name in works}
    pages: dict[str, int] = {}
    ratios: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        least = 0.0
        for name, work in works.items():
            spent, pages[name] = timed(work)
            least = least or spent / pages[name]
            times[name].append(spent)
            ratios[name].append(spent / pages[name] / least)
    print(f"{'':44} {'seconds':>8} {'pages':>6} {'ms/page':>8} {'x floor':>8}")
    for name, found in times.items():
        whole = statistics.median(found)
        each = whole / pages[name] * 1000
        print(f"{name:44} {whole:8.3f} {pages[name]:6d} {each:8.2f} {statistics.median(ratios[name]):8.2f}")


def papers(event: Event, people: int, rounds: int) -> None:
    """Measure the papers of an event that took place."""
    kit, imprint = Kit(), imprint_of(event)
    kit.warm()
    there, design = attendance(event), design_of(event)
    made = (certificates(there, Basis.SCANS) * (people // 500 + 1))[:people]
    works: dict[str, Work] = {
        "floor: pages with four strings": lambda: floor(people),
        f"{people} certificates, read and written": lambda: _certificates(event, kit, people),
        f"{people} certificates, written": lambda: certificates_paper(made, design, imprint, io.BytesIO(), kit).pages,
        "figures, counted and written": lambda: figures_paper(figures(event), imprint, io.BytesIO(), kit).pages,
        "brochure of all projects, read and written": lambda: _brochure(event, kit),
        "brochure of all projects, A5": lambda: _brochure(event, kit, BrochureSize.A5),
        "attendance list": lambda: attendance_list(there, imprint, io.BytesIO(), kit).pages,
    }
    measured(works, rounds)


def _certificates(event: Event, kit: Kit, people: int) -> int:
    made = certificates(attendance(event), Basis.SCANS)
    made = (made * (people // len(made) + 1))[:people]
    return certificates_paper(made, design_of(event), imprint_of(event), io.BytesIO(), kit).pages


def _brochure(event: Event, kit: Kit, size: BrochureSize = BrochureSize.A4) -> int:
    return brochure_paper(brochure_of(event, everybody=True), io.BytesIO(), kit, size=size).pages


def crowd(folder: Path, people: int) -> None:
    """Measure how long the turns are in which figures of very many people are counted.

    As in the window, rubbish is not collected within a turn.
    """
    details = EventDetails(title="Crowd", starts="2017-03-06T09:00", ends="2017-03-06T17:00")
    with create_event(folder / "crowd.eventdesk", details=details) as event:
        with event.transact(Op.IMPORT, "crowd") as tx:
            insert_point(tx, Point(1, "Entrance"))
            for number in range(people):
                sector, role = ("politics", "business")[number % 2], ("press", "guest", "speaker")[number % 3]
                person = Person(0, f"Gast{number % 977}", f"Fam{number}", sector=sector, roles=(role,), town="Peine")
                known = identified(tx, person)
                insert(tx, known)
                at = datetime(2017, 3, 6, 7, 30, tzinfo=UTC) + timedelta(milliseconds=70 * number)
                scan = Scan(new_id(), "", known.id, "", 1, Direction.IN, Outcome.ACCEPTED, False, at, "")
                insert_scan(tx, scan)
        gc.disable()
        turns, before = [], time.process_time()
        for _ in figures_in_steps(event):
            now = time.process_time()
            turns.append((now - before) * 1000)
            before = now
        turns.append((time.process_time() - before) * 1000)
        gc.enable()
    print(
        f"figures of {people} people: {sum(turns) / 1000:.2f} s in {len(turns)} turns, the longest {max(turns):.1f} ms"
    )


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=700)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--crowd", type=int, default=0)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with create_sample(SAMPLE, Path(folder), desk="bench") as event:
            live_through(event)
            papers(event, wanted.people, wanted.rounds)
        if wanted.crowd:
            crowd(Path(folder), wanted.crowd)


if __name__ == "__main__":
    main()
