"""What the brochure tells of one project: its texts, its picture, what it agreed to; and on which page it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from eventdesk.badges.stock import LARGEST_PICTURE, picture_bytes, require_picture
from eventdesk.codes import Fault
from eventdesk.drawing.picture import MOST_PIXELS, PictureTrouble, WrongPictureError
from eventdesk.errors import KnownError
from eventdesk.fair import records as fair
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.people.consent import Consent
from eventdesk.reports.brochure import actions
from eventdesk.reports.brochure.project import Brochure, Lack, lacks
from eventdesk.reports.brochure.style import STYLES, BrochureSize
from eventdesk.words import Words
from ui.reports.flow.reports_flow import ReportsFlow

TEXTS = ("blurb", "portrait", "town", "website", "contact", "email", "phone")
ASKED = (Consent.CONTACT, Consent.PHOTO)
"""What a project is asked for because of the brochure."""
LARGEST_FILE = 60_000_000
"""A file of more bytes than this is not opened as a picture."""
LONGEST_EDGE = 1200
"""Larger pictures are kept in this size, which is what a page can show."""
QUALITY = 88
SHAPE_EDGE = 400
"""Pictures of this size tell how high they are on a page."""


@dataclass(frozen=True)
class Description:
    """A project as its editor shows it; `texts` by the names in `TEXTS`, `picture` is the name of its picture."""

    id: int
    name: str
    theme: str
    chosen: bool
    texts: Mapping[str, str]
    agreed: tuple[Consent, ...]
    picture: str
    lacks: tuple[Lack, ...]


def description(flow: ReportsFlow, project: int) -> Description | None:
    """Return what is known of a project; None if it is gone."""
    found = _found(flow, project)
    if found is None:
        return None
    texts = {name: str(getattr(found, name)) for name in TEXTS}
    agreed = tuple(each for each in ASKED if each in found.consents)
    return Description(found.id, found.name, found.theme, found.brochure, texts, agreed, found.picture, lacks(found))


def describe(flow: ReportsFlow, project: int, texts: Mapping[str, str]) -> bool:
    """Write some of the texts; returns whether anything differed. Raises KnownError."""
    return flow.remember(actions.edit_project(flow.event, project, **texts))


def agree(flow: ReportsFlow, project: int, consent: Consent, *, given: bool) -> bool:
    """Note that a project agreed to something, or not any more. Raises KnownError."""
    found = _found(flow, project)
    others = {each for each in (found.consents if found is not None else ()) if each is not consent}
    consents = others | {consent} if given else others
    return flow.remember(actions.edit_project(flow.event, project, consents=consents))


def picture(flow: ReportsFlow, name: str) -> bytes | None:
    """Return a picture of the event."""
    return picture_bytes(flow.event, name) if name else None


def set_picture(flow: ReportsFlow, project: int, data: bytes | None) -> bool:
    """Give a project a picture, or none. Raises KnownError and `WrongPictureError`.

    It is named after the project, so that it takes the place of no picture that badges have.
    """
    found = _found(flow, project)
    ref = "".join(each for each in (found.ref if found is not None else "") if each.isalnum() or each in "-_")
    ending = "png" if data is not None and data.startswith(b"\x89PNG") else "jpg"
    return flow.remember(actions.set_picture(flow.event, project, f"project-{ref or project}.{ending}", data))


def _found(flow: ReportsFlow, project: int) -> Exhibitor | None:
    return next((each for each in fair.exhibitors(flow.event.db) if each.id == project), None)


# ---- pictures, in any thread


def read_picture(path: Path) -> bytes:
    """Return a picture of a file, no larger than it is needed; in any thread, for it may take a second.

    A large photograph loses what else its file tells, such as where it was taken. Raises KnownError, and
    `WrongPictureError` if it is no PNG and no JPEG.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise WrongPictureError(PictureTrouble.TOO_LARGE)
        data = path.read_bytes()
    except OSError as error:
        raise KnownError(Fault.NO_FILE, path=str(path)) from error
    data = _as_needed(data)
    require_picture(data)
    return data


def thumbnail(data: bytes, room: QSize) -> QImage:
    """Return a picture so that it fits into `room`, in dots; an empty one if it cannot be read."""
    with _Reading(data) as reading:
        return reading.image(room)


class _Reading:
    """Reads a picture in the size that is wanted, turned as the camera was held."""

    def __init__(self, data: bytes) -> None:
        self._bytes = QByteArray(data)
        self._buffer = QBuffer(self._bytes)

    def __enter__(self) -> Self:
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.reader = QImageReader(self._buffer)
        self.reader.setAutoTransform(True)
        self.kind = self.reader.format().toStdString()
        self.size = self.reader.size()
        return self

    def __exit__(self, *_error: object) -> None:
        self._buffer.close()

    def image(self, room: QSize) -> QImage:
        """Return it within `room`, never larger than it is."""
        edge = max(room.width(), room.height())
        if max(self.size.width(), self.size.height()) > edge:
            self.reader.setScaledSize(self.size.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio))
        image = self.reader.read()
        if not image.isNull() and (image.width() > room.width() or image.height() > room.height()):
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        return image


def _as_needed(data: bytes) -> bytes:
    with _Reading(data) as reading:
        wide, high = reading.size.width(), reading.size.height()
        if reading.kind not in ("png", "jpeg", "jpg"):
            raise WrongPictureError(PictureTrouble.NO_PICTURE)
        if wide * high > MOST_PIXELS:
            raise WrongPictureError(PictureTrouble.TOO_LARGE)
        if max(wide, high) <= LONGEST_EDGE and len(data) <= LARGEST_PICTURE:
            return data
        image = reading.image(QSize(LONGEST_EDGE, LONGEST_EDGE))
    if image.isNull():
        raise WrongPictureError(PictureTrouble.NO_PICTURE)
    if image.hasAlphaChannel():
        drawing = _saved(image, "PNG", -1)
        if len(drawing) <= LARGEST_PICTURE:
            return drawing
        image = _on_white(image)
    return _saved(image, "JPEG", QUALITY)


def _on_white(image: QImage) -> QImage:
    whole = QImage(image.size(), QImage.Format.Format_RGB32)
    whole.fill(QColor("#ffffff"))
    painter = QPainter(whole)
    painter.drawImage(0, 0, image)
    painter.end()
    return whole


def _saved(image: QImage, kind: str, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())


# ---- pages, in any thread


def first_pages(brochure: Brochure, size: BrochureSize) -> dict[str, int]:
    """Return on which page each project begins, by its name; pages count from 0."""
    from eventdesk.badges.stock import read_pictures
    from eventdesk.drawing.kit import Kit
    from eventdesk.reports.brochure.entry import Kept
    from eventdesk.reports.brochure.paper import laid_out

    album = {name: Kept(name, each) for name, each in read_pictures(brochure.pictures, SHAPE_EDGE).items()}
    sheets = laid_out(brochure, Kit(), Words(brochure.facts.language), STYLES[size], album)
    found: dict[str, int] = {}
    for page, sheet in enumerate(sheets):
        for name in sheet.marks:
            found.setdefault(name, page)
    return found
