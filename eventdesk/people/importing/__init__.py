"""Lists of people from other programs: recognised, compared with who is in the file, and taken in as one step."""

from eventdesk.people.importing.apply import (
    ImportResult,
    ImportStep,
    Progress,
    apply_import,
    import_people,
    insert_people,
)
from eventdesk.people.importing.fields import Field
from eventdesk.people.importing.mapping import ColumnMapping, choose_sheet, load_mapping, propose, save_mapping
from eventdesk.people.importing.plan import ImportPlan, PossibleDuplicate, plan_import
from eventdesk.people.importing.presets import Preset
from eventdesk.people.importing.rows import read_people

__all__ = [
    "ColumnMapping",
    "Field",
    "ImportPlan",
    "ImportResult",
    "ImportStep",
    "PossibleDuplicate",
    "Preset",
    "Progress",
    "apply_import",
    "choose_sheet",
    "import_people",
    "insert_people",
    "load_mapping",
    "plan_import",
    "propose",
    "read_people",
    "save_mapping",
]
