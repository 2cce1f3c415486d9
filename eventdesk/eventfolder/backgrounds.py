"""The pictures and drawings of floors that an event folder brings along."""

from pathlib import Path

from eventdesk.codes import BackgroundTrouble, Fault
from eventdesk.errors import KnownError
from eventdesk.eventfolder.reading import EventSource
from eventdesk.fair.floor.background import laid, read_background
from eventdesk.fair.floor.picture import FloorPicture
from eventdesk.fair.hall import Hall
from eventdesk.tables.problems import Remark, TableRemark

Laid = tuple[FloorPicture, bytes]


def found(source: Path, read: EventSource) -> tuple[list[Laid], list[TableRemark]]:
    """Return what lies behind the plans, and what is told about files that cannot: nothing fails because of them.

    Only files that lie in the folder itself are opened.
    """
    pictures: list[Laid] = []
    remarks: list[TableRemark] = []
    for hall in read.content.halls:
        if not hall.background:
            continue
        try:
            background = read_background(_inside(source, hall.background))
        except KnownError as error:
            remarks.append(_remark(read, hall, error))
            continue
        pictures.append((laid(hall, background), background.body))
    return pictures, remarks


def _inside(source: Path, name: str) -> Path:
    if Path(name).name != name:
        raise KnownError(Fault.NO_FILE, path=name)
    folder = (source if source.is_dir() else source.parent).resolve()
    path = folder / name
    if path.is_symlink() and path.resolve().parent != folder:
        raise KnownError(Fault.NO_FILE, path=name)
    return path


def _remark(read: EventSource, hall: Hall, error: KnownError) -> TableRemark:
    file, line = read.hall_places[hall.id]
    trouble = error.details.get("trouble", "")
    args = (trouble, error.details.get("limit", "")) if trouble in set(BackgroundTrouble) else ("", "")
    return TableRemark(file, line, "", hall.background, Remark.BACKGROUND, args)
