"""Draw the pictures of the projects in the sample events: small scenes of flat shapes, a few kilobytes each.

Run once when a picture is to change (`python -m tools.make_project_pictures`); the results are committed. It needs
Pillow, which comes with reportlab.
"""

import math
from collections.abc import Callable, Mapping
from pathlib import Path

from tools.scene import Scene

SEEDS = Path(__file__).parent.parent / "seeds"
FOLDER = "pictures"

INK, WHITE, CREAM = "#14213d", "#ffffff", "#fbf3e2"
SKY, SUN, LEAF, ROSE = "#a9d6ee", "#ffcf5c", "#9cc069", "#ee9a90"
LILAC, PEACH, MINT, CLAY = "#c3abdd", "#f7bd7c", "#86cfc0", "#c97b4f"
DEEP, STONE = "#3f6f94", "#d3d9e2"


def _house(scene: Scene, x: float, base: float, width: float, high: float, wall: str, roof: str) -> None:
    scene.box(x, base - high, width, high, wall)
    scene.shape([(x - 6, base - high), (x + width / 2, base - high - width * 0.5), (x + width + 6, base - high)], roof)
    scene.box(x + width * 0.4, base - high * 0.48, width * 0.2, high * 0.48, INK)
    for left in (0.14, 0.68):
        scene.box(x + width * left, base - high * 0.78, width * 0.18, width * 0.18, CREAM)


def _cup(scene: Scene, x: float, base: float, size: float, colour: str) -> None:
    scene.ring(x + size * 0.98, base - size * 0.5, size * 0.26, size * 0.1, colour)
    scene.box(x, base - size * 0.86, size, size * 0.86, colour, size * 0.24)
    scene.box(x, base - size * 0.86, size, size * 0.24, colour)
    scene.box(x - size * 0.3, base, size * 1.6, size * 0.1, INK, size * 0.05)


def _steam(scene: Scene, x: float, base: float, colour: str) -> None:
    points = [(x + 5 * math.sin(step / 2.2), base - step * 3.0) for step in range(13)]
    scene.line(points, 3.2, colour)


def _bubble(scene: Scene, x: float, y: float, width: float, high: float, colour: str, *, left: bool) -> None:
    scene.box(x, y, width, high, colour, high * 0.3)
    tip = x + width * (0.24 if left else 0.76)
    scene.shape(
        [(tip - 13, y + high - 4), (tip + 13, y + high - 4), (tip + (-14 if left else 14), y + high + 22)], colour
    )


def _book(scene: Scene, x: float, y: float, width: float, colour: str) -> None:
    half, high = width / 2, width * 0.34
    scene.shape(
        [(x - half, y), (x, y + 16), (x + half, y), (x + half, y + high), (x, y + high + 16), (x - half, y + high)],
        colour,
    )
    for side in (-1, 1):
        page = [(x, y + 8), (x + side * (half - 9), y - 7), (x + side * (half - 9), y + high - 9), (x, y + high + 6)]
        scene.shape(page, WHITE)
        for row in range(3):
            low = y + 12 + row * high * 0.24
            scene.line([(x + side * 14, low + 2), (x + side * (half - 24), low - 8)], 2.4, STONE)


def _leaves(scene: Scene, x: float, base: float, high: float, colour: str) -> None:
    scene.line([(x, base), (x, base - high)], 4, INK)
    for step in range(3):
        low = base - high * (0.35 + 0.28 * step)
        for side, angles in ((-1, (90, 180)), (1, (0, 90))):
            scene.pie(x + side * 3, low - 16, 24 - 4 * step, *angles, colour)


def families(scene: Scene) -> None:
    """Two houses and the way between them."""
    scene.disc(150, 60, 30, SUN)
    scene.wave(158, 5, LEAF)
    scene.line([(78, 172), (120, 184), (180, 184), (222, 172)], 7, CREAM)
    _house(scene, 40, 166, 76, 56, ROSE, INK)
    _house(scene, 184, 166, 76, 56, PEACH, DEEP)


def learning(scene: Scene) -> None:
    """An open book, and what rises from it."""
    for x, y, radius, colour in (
        (90, 52, 17, ROSE),
        (150, 34, 21, SUN),
        (208, 58, 15, MINT),
        (122, 84, 8, DEEP),
        (186, 90, 9, INK),
    ):
        scene.disc(x, y, radius, colour)
    _book(scene, 150, 112, 190, DEEP)


