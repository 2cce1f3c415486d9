"""The tables of the fair in an event folder: what their columns are called, and how a row is read."""

from collections.abc import Mapping
from decimal import Decimal

from eventdesk.fair.booth import Booth, BoothState, Power
from eventdesk.fair.exhibitor import Exhibitor, ExhibitorStatus, Setup
from eventdesk.fair.floor.geometry import FULL_TURN, fits_kind
from eventdesk.fair.hall import Hall, HallPart, PartKind, Point
from eventdesk.people.consent import Consent, parse_consents
from eventdesk.people.records import joined
from eventdesk.people.role import parse_sector
from eventdesk.tables import cells
from eventdesk.tables.cells import Choices
from eventdesk.tables.headers import normal
from eventdesk.tables.problems import CellError, Expectation
from eventdesk.tables.references import References
from eventdesk.tables.table import Record

NORTH = "north"
"""An extra field of a hall: whole degrees clockwise from up."""

HALLS: Mapping[str, tuple[str, ...]] = {
    "hall": ("Halle",),
    "name": ("Bezeichnung",),
    "width_m": ("Breite_m", "Breite", "width"),
    "depth_m": ("Tiefe_m", "Tiefe", "depth"),
    "background": ("Hintergrund",),
    NORTH: ("Norden",),
}
HALL_PARTS: Mapping[str, tuple[str, ...]] = {
    "hall": ("Halle",),
    "kind": ("Art",),
    "name": ("Bezeichnung",),
    "points": ("Punkte",),
    "width_m": ("Breite_m", "Breite", "width"),
}
BOOTHS: Mapping[str, tuple[str, ...]] = {
    "booth": ("Stand", "Standnummer"),
    "hall": ("Halle",),
    "island": ("Insel",),
    "x_m": ("x",),
    "y_m": ("y",),
    "width_m": ("Breite_m", "Breite", "width"),
    "depth_m": ("Tiefe_m", "Tiefe", "depth"),
    "rotation": ("Drehung",),
    "power": ("Strom",),
    "wall": ("Wand",),
    "step_free": ("stufenfrei", "barrierefrei"),
    "state": ("Zustand",),
    "reason": ("Grund",),
    "exhibitor": ("Ausstellende", "Aussteller", "Aussteller:in"),
}
EXHIBITORS: Mapping[str, tuple[str, ...]] = {
    "exhibitor": ("Ausstellende", "Aussteller", "Aussteller:in"),
    "name": ("Bezeichnung",),
    "theme": ("Themenfeld", "Thema"),
    "sector": ("Sektor",),
    "contact": ("Kontakt", "Ansprechperson"),
    "email": ("E-Mail", "E-Mail-Adresse"),
    "phone": ("Telefon",),
    "size": ("Größe",),
    "power": ("Strom",),
    "wall": ("Wand",),
    "step_free": ("stufenfrei", "barrierefrei"),
    "wish_1": ("Wunsch_1",),
    "wish_2": ("Wunsch_2",),
    "competitor": ("Konkurrenz",),
    "session": ("Programmpunkt",),
    "pinned": ("fest", "fester Stand"),
    "priority": ("Vorrang",),
    "votable": ("wählbar",),
    "status": (),
    "blurb": ("Kurztext",),
    "setup": ("Aufbau",),
    "furniture": ("Möbel", "Mobiliar"),
    "portrait": ("Porträt", "Vorstellung"),
    "website": ("Internet", "Webseite", "Internetseite", "Homepage"),
    "town": ("Ort", "Stadt"),
    "picture": ("Bild", "Foto"),
    "consents": ("Einwilligungen",),
    "brochure": ("Broschüre", "in die Broschüre"),
}
KINDS = Choices(
    {
        PartKind.OUTLINE: "Umriss|Wände",
        PartKind.PILLAR: "Säule|Pfeiler|Stütze|column",
        PartKind.ENTRANCE: "Eingang",
        PartKind.EMERGENCY_EXIT: "Notausgang",
        PartKind.ESCAPE_ROUTE: "Fluchtweg|Rettungsweg",
        PartKind.SERVICE: "Service|Servicefläche|Technik|service area",
        PartKind.ZONE: "Zone|Bereich",
    }
)
STATES = Choices({BoothState.FREE: "frei", BoothState.BLOCKED: "gesperrt|blockiert"})
STATUSES = Choices(
    {
        ExhibitorStatus.CONFIRMED: "bestätigt|zugesagt|ok",
        ExhibitorStatus.CANCELLED: "canceled|abgesagt|storniert",
        ExhibitorStatus.NO_SHOW: "nicht erschienen|nicht gekommen",
    }
)
SETUPS = Choices({Setup.SET_UP: "aufgebaut|steht", Setup.TAKEN_DOWN: "abgebaut"})
_POWER_WORDS: Mapping[str, Power] = {
    **dict.fromkeys(("none", "kein", "keiner", "nein", "no"), Power.NONE),
    **dict.fromkeys(("230", "230v", "v230"), Power.V230),
    **dict.fromkeys(("400", "400v", "v400"), Power.V400),
}
_HIGHEST_PRIORITY = 1000


