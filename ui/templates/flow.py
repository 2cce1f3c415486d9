"""What happens on the page where templates are made. Knows no widget; the only part of the page that calls actions."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from eventdesk.badges import actions, records, stock
from eventdesk.badges.badge import BadgeData
from eventdesk.badges.design import template_file, templates
from eventdesk.badges.design.examples import Example, Examples, Search
from eventdesk.badges.design.template import LOGO, Said, Template
from eventdesk.badges.design.toml_cells import Expected, FileProblem
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.files import replacing
from eventdesk.guide import badge_guide
from eventdesk.people import records as people_records
from eventdesk.people.listing import records as listing_records
from eventdesk.words import Words
from ui.templates import keeping
from ui.templates.draft import Draft
from ui.templates.ground import Ground
from ui.templates.shaping import Shaping
from ui.work import Part

AT_ONCE = 50
"""So many people are read in one piece when examples are looked for."""
LARGEST_FILE = 1_000_000
LANGUAGES = ("de", "en")


@dataclass(frozen=True)
class Offer:
    """A template to choose from: what it is called, whether it is the event's own, whether something is unsaved."""

    name: str
    title: Said
    own: bool
    unsaved: bool


class NotSavedError(Exception):
    """A template was not saved: another one has its name."""


class TemplatesFlow(Shaping):
    """The templates of one event, as this page changes them; lives as long as the event is open."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self._drafts: dict[str, Draft] = {}
        self._key = ""
        self._examples: Examples | None = None
        self._badges: dict[Example, BadgeData] = {}
        self._pictures: dict[str, bytes] | None = None
        self.example = Example.LONGEST
        self.ground = Ground()

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    def close(self) -> None:
        """Let go of everything before the event is closed."""
        self.ground.stop()

    # ---- which template

    @property
    def draft(self) -> Draft | None:
        """What is being changed."""
        return self._drafts.get(self._key)

    def offers(self) -> list[Offer]:
        """Return what can be chosen: what is unsaved and new, the event's own, those that come along."""
        shelf, own = stock.shelf(self.event), records.templates(self.event.db)
        new = [name for name in self._drafts if name not in shelf.names()]
        found = []
        for name in (*new, *shelf.names()):
            draft = self._drafts.get(name)
            template = draft.template if draft is not None else shelf.reading(name).template
            title = template.title if template is not None else Said(name, name)
            found.append(Offer(name, title, name in own or name in new, draft is not None and draft.unsaved))
        return found

    def key(self) -> str:
        """Return the name under which the draft is among the offers."""
        return self._key

    def begin(self, name: str) -> tuple[FileProblem, ...]:
        """Go on with a template of the event, or with a copy of one that comes along.

        Returns what is wrong with it, if it cannot be read; then nothing else happens.
        """
        if name != self._key:
            self._drop_untouched()
        if name in self._drafts:
            self._key = name
            return ()
        reading = stock.reading_of(self.event, name)
        if reading.template is None:
            return reading.problems
        if stock.is_own(self.event, name):
            self._take(name, Draft.of(reading.template, reading.template))
        else:
            copied = self._copied(reading.template)
            self._take(copied.name, Draft.of(copied))
        return ()

    def begin_somewhere(self) -> None:
        """Begin with what the event's badges are printed with, if nothing was begun."""
        if self.draft is None:
            wanted = stock.chosen(self.event).template or templates.CLASSIC
            if wanted not in stock.templates_of(self.event) or self.begin(wanted):
                self.begin(templates.CLASSIC)

    def copy(self) -> None:
        """Go on with a copy of what is being changed."""
        draft = self.draft
        if draft is not None:
            self._take(*self._brought(self._copied(draft.template)))

    def forget(self) -> None:
        """Give up what was not saved: back to what the event has, or begin anew."""
        draft = self._drafts.pop(self._key, None)
        if draft is not None and draft.stored is not None:
            self._take(self._key, Draft.of(draft.stored, draft.stored))
        else:
            self._key = ""
            self.begin_somewhere()

    def _take(self, key: str, draft: Draft) -> None:
        self._drafts[key], self._key = draft, key

    def _drop_untouched(self) -> None:
        """Forget copies of which nothing was changed."""
        for name, each in list(self._drafts.items()):
            if each.stored is None and not each.unsaved:
                del self._drafts[name]

    def _brought(self, template: Template) -> tuple[str, Draft]:
        return template.name, Draft.of(template, brought=True)

    def _copied(self, template: Template) -> Template:
        titles = {each: Words(each).t("{title} (own)", title=template.title.text(each)) for each in LANGUAGES}
        return replace(template, name=self._free_name(template.name), title=Said(**titles))

    def _free_name(self, base: str) -> str:
        taken = {*stock.templates_of(self.event), *self._drafts}
        stem = base.rpartition("-")[0] if base.rpartition("-")[2].isdigit() and "-" in base else base
        return next(name for number in range(2, len(taken) + 3) if (name := f"{stem}-{number}") not in taken)

    def name_is_taken(self, name: str) -> bool:
        """Say whether another template has this name."""
        draft = self.draft
        mine = {self._key} if draft is None or draft.stored is None else {self._key, draft.stored.name}
        return name not in mine and (name in stock.templates_of(self.event) or name in self._drafts)

    def undo(self) -> bool | Undone | UndoRefused:
        """Take a step back; behind the first one, take back what this page saved last. Returns what came of it."""
        draft = self.draft
        if draft is None:
            return False
        if draft.undo():
            return True
        if not draft.saved_by:
            return False
        answer = self.event.undo(draft.saved_by[-1])
        if isinstance(answer, Undone):
            draft.saved_by.pop()
            self.follow_event()
        return answer

    # ---- saving

    def save(self) -> bool:
        """Save the template in the event: one entry of the journal. Returns whether anything had to be saved.

        Raises KnownError, `NotSavedError`, `stock.WrongTemplateError`.
        """
        draft = self.draft
        if draft is None:
            return False
        name = draft.template.name
        if self.name_is_taken(name):
            raise NotSavedError(name)
        eid = stock.save_template(self.event, draft.template)
        draft.save(eid)
        self._drafts.pop(self._key)
        self._take(name, draft)
        return eid is not None

    def titles(self) -> tuple[Said, Said]:
        """Return what the template is called as it is now, and the one that badges of this event are printed with."""
        used = stock.template_of(self.event).title
        return (self.draft.template.title if self.draft is not None else used), used

    @property
    def printed_with(self) -> bool:
        """Whether the event's badges are printed with this template."""
        return self._key == (stock.chosen(self.event).template or templates.CLASSIC)

    def remove(self) -> bool:
        """Take the template out of the event; returns whether it was there. Raises KnownError."""
        gone = stock.remove_template(self.event, self._key) is not None
        if gone:
            self._drafts.pop(self._key, None)
            self._key = ""
            self.begin_somewhere()
        return gone

    def follow_event(self) -> None:
        """Know what the event has now: it may have been undone, or changed elsewhere."""
        own = records.templates(self.event.db)
        for name, draft in list(self._drafts.items()):
            before = draft.stored
            stored = stock.reading_of(self.event, name).template if name in own else None
            if before is None or stored == before:
                continue
            if not draft.unsaved and stored is not None:
                draft.change(stored)
            draft.stored = stored
        self._pictures = None

    def unsaved(self) -> bool:
        """Say whether something is not saved."""
        return any(draft.unsaved for draft in self._drafts.values())

    def drafts(self) -> str:
        """Return what was not saved, to be kept until the event is opened again."""
        return keeping.written(self._drafts)

    def take_drafts(self, kept: str) -> None:
        """Go on with what was not saved when the event was closed."""
        for key, template in keeping.read(kept).items():
            stored = stock.reading_of(self.event, key).template if stock.is_own(self.event, key) else None
            draft = Draft.of(stored or template, stored, brought=True)
            draft.change(template)
            self._drafts[key] = draft

    # ---- files

    def open_file(self, path: Path) -> tuple[FileProblem, ...]:
        """Go on with a template from a file; returns what is wrong in it, and then opens nothing. Raises KnownError."""
        try:
            text = path.read_bytes()[:LARGEST_FILE].decode("utf-8-sig")
        except UnicodeDecodeError:
            return (FileProblem(path.name, 1, "", path.name, Expected.TOML),)
        except OSError as error:
            raise KnownError(Fault.NO_FILE, path=str(path)) from error
        reading = template_file.parse(text, path.name)
        if reading.template is None:
            return reading.problems
        template = reading.template
        if template.name in {*stock.templates_of(self.event), *self._drafts}:
            template = replace(template, name=self._free_name(template.name))
        self._take(*self._brought(template))
        return ()

    def write_file(self, path: Path) -> None:
        """Write the template as it is now to a file. Raises KnownError."""
        if self.draft is not None:
            with replacing(path) as making:
                making.write_text(template_file.to_toml(self.draft.template), encoding="utf-8")

    def pictures(self) -> Mapping[str, bytes]:
        """Return the pictures of the event as they were saved."""
        if self._pictures is None:
            self._pictures = stock.picture_files(self.event)
        return self._pictures

    def keep_picture(self, data: bytes, name: str = LOGO) -> None:
        """Keep a picture in the event, which `stock.require_picture` let through. Raises KnownError."""
        stock.keep_picture(self.event, name, data)
        self._pictures = None

    def use_for_event(self) -> None:
        """Print the badges of this event with the template as it is stored; undo knows of it."""
        draft = self.draft
        if draft is not None and draft.stored is not None:
            eid = stock.choose_design(self.event, replace(stock.chosen(self.event), template=draft.stored.name))
            if eid is not None:
                draft.saved_by.append(eid)

    # ---- examples

    @property
    def badges(self) -> Mapping[Example, BadgeData]:
        """What stands on the badges of the examples; empty until they were found."""
        return self._badges

    def invented(self, example: Example) -> bool:
        """Say whether an example is nobody of this event."""
        return self._examples is None or example in self._examples.invented

    def finding_examples(self) -> Generator[Part, None, None]:
        """Look at everybody, piece by piece, for the three on whom a badge is tried."""
        search, key, last, done = Search(), "", -1, 0
        total = people_records.count(self.event.db)
        while rows := listing_records.listed_after(self.event.db, key, last, AT_ONCE):
            last, key = rows[-1][0], rows[-1][1]
            for person in people_records.people(self.event.db, [row[0] for row in rows]):
                search.look_at(person)
            done += len(rows)
            yield Part(done, total)
        self._examples = found = search.found()
        where = badge_guide(self.event, Words(self.event.details.language))
        people = [found.people[each] for each in Example]
        drawn = actions.snapshot(self.event, people, where)
        self._badges = dict(zip(Example, drawn, strict=True))
