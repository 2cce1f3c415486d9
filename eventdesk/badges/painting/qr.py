"""QR codes of badge codes: version 1, level H, sixteen digits, as rows of bits and as one path.

With version, level, mask and length fixed, a QR code is an affine map of its payload bits over GF(2): the modules of
"no bit set", and for every bit that is set a fixed pattern that is XORed on top. Both come from the `qrcode` package;
the table makes no module of its own. Sixteen digits are five groups of three (ten bits each) and one digit (four bits),
ISO/IEC 18004, 7.4.3.
"""

from functools import cached_property

from eventdesk.errors import BugError

DIGITS = 16
MODULES = 21
QUIET = 4
"""White modules that must surround the code (ISO/IEC 18004, 6.3.8)."""

_MASK = 6
"""Any mask is allowed; scanners read the one that is best by the standard's penalty no better (measured)."""

_GROUPS = ((0, 3), (3, 6), (6, 9), (9, 12), (12, 15), (15, 16))
_CHUNK = 7
_SAMPLES = ("1482901633752042", "0000000000000000", "9999999999999999")


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


class QrTable:
    """Makes codes in microseconds, from patterns that `qrcode` made once (about 20 milliseconds, at the first code)."""

    def modules(self, digits: str) -> int:
        """Return the modules of sixteen digits: row by row, first module highest. Raises ValueError for other texts."""
        if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
            raise ValueError(f"not {DIGITS} digits: {digits!r}")
        modules = 0
        for (start, end), patterns in zip(_GROUPS, self._patterns, strict=True):
            modules ^= patterns[int(digits[start:end])]
        return modules

    def path(self, digits: str, x: float, y: float, size: float) -> str:
        """Return PDF operators for the dark modules as one path; (x, y) is the upper left corner, in points.

        They change the coordinate system and leave the filling to the caller.
        """
        modules = self.modules(digits)
        module = size / MODULES
        strokes = self._strokes
        shift = MODULES * MODULES
        parts = [f"{module:.4f} 0 0 {-module:.4f} {x:.2f} {y:.2f} cm\n"]
        for chunk in strokes:
            shift -= _CHUNK
            parts.append(chunk[modules >> shift & 0x7F])
        return "".join(parts)

    @cached_property
    def _patterns(self) -> tuple[tuple[int, ...], ...]:
        """For each group of digits: the pattern to XOR for each of its values."""
        nothing = encoded("0" * DIGITS)
        tables = []
        for start, end in _GROUPS:
            table = [0]
            for value in range(1, 10 ** (end - start)):
                bit = value & -value
                single = bit == value
                digits = f"{'0' * start}{bit:0{end - start}d}{'0' * (DIGITS - end)}"
                table.append(encoded(digits) ^ nothing if single else table[bit] ^ table[value ^ bit])
            tables.append(tuple(table))
        tables[0] = tuple(pattern ^ nothing for pattern in tables[0])
        return _checked(tuple(tables))

    @cached_property
    def _strokes(self) -> tuple[tuple[str, ...], ...]:
        """For each third of a row, from the top left: the rectangles for each of its 128 fillings."""
        return tuple(
            tuple(_rectangles(filling, left, row) for filling in range(1 << _CHUNK))
            for row in range(MODULES)
            for left in range(0, MODULES, _CHUNK)
        )


def _checked(tables: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    """Return the tables if they give what `qrcode` gives: a wrong code on a badge would be found out at the door."""
    for digits in _SAMPLES:
        modules = 0
        for (start, end), table in zip(_GROUPS, tables, strict=True):
            modules ^= table[int(digits[start:end])]
        if modules != encoded(digits):
            raise BugError(f"QR table differs from qrcode for {digits}")
    return tables


def _rectangles(filling: int, left: int, row: int) -> str:
    """Return one rectangle for each run of dark modules."""
    bits = f"{filling:0{_CHUNK}b}"
    found, at = [], 0
    while (start := bits.find("1", at)) >= 0:
        end = (bits + "0").index("0", start)
        found.append(f"{left + start} {row} {end - start} 1 re\n")
        at = end
    return "".join(found)
