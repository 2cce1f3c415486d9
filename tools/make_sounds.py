"""Make the tones in `resources/sounds`: what the desk says to the ear about a scan, and the gong of the World Café.

Run after a tone was changed here; the results are committed, and a test makes sure that they are these:

    python tools/make_sounds.py

A tone is a few notes; a note is a sine with two soft overtones that begins at once and dies away, as on a marimba.
"""

import io
import math
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22_050
"""Samples in a second: enough for notes below 3 kHz and their overtones."""
LOUDEST = 0.72
ATTACK = 0.006
RELEASE = 0.02


@dataclass(frozen=True)
class Note:
    """One note: when it begins and how long it is heard (seconds), from which to which pitch (Hz), its overtones."""

    start: float
    length: float
    pitch: float
    until: float = 0.0
    overtones: tuple[float, ...] = (0.28, 0.1)
    decay: float = 9.0


TONES: dict[str, tuple[Note, ...]] = {
    "welcome": (Note(0.0, 0.16, 659.26), Note(0.085, 0.26, 987.77)),
    "attention": (Note(0.0, 0.15, 698.46), Note(0.2, 0.24, 698.46)),
    "refused": (
        Note(0.0, 0.2, 277.18, overtones=(0.5, 0.3, 0.12), decay=5.0),
        Note(0.17, 0.4, 207.65, 164.81, overtones=(0.5, 0.3, 0.12), decay=5.0),
    ),
    "gong": (
        Note(0.0, 3.4, 130.81, overtones=(0.75, 0.5, 0.32, 0.2, 0.12), decay=1.3),
        Note(0.0, 2.6, 196.6, overtones=(0.4, 0.25, 0.1), decay=1.7),
    ),
    "bell": (Note(0.0, 1.5, 392.0, overtones=(0.35, 0.18, 0.08), decay=3.2),),
}
"""Short and rising; two equal ones; low and falling; a large gong that hangs in the room; a small bell."""


def samples(notes: Sequence[Note]) -> list[int]:
    """Return a tone as 16-bit samples, its loudest moment always equally loud."""
    length = max(note.start + note.length for note in notes)
    wave_form = [0.0] * round(length * RATE)
    for note in notes:
        _add(wave_form, note)
    highest = max(abs(value) for value in wave_form)
    return [round(value / highest * LOUDEST * 32_767) for value in wave_form]


def wav(notes: Sequence[Note]) -> bytes:
    """Return a tone as a WAV file."""
    data = samples(notes)
    little = b"".join(value.to_bytes(2, "little", signed=True) for value in data)
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(little)
    return out.getvalue()


def main() -> None:
    """Write all tones."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, notes in TONES.items():
        data = wav(notes)
        (TARGET / f"{name}.wav").write_bytes(data)
        print(f"{name}.wav  {len(data):6} bytes")


def _add(wave_form: list[float], note: Note) -> None:
    first, phase = round(note.start * RATE), 0.0
    for number in range(min(round(note.length * RATE), len(wave_form) - first)):
        at = number / RATE
        share = at / note.length
        phase += 2 * math.pi * (note.pitch + ((note.until or note.pitch) - note.pitch) * share) / RATE
        rising, falling = min(1.0, at / ATTACK), min(1.0, (note.length - at) / RELEASE)
        envelope = rising * falling * math.exp(-note.decay * at)
        overtones = sum(part * math.sin((rank + 2) * phase) for rank, part in enumerate(note.overtones))
        wave_form[first + number] += envelope * (math.sin(phase) + overtones)


if __name__ == "__main__":
    main()