def tailwind(scene: Scene) -> None:
    """A boat under sail."""
    scene.disc(236, 46, 22, SUN)
    scene.shape([(146, 26), (146, 126), (226, 126)], WHITE)
    scene.shape([(138, 44), (138, 126), (84, 126)], ROSE)
    scene.shape([(76, 134), (232, 134), (208, 160), (102, 160)], INK)
    scene.wave(158, 5, DEEP)
    scene.wave(176, 4, MINT)


def bridge(scene: Scene) -> None:
    """Two voices, and a bridge below them."""
    _bubble(scene, 34, 26, 104, 62, ROSE, left=True)
    _bubble(scene, 162, 26, 104, 62, DEEP, left=False)
    for at in range(3):
        scene.disc(62 + at * 24, 57, 6, WHITE)
        scene.disc(190 + at * 24, 57, 6, WHITE)
    scene.box(0, 134, 300, 15, INK)
    scene.box(0, 149, 300, 51, PEACH)
    for x in (64, 150, 236):
        scene.pie(x, 200, 38, 180, 360, CREAM)


def reading(scene: Scene) -> None:
    """A cup beside a pile of books."""
    for at, (width, colour) in enumerate(((140, DEEP), (122, ROSE), (132, SUN), (108, MINT))):
        scene.box(32 + (140 - width) / 2, 146 - at * 23, width, 21, colour, 3)
        scene.box(32 + (140 - width) / 2 + 12, 146 - at * 23, 7, 21, WHITE)
    _cup(scene, 204, 164, 46, WHITE)
    _steam(scene, 220, 114, WHITE)
    _steam(scene, 236, 108, WHITE)
    scene.box(0, 170, 300, 30, INK)


