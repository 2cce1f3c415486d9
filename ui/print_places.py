"""Where badges can go from this desk, how each printer needs them, and how many labels it has left."""

import json
import shutil
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from urllib.parse import quote

from eventdesk.badges.printers.raster import TURNS, Placing
from eventdesk.badges.printers.spooler import FolderSpooler, PlacedSpooler, Sides, Spooler
from eventdesk.words import Words
from ui.preferences import Preferences

FOLDER = "folder:"
SYSTEM = "system:"
ZEBRA = "zebra:"
BROTHER = "brother:"
FEW_LABELS = 10
FARTHEST_MM = 30.0
"""No printer is off by more."""
LEAST_STRETCH, MOST_STRETCH = 0.9, 1.1


@dataclass(frozen=True)
class Choice:
    """One place where badges can go: as it is remembered, and as it is called."""

    value: str
    text: str


@dataclass(frozen=True)
class Setup:
    """How one printer is set up at this desk. Lengths in mm; `left`: labels on its roll, None if nobody counts them."""

    right: float = 0.0
    down: float = 0.0
    turn: int = 0
    across: float = 1.0
    along: float = 1.0
    left: int | None = None
    tray: str = ""

    @property
    def placing(self) -> Placing:
        """How pages are laid for this printer."""
        return Placing(self.right, self.down, self.turn, self.across, self.along)

    def sensible(self) -> "Setup":
        """Return the same with everything in its limits."""
        return Setup(
            max(-FARTHEST_MM, min(FARTHEST_MM, float(self.right))),
            max(-FARTHEST_MM, min(FARTHEST_MM, float(self.down))),
            self.turn if self.turn in TURNS else 0,
            max(LEAST_STRETCH, min(MOST_STRETCH, float(self.across))),
            max(LEAST_STRETCH, min(MOST_STRETCH, float(self.along))),
            None if self.left is None else max(0, int(self.left)),
            str(self.tray),
        )


class Places:
    """Everything that this desk remembers about its printers."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    @property
    def chosen(self) -> str:
        """Where badges go now; empty: nowhere."""
        return self._preferences.printer

    def choose(self, place: str) -> None:
        """Let badges go there from now on."""
        self._preferences.printer = place
        self.remember(place)

    def remembered(self) -> list[str]:
        """Return the places that cannot be found by looking: folders and printers in the network."""
        kept = self._preferences.kept("printing/places").splitlines()
        return [place for place in kept if not place.startswith(SYSTEM)]

    def remember(self, place: str) -> None:
        """Offer a place again."""
        if place and not place.startswith(SYSTEM) and place not in self.remembered():
            self._preferences.keep("printing/places", "\n".join([*self.remembered(), place]))

    def forget(self, place: str) -> None:
        """Offer a place no more."""
        self._preferences.keep("printing/places", "\n".join(each for each in self.remembered() if each != place))

    def setup(self, place: str) -> Setup:
        """Return how a printer is set up."""
        try:
            kept = json.loads(self._preferences.kept(_key(place)) or "{}")
            return replace(Setup(), **kept).sensible()
        except (ValueError, TypeError, OverflowError, RecursionError):
            return Setup()

    def set_up(self, place: str, setup: Setup) -> None:
        """Remember how a printer is set up."""
        self._preferences.keep(_key(place), json.dumps(asdict(setup.sensible())))

    def count_down(self, place: str, labels: int) -> int | None:
        """Count labels that came out; returns how many are left, None if nobody counts them."""
        setup = self.setup(place)
        if setup.left is None:
            return None
        left = max(0, setup.left - labels)
        self.set_up(place, replace(setup, left=left))
        return left

    def spooler(self, place: str, sides: Sides = Sides.ONE) -> Spooler | None:
        """Return what takes PDFs for a place, laid as its printer needs them; None if there is no such place."""
        setup = self.setup(place)
        printer = _printer(place, setup, sides)
        return printer if printer is None or setup.placing.changes_nothing else PlacedSpooler(printer, setup.placing)


def by_cups() -> bool:
    """Say whether this system prints by CUPS."""
    return sys.platform != "win32" and shutil.which("lp") is not None


def system_printers() -> list[str]:
    """Return the names of the system's printers. Slow where there are printers in the network: never in the window."""
    if by_cups():
        from eventdesk.badges.printers import cups

        return cups.printers()
    from ui import qt_spooler

    return qt_spooler.printers()


def name_of(place: str) -> str:
    """Return what a place is called."""
    kind, _, rest = place.partition(":")
    if f"{kind}:" == FOLDER:
        return Path(rest).name or rest
    if f"{kind}:" in (ZEBRA, BROTHER):
        address, _, model = rest.partition("|")
        maker = "Zebra" if f"{kind}:" == ZEBRA else "Brother QL"
        return f"{maker} {address} ({model})"
    return rest


def described(words: Words, place: str) -> str:
    """Return what is said about a place where badges go."""
    if place.startswith(FOLDER):
        return words.t("Badges go to the folder {folder}", folder=name_of(place))
    return words.t("Printer: {printer}", printer=name_of(place))


def _printer(place: str, setup: Setup, sides: Sides) -> Spooler | None:
    kind, _, rest = place.partition(":")
    match f"{kind}:":
        case "folder:":
            return FolderSpooler(Path(rest))
        case "system:" if by_cups():
            from eventdesk.badges.printers.cups import CupsSpooler

            return CupsSpooler(rest, tray=setup.tray, sides=sides)
        case "system:":
            from ui.qt_spooler import QtSpooler

            return QtSpooler(rest, sides=sides)
        case "zebra:" | "brother:":
            return _label_printer(place, rest)
        case _:
            return None


def _label_printer(place: str, rest: str) -> Spooler | None:
    from eventdesk.badges.printers import brother, zpl
    from eventdesk.badges.printers.network import parse_address

    text, _, model = rest.partition("|")
    address = parse_address(text)
    if address is None:
        return None
    if place.startswith(ZEBRA):
        dpi = int(model) if model.isdecimal() and int(model) in zpl.DPI else zpl.DPI[0]
        return zpl.ZebraSpooler(name_of(place), address, dpi)
    return brother.BrotherSpooler(name_of(place), address, brother.tape_named(model) or brother.TAPES[0])


def _key(place: str) -> str:
    return f"printers/{quote(place, safe='')}"
