"""The pictures of projects that an event folder brings along."""

from pathlib import Path

from eventdesk.badges.stock import require_picture
from eventdesk.drawing.picture import WrongPictureError
from eventdesk.errors import KnownError
from eventdesk.eventfolder.reading import EventSource
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.tables.opening import bytes_of
from eventdesk.tables.problems import Remark, TableRemark

_LARGEST_FILE = 32 * 1024 * 1024
NO_FILE = ""


def found(source: Path, read: EventSource) -> tuple[dict[str, bytes], list[TableRemark]]:
    """Return the pictures of exhibitors by the name in their row, and what is told about those that cannot be used.

    Nothing fails because of them. Only files that lie in the folder itself, or in folders of it, are opened.
    """
    folder = (source if source.is_dir() else source.parent).resolve()
    pictures: dict[str, bytes] = {}
    remarks: list[TableRemark] = []
    for exhibitor in read.content.exhibitors:
        name = exhibitor.picture
        if not name or name in pictures:
            continue
        data = _inside(folder, name)
        if data is None:
            remarks.append(_remark(read, exhibitor, NO_FILE))
            continue
        try:
            require_picture(data)
        except WrongPictureError as error:
            remarks.append(_remark(read, exhibitor, error.trouble.value))
        else:
            pictures[name] = data
    return pictures, remarks


def _inside(folder: Path, name: str) -> bytes | None:
    try:
        path = (folder / name).resolve()
        return bytes_of(path, _LARGEST_FILE) if folder in path.parents else None
    except (KnownError, OSError, ValueError, RuntimeError):  # such as a name that no file can have, or a circle
        return None


def _remark(read: EventSource, exhibitor: Exhibitor, trouble: str) -> TableRemark:
    file, line = read.exhibitor_places[exhibitor.id]
    return TableRemark(file, line, "", exhibitor.picture, Remark.PICTURE, (trouble,))
