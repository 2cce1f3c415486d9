"""Spoils valid samples: bytes are turned, lost, doubled, moved, and replaced by what programs stumble over."""

from random import Random

BYTES = (
    *(
        b"\0",
        b"\xff",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\r",
        b"\n",
        b"\t",
        b'"',
        b"'",
        b";",
        b",",
        b"|",
        b"=",
        b"<",
        b">",
    ),
    *(b"&", b"%", b"{", b"}", b"[", b"]", b"(", b")", b"-", b".", b"..", b"/", b"\\", b"#", b":", b"@", b"\x1a"),
    *(b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\x7f\xff\xff\xff"),
    *(b"\xff\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\0", b"PK\x03\x04", b"%PDF-", b"<!DOCTYPE", b"<svg", b"SECTION"),
    *(b"9" * 20, b"9" * 400, b"1e309", b"-1", b"nan", b"inf", b"0x" + b"f" * 40, b"1_000", b"[" * 300, b"((((" * 50),
    *(b"a." * 60, b"\xe2\x82\xac", b"  " * 40, b"A" * 5000),
)
TEXTS = (
    *(
        "",
        " ",
        "-",
        "0",
        "-1",
        "9" * 25,
        "1e400",
        "nan",
        "\u202eevil\u202c",
        "\u200b",
        "a\u0300" * 40,
        "\ufeff",
        "٣٤",
        "²",
    ),
    *("=1+1", "＝1", "../../etc/passwd", "C:\\CON", "\\\\server\\share", "file:///etc/passwd", "nul.", "x" * 3000),
    *(
        "2027-02-30",
        "31.11.2027 25:61",
        "0000-00-00",
        "9999-12-31T23:59:59.999999+23:59",
        "{",
        "}",
        "{0}",
        "%s",
        "{{a}}",
    ),
    *(
        "'; DROP TABLE person;--",
        "\n",
        "a\nb",
        "\t",
        "😀" * 30,
        "ﷺ" * 30,
        "ß",
        "İ",
        "Ǆ",
        "\U000e0041",
        "a\x00b",
        "ja",
        "TRUE",
    ),
    *(
        "a,b;c|d",
        "1,1 2,2",
        "1.5m",
        "12,0",
        "((((((((",
        "<b>&amp;</b>",
        "_" * 50,
        "\u2028",
        "i\u0307",
        "๏" * 20,
        "1;1;1",
    ),
)
NUMBERS = (
    0,
    1,
    -1,
    2,
    7,
    255,
    256,
    65_535,
    1 << 24,
    (1 << 31) - 1,
    1 << 31,
    -(1 << 31),
    1 << 53,
    (1 << 63) - 1,
    -(1 << 63),
)


def spoilt(rng: Random, data: bytes, *, most: int = 6, among: tuple[bytes, ...] = BYTES) -> bytes:
    """Return the data with one to `most` mistakes in it."""
    found = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3, rng.randint(1, most)))):
        rng.choice(_WAYS)(rng, found, among)
    return bytes(found)


def _place(rng: Random, data: bytearray) -> int:
    """Return a place in the data; beginnings matter more than what follows."""
    if not data:
        return 0
    return rng.randrange(min(len(data), 64) if rng.random() < 0.25 else len(data))


def _turn(rng: Random, data: bytearray, _among: tuple[bytes, ...]) -> None:
    if data:
        data[_place(rng, data)] ^= 1 << rng.randrange(8)


def _overwrite(rng: Random, data: bytearray, among: tuple[bytes, ...]) -> None:
    at, new = _place(rng, data), rng.choice(among)
    data[at : at + len(new)] = new


def _insert(rng: Random, data: bytearray, among: tuple[bytes, ...]) -> None:
    at = _place(rng, data)
    data[at:at] = rng.choice(among) * rng.choice((1, 1, 1, 2, 30))


def _lose(rng: Random, data: bytearray, _among: tuple[bytes, ...]) -> None:
    at = _place(rng, data)
    del data[at : at + rng.choice((1, 2, 8, 100, 3000))]


def _break_off(rng: Random, data: bytearray, _among: tuple[bytes, ...]) -> None:
    del data[_place(rng, data) :]


def _double(rng: Random, data: bytearray, _among: tuple[bytes, ...]) -> None:
    at, length = _place(rng, data), rng.choice((1, 16, 200, 2000))
    data[at:at] = data[at : at + length] * rng.choice((1, 1, 5))


def _move(rng: Random, data: bytearray, _among: tuple[bytes, ...]) -> None:
    at, to, length = _place(rng, data), _place(rng, data), rng.choice((1, 16, 200))
    part = data[at : at + length]
    data[to : to + len(part)] = part


def _chance(rng: Random, data: bytearray, _among: tuple[bytes, ...]) -> None:
    at = _place(rng, data)
    data[at : at + 4] = rng.randbytes(rng.choice((1, 2, 4)))


_WAYS = (_turn, _turn, _overwrite, _overwrite, _insert, _insert, _lose, _break_off, _double, _move, _chance)
