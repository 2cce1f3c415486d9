"""The picture for the screen is that of the printed badge."""

from eventdesk.badges.badge import BadgeData
from eventdesk.badges.design.proof import proof, remarks
from eventdesk.badges.design.template import Panel, Said, Side, Template
from eventdesk.badges.design.templates import classic
from eventdesk.drawing.kit import Kit

RED = bytes((0x26, 0x2B, 0xB3))


def test_what_is_on_a_side_is_where_the_template_says() -> None:
    template = Template(
        "two", Said("Zwei"), 60, 40, (Panel(0, 0, 60, 40, "white"),), (Panel(30, 20, 30, 20, "#b32b26"),)
    )
    made = proof(BadgeData(0), Side.BACK, template, Kit(), dots_per_mm=2)
    assert (made.width, made.height, len(made.dots)) == (120, 80, 120 * 80 * 4)
    assert _dot(made.dots, 120, 90, 60) == RED
    assert _dot(made.dots, 120, 20, 20) == b"\xff\xff\xff"
    front = proof(BadgeData(0), Side.FRONT, template, Kit(), dots_per_mm=2)
    assert _dot(front.dots, 120, 90, 60) == b"\xff\xff\xff"


def test_a_side_with_nothing_on_it_is_white() -> None:
    made = proof(BadgeData(0), Side.BACK, classic(), Kit(), dots_per_mm=1)
    assert set(made.dots[0::4]) | set(made.dots[1::4]) == {255}


def test_what_had_to_shrink_is_told() -> None:
    long = BadgeData(7, "Hans-Joachim", "Freiherr von Schleswig-Holstein-Sonderburg-Glücksburg")
    assert {each.person for each in remarks([long], classic(), Kit()).shrunk} == {7}
    assert remarks([BadgeData(8, "Anna", "Oh")], classic(), Kit()).shrunk == ()


def _dot(dots: bytes, width: int, x: int, y: int) -> bytes:
    at = (y * width + x) * 4
    return dots[at : at + 3]
