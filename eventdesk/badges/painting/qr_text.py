"""QR codes of any text, as dots: for what is shown and not printed by the hundred."""


def dots(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of a QR code without its quiet zone; True is black."""
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(dot) for dot in row) for row in code.get_matrix())
