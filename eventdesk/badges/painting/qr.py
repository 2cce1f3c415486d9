"""QR codes of badge codes: version 1, level H, sixteen digits, as rows of bits and as paths.

With version, level, mask and length fixed, a QR code is an affine map of its payload bits over GF(2): the modules of
"no bit set", and for every bit that is set a fixed pattern that is XORed on top. Both come from the `qrcode` package;
the table makes no module of its own. Sixteen digits are five groups of three (ten bits each) and one digit (four bits),
ISO/IEC 18004, 7.4.3.

The squares in three corners, by which scanners find a code, are the same on every badge and stand free: white is all
around them. So a document needs them once, as one path, and each code is one path more.
"""

from functools import cached_property, lru_cache
from operator import getitem

from eventdesk.errors import BugError

DIGITS = 16
MODULES = 21
QUIET = 4
"""White modules that must surround the code (ISO/IEC 18004, 6.3.8)."""

_MASK = 6
"""Any mask is allowed; scanners read the one that is best by the standard's penalty no better (measured)."""

_GROUPS = ((0, 3), (3, 6), (6, 9), (9, 12), (12, 15), (15, 16))
_SAMPLES = ("1482901633752042", "0000000000000000", "9999999999999999")

_CORNER = 7
"""Modules along the edge of a square in a corner. A third of a row as well, so that each third is inside one or not."""

_FILLINGS = 1 << _CORNER
_THIRDS = tuple((left, row) for row in range(MODULES) for left in range(0, MODULES, _CORNER))
_CORNERS = frozenset(
    third for third in _THIRDS if (third[0] // _CORNER, third[1] // _CORNER) in {(0, 0), (2, 0), (0, 2)}
)


def encoded(digits: str) -> int:
    """Return the modules of the code of sixteen digits as `qrcode` makes them: row by row, first module highest."""
    import qrcode
    from qrcode.util import QRData

    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"not {DIGITS} digits: {digits!r}")
    code = qrcode.QRCode(version=1, error_correction=qrcode.constants.ERROR_CORRECT_H, border=0, mask_pattern=_MASK)
    code.add_data(QRData(digits.encode("ascii")), optimize=0)
    code.make(fit=False)
    modules = 0
    for row in code.modules:
        for dark in row:
            modules = modules << 1 | bool(dark)
    return modules


@lru_cache(maxsize=64)
def placed(x: float, y: float, size: float) -> str:
    """Return the operator after which a module is one by one; (x, y) is the upper left corner of a code, in points."""
    module = size / MODULES
    return f"{module:.4f} 0 0 {-module:.4f} {x:.2f} {y:.2f} cm\n"


class QrTable:
    """Makes codes in microseconds, from patterns that `qrcode` made once (about 20 milliseconds, at the first code).

    A third of a row is one byte of a pattern, which is an index to what has to be written for it.
    """

    def modules(self, digits: str) -> int:
        """Return the modules of sixteen digits: row by row, first module highest. Raises ValueError for other texts."""
        modules = 0
        for third in self._thirds(digits):
            modules = modules << _CORNER | third
        return modules

    def path(self, digits: str) -> str:
        """Return PDF operators for the dark modules as one path without the corners, where `placed` has placed it."""
        return "".join(map(getitem, self._written, self._thirds(digits)))

    @cached_property
    def corners(self) -> str:
        """The operators for the squares in the corners: a path as well."""
        thirds = zip(_THIRDS, self._thirds("0" * DIGITS), strict=True)
        return "".join(_rectangles(filling, *third) for third, filling in thirds if third in _CORNERS)

    def _thirds(self, digits: str) -> bytes:
        if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
            raise ValueError(f"not {DIGITS} digits: {digits!r}")
        first, second, third, fourth, fifth, last = self._patterns
        return (
            first[int(digits[:3])]
            ^ second[int(digits[3:6])]
            ^ third[int(digits[6:9])]
            ^ fourth[int(digits[9:12])]
            ^ fifth[int(digits[12:15])]
            ^ last[int(digits[15])]
        ).to_bytes(len(_THIRDS), "big")

    @cached_property
    def _patterns(self) -> tuple[tuple[int, ...], ...]:
        """For each group of digits: the pattern to XOR for each of its values."""
        nothing = _spread(encoded("0" * DIGITS))
        tables = []
        for start, end in _GROUPS:
            table = [0]
            for value in range(1, 10 ** (end - start)):
                bit = value & -value
                single = bit == value
                digits = f"{'0' * start}{bit:0{end - start}d}{'0' * (DIGITS - end)}"
                table.append(_spread(encoded(digits)) ^ nothing if single else table[bit] ^ table[value ^ bit])
            tables.append(tuple(table))
        tables[0] = tuple(pattern ^ nothing for pattern in tables[0])
        return _checked(tuple(tables))

    @cached_property
    def _written(self) -> tuple[tuple[str, ...], ...]:
        """For each third of a row, from the top left: the rectangles for each of its fillings; none in the corners."""
        nothing = ("",) * _FILLINGS
        return tuple(
            nothing if third in _CORNERS else tuple(_rectangles(filling, *third) for filling in range(_FILLINGS))
            for third in _THIRDS
        )


def _spread(modules: int) -> int:
    """Return modules with each third of a row in a byte of its own."""
    count = len(_THIRDS)
    shifts = range((count - 1) * _CORNER, -1, -_CORNER)
    return int.from_bytes(bytes(modules >> shift & _FILLINGS - 1 for shift in shifts), "big")


def _checked(tables: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    """Return the tables if they give what `qrcode` gives: a wrong code on a badge would be found out at the door."""
    for digits in _SAMPLES:
        modules = 0
        for (start, end), table in zip(_GROUPS, tables, strict=True):
            modules ^= table[int(digits[start:end])]
        if modules != _spread(encoded(digits)):
            raise BugError(f"QR table differs from qrcode for {digits}")
    return tables


def _rectangles(filling: int, left: int, row: int) -> str:
    """Return one rectangle for each run of dark modules."""
    bits = f"{filling:0{_CORNER}b}"
    found, at = [], 0
    while (start := bits.find("1", at)) >= 0:
        end = (bits + "0").index("0", start)
        found.append(f"{left + start} {row} {end - start} 1 re\n")
        at = end
    return "".join(found)
