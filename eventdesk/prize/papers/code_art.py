"""QR codes of ballots and stubs: version 1, level H, as on badges, so that the same scanners read them."""

from eventdesk.drawing import qr_text
from eventdesk.drawing.colour import BLACK
from eventdesk.drawing.pages.leaves import Pen

MODULES = 21
QUIET = 4 / MODULES
"""White that must be around a code, in parts of its width (ISO/IEC 18004, 6.3.8)."""
_MASK = 6
"""Any mask is allowed, and one that is settled saves trying all eight for each ballot."""


def dots(digits: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the QR code of sixteen digits, without its quiet zone; True is black."""
    import qrcode
    from qrcode.util import QRData

    code = qrcode.QRCode(version=1, error_correction=qrcode.constants.ERROR_CORRECT_H, border=0, mask_pattern=_MASK)
    code.add_data(QRData(digits.encode("ascii")), optimize=0)
    code.make(fit=False)
    return tuple(tuple(map(bool, row)) for row in code.modules)


def draw(pen: Pen, digits: str, x: float, top: float, size: float) -> None:
    """Draw a code; (x, top) is its upper left corner, in points."""
    pen.paper.path(qr_text.path(dots(digits), x, top, size), BLACK)
