"""What is loaded when it is first needed, done once before the walk: a walk meets it hours late, or never."""

import contextlib
import io
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import eventdesk
import ui
from eventdesk import paths
from eventdesk.cli import main
from eventdesk.drawing.kit import Kit
from tests.faults.soak.stage import SAMPLES

ORDERS = (
    "badges {event} -o {out}/badges.pdf",
    "fair apply {event} --seconds 5",
    "fair plan {event} -o {out}/plan.pdf",
    "fair signs {event} -o {out}/signs.pdf",
    "panels apply {event} --seconds 5",
    "panels places {event} --apply",
    "panels programme {event} -o {out}/programme.pdf",
    "panels calendar {event} -o {out}/calendar.ics",
    "cafe apply {event} --everybody --tables 12 --rounds 3 --seconds 5",
    "cafe cards {event} -o {out}/cards.pdf",
    "prize new {event} --title Preis --entry Eins --entry Zwei",
    "prize ballots {event} -o {out}/ballots.pdf --number 100",
    "report figures {event} -o {out}/figures.xlsx",
    "report certificates {event} -o {out}/certificates.pdf",
    "report brochure {event} -o {out}/brochure.pdf",
    "export {event} people -o {out}/people.xlsx",
    "import {event} people {out}/people.xlsx",
    "verify {event}",
)


def everything() -> None:
    """Load every module, and let every solver, font and format work once; what is not possible for an event is left."""
    for name in modules():
        import_module(name)
    Kit().warm()
    unread = io.StringIO()
    with TemporaryDirectory() as folder, contextlib.redirect_stdout(unread), contextlib.redirect_stderr(unread):
        for sample in SAMPLES:
            event = Path(folder) / f"{sample}.eventdesk"
            main(["new", str(event), "--from", str(paths.seeds() / sample)])
            for order in ORDERS:
                main([word.format(event=event, out=folder) for word in order.split()])


def modules() -> Iterator[str]:
    """Return the names of all modules of the product."""
    for package in (eventdesk, ui):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield module.name
