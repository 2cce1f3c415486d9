"""QR codes of any text, as dots and as one path: for what is shown, and for what is printed one at a time."""


def dots(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code without its quiet zone; True is black."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(dot) for dot in row) for row in code.get_matrix())


def path(rows: tuple[tuple[bool, ...], ...], x: float, top: float, size: float) -> str:
    """Return PDF operators for the black dots as one path; (x, top) is the upper left corner, in points.

    They change the coordinate system and leave the filling to the caller.
    """
    module = size / len(rows)
    parts = [f"{module:.4f} 0 0 {-module:.4f} {x:.2f} {top:.2f} cm\n"]
    for number, row in enumerate(rows):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                parts.append(f"{start} {number} {end - start} 1 re\n")
            start = end + 1
    return "".join(parts)
