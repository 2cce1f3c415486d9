"""Make the static fonts in `resources/fonts` from the variable ones on PyPI.

Run once when a font is to change, never when eventdesk is built or started: the results are committed together with
their licences and hashes. It needs fonttools and the packages named in FAMILIES (fontpkg-inter, fontpkg-heebo,
fontpkg-noto-sans, fontpkg-noto-sans-arabic, fontpkg-noto-sans-tamil):

    python tools/make_fonts.py

Each instance is pinned to one weight, reduced to the characters and layout features that are used, and written with a
fixed time stamp, so that the same versions of fonttools and of the packages give the same bytes.
"""

import hashlib
import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}

LATIN = ((0x20, 0x24F), (0x250, 0x2AF), (0x2B0, 0x36F), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F))
GREEK_CYRILLIC = ((0x370, 0x3FF), (0x1F00, 0x1FFF), (0x400, 0x52F), (0x1C80, 0x1C8F), (0x2DE0, 0x2DFF))
PUNCTUATION = (
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0xFFFD, 0xFFFD),
)
SIGNS = ((0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2600, 0x27BF))
MARKS_AND_BLANKS = (
    (0x20, 0x40),
    (0x5B, 0x60),
    (0x7B, 0x7E),
    (0xA0, 0xBF),
    (0x300, 0x36F),
    (0x2000, 0x206F),
    (0x25CC, 0x25CC),
)
ARABIC = ((0x600, 0x6FF), (0x750, 0x77F), (0x870, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF), (0x10EC0, 0x10EFF))
HEBREW = ((0x590, 0x5FF), (0xFB1D, 0xFB4F), (0x20AA, 0x20AA))
TAMIL = ((0xB80, 0xBFF), (0x964, 0x965), (0x1CF2, 0x1CF9), (0xA8F0, 0xA8F3), (0x11300, 0x1133F))
DEVANAGARI = ((0x900, 0x97F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF))

SHAPING = ("ccmp", "locl", "mark", "mkmk", "kern", "dist", "rlig", "liga", "calt", "rtlm")
ARABIC_FORMS = ("init", "medi", "fina", "isol")
INDIC_FORMS = (
    "akhn",
    "rphf",
    "rkrf",
    "blwf",
    "half",
    "haln",
    "cjct",
    "nukt",
    "pres",
    "abvs",
    "blws",
    "psts",
    "abvm",
    "blwm",
)


@dataclass(frozen=True)
class Family:
    """One family: where it comes from, which weights are made, and what stays in them."""

    name: str
    package: str
    weights: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]
    features: tuple[str, ...]
    pinned: tuple[tuple[str, float], ...] = ()


FAMILIES = (
    Family(
        name="Inter",
        package="fontpkg-inter",
        weights=(400, 600, 700),
        ranges=LATIN + GREEK_CYRILLIC + PUNCTUATION + SIGNS,
        features=(*SHAPING, "tnum", "case"),
        pinned=(("opsz", 14.0),),
    ),
    Family(
        name="NotoSansArabic",
        package="fontpkg-noto-sans-arabic",
        weights=(400, 700),
        ranges=ARABIC + MARKS_AND_BLANKS,
        features=SHAPING + ARABIC_FORMS,
        pinned=(("wdth", 100.0),),
    ),
    Family(
        name="Heebo",
        package="fontpkg-heebo",
        weights=(400, 700),
        ranges=HEBREW + MARKS_AND_BLANKS,
        features=SHAPING,
    ),
    Family(
        name="NotoSansTamil",
        package="fontpkg-noto-sans-tamil",
        weights=(400, 700),
        ranges=TAMIL + MARKS_AND_BLANKS,
        features=SHAPING + INDIC_FORMS,
        pinned=(("wdth", 100.0),),
    ),
    Family(
        name="NotoSans",
        package="fontpkg-noto-sans",
        weights=(400, 700),
        ranges=LATIN
        + GREEK_CYRILLIC
        + PUNCTUATION
        + DEVANAGARI
        + ((0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F)),
        features=SHAPING + INDIC_FORMS,
        pinned=(("wdth", 100.0),),
    ),
)


def variable_font(package: str) -> Path:
    """Return the upright variable font inside an installed `fontpkg-…` package."""
    distribution = importlib.metadata.distribution(package)
    found = [file for file in distribution.files or () if file.suffix == ".ttf" and "Italic" not in file.name]
    if len(found) != 1:
        raise SystemExit(f"{package}: expected one upright font, found {[str(file) for file in found]}")
    return Path(str(distribution.locate_file(found[0])))


def licence(package: str) -> str:
    """Return the licence text that the package ships."""
    distribution = importlib.metadata.distribution(package)
    found = next(file for file in distribution.files or () if file.name == "LICENSE")
    return found.read_text(encoding="utf-8")


def instance(family: Family, weight: int) -> TTFont:
    """Pin every axis, then keep only the characters and features of `family`."""
    font = TTFont(variable_font(family.package), recalcTimestamp=False)
    axes = {"wght": float(weight), **dict(family.pinned)}
    font = instancer.instantiateVariableFont(font, axes, updateFontNames=True)
    options = Options(layout_features=list(family.features), hinting=False, notdef_outline=True, legacy_cmap=False)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables = [*options.drop_tables, "STAT", "MVAR", "HVAR", "gasp", "DSIG"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in family.ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    font["name"].setName(f"{family.name}-{WEIGHTS[weight]}", 6, 3, 1, 0x409)
    return font


def main() -> None:
    """Write every instance, the licences and the list of hashes."""
    TARGET.mkdir(parents=True, exist_ok=True)
    written = []
    for family in FAMILIES:
        for weight in family.weights:
            path = TARGET / f"{family.name}-{WEIGHTS[weight]}.ttf"
            instance(family, weight).save(path)
            written.append(path)
            print(f"{path.name}  {path.stat().st_size:,} bytes")
        text = TARGET / f"OFL-{family.name}.txt"
        text.write_text(licence(family.package), encoding="utf-8")
        written.append(text)
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(written)]
    (TARGET / "SHA256SUMS").write_text("".join(sums), encoding="ascii")
    print(f"together {sum(path.stat().st_size for path in written):,} bytes")


if __name__ == "__main__":
    main()
