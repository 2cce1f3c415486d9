"""How it stands with the backups of the open event, and how that is said: in a pill, in a sentence."""

import errno
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from eventdesk.errors import KnownError
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from ui.amounts import age_text

PATIENCE = timedelta(minutes=10)
"""So long what was changed may be without a backup before somebody is told to look."""
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The folder that got no copy of the newest backup, and why."""

    folder: Path
    fault: KnownError

    @property
    def why(self) -> str:
        """What the system said."""
        return self.fault.details.get("reason", "")

    def is_like(self, other: "SecondPlace | None") -> bool:
        """Say whether the same is wrong with the same folder."""
        return other is not None and (self.folder, self.why) == (other.folder, other.why)

    def sentence(self, words: Words) -> str:
        """Return what there is to say about it: that it is gone, that it is full, or that nothing can be written."""
        if self.why == os.strerror(errno.ENOENT):
            return words.t(
                "The second place for backups is not there: {folder}. Those on this computer go on.", folder=self.folder
            )
        if self.why == os.strerror(errno.ENOSPC):
            return words.t(
                "The second place for backups has too little room: {folder}. 100 MB stay free there. Those on this "
                "computer go on.",
                folder=self.folder,
            )
        return words.t(
            "Nothing can be written to the second place for backups: {folder}. Those on this computer go on.",
            folder=self.folder,
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """`newest`: when the newest automatic backup was taken; `waits_since`: when the first change after it was made.

    `fault`: why the last one could not be written. `missing`: the second place, if it got no copy the last time.
    `by_hand`: when somebody took one by hand since the event was opened.
    """

    known: bool = False
    newest: datetime | None = None
    check_ins: int = 0
    waits_since: datetime | None = None
    fault: KnownError | None = None
    missing: SecondPlace | None = None
    by_hand: datetime | None = None

    @property
    def latest(self) -> datetime | None:
        """When a backup was taken last, by itself or by hand."""
        return max((at for at in (self.newest, self.by_hand) if at is not None), default=None)

    def worries(self, now: datetime) -> bool:
        """Say whether somebody should look: the last one failed, or what was changed waits for too long."""
        since = self.waits_since
        waits = since is not None and now - max(since, self.by_hand or since) > PATIENCE
        return self.known and (self.fault is not None or waits)


@dataclass(frozen=True, slots=True)
class Said:
    """The same in a few words, in fewer, and in whole sentences; empty if there is nothing to say."""

    few: str = ""
    fewer: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The same in sentences of their own: how old the newest is, what failed, what is missing; empty if nothing."""

    newest: str = ""
    trouble: str = ""
    missing: str = ""


def said(words: Words, standing: Standing, now: datetime) -> Said:
    """Return how to say how it stands; nothing as long as nobody knows."""
    if not standing.known:
        return Said()
    told = told_whole(words, standing, now)
    whole = " ".join(part for part in (told.newest, told.trouble, told.missing) if part)
    if standing.latest is None:
        few = words.t("no backup") if standing.worries(now) else words.t("no backup yet")
        return Said(few, words.t("none yet"), whole)
    few = words.t("backup {age}", age=age_text(words, standing.latest, now))
    return Said(few, _short(words, standing.latest, now), whole)


def told_whole(words: Words, standing: Standing, now: datetime) -> Told:
    """Return how to say it where there is room for sentences."""
    if not standing.known:
        return Told()
    trouble = missing = ""
    if standing.fault is not None:
        why = fault_sentence(words, standing.fault)
        trouble = words.t("The last automatic backup could not be written on this computer. {why}", why=why)
    if standing.missing is not None:
        missing = standing.missing.sentence(words)
    if standing.newest is None:
        return Told(words.t("There is no automatic backup of this event yet."), trouble, missing)
    age = age_text(words, standing.newest, now)
    count = words.n("one check-in", "{count} check-ins", standing.check_ins)
    newest = words.t("Newest automatic backup: {age}, {count}.", age=age, count=count)
    if standing.waits_since is None:
        newest = f"{newest} {words.t('Nothing was changed since.')}"
    return Told(newest, trouble, missing)


def _short(words: Words, at: datetime, now: datetime) -> str:
    """Return an age in as few letters as can be understood beside a picture."""
    seconds = (now - at).total_seconds()
    if seconds < _MINUTE:
        return words.t("now")
    if seconds < _HOUR:
        return words.t("{count} min", count=int(seconds // _MINUTE))
    if seconds < _DAY:
        return words.t("{count} h", count=int(seconds // _HOUR))
    return words.t("{count} d", count=int(seconds // _DAY))
