"""Texts with the structure of what they claim to be, and nonsense where values stand."""

import json
from random import Random

from tests.faults.hostile.mutation import NUMBERS, TEXTS

_NAMES = ("Elif Demirtaş", "Jörg Müller", "Nguyễn Văn A", "Dr. Oksana Groß", "عمر", "O'Brien, Pat", "X Æ", "李小龍")
_HEADERS = (
    *(
        "Name",
        "Vorname",
        "Nachname",
        "E-Mail",
        "Telefon",
        "Organisation",
        "Rolle",
        "Status",
        "Notiz",
        "Sprachen",
        "code",
    ),
    *(
        "id",
        "given_name",
        "family_name",
        "native_name",
        "roles",
        "wishes",
        "status",
        "group",
        "exhibitor",
        "PLZ",
        "days",
    ),
    *(
        "Order code",
        "Attendee name",
        "Ticket Type",
        "Secret",
        "Attendee email",
        "Position ID",
        "Paid",
        "Blocked",
        "extra: x",
    ),
    *(
        "Ticket-Art",
        "Bestellnummer",
        "consents",
        "Frage – ja",
        "Frage – nein",
        "E-Mail privat",
        "needs",
        "origin",
        "source",
    ),
)


def value(rng: Random) -> str:
    """Return what may stand in a cell: mostly what people write, often what they do not."""
    way = rng.random()
    if way < 0.45:
        return rng.choice(_NAMES)
    if way < 0.6:
        return rng.choice(("", "ja", "nein", "2027-03-06", "6.3.2027 10:00", "elif@example.org", "P17", "12,5", "1"))
    if way < 0.9:
        return rng.choice(TEXTS)
    return str(rng.choice(NUMBERS))


