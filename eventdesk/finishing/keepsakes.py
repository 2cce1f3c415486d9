"""Writes what stays of an event before its people are deleted: figures, results, and the protocols of its polls."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.imprint import EventImprint
from eventdesk.event import Event
from eventdesk.files import naming_nobody
from eventdesk.prize import records as prize
from eventdesk.prize.papers.protocol import local, protocol
from eventdesk.reports.figures.gathering import figures
from eventdesk.reports.figures.paper import figures_paper
from eventdesk.reports.figures.workbook import figures_workbook
from eventdesk.reports.findings_paper import collected, findings_paper
from eventdesk.reports.imprint import imprint_of
from eventdesk.words import Words


def keepsakes(event: Event, folder: Path) -> tuple[Path, ...]:
    """Write them into a folder, which is made if need be, in the language of the event; returns the files.

    Nobody's name stands in the figures; what was found stands there as it was typed. None of these files is listed
    among those that are deleted when an event is finished. Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words, kit = Words(event.details.language), Kit()
    folder.mkdir(parents=True, exist_ok=True)
    return (
        *_figures(event, folder, words, kit),
        *_results(event, folder, words, kit),
        *_polls(event, folder, words, kit),
    )


def _figures(event: Event, folder: Path, words: Words, kit: Kit) -> Iterator[Path]:
    counted, imprint = figures(event), imprint_of(event)
    paper, book = folder / f"{words.t('Figures')}.pdf", folder / f"{words.t('Figures')}.xlsx"
    with naming_nobody(paper) as out:
        figures_paper(counted, imprint, out, kit)
    yield paper
    figures_workbook(counted, imprint, book)
    yield book


def _results(event: Event, folder: Path, words: Words, kit: Kit) -> Iterator[Path]:
    found = collected(event)
    if found:
        path = folder / f"{words.t('Results')}.pdf"
        with naming_nobody(path) as out:
            findings_paper(found, imprint_of(event), out, kit)
        yield path


def _polls(event: Event, folder: Path, words: Words, kit: Kit) -> Iterator[Path]:
    """Write the protocols: who was given a ballot is forgotten with the people, and so is how many were handed out."""
    counts = [count for poll in prize.polls(event.db) if (count := prize.count(event.db, poll.id)) is not None]
    for number, count in enumerate(counts, 1):
        which = f" {number}" if len(counts) > 1 else ""
        path = folder / f"{words.t('Audience prize')}{which}.pdf"
        with naming_nobody(path) as out:
            protocol(replace(count, poll=local(count.poll, event.zone)), EventImprint.of(event), out, kit)
        yield path
