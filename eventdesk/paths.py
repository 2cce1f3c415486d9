"""Where the files that come with eventdesk lie, in a checkout and in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    packed = PACKAGE / f"_{name}"
    return packed if packed.is_dir() else PACKAGE.parent / name


def resources() -> Path:
    """Return the folder with fonts, icons, sounds, translations and the style sheet."""
    return _shipped("resources")


def seeds() -> Path:
    """Return the folder with the sample events."""
    return _shipped("seeds")
