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
from eventdesk.people.importing.plan import ImportPlan, PossibleDuplicate, plan_against, plan_import
from eventdesk.people.importing.presets import Preset
from eventdesk.people.importing.rows import read_people
from eventdesk.people.importing.snapshot import Snapshot, SnapshotStep, snapshot_in_steps
from eventdesk.people.importing.stepping import Stopped, Written, apply_in_steps

__all__ = [
    "ColumnMapping",
    "Field",
    "ImportPlan",
    "ImportResult",
    "ImportStep",
    "PossibleDuplicate",
    "Preset",
    "Progress",
    "Snapshot",
    "SnapshotStep",
    "Stopped",
    "Written",
    "apply_import",
    "apply_in_steps",
    "choose_sheet",
    "import_people",
    "insert_people",
    "load_mapping",
    "plan_against",
    "plan_import",
    "propose",
    "read_people",
    "save_mapping",
    "snapshot_in_steps",
]