def hall(record: Record, row_id: int) -> Hall:
    """Read one row of the halls; a hall without a name is called by its id."""
    ref = record.text("hall")
    north = {NORTH: str(record.whole(NORTH, 0, -FULL_TURN, FULL_TURN) % FULL_TURN)} if record.has(NORTH) else {}
    return Hall(
        id=row_id,
        ref=ref,
        name=record.text("name", ref),
        width_mm=_size(record, "width_m"),
        depth_mm=_size(record, "depth_m"),
        background=record.text("background"),
        extra={**record.extra, **north},
    )


def part(record: Record, row_id: int, references: References) -> HallPart:
    """Read one row of the parts of halls, whose hall must be known and whose points must make what its kind is."""
    record.required("hall")
    record.required("kind")
    found = HallPart(
        id=row_id,
        hall=references.row_id(record, "hall", "halls") or 0,
        kind=record.choice("kind", KINDS, PartKind.ZONE),
        name=record.text("name"),
        points=_points(record),
        width_mm=record.millimetres("width_m", 0, low=0),
    )
    if record.good and not fits_kind(found):
        record.wrong("points", Expectation.POINTS)
    return found


def booth(record: Record, row_id: int, references: References) -> Booth:
    """Read one row of the booths, whose hall must be known."""
    record.required("hall")
    return Booth(
        id=row_id,
        ref=record.text("booth"),
        hall=references.row_id(record, "hall", "halls") or 0,
        island=record.text("island"),
        x_mm=_position(record, "x_m"),
        y_mm=_position(record, "y_m"),
        width_mm=_size(record, "width_m"),
        depth_mm=_size(record, "depth_m"),
        rotation=record.whole("rotation", 0, -FULL_TURN, FULL_TURN) % FULL_TURN,
        power=_power(record),
        wall=record.yes("wall"),
        step_free=record.yes("step_free"),
        state=record.choice("state", STATES, BoothState.FREE),
        reason=record.text("reason"),
        extra=dict(record.extra),
    )


def standing_there(record: Record, references: References) -> int | None:
    """Return the row id of the exhibitor who stands on the booth of a row, who must be known; None for nobody."""
    return references.row_id(record, "exhibitor", "exhibitors")


def booth_cells(booth: Booth, halls: Mapping[int, str]) -> dict[str, str]:
    """Return a booth as `booth` reads it, by header; `halls` are the ids of the event folder by row id."""
    return {
        "booth": booth.ref,
        "hall": halls[booth.hall],
        "island": booth.island,
        "x_m": _metres(booth.x_mm),
        "y_m": _metres(booth.y_mm),
        "width_m": _metres(booth.width_mm),
        "depth_m": _metres(booth.depth_mm),
        "rotation": str(booth.rotation),
        "power": str(booth.power.value),
        "wall": "yes" if booth.wall else "no",
        "step_free": "yes" if booth.step_free else "no",
        "state": booth.state.value,
        "reason": booth.reason,
        **booth.extra,
    }


