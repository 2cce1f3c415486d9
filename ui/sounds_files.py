"""The files of the tones: as they come with eventdesk, or copies that are as loud as this desk wants them."""

import sys
import wave
import zlib
from array import array
from pathlib import Path

from eventdesk import paths

FOLDER = "sounds"


def file_of(sound: str, volume: int, home: Path) -> Path:
    """Return the file of a tone at a volume of 1 to 100. Quieter copies are made once, in a folder of `home`."""
    original = paths.resources() / "sounds" / f"{sound}.wav"
    if volume >= 100:
        return original
    data = original.read_bytes()
    quieter = home / FOLDER / f"{sound}-{volume}-{zlib.crc32(data):08x}.wav"
    if quieter.is_file():
        return quieter
    try:
        quieter.parent.mkdir(parents=True, exist_ok=True)
        for former in quieter.parent.glob(f"{sound}-*.wav"):
            former.unlink()
        making = quieter.with_suffix(".part")
        _write_scaled(original, making, volume)
        making.replace(quieter)
    except OSError:
        return original
    return quieter


def _write_scaled(original: Path, target: Path, volume: int) -> None:
    """Write a copy with smaller swings: by the square, as the ear does not hear half of them as half as loud."""
    factor = (volume / 100) ** 2
    with wave.open(str(original), "rb") as file:
        shape, frames = file.getparams(), array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        frames.byteswap()
    quieter = array("h", (round(value * factor) for value in frames))
    if sys.byteorder == "big":
        quieter.byteswap()
    with wave.open(str(target), "wb") as file:
        file.setparams(shape)
        file.writeframes(quieter.tobytes())
