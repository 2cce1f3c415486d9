"""What eventdesk is made of: versions, licences, and a text with both for whoever helps."""

import platform
from importlib import metadata
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion

from eventdesk import __version__, log, paths
from eventdesk.store.database import sqlite_version
from eventdesk.words import Words

OURS = Path(__file__).resolve().parents[2] / "LICENSE"
LOG = "eventdesk.log"
_FONTS = {
    "Inter": "OFL-Inter.txt",
    "Noto Sans": "OFL-NotoSans.txt",
    "Noto Sans Arabic": "OFL-NotoSansArabic.txt",
    "Noto Sans Tamil": "OFL-NotoSansTamil.txt",
    "Heebo": "OFL-Heebo.txt",
}
"""The fonts that come with eventdesk, with the files of their licences."""


def version() -> str:
    """Return the version of eventdesk."""
    return __version__


def versions() -> list[tuple[str, str]]:
    """Return the versions of the parts that everything rests on."""
    return [
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", pyside_version),
        ("SQLite", sqlite_version()),
    ]


def log_file() -> Path:
    """Return where the log is."""
    return log.folder() / LOG


def diagnostics() -> str:
    """Return versions, system and libraries: what helps to find a fault, nothing about any guest."""
    lines = [f"eventdesk {__version__}", *(f"{name} {number}" for name, number in versions()), platform.platform()]
    lines += [f"{name} {number}" for name, number, _licence in _libraries()]
    return "\n".join([*lines, f"log: {log_file()}"])


def licences(words: Words) -> str:
    """Return our licence, those of the libraries by name, and that of the fonts in full."""
    ours = _our_licence() or words.t("MIT licence")
    listed = "\n".join(f"{name} {number}: {licence}" for name, number, licence in _libraries())
    fonts = [
        f"{name}\n\n{(paths.resources() / 'fonts' / file).read_text(encoding='utf-8').strip()}"
        for name, file in _FONTS.items()
    ]
    rule = "\n\n" + "–" * 40 + "\n\n"
    parts = [f"eventdesk\n\n{ours.strip()}", f"{words.t('Libraries')}\n\n{listed}", *fonts]
    return rule.join(parts)


def _our_licence() -> str:
    """Return the text of our licence: beside a checkout, or in an installed package."""
    if OURS.is_file():
        return OURS.read_text(encoding="utf-8")
    try:
        return metadata.distribution("eventdesk").read_text("licenses/LICENSE") or ""
    except metadata.PackageNotFoundError:
        return ""


def _libraries() -> list[tuple[str, str, str]]:
    """Return what eventdesk needs: name, version and licence of each library that is installed."""
    try:
        wanted = [line.split(";")[0] for line in metadata.requires("eventdesk") or () if "extra ==" not in line]
    except metadata.PackageNotFoundError:
        wanted = list(_NEEDED)
    found = []
    for line in wanted:
        name = line.strip().split("<")[0].split(">")[0].split("=")[0].split("[")[0].strip()
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append((name, metadata.version(name), _licence(about)))
    return found


_NEEDED = (
    "PySide6-Essentials",
    "anyascii",
    "fpdf2",
    "python-calamine",
    "qrcode",
    "reportlab",
    "typer",
    "uharfbuzz",
    "xlsxwriter",
)


def _licence(about: metadata.PackageMetadata) -> str:
    """Return the licence as a package states it: an expression, a short text, or its classifier."""
    fields = about.json
    stated = str(fields.get("license_expression") or fields.get("license") or "").strip()
    if stated and "\n" not in stated:
        return stated
    classifiers = fields.get("classifier") or []
    named = [str(each).rsplit(" :: ", 1)[-1] for each in classifiers if str(each).startswith("License ::")]
    return ", ".join(named) or stated.split("\n", 1)[0]