def csv(rng: Random, header: tuple[str, ...] = ()) -> bytes:
    """Return a list of people, or of what the header says, in any encoding."""
    delimiter = rng.choice(";;;,,\t|")
    columns = list(header or rng.sample(_HEADERS, rng.randint(1, 12)))
    if rng.random() < 0.2:
        columns += rng.choices([*columns, *TEXTS], k=3)

    def cell(text: str) -> str:
        if rng.random() < 0.03:
            return text  # as it is, quotation marks, delimiters and all
        doubled = text.replace('"', '""')
        return f'"{doubled}"' if any(sign in text for sign in f'{delimiter}"\n\r') or rng.random() < 0.1 else text

    rows = [columns, *([value(rng) for _ in columns] for _ in range(rng.randint(0, 12)))]
    for row in rows:
        if rng.random() < 0.05:
            row[rng.randrange(len(row)) :] = [value(rng) for _ in range(rng.randint(0, 40))]
    end = rng.choice(("\n", "\r\n", "\r"))
    text = end.join(delimiter.join(map(cell, row)) for row in rows) + rng.choice(("", end))
    return text.encode(rng.choice(("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "latin-1")), "replace")


def scalar(rng: Random) -> str:
    """Return a value as TOML writes it."""
    return rng.choice(
        (
            json.dumps(rng.choice(TEXTS)),
            str(rng.choice(NUMBERS)),
            rng.choice(("true", "false", "nan", "inf", "-inf", "1e400", "0x" + "f" * 90, "1" * 5000, "2027-03-06")),
            rng.choice(
                ("2027-03-06T10:00:00", "10:00:00", "2027-02-30", "[]", "{}", '["a", 1]', "{ de = 1 }", '""', "[[[]]]")
            ),
            str(rng.uniform(-2000, 2000)),
        )
    )


def json_text(rng: Random, depth: int = 4) -> str:
    """Return JSON of any shape."""
    way = rng.random()
    if depth and way < 0.3:
        return "[" + ", ".join(json_text(rng, depth - 1) for _ in range(rng.randint(0, 4))) + "]"
    if depth and way < 0.6:
        pairs = (f"{json.dumps(rng.choice(TEXTS))}: {json_text(rng, depth - 1)}" for _ in range(rng.randint(0, 4)))
        return "{" + ", ".join(pairs) + "}"
    return rng.choice(
        (
            json.dumps(rng.choice(TEXTS)),
            str(rng.choice(NUMBERS)),
            "NaN",
            "Infinity",
            "1e999",
            "true",
            "null",
            "1" * 5000,
        )
    )


def svg(rng: Random) -> bytes:
    """Return a drawing with shapes of any figures."""

    def number() -> str:
        return rng.choice(
            (
                str(rng.randint(-50, 200)),
                f"{rng.uniform(-9, 9):.3f}",
                "1e11",
                "-1e12",
                "1e400",
                "nan",
                "",
                "5mm",
                "0",
                "1e-300",
            )
        )

    def shape(depth: int) -> str:
        way = rng.randrange(9)
        if way == 0 and depth:
            inner = "".join(shape(depth - 1) for _ in range(rng.randint(0, 4)))
            call = rng.choice(("rotate", "translate", "scale", "matrix", "skewX", "skewY", "jump", ""))
            numbers = rng.choice((" ", ",", " , ")).join(number() for _ in range(rng.randint(0, 7)))
            return f'<g transform="{call}({numbers})" style="{rng.choice(("display:none", "", ";;; :"))}">{inner}</g>'
        if way < 3:
            letters = (rng.choice("MmLlHhVvCcSsQqTtAaZzX") for _ in range(rng.randint(1, 12)))
            data = "".join(letter + " ".join(number() for _ in range(rng.randint(0, 8))) for letter in letters)
            return f'<path d="{data}"/>'
        if way < 5:
            points = " ".join(number() for _ in range(rng.randint(0, 9)))
            return f'<{rng.choice(("polygon", "polyline"))} points="{points}"/>'
        if way == 5:
            return (
                f'<image href="{rng.choice(("file:///etc/passwd", "http://localhost/x", "/etc/hosts", "data:,x"))}"/>'
            )
        name = rng.choice(("line", "rect", "circle", "ellipse", "use", "svg", "text", "a", "style", "foreignObject"))
        keys = ("x", "y", "x1", "y1", "x2", "y2", "r", "rx", "ry", "cx", "cy", "width", "height")
        attributes = " ".join(f'{key}="{number()}"' for key in rng.sample(keys, rng.randint(0, 8)))
        return f"<{name} {attributes}/>"

    encoding = rng.choice(("utf-8", "utf-16", "shift_jis", "x", "koi8-r"))
    head = f'<?xml version="1.0" encoding="{encoding}"?>' if rng.random() < 0.3 else ""
    whole = "".join(shape(4) for _ in range(rng.randint(0, 8)))
    return f'{head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">{whole}</svg>'.encode()


def dxf(rng: Random) -> bytes:
    """Return a drawing of any things, blocks within blocks included."""
    kinds = (
        "LINE",
        "LWPOLYLINE",
        "POLYLINE",
        "VERTEX",
        "ARC",
        "CIRCLE",
        "ELLIPSE",
        "SPLINE",
        "INSERT",
        "BLOCK",
        "ENDBLK",
        "TEXT",
    )

    def number() -> object:
        return rng.choice(
            (rng.randint(-9, 99), rng.uniform(-1e4, 1e4), 1e11, -1e300, "nan", "", "1" * 400, "0x1", *NUMBERS)
        )

    def thing() -> list[tuple[object, object]]:
        codes = rng.choices(
            (8, 10, 20, 11, 21, 40, 41, 42, 44, 45, 50, 51, 60, 62, 67, 70, 71, 230), k=rng.randint(0, 12)
        )
        some = [(code, rng.randint(-20, 20) if rng.random() < 0.8 else number()) for code in codes]
        return [(0, rng.choice(kinds)), (2, rng.choice("AB")), *some]

    tags: list[tuple[object, object]] = [
        (0, "SECTION"),
        (2, "HEADER"),
        (9, "$INSUNITS"),
        (70, rng.choice((6, 4, 1, 0, "x", 99))),
    ]
    for section in ("TABLES", "BLOCKS", "ENTITIES"):
        tags += [(0, "ENDSEC"), (0, "SECTION"), (2, section)]
        for _ in range(rng.randint(0, 6)):
            tags += (
                thing()
                if section != "TABLES"
                else [(0, "LAYER"), (2, rng.choice("AB")), (62, number()), (70, number())]
            )
    if rng.random() < 0.2:
        tags.insert(rng.randrange(len(tags)), (rng.choice((-5, 999, "x", "1" * 30)), rng.choice(TEXTS)))
    return "\n".join(f"{code}\n{value}" for code, value in [*tags, (0, "ENDSEC"), (0, "EOF")]).encode(
        "utf-8", "surrogatepass"
    )


def typed(rng: Random) -> str:
    """Return what a scanner, or somebody who leans on the keyboard, may send."""
    pieces = (
        *TEXTS,
        "1234567890123452",
        "https://example.org/c/",
        "*",
        "]C1",
        '{"checkin_secret": "',
        '"}',
        "ÄÖ_?`",
        "&é\"'(-è_çà",
    )
    return "".join(rng.choice(pieces) for _ in range(rng.randint(1, 4)))[: rng.choice((40, 400, 20_000))]
