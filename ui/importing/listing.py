"""The list as it was read, and what its columns mean: recognised, remembered from last time, corrected."""

from collections.abc import Sequence

from eventdesk.people.importing import ColumnMapping, Field, Preset, choose_sheet, contacts, propose
from eventdesk.tables.table import Table, Tables
from ui.importing.keeping import KeptMappings

SAMPLES = 3
LOOKED_AT = 200


class Listing:
    """One file. Its sheet and its mapping stay through another reading of the same columns."""

    def __init__(self, kept: KeptMappings) -> None:
        """Hold nothing yet."""
        self._kept = kept
        self.clear()

    def clear(self) -> None:
        """Forget the file."""
        self.tables: Tables | None = None
        self.sheet: Table | None = None
        self.proposal: ColumnMapping | None = None
        self.mapping: ColumnMapping | None = None
        self.remembered = False
        self._recognised: ColumnMapping | None = None
        self.contact_columns: Sequence[str] = ()

    def lose(self) -> None:
        """The file could not be read in this way; if it can in another, what was corrected still holds."""
        self.tables = None

    @property
    def there(self) -> bool:
        """Whether there is a list that was read."""
        return self.tables is not None

    @property
    def header(self) -> Sequence[str]:
        """The names of the columns."""
        return () if self.sheet is None else self.sheet.header

    @property
    def has_names(self) -> bool:
        """Whether any column holds names; without one nobody can be imported."""
        names = {Field.NAME, Field.GIVEN_NAME, Field.FAMILY_NAME, Field.NATIVE_NAME}
        return not names.isdisjoint(self.meanings())

    @property
    def corrected(self) -> bool:
        """Whether any column means something else than was recognised."""
        return self.mapping is not None and self.meanings() != self.proposed()

    def take(self, tables: Tables) -> None:
        """Take what was read."""
        self.tables = tables
        before = self.sheet
        same = before and next((each for each in tables.sheets if each.name == before.name), None)
        if before is not None and same is not None and same.header == before.header:
            self.sheet = same
        else:
            self.take_sheet(choose_sheet(tables))

    def take_sheet(self, sheet: Table) -> None:
        """Take one sheet; columns that are known from an earlier list mean what they meant there."""
        self.sheet = sheet
        self._propose(propose(sheet.header), sheet)
        kept = self._kept.find(sheet.header)
        self.mapping, self.remembered = kept or self.proposal, kept is not None

    def take_preset(self, preset: Preset) -> None:
        """Take the list as one of another program."""
        if self.sheet is not None:
            self._propose(propose(self.header, preset), self.sheet)
        self.mapping, self.remembered = self.proposal, False

    def _propose(self, recognised: ColumnMapping, sheet: Table) -> None:
        """Propose what was recognised, but for e-mail addresses and telephone numbers: those come in on purpose."""
        self._recognised, self.contact_columns = recognised, contacts.contact_columns(recognised, sheet)
        self.proposal = contacts.without(recognised, self.contact_columns)

    @property
    def takes_contacts(self) -> bool:
        """Whether e-mail addresses or telephone numbers of the list are taken over."""
        return self.mapping is not None and contacts.taken(self.mapping, self.contact_columns)

    def take_contacts(self, *, wanted: bool) -> None:
        """Take e-mail addresses and telephone numbers over, or leave them out."""
        if self.mapping is None or self._recognised is None:
            return
        if wanted:
            self.take_mapping(contacts.restored(self.mapping, self.contact_columns, self._recognised))
        else:
            self.take_mapping(contacts.without(self.mapping, self.contact_columns))

    def take_mapping(self, mapping: ColumnMapping) -> None:
        """Let the columns mean something else."""
        self.mapping, self.remembered = mapping, False

    def mean_as_proposed(self) -> None:
        """Forget what was corrected, also for the next list with these columns."""
        if self.proposal is not None:
            self._kept.forget(self.header)
            self.take_mapping(self.proposal)

    def remember(self) -> None:
        """Keep what was corrected for the next list with these columns."""
        if self.mapping is not None and self.corrected:
            self._kept.keep(self.header, self.mapping)

    def meanings(self) -> list[Field]:
        """Return what each column means."""
        return _meanings(self.header, self.mapping)

    def proposed(self) -> list[Field]:
        """Return what each column was taken for."""
        return _meanings(self.header, self.proposal)

    def doubles(self) -> dict[Field, list[str]]:
        """Return the fields that several columns go to, with these columns, the one that counts first."""
        if self.mapping is None:
            return {}
        found = self.mapping.positions(self.header)
        return {
            field: [self.header[at] for at in places]
            for field, places in found.items()
            if len(places) > 1 and field not in (Field.EXTRA, Field.IGNORE)
        }

    def samples(self, column: int) -> list[str]:
        """Return a few different things that stand in a column."""
        if self.sheet is None:
            return []
        cells = dict.fromkeys(row[column] for row in self.sheet.rows[:LOOKED_AT] if row[column])
        return list(cells)[:SAMPLES]


def _meanings(header: Sequence[str], mapping: ColumnMapping | None) -> list[Field]:
    if mapping is None:
        return []
    places = {at: field for field, found in mapping.positions(header).items() for at in found}
    return [places[at] for at in range(len(header))]
