"""What is still to be printed at this desk, and what became of it: a state machine without threads, files or clock.

Pages wait here, not in the printer's own queue: one after the other is handed over, so that those behind a printer in
trouble can go to another one, and do not all come out at once when somebody resumes it. Whatever happens, a page leaves
the queue only because it came out, or because somebody said so.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from eventdesk.badges.printers.spooler import JobState, Progress, Sides, printer_fault
from eventdesk.codes import Fault, PrinterTrouble
from eventdesk.errors import KnownError

_VERSION = 1


class Stage(StrEnum):
    """How far a page has come."""

    MAKING = "making"
    """Its page is not made yet."""
    WAITING = "waiting"
    """It waits for its turn at its printer."""
    SENDING = "sending"
    """It is being handed over."""
    PRINTING = "printing"
    """The printer has it."""
    HELD = "held"
    """The printer has it, and something is the matter there."""
    FAILED = "failed"
    """It did not come out; nobody has it but we."""
    UNSURE = "unsure"
    """A printer had it, and nobody knows whether it came out: somebody has to look."""
    LATER = "later"
    """It lies in the folder for later."""
    DONE = "done"
    """It came out, and its event is not open to note that."""


AT_PRINTER = frozenset({Stage.SENDING, Stage.PRINTING, Stage.HELD})
"""One page at a time is at a printer."""
STUCK = frozenset({Stage.FAILED, Stage.HELD, Stage.UNSURE})
"""Somebody has to look."""
REPEATABLE = frozenset({Stage.FAILED, Stage.UNSURE, Stage.LATER})
"""It can be printed again, or now."""
_BEFORE_OTHERS = AT_PRINTER | {Stage.MAKING, Stage.WAITING, Stage.FAILED}
"""Others at the same printer come after it."""
_OF_THE_PAGE = frozenset({PrinterTrouble.TOO_LARGE, PrinterTrouble.REFUSED})
"""Troubles that another page need not have."""

Shown = tuple[tuple[int, str, str, int], ...]
"""Of each badge the person, a digest of what stands on it, its box and its number; no box: an empty text and 0."""


@dataclass(frozen=True, slots=True)
class Item:
    """One PDF to be printed: the badge of a person, or many pages.

    `printer` is a place as the desk remembers it. `event` and `people` are whose prints are to be noted, and why
    (`occasion`, or a `reason` in the words of the desk). `file` is where the PDF lies, `size` its pages in mm. `fault`
    and `details`: why it failed or is held. `template` and `shown` are to be noted with
    the prints.
    """

    id: str
    title: str
    printer: str
    event: str = ""
    people: tuple[int, ...] = ()
    occasion: str = ""
    file: str = ""
    size: tuple[float, float] = (0.0, 0.0)
    pages: int = 1
    sides: Sides = Sides.ONE
    stage: Stage = Stage.MAKING
    fault: Fault | None = None
    details: tuple[tuple[str, str], ...] = ()
    small: bool = False
    reason: str = ""
    template: str = ""
    shown: Shown = ()

    @property
    def error(self) -> KnownError | None:
        """Why it failed or is held."""
        return None if self.fault is None else KnownError(self.fault, **dict(self.details))

    @property
    def trouble(self) -> PrinterTrouble | None:
        """What is the matter with the printer."""
        return PrinterTrouble(dict(self.details)["trouble"]) if self.fault is Fault.PRINTER else None


@dataclass(frozen=True, slots=True)
class Queue:
    """Everything that is still to be printed, the oldest first. Every deed returns the queue as it is afterwards.

    What is said about an item that is gone meanwhile is ignored.
    """

    items: tuple[Item, ...] = ()

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def get(self, item_id: str) -> Item | None:
        """Look up an item."""
        return next((item for item in self.items if item.id == item_id), None)

    def add(self, item: Item) -> "Queue":
        """Put something to be printed at the end; its printer is tried again if it was in trouble."""
        if self.get(item.id) is not None:
            raise ValueError(item.id)
        first = [each for each in self._stopped() if each.printer == item.printer][:1]
        return Queue((*self.items, item)).retry_all(first)

    def due(self) -> list[Item]:
        """Return what is to be handed over now: the first for each printer that is free and in no trouble."""
        taken = {item.printer for item in self.items if item.stage in AT_PRINTER}
        found = []
        for item in self.items:
            if item.printer not in taken and (item.stage is Stage.WAITING or _blocks(item)):
                taken.add(item.printer)
                if item.stage is Stage.WAITING:
                    found.append(item)
        return found

    def ahead(self, item_id: str) -> list[Item]:
        """Return what comes before an item at its printer."""
        item = self.get(item_id)
        if item is None:
            return []
        before = self.items[: self.items.index(item)]
        return [each for each in before if each.printer == item.printer and each.stage in _BEFORE_OTHERS]

    def lines(self) -> Iterator[tuple[Item, int, KnownError | None]]:
        """Yield what is made or waits, how many come before it at its printer, and why nothing goes there.

        One pass for all.
        """
        ahead: dict[str, int] = {}
        blocked: dict[str, KnownError | None] = {}
        for item in self.items:
            if item.stage not in _BEFORE_OTHERS:
                continue
            before = ahead.get(item.printer, 0)
            ahead[item.printer] = before + 1
            if item.stage in (Stage.MAKING, Stage.WAITING):
                if item.printer not in blocked:
                    blocked[item.printer] = self.blocked(item.printer)
                yield item, before, blocked[item.printer]

    def blocked(self, printer: str) -> KnownError | None:
        """Return why nothing goes to a printer at the moment."""
        held = (item for item in self.items if item.printer == printer and (_blocks(item) or item.stage is Stage.HELD))
        return next((item.error for item in held), None)

    # ---- on the way

    def shows(self, item_id: str, template: str, shown: Shown) -> "Queue":
        """Note what stands on the page that is being made."""
        return self._change(item_id, {Stage.MAKING}, lambda item: replace(item, template=template, shown=shown))

    def made(
        self, item_id: str, file: str, size: tuple[float, float], pages: int = 1, *, small: bool = False
    ) -> "Queue":
        """Note that the page is made. `small`: a text on it is hard to read.

        There is room for pages, so that those for which there was none are made as well.
        """
        made = self._change(
            item_id,
            {Stage.MAKING},
            lambda item: replace(item, stage=Stage.WAITING, file=file, size=size, pages=pages, small=small),
        )
        return made.retry_all([item for item in self._stopped() if not item.file])

    def sending(self, item_id: str) -> "Queue":
        """Note that it is being handed over."""
        return self._change(item_id, {Stage.WAITING}, lambda item: _fine(item, Stage.SENDING))

    def failed(self, item_id: str, error: KnownError) -> "Queue":
        """Note that it was not made, not taken or not printed."""
        wanted = {Stage.MAKING, Stage.WAITING} | AT_PRINTER
        return self._change(item_id, wanted, lambda item: _wrong(item, Stage.FAILED, error))

    def progress(self, item_id: str, progress: Progress) -> "Queue":
        """Note what the printer says about it. One that came out shows that others may be tried again there."""
        queue = self._change(item_id, set(AT_PRINTER), lambda item: _at_printer(item, progress))
        out = queue.get(item_id)
        if out is None or out.stage is not Stage.DONE:
            return queue
        return queue.retry_all([item for item in self._stopped() if item.printer == out.printer])

    def came_out(self, item_id: str) -> "Queue":
        """Note that it came out, as the printer or a person says."""
        wanted = {*AT_PRINTER, Stage.UNSURE, Stage.FAILED}
        return self._change(item_id, wanted, lambda item: _fine(item, Stage.DONE))

    def unsure(self, item_id: str) -> "Queue":
        """Note that what a printer has cannot be taken back, while nobody believes any more that it comes out."""
        return self._change(item_id, AT_PRINTER, lambda item: _fine(item, Stage.UNSURE))

    def without(self, item_id: str) -> "Queue":
        """Take something out: its print was noted, or nobody wants it any more."""
        return Queue(tuple(item for item in self.items if item.id != item_id))

    # ---- what a person can do

    def retry(self, item_id: str) -> "Queue":
        """Print something again that did not come out, or print what was kept for later."""
        return self._change(item_id, REPEATABLE, _again)

    def retry_all(self, items: Iterable[Item]) -> "Queue":
        """Print several things again."""
        queue = self
        for item in items:
            queue = queue.retry(item.id)
        return queue

    def move(self, item_id: str, printer: str) -> "Queue":
        """Print something elsewhere. What a printer has must have been withdrawn from it before."""
        return self._change(item_id, {*Stage} - {Stage.DONE}, lambda item: _again(replace(item, printer=printer)))

    def rested(self) -> "Queue":
        """Let nothing that nobody has begun to print come out by itself."""
        rests = {Stage.MAKING, Stage.WAITING}
        return Queue(tuple(_fine(item, Stage.LATER) if item.stage in rests else item for item in self.items))

    def put_by(self, item_id: str, file: str) -> "Queue":
        """Keep something for later, where its PDF lies now. What a printer has must have been withdrawn before."""
        wanted = {*Stage} - {Stage.DONE, Stage.MAKING}
        return self._change(item_id, wanted, lambda item: _fine(replace(item, file=file), Stage.LATER))

    # ---- across a restart

    def as_text(self) -> str:
        """Return the queue as it is kept in a file."""
        return json.dumps({"version": _VERSION, "items": [_plain(item) for item in self.items]}, ensure_ascii=False)

    def _stopped(self) -> list[Item]:
        """Return what failed for a reason that may be gone: a printer in trouble, a full disk."""
        return [item for item in self.items if _blocks(item) and (item.file or item.people)]

    def _change(self, item_id: str, stages: Iterable[Stage], change: Callable[[Item], Item]) -> "Queue":
        wanted = frozenset(stages)
        return Queue(
            tuple(change(item) if item.id == item_id and item.stage in wanted else item for item in self.items)
        )


def restored(text: str) -> Queue:
    """Return the queue that `as_text` wrote, as it is after a restart. Raises ValueError if that cannot be read.

    Nobody knows of a page that was at a printer whether it came out: somebody has to look.
    """
    try:
        read = json.loads(text)
        if read["version"] != _VERSION:
            raise ValueError(read["version"])
        items = {item.id: item for item in map(_item, read["items"])}
        return Queue(tuple(map(_after_restart, items.values())))
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _blocks(item: Item) -> bool:
    """Say whether what failed keeps others from being tried at the same printer."""
    if item.stage is not Stage.FAILED or item.fault is not Fault.PRINTER:
        return False
    return item.trouble not in _OF_THE_PAGE


def _fine(item: Item, stage: Stage) -> Item:
    return replace(item, stage=stage, fault=None, details=())


def _wrong(item: Item, stage: Stage, error: KnownError) -> Item:
    return replace(item, stage=stage, fault=error.fault, details=tuple(sorted(error.details.items())))


def _again(item: Item) -> Item:
    if item.fault is Fault.NO_FILE:
        item = replace(item, file="")
    return _fine(item, Stage.WAITING if item.file else Stage.MAKING)


def _at_printer(item: Item, progress: Progress) -> Item:
    match progress.state:
        case JobState.DONE:
            return _fine(item, Stage.DONE)
        case JobState.SENDING | JobState.WAITING:
            return _fine(item, Stage.PRINTING)
        case JobState.HELD:
            return _wrong(item, Stage.HELD, _said(item, progress, PrinterTrouble.PAUSED))
        case JobState.FAILED:
            return _wrong(item, Stage.FAILED, _said(item, progress, PrinterTrouble.REFUSED))


def _said(item: Item, progress: Progress, usual: PrinterTrouble) -> KnownError:
    return printer_fault(item.printer, progress.trouble or usual, progress.reason)


def _after_restart(item: Item) -> Item:
    return _fine(item, Stage.UNSURE) if item.stage in AT_PRINTER else item


def _plain(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "printer": item.printer,
        "event": item.event,
        "people": item.people,
        "occasion": item.occasion,
        "file": item.file,
        "size": item.size,
        "pages": item.pages,
        "sides": item.sides.value,
        "stage": item.stage.value,
        "fault": item.fault.value if item.fault else "",
        "details": dict(item.details),
        "small": item.small,
        "reason": item.reason,
        "template": item.template,
        "shown": item.shown,
    }


def _item(plain: dict[str, Any]) -> Item:
    width, height = plain["size"]
    item = Item(
        id=str(plain["id"]),
        title=str(plain["title"]),
        printer=str(plain["printer"]),
        event=str(plain["event"]),
        people=tuple(int(person) for person in plain["people"]),
        occasion=str(plain["occasion"]),
        file=str(plain["file"]),
        size=(float(width), float(height)),
        pages=int(plain["pages"]),
        sides=Sides(plain["sides"]),
        stage=Stage(plain["stage"]),
        fault=Fault(plain["fault"]) if plain["fault"] else None,
        details=tuple(sorted((str(key), str(value)) for key, value in plain["details"].items())),
        small=bool(plain["small"]),
        reason=str(plain.get("reason", "")),
        template=str(plain.get("template", "")),
        shown=tuple((int(who), str(digest), str(box), int(at)) for who, digest, box, at in plain.get("shown", ())),
    )
    item.trouble  # noqa: B018 - raises here for one that nobody knows, not where the window asks
    return item
