"""The tones: ours, as loud as wanted, never late, never in the way, and no error where nothing can play."""

import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from eventdesk import paths
from eventdesk.codes import Outcome
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from tools import make_sounds
from ui.checkin.tone import failed, neutral, tone
from ui.colours import LIGHT
from ui.preferences import USUAL_VOLUME, Preferences
from ui.sounds import PATIENCE_MS, PLAYERS, Sound, Sounds
from ui.sounds_files import FOLDER, file_of

Codes = dict[str, str]
OF_THE_CLOCK = (Sound.GONG, Sound.BELL)
"""These are heard once a round, in a large hall: they may take longer than a scan."""


class Stage:
    """Players that are small programs of ours, and a list of what they were given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard_file = folder / "heard"
        self.beeps = 0
        self._sounds: list[Sounds] = []

    def player(self, name: str, end: str = "exit 0") -> tuple[str, ...]:
        """Make a program that notes what it should play and then ends as told."""
        program = self.folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $(basename "$1" .wav)" >> "{self.heard_file}"\n{end}\n')
        program.chmod(0o755)
        return (str(program),)

    def sounds(self, *players: tuple[str, ...], volume: int = 100, **times: int) -> Sounds:
        preferences = Preferences(self.folder / "home")
        preferences.sound_volume = volume
        made = Sounds(preferences, players=players, beep=self.beep, **times)
        self._sounds.append(made)
        return made

    def beep(self) -> None:
        self.beeps += 1

    def heard(self) -> list[str]:
        return self.heard_file.read_text().split("\n")[:-1] if self.heard_file.exists() else []

    def stop(self) -> None:
        for sounds in self._sounds:
            sounds.stop()


@pytest.fixture
def stage(tmp_path: Path, dressed: QApplication) -> Iterator[Stage]:
    stage = Stage(tmp_path)
    yield stage
    stage.stop()


def frames(file: Path) -> list[int]:
    with wave.open(str(file), "rb") as opened:
        return list(array("h", opened.readframes(opened.getnframes())))


def test_the_files_are_what_the_tool_makes() -> None:
    folder = paths.resources() / "sounds"
    assert {file.name for file in folder.iterdir()} == {f"{sound}.wav" for sound in Sound}
    for name, notes in make_sounds.TONES.items():
        assert (folder / f"{name}.wav").read_bytes() == make_sounds.wav(notes), f"run tools/make_sounds.py: {name}"


def test_tones_are_short_clean_and_told_apart() -> None:
    for name, notes in make_sounds.TONES.items():
        heard = make_sounds.samples(notes)
        assert 0.2 < len(heard) / make_sounds.RATE < (PATIENCE_MS / 1000 - 0.5 if name in OF_THE_CLOCK else 0.7)
        assert max(map(abs, heard)) == pytest.approx(make_sounds.LOUDEST * 32_767, abs=1), name
        assert abs(heard[0]) < 200, "it begins with a click"
        assert abs(heard[-1]) < 200, "it ends with a click"
    pitches = {name: [note.until or note.pitch for note in notes] for name, notes in make_sounds.TONES.items()}
    assert pitches["welcome"] == sorted(pitches["welcome"])
    assert len(set(pitches["attention"])) == 1
    assert pitches["refused"] == sorted(pitches["refused"], reverse=True)
    assert max(pitches["refused"]) < min(pitches["attention"]) / 2


def test_the_usual_volume_and_its_limits(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    assert preferences.sound_volume == USUAL_VOLUME
    preferences.sound_volume = 130
    assert preferences.sound_volume == 100
    preferences.sound_volume = -5
    assert preferences.sound_volume == 0
    preferences.keep("sound/volume", "laut")
    assert preferences.sound_volume == USUAL_VOLUME


def test_full_volume_needs_no_copy(tmp_path: Path) -> None:
    assert file_of("welcome", 100, tmp_path) == paths.resources() / "sounds" / "welcome.wav"
    assert not (tmp_path / FOLDER).exists()


def test_a_quieter_copy_is_made_once_and_replaces_the_former(tmp_path: Path) -> None:
    half = file_of("welcome", 50, tmp_path)
    loud, quiet = frames(file_of("welcome", 100, tmp_path)), frames(half)
    assert len(quiet) == len(loud)
    assert max(quiet) == pytest.approx(max(loud) / 4, abs=1)
    made = half.stat().st_mtime_ns
    assert file_of("welcome", 50, tmp_path).stat().st_mtime_ns == made
    other = file_of("attention", 50, tmp_path)
    third = file_of("welcome", 30, tmp_path)
    assert set((tmp_path / FOLDER).iterdir()) == {other, third}


def test_where_no_copy_can_be_written_the_tone_is_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    assert file_of("welcome", 50, tmp_path) == file_of("welcome", 100, tmp_path)


def test_a_tone_is_played_and_leaves_no_process(stage: Stage) -> None:
    sounds = stage.sounds(stage.player("first"))
    sounds.play(Sound.WELCOME)
    assert stage.heard() == []
    until(sounds.idle)
    assert stage.heard() == ["first welcome"]
    assert stage.beeps == 0


def test_volume_nought_is_silence(stage: Stage) -> None:
    sounds = stage.sounds(stage.player("first"), volume=0)
    sounds.play(Sound.REFUSED)
    assert sounds.idle()
    sounds.volume = 100
    sounds.play(Sound.REFUSED)
    until(sounds.idle)
    assert stage.heard() == ["first refused"]


def test_the_newest_tone_wins(stage: Stage) -> None:
    sounds = stage.sounds(stage.player("slow", "exec sleep 30"))
    for sound in (Sound.WELCOME, Sound.ATTENTION, Sound.REFUSED):
        sounds.play(sound)
    until(lambda: stage.heard() == ["slow refused"])
    sounds.play(Sound.WELCOME)
    sounds.play(Sound.ATTENTION)
    until(lambda: stage.heard() == ["slow refused", "slow attention"])
    sounds.stop()
    assert sounds.idle()
    assert stage.beeps == 0


def test_the_next_player_has_a_try_and_is_kept(stage: Stage) -> None:
    missing = ("no-such-program-here",)
    sounds = stage.sounds(missing, stage.player("deaf", "exit 1"), stage.player("good"))
    sounds.play(Sound.WELCOME)
    until(lambda: stage.heard() == ["deaf welcome", "good welcome"])
    until(sounds.idle)
    sounds.play(Sound.ATTENTION)
    until(lambda: len(stage.heard()) == 3)
    assert stage.heard()[-1] == "good attention"
    assert stage.beeps == 0


def test_a_program_that_cannot_be_started_is_passed_over(stage: Stage) -> None:
    broken = stage.folder / "broken"
    broken.write_bytes(b"\x7fELF no program at all")
    broken.chmod(0o755)
    sounds = stage.sounds((str(broken),), stage.player("good"))
    sounds.play(Sound.WELCOME)
    until(lambda: stage.heard() == ["good welcome"])


def test_without_a_device_it_beeps_and_tries_again_sparingly(stage: Stage) -> None:
    sounds = stage.sounds(stage.player("deaf", "exit 1"), try_again=600_000)
    sounds.play(Sound.WELCOME)
    until(lambda: stage.beeps == 1)
    for sound in (Sound.REFUSED, Sound.WELCOME):
        before = stage.beeps
        sounds.play(sound)
        until(sounds.idle)
        assert stage.beeps == before + 1
    assert stage.heard() == ["deaf welcome"]


def test_after_a_while_the_players_are_tried_again(stage: Stage) -> None:
    sounds = stage.sounds(stage.player("deaf", "exit 1"), try_again=0)
    sounds.play(Sound.WELCOME)
    until(lambda: stage.beeps == 1)
    stage.player("deaf")
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    sounds.play(Sound.ATTENTION)
    until(lambda: len(stage.heard()) == 2)
    until(sounds.idle)
    assert stage.beeps == 1


def test_a_player_that_hangs_is_ended(stage: Stage) -> None:
    sounds = stage.sounds(stage.player("hung", "exec sleep 30"), stage.player("good"), patience=60)
    sounds.play(Sound.WELCOME)
    until(lambda: stage.heard() == ["hung welcome", "good welcome"])


def test_without_any_player_there_is_a_beep(stage: Stage) -> None:
    sounds = stage.sounds()
    sounds.play(Sound.WELCOME)
    until(lambda: stage.beeps == 1)
    assert sounds.idle()


def test_the_players_of_this_system_are_named() -> None:
    named = {system: [player[0] for player in players] for system, players in PLAYERS.items()}
    assert named == {"darwin": ["afplay"], "linux": ["pw-play", "paplay", "aplay"]}


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_verdict_sounds_as_it_looks(outcome: Outcome) -> None:
    look = tone(outcome, LIGHT)
    by_ground = {
        LIGHT.welcome: Sound.WELCOME,
        LIGHT.leave: Sound.WELCOME,
        LIGHT.attention: Sound.ATTENTION,
        LIGHT.refused: Sound.REFUSED,
        LIGHT.help: Sound.REFUSED,
    }
    assert look.sound is by_ground[look.ground]
    assert failed(LIGHT).sound is Sound.REFUSED
    assert neutral(LIGHT).sound is None


def test_the_desk_is_heard(desk: DeskDriver, codes: Codes, stage: Stage) -> None:
    desk.application.sounds = desk.application.inside.sounds = stage.sounds(stage.player("player"))
    heard = []
    for code, sound in (("elif", "welcome"), ("elif", "attention"), ("cancelled", "refused")):
        desk.scan(codes[code])
        until(desk.application.sounds.idle)
        heard.append(f"player {sound}")
        assert stage.heard() == heard
    desk.presses("Ctrl+Z")
    until(desk.application.sounds.idle)
    assert stage.heard() == heard
