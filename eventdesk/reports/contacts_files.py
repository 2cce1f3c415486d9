"""Writes the directory of contacts: as a table, as vCards, or on paper, as the ending of the file says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO

from eventdesk.codes import Holding
from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, pages
from eventdesk.drawing.pages.leaves import LINE, Pen, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import HAIR, SMALL
from eventdesk.fair.papers.directory import initial
from eventdesk.files import handing_over
from eventdesk.outputs import Content
from eventdesk.reports.contacts import By, Contact, Kind
from eventdesk.reports.contacts_cards import cards
from eventdesk.reports.imprint import Imprint
from eventdesk.tables.writing import write_table
from eventdesk.words import Words, mark

CARDS = ".vcf"
TABLES = frozenset({".csv", ".xlsx", ".json"})
_COLUMNS: Mapping[str, str] = {
    "kind": mark("Kind"),
    "name": mark("Name"),
    "given_name": mark("Given name"),
    "family_name": mark("Family name"),
    "organisation": mark("Organisation"),
    "position": mark("Position"),
    "theme": mark("Theme"),
    "town": mark("Town"),
    "contact": mark("Contact"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "website": mark("Website"),
    "blurb": mark("Short text"),
}
_KINDS: Mapping[Kind, str] = {Kind.PROJECT: mark("Project"), Kind.PERSON: mark("Person")}
_NAME, _TEXT, _HEAD = 9.5, 8.2, 13.0
_COLUMNS_ON_PAPER = 2


def write_contacts(path: Path, contacts: Sequence[Contact], words: Words) -> int:
    """Write contacts as CSV, XLSX, JSON or vCards (`.vcf`); returns how many.

    Tables have headers in the language of `words`, JSON has the same keys in any. Raises `KnownError` DISK_FULL,
    CANNOT_WRITE, or UNKNOWN_FORMAT for another ending.
    """
    if path.suffix.lower() == CARDS:
        data = cards(contacts, words)
        with handing_over(path, content=Content(Holding.CONTACTS, len(contacts))) as making:
            making.write_bytes(data)
        return len(contacts)
    plain = path.suffix.lower() == ".json"
    header = list(_COLUMNS) if plain else [words.t(name) for name in _COLUMNS.values()]
    rows = [_row(each, words, plain=plain) for each in contacts]
    write_table(path, header, rows, sheet=words.t("Contacts"), holding=Holding.CONTACTS)
    return len(contacts)


def contacts_paper(
    contacts: Sequence[Contact], by: By, imprint: Imprint, out: BinaryIO | Path, kit: Kit
) -> PaperReport:
    """Write contacts as a list on A4, under the heads of their order. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    agreed = words.t("All who stand here have agreed to it.")
    listing = Listing(words.t("Contacts"), agreed, columns=_COLUMNS_ON_PAPER, gutter=24.0)
    headed = list(_blocks(contacts, by, kit, words, listing.width))
    leaves = listing.leaves(
        kit, [block for _, block in headed], words.t("Nobody has agreed to stand in a directory yet.")
    )
    if len(leaves) > 1:
        spans = _spans(headed, leaves[0].body.height)
        leaves = [
            leaf._replace(subtitle=f"{span} · {agreed}") for leaf, span in zip(leaves, spans, strict=True)
        ]  # fmt: skip
    return write_leaves(leaves, out, kit, imprint, Remarks())


def _spans(headed: Sequence[tuple[str, Block]], height: float) -> Iterator[str]:
    """Yield for each page under which heads its first and its last contact stand."""
    left = iter(headed)
    for page in pages([block for _, block in headed], height, _COLUMNS_ON_PAPER):
        heads = [head for head, _ in islice(left, len(page))]
        yield " – ".join(dict.fromkeys((heads[0], heads[-1])))


def _row(contact: Contact, words: Words, *, plain: bool) -> list[str]:
    kind = contact.kind.value if plain else words.t(_KINDS[contact.kind])
    return [kind, *(str(getattr(contact, name)) for name in _COLUMNS if name != "kind")]


def _blocks(contacts: Sequence[Contact], by: By, kit: Kit, words: Words, width: float) -> Iterator[tuple[str, Block]]:
    """Yield the blocks, each with the head under which it stands."""
    heads: Mapping[By, Callable[[Contact], str]] = {
        By.PLACE: lambda each: each.town or words.t("Without a town"),
        By.THEME: lambda each: each.theme or words.t("Without a theme"),
        By.NAME: lambda each: initial(each.list_name),
    }
    for head, there in groupby(contacts, key=heads[by]):
        yield head, _head(kit, head, width)
        yield from ((head, _entry(kit, contact, by, width)) for contact in there)


def _head(kit: Kit, text: str, width: float) -> Block:
    fitted = kit.flow(text, Weight.BOLD, _HEAD, width, leading=1.2)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.put_first(pen.remarks.note(text, fitted), x, top)
        pen.paper.box(x, top - fitted.block_height, width, HAIR, LINE)

    return Block(fitted.block_height + HAIR + 1.0, draw, above=14.0, head=True)


def _entry(kit: Kit, contact: Contact, by: By, width: float) -> Block:
    project = contact.kind is Kind.PROJECT
    name = contact.name if project else contact.list_name
    said = (
        (contact.position, contact.organisation),
        (contact.contact, contact.phone),
        (contact.email,),
        (contact.website,),
    )
    where = contact.theme if by is By.PLACE else contact.town
    lines = [
        (unbroken(name), Weight.BOLD, _NAME, INK),
        (where, Weight.REGULAR, SMALL, MUTED),
        *((unbroken(" · ".join(part for part in parts if part)), Weight.REGULAR, _TEXT, INK) for parts in said),
    ]
    fitted = [
        (kit.flow(text, weight, size, width, leading=1.3), colour) for text, weight, size, colour in lines if text
    ]

    def draw(pen: Pen, x: float, top: float) -> None:
        for each, colour in fitted:
            pen.put_first(pen.remarks.note(name, each), x, top, colour)
            top -= each.block_height

    return Block(sum(each.block_height for each, _ in fitted), draw, above=8.0)