def voices(scene: Scene) -> None:
    """Many small voices that become one."""
    for at, colour in enumerate((ROSE, SUN, MINT, LILAC, PEACH, DEEP)):
        _bubble(scene, 20 + at % 3 * 90, 18 + at // 3 * 88, 74, 46, colour, left=at % 2 == 0)
        scene.line([(38 + at % 3 * 90, 36 + at // 3 * 88), (74 + at % 3 * 90, 36 + at // 3 * 88)], 4, WHITE)
        scene.line([(38 + at % 3 * 90, 48 + at // 3 * 88), (62 + at % 3 * 90, 48 + at // 3 * 88)], 4, WHITE)


def steps(scene: Scene) -> None:
    """Stairs with a flag at their top."""
    for at, colour in enumerate((MINT, SUN, PEACH, ROSE, DEEP)):
        scene.box(20 + at * 52, 166 - at * 26, 52, 34 + at * 26, colour)
    scene.line([(254, 62), (254, 12)], 5, INK)
    scene.shape([(254, 12), (212, 24), (254, 37)], INK)
    scene.disc(46, 149, 9, INK)
    scene.box(37, 158, 18, 8, INK)


def wheels(scene: Scene) -> None:
    """A bicycle."""
    scene.box(0, 166, 300, 34, LEAF)
    for x in (86, 214):
        scene.ring(x, 126, 44, 7, INK)
        scene.disc(x, 126, 7, ROSE)
        for angle in range(0, 180, 45):
            across, up = 40 * math.cos(math.radians(angle)), 40 * math.sin(math.radians(angle))
            scene.line([(x - across, 126 - up), (x + across, 126 + up)], 1.4, STONE)
    scene.line([(86, 126), (122, 70), (192, 70), (142, 128), (86, 126)], 6, ROSE)
    scene.line([(142, 128), (116, 56)], 6, ROSE)
    scene.line([(214, 126), (188, 46), (206, 40)], 6, ROSE)
    scene.line([(102, 54), (130, 54)], 8, INK)
    scene.disc(142, 128, 11, INK)


def sewing(scene: Scene) -> None:
    """A reel of thread and a seam."""
    scene.box(50, 30, 92, 16, INK, 4)
    scene.box(50, 132, 92, 16, INK, 4)
    scene.box(62, 46, 68, 86, ROSE)
    for row in range(6):
        scene.line([(62, 54 + row * 14), (130, 60 + row * 14)], 3, WHITE)
    points = [(130, 124), (160, 150), (184, 124), (206, 150), (228, 124), (250, 150), (272, 124)]
    scene.line(points, 4.5, DEEP)
    scene.line([(236, 34), (206, 98)], 5, INK)
    scene.ring(238, 30, 7, 3, INK)


def tables(scene: Scene) -> None:
    """Cups of many colours on one table."""
    scene.disc(150, 54, 24, SUN)
    for at, colour in enumerate((ROSE, WHITE, DEEP)):
        _cup(scene, 50 + at * 76, 142, 42, colour)
        _steam(scene, 70 + at * 76, 96, WHITE)
    scene.box(18, 147, 264, 14, INK, 7)
    scene.box(60, 160, 10, 40, INK)
    scene.box(230, 160, 10, 40, INK)


def city(scene: Scene) -> None:
    """A town, and three places in it."""
    for at, (width, high, colour) in enumerate(
        (
            (42, 74, DEEP),
            (36, 104, LILAC),
            (46, 62, ROSE),
            (30, 122, INK),
            (44, 84, PEACH),
            (38, 96, DEEP),
            (40, 58, MINT),
        )
    ):
        scene.box(10 + at * 41, 168 - high, width, high, colour)
    scene.shape([(133, 46), (148, 14), (163, 46)], INK)
    scene.box(0, 166, 300, 34, CREAM)
    scene.line([(48, 184), (150, 176), (252, 186)], 4, INK)
    for x, y in ((48, 184), (150, 176), (252, 186)):
        scene.disc(x, y, 10, SUN)
        scene.disc(x, y, 4, INK)


def garden(scene: Scene) -> None:
    """Beds with plants under the sun."""
    scene.disc(242, 46, 26, SUN)
    for x, high, colour in ((46, 78, LEAF), (104, 104, MINT), (162, 70, LEAF), (220, 92, MINT), (266, 62, LEAF)):
        _leaves(scene, x, 160, high, colour)
    scene.box(0, 158, 300, 42, CLAY)
    for row in range(2):
        scene.line([(14, 172 + row * 14), (286, 172 + row * 14)], 3, CREAM)


def kitchen(scene: Scene) -> None:
    """A large pot."""
    for at in range(3):
        _steam(scene, 116 + at * 34, 62, WHITE)
    scene.box(76, 82, 148, 82, INK, 16)
    scene.box(66, 74, 168, 15, DEEP, 7)
    for x in (48, 222):
        scene.box(x, 102, 30, 13, INK, 6)
    for x, colour in ((108, ROSE), (150, SUN), (192, LEAF)):
        scene.disc(x, 124, 15, colour)
    scene.box(0, 168, 300, 32, CLAY)


def advice(scene: Scene) -> None:
    """A sheet of paper that is read together."""
    scene.box(92, 22, 116, 156, WHITE, 6)
    scene.box(108, 40, 56, 9, INK, 3)
    for row in range(6):
        scene.box(108, 62 + row * 14, 84 if row % 3 else 66, 5, STONE, 2)
    scene.disc(196, 150, 22, ROSE)
    scene.line([(186, 150), (194, 159), (208, 141)], 5, WHITE)
    scene.pie(46, 200, 44, 180, 360, DEEP)
    scene.disc(46, 136, 21, DEEP)
    scene.pie(254, 200, 44, 180, 360, INK)
    scene.disc(254, 136, 21, INK)


def pottery(scene: Scene) -> None:
    """A vessel of clay on a wheel."""
    scene.pie(150, 92, 62, 20, 160, CLAY)
    scene.shape([(92, 112), (208, 112), (184, 158), (116, 158)], CLAY)
    scene.shape([(122, 52), (178, 52), (208, 112), (92, 112)], CLAY)
    scene.box(114, 42, 72, 13, INK, 6)
    for row in range(3):
        scene.line([(106 + row * 3, 94 + row * 16), (194 - row * 3, 94 + row * 16)], 3.5, CREAM)
    scene.box(70, 158, 160, 12, INK, 6)
    scene.box(138, 170, 24, 30, INK)
    scene.disc(50, 58, 15, SUN)
    scene.disc(252, 76, 11, ROSE)


def drums(scene: Scene) -> None:
    """Drums on the dyke, and the sea behind."""
    scene.disc(70, 44, 22, SUN)
    scene.box(0, 92, 300, 30, DEEP)
    scene.wave(124, 6, LEAF)
    for x, size, colour in ((52, 54, ROSE), (126, 72, PEACH), (216, 60, LILAC)):
        scene.shape([(x, 184 - size), (x + size, 184 - size), (x + size * 0.8, 184), (x + size * 0.2, 184)], colour)
        scene.box(x - 4, 178 - size, size + 8, 11, INK, 5)
        scene.line([(x + 6, 190 - size), (x + size * 0.5, 182), (x + size - 6, 190 - size)], 2.5, WHITE)


def homes(scene: Scene) -> None:
    """A street, and the key to one of its doors."""
    for at, (wall, roof) in enumerate(((PEACH, INK), (MINT, DEEP), (ROSE, INK))):
        _house(scene, 16 + at * 66, 158, 52, 50 + at % 2 * 16, wall, roof)
    scene.box(0, 157, 300, 43, STONE)
    scene.ring(252, 60, 21, 9, INK)
    scene.line([(252, 82), (252, 144)], 8, INK)
    for y in (122, 138):
        scene.line([(252, y), (270, y)], 8, INK)


def server(scene: Scene) -> None:
    """Places all over a land that are joined."""
    places = ((60, 56), (132, 36), (214, 58), (250, 128), (172, 112), (94, 124), (146, 166), (40, 158))
    for one, other in ((0, 1), (1, 2), (2, 3), (3, 4), (4, 1), (4, 5), (5, 0), (4, 6), (5, 7), (6, 5), (2, 4)):
        scene.line([places[one], places[other]], 3, WHITE)
    for at, (x, y) in enumerate(places):
        scene.disc(x, y, 17 if at == 4 else 12, (SUN, ROSE, INK, PEACH)[at % 4])
        scene.disc(x, y, 5, WHITE)


def friends(scene: Scene) -> None:
    """Two people, and what they have in common."""
    scene.pie(104, 206, 66, 180, 360, ROSE)
    scene.disc(104, 96, 34, ROSE)
    scene.pie(196, 206, 66, 180, 360, DEEP)
    scene.disc(196, 96, 34, DEEP)
    scene.pie(150, 206, 24, 180, 360, INK)
    scene.disc(150, 40, 13, SUN)


def pilot(scene: Scene) -> None:
    """A compass."""
    scene.disc(150, 100, 76, WHITE)
    scene.ring(150, 100, 76, 9, INK)
    scene.shape([(150, 38), (168, 100), (132, 100)], ROSE)
    scene.shape([(150, 162), (168, 100), (132, 100)], DEEP)
    scene.disc(150, 100, 8, INK)
    for angle in range(0, 360, 45):
        x, y = 150 + 60 * math.cos(math.radians(angle)), 100 + 60 * math.sin(math.radians(angle))
        scene.disc(x, y, 3, INK)


Drawing = tuple[Callable[[Scene], None], str]

PICTURES: Mapping[str, Mapping[str, Drawing]] = {
    "integrationskonferenz-4": {
        "familien": (families, SKY),
        "lernpaten": (learning, CREAM),
        "rueckenwind": (tailwind, SKY),
        "sprachbruecke": (bridge, CREAM),
        "lesecafe": (reading, PEACH),
        "dolmetschpool": (voices, CREAM),
        "fuss-fassen": (steps, CREAM),
        "rad-und-tat": (wheels, SKY),
        "naehwerkstatt": (sewing, SUN),
        "cafe-grenzenlos": (tables, PEACH),
        "dreimal-hannover": (city, SKY),
        "garten": (garden, SKY),
        "kueche": (kitchen, PEACH),
        "beratung": (advice, SUN),
        "freiwilligenserver": (server, DEEP),
        "wohnraum": (homes, SKY),
        "hof-atelier": (pottery, MINT),
        "trommeln": (drums, SKY),
    },
    "integrationskonferenz-9": {
        "start-with-a-friend": (friends, SUN),
        "qualifizierung": (steps, SKY),
        "exil": (voices, SKY),
        "balu-und-du": (learning, MINT),
        "studyprep": (reading, LILAC),
        "iq-mentoring": (bridge, SKY),
        "jobpilot": (pilot, PEACH),
        "familien": (families, CREAM),
        "dreimal-hannover": (city, CREAM),
    },
}
"""The pictures of each sample event: what is drawn, and on which ground."""


def main() -> None:
    """Draw all pictures."""
    for event, pictures in PICTURES.items():
        folder = SEEDS / event / FOLDER
        folder.mkdir(exist_ok=True)
        for name, (draw, ground) in pictures.items():
            scene = Scene(ground)
            draw(scene)
            scene.save(folder / f"{name}.png")


if __name__ == "__main__":
    main()
