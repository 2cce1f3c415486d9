"""From a verdict to what stands on the card: texts, tone, and the actions that make sense now."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from eventdesk.checkin import saying
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.seating import Seat
from eventdesk.checkin.verdict import (
    Accepted,
    AlreadyIn,
    Answer,
    FirstScan,
    GroupResult,
    Left,
    Note,
    NotInside,
    Refused,
    UnknownCode,
    Verdict,
    WalkIn,
    note_sentence,
)
from eventdesk.codes import Op, Outcome
from eventdesk.people.person import Person
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words, ops, verdicts
from eventdesk.words.badges import spot_text
from ui.actions import ActionId
from ui.checkin.findings import TakenBack
from ui.checkin.flow import CheckInFlow
from ui.checkin.seats import seat_tone, title
from ui.checkin.tone import Tone, failed, neutral, tangled, tone
from ui.colours import Colours
from ui.look import Look

MOST_FACTS = 4
_EXPLAINS = frozenset({Note.NOT_A_PERSON, Note.MISREAD})
"""Notes that say better than the verdict what to do."""
_TOLD_ELSEWHERE = _EXPLAINS | {Note.ATTENTION, Note.KEYBOARD}
"""Notes that are no facts on the card: the keyboard is told once, in the banner."""


@dataclass(frozen=True)
class Shown:
    """Everything the card shows. Empty texts take no room. `spoken` is what a screen reader says.

    `brief_pill` stands for `strong_pill` where that is too long. `printed` says when the badge was printed, if it was.
    `prize_line` is the step or the fact about the ballot of the audience prize, if there is one.
    `answer` is what the desk decided, if it decided anything.
    """

    tone: Tone
    word: str
    name: str = ""
    native_name: str = ""
    organisation: str = ""
    corner: str = ""
    strong_pill: str = ""
    brief_pill: str = ""
    pills: tuple[str, ...] = ()
    languages: str = ""
    step: str = ""
    facts: tuple[str, ...] = ()
    note_title: str = ""
    note: str = ""
    actions: tuple[ActionId, ...] = ()
    printed: str = ""
    prize_line: str = ""
    answer: Verdict | GroupResult | None = None

    @property
    def spoken(self) -> str:
        """The verdict in one breath."""
        return ". ".join(part.rstrip(".") for part in self.parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """All there is to say, what matters most first."""
        parts = (
            self.word,
            self.name,
            self.organisation,
            self.strong_pill,
            *self.pills,
            self.languages,
            self.step,
            *self.facts,
            self.note,
        )
        return tuple(part for part in parts if part)


@dataclass(frozen=True)
class Teller:
    """Speaks about verdicts in one language, one set of colours and the time zone of the event.

    `contact` is whom to call, as the organiser wrote it; empty if that is not known. `book` has what roles are called.
    """

    words: Words
    colours: Colours
    zone: ZoneInfo
    contact: str = ""
    book: RoleBook = field(default_factory=RoleBook)

    @classmethod
    def of(cls, look: Look, flow: CheckInFlow) -> "Teller":
        """Return one who speaks about the event of this desk, as it is set up now."""
        event = flow.event
        return cls(look.words, look.theme.colours, event.zone, event.details.contact, flow.book)

    def verdict(self, verdict: Verdict, *, printed: datetime | None = None, also: str = "") -> Shown:
        """Return what the card shows for a verdict; `printed`: when the badge was, `also`: one more thing to do."""
        person, words = verdict.person, self.words
        role = self._as_what(person) if person else ""
        session = title(verdict)
        first = session or (verdict.where[0] if person and verdict.where else "")
        step = self._step(verdict)
        arrives = Note.ATTENTION in verdict.notes and verdict.direction is Direction.IN
        return Shown(
            answer=verdict,
            tone=seat_tone(verdict, self.colours) or tone(verdict.code, self.colours),
            word=saying.word(verdict, words),
            name=person.name if person else _in_fours(verdict.scanned),
            native_name=person.native_name if person and person.native_name != person.name else "",
            organisation=person.organisation if person else "",
            corner=f"{verdict.point.name} · {self.clock(verdict.at)}",
            strong_pill=session or " · ".join(part for part in (role, first) if part),
            brief_pill=first or role,
            pills=self._other_places(verdict, role) if person else (),
            languages=" · ".join(person.languages) if person else "",
            step=step or also,
            facts=(*((also,) if step and also else ()), *self._facts(verdict))[:MOST_FACTS],
            note_title=words.t("Please note") if arrives else "",
            note=person.attention if person and arrives else "",
            actions=_actions(verdict),
            printed=self._printed(printed, verdict.at),
        )

    def walk_in(self, added: WalkIn) -> Shown:
        """Return what the card shows after somebody was added."""
        shown = self.verdict(added.verdict)
        facts = [self.words.t("Added to the list just now")]
        if added.possible_duplicates:
            names = ", ".join(person.name for person in added.possible_duplicates)
            facts.append(self.words.t("Perhaps the same person as: {names}", names=names))
        return replace(shown, facts=(*facts, *shown.facts))

    def group(self, result: GroupResult) -> Shown:
        """Return what the card shows after a group was taken in."""
        words = self.words
        entered = [verdict for verdict in result.verdicts if isinstance(verdict, Accepted)]
        refused = [verdict for verdict in result.verdicts if not isinstance(verdict, Accepted)]
        facts = [
            f"{verdict.person.name}: {verdicts.word(words, verdict.code)}" for verdict in refused if verdict.person
        ]
        if result.left_out:
            names = ", ".join(person.name for person in result.left_out)
            facts.append(words.t("Left out: {names}", names=names))
        outcome = Outcome.ACCEPTED if entered or not refused else refused[0].code
        first = result.verdicts[0] if result.verdicts else None
        return Shown(
            answer=result,
            tone=tone(outcome, self.colours),
            word=verdicts.word(words, outcome),
            name=words.n("One person", "{count} people", len(entered)),
            organisation=result.group,
            corner=f"{first.point.name} · {self.clock(first.at)}" if first else "",
            facts=tuple(facts[:MOST_FACTS]),
            actions=(ActionId.UNDO,) if entered else (),
        )

    def badge(self, person: Person, now: datetime, *, word: str = "", printed: datetime | None = None) -> Shown:
        """Return what the card shows while the desk takes care of the badge of somebody who was not scanned."""
        return Shown(
            tone=neutral(self.colours),
            word=word or self.words.t("Badge"),
            name=person.name,
            native_name=person.native_name if person.native_name != person.name else "",
            organisation=person.organisation,
            strong_pill=self._as_what(person),
            actions=(ActionId.CORRECT, ActionId.PRINT),
            printed=self._printed(printed, now),
        )

    def undone(self, back: TakenBack) -> Shown:
        """Return what the card shows after something was taken back: of whom, and what it was."""
        words, left = self.words, back.op is Op.CHECK_OUT
        together = back.people > 1
        return Shown(
            tone=neutral(self.colours),
            word=words.t("Exit taken back") if left else words.t("Undone"),
            name=words.n("One person", "{count} people", back.people) if together else back.name,
            organisation=(back.group or back.name) if together else back.organisation,
            strong_pill=words.t("Group") if together else ops.deed_name(words, back.op),
            step=words.t("Still inside, as before.")
            if left
            else words.t("It is as if it had never happened. It stays in the journal."),
        )

    def not_saved(self, sentence: str, person: Person | None, scanned: str) -> Shown:
        """Return what the card shows if a scan could not be written: who it is, and why."""
        return Shown(
            tone=failed(self.colours),
            word=self.words.t("Not saved"),
            name=person.name if person else _in_fours(scanned),
            native_name=person.native_name if person and person.native_name != person.name else "",
            organisation=person.organisation if person else "",
            step=sentence,
        )

    def two_at_once(self) -> Shown:
        """Return what the card shows when two badges were scanned in the same moment and neither can be told."""
        return Shown(
            tone=tangled(self.colours),
            word=self.words.t("Two scans at once"),
            name=self.words.t("Please scan again"),
            step=self.words.t("Nobody was checked in: scan both badges again, one after the other."),
            actions=(ActionId.SCAN_FIELD,),
        )

    def one_of_two(self) -> str:
        """Return the fact beside a verdict when another badge was scanned in the same moment and is lost."""
        return self.words.t("Another badge was scanned at the same moment: please scan that one again.")

    def clock(self, at: datetime) -> str:
        """Return the time of day with seconds, in the zone of the event."""
        return at.astimezone(self.zone).time().isoformat("seconds")

    def moment(self, at: datetime, now: datetime) -> str:
        """Return the time of day, with the date unless it is today."""
        local, today = at.astimezone(self.zone), now.astimezone(self.zone).date()
        if local.date() == today:
            return local.strftime("%H:%M")
        return self.words.t("{day}.{month}., {time}", day=local.day, month=local.month, time=local.strftime("%H:%M"))

    def _printed(self, printed: datetime | None, now: datetime) -> str:
        return self.words.t("Badge printed: {when}", when=self.moment(printed, now)) if printed else ""

    def _as_what(self, person: Person) -> str:
        return " · ".join(self.book.name(self.words, role) for role in person.roles)

    def _step(self, verdict: Verdict) -> str:
        for note in verdict.notes:
            if note in _EXPLAINS:
                return note_sentence(verdict, note, self.words)
        return saying.next_step(verdict, self.words, self.zone, self.contact) or self._spot(verdict)

    def _other_places(self, verdict: Verdict, role: str) -> tuple[str, ...]:
        """Return where else somebody goes.

        At the door of a session only who has no place there needs to know: the place may be behind another door.
        """
        if not title(verdict):
            return tuple(verdict.where[1:])
        free = verdict.door is not None and verdict.door.seat is Seat.FREE
        places = verdict.where if free or isinstance(verdict, Refused) else ()
        return tuple(part for part in (role, *places) if part)

    def _spot(self, verdict: Verdict) -> str:
        """Return where the badge lies that is to be handed out now."""
        return spot_text(self.words, verdict.box, verdict.box_number) if verdict.box else ""

    def _facts(self, verdict: Verdict) -> list[str]:
        spot = self._spot(verdict)
        facts = [spot] if spot and self._step(verdict) != spot else []
        facts += [self._first(verdict, verdict.first)] if verdict.first else []
        told = (note for note in verdict.notes if note not in _TOLD_ELSEWHERE)
        return facts + [note_sentence(verdict, note, self.words) for note in told]

    def _first(self, verdict: Verdict, first: FirstScan) -> str:
        parts = (self.moment(first.at, verdict.at), first.point, first.desk)
        when = " · ".join(part for part in parts if part)
        if isinstance(verdict, NotInside):
            return self.words.t("Left before: {when}", when=when)
        return self.words.t("First scan: {when}", when=when)


def _in_fours(scanned: str) -> str:
    """Return a code as it is printed: four groups of four digits. Other texts stay as they are."""
    digits = scanned.strip()
    if digits.isdigit() and len(digits) == 16:
        digits = " ".join(digits[at : at + 4] for at in range(0, 16, 4))
    return digits


def _actions(verdict: Verdict) -> tuple[ActionId, ...]:
    """Return the actions of the card, the most likely one last, where the hand is."""
    group = (ActionId.GROUP,) if _can_bring_a_group(verdict) else ()
    match verdict:
        case Accepted():
            return (*group, ActionId.CORRECT, ActionId.PRINT, ActionId.UNDO)
        case Left():
            return (ActionId.UNDO,)
        case AlreadyIn():
            return (*group, ActionId.CORRECT, ActionId.PRINT, ActionId.FORCE)
        case Refused() if verdict.code is Outcome.REPLACED_BADGE:
            return (ActionId.FORCE, ActionId.SCAN_FIELD)
        case Refused():
            return (*group, ActionId.FORCE)
        case NotInside():
            return (ActionId.DIRECTION,)
        case UnknownCode():
            return (ActionId.SCAN_FIELD, ActionId.WALK_IN)
        case _:
            assert_never(verdict)


def _can_bring_a_group(verdict: Answer) -> bool:
    return verdict.group is not None and verdict.group.missing > 0