def exhibitor(record: Record, row_id: int, references: References) -> Exhibitor:
    """Read one row of the exhibitors; the session and the pinned booth must be known, wishes must name islands."""
    return Exhibitor(
        id=row_id,
        ref=record.text("exhibitor"),
        name=record.required("name"),
        theme=record.text("theme"),
        sector=parse_sector(record.text("sector")),
        contact=record.text("contact"),
        email=record.email("email"),
        phone=record.text("phone"),
        size=record.whole("size", 1, 1, 2),
        power=_power(record),
        wall=record.yes("wall"),
        step_free=record.yes("step_free"),
        wish_1=references.ref(record, "wish_1", "islands"),
        wish_2=references.ref(record, "wish_2", "islands"),
        competitor=record.text("competitor"),
        session=references.ref(record, "session", "sessions"),
        pinned=references.row_id(record, "pinned", "booths"),
        priority=record.whole("priority", 1, 0, _HIGHEST_PRIORITY),
        votable=record.yes("votable", default=True),
        status=record.choice("status", STATUSES, ExhibitorStatus.CONFIRMED),
        blurb=record.text("blurb"),
        setup=record.choice("setup", SETUPS, Setup.NOT_YET),
        furniture=record.text("furniture"),
        portrait=record.text("portrait"),
        website=record.text("website"),
        town=record.text("town"),
        picture=record.text("picture"),
        consents=_consents(record),
        brochure=record.yes("brochure"),
        extra=dict(record.extra),
    )


def exhibitor_cells(exhibitor: Exhibitor, booths: Mapping[int, str]) -> dict[str, str]:
    """Return an exhibitor as `exhibitor` reads it, by header; `booths` are the numbers of booths by row id."""
    plain = ("name", "theme", "sector", "contact", "email", "phone", "wish_1", "wish_2", "competitor", "session")
    texts = ("blurb", "furniture", "portrait", "website", "town", "picture")
    cells_of = {
        "exhibitor": exhibitor.ref,
        **{name: str(getattr(exhibitor, name)) for name in (*plain, *texts)},
        **{name: str(getattr(exhibitor, name)) for name in ("size", "priority")},
        **{name: _yes(getattr(exhibitor, name)) for name in ("wall", "step_free", "votable", "brochure")},
        "power": str(exhibitor.power.value),
        "pinned": booths.get(exhibitor.pinned, "") if exhibitor.pinned is not None else "",
        "status": exhibitor.status.value,
        "setup": exhibitor.setup.value,
        "consents": joined(exhibitor.consents),
    }
    return {**{name: cells_of[name] for name in EXHIBITORS}, **exhibitor.extra}


def _yes(answer: object) -> str:
    return "yes" if answer else "no"


def _consents(record: Record) -> tuple[Consent, ...]:
    try:
        return parse_consents(record.text("consents"))
    except CellError as error:
        record.wrong("consents", error.expected, *error.wanted)
        return ()


def _metres(millimetres: int) -> str:
    return f"{Decimal(millimetres) / 1000:f}"


def _points(record: Record) -> tuple[Point, ...]:
    """Read places in metres: "0/0 12,5/0 12,5/8", or "0,0 12.5,0" where no number has a decimal comma."""
    found: list[Point] = []
    try:
        for pair in record.required("points").split():
            x, y = pair.split("/") if "/" in pair else pair.split(",")
            found.append((cells.millimetres(x), cells.millimetres(y)))
    except (CellError, ValueError):
        record.wrong("points", Expectation.POINTS)
    return tuple(found)


def _size(record: Record, field: str) -> int:
    record.required(field)
    return record.millimetres(field, 0, low=1)


def _position(record: Record, field: str) -> int:
    record.required(field)
    return record.millimetres(field, 0)


def _power(record: Record) -> Power:
    """Return the current: 0, 1 or 2 as the format has it, or the voltage as people write it."""
    word = _POWER_WORDS.get(normal(record.text("power")))
    return Power(record.whole("power", 0, 0, 2)) if word is None else word
