#!/usr/bin/env python3
"""Everything a checkout needs, with Python alone: python3 dev.py demo | test | check | words | pictures.

demo [NAME ...]    open a sample conference in a window; without a screen, run it as text
test [...]         run the tests, one row of them for each processor; what follows goes to pytest
test --quick [...] leave out the tests that take more than a few seconds
check              style, types, architecture, words; build the package, install it elsewhere and start it
words [FILE.tsv]   take new messages into the catalogues, and German from tables; `words --check` only looks
pictures [FOLDER]  write a picture of every page, German and English, light and dark (default: build/pictures)

The first run makes .venv and installs into it; a later run installs again only if the dependencies have changed.
Exit code: 0 done, 1 something failed, 2 wrong usage, 3 this computer lacks something (a sentence says what).
"""

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this line is for those who have an older one
    print("eventdesk needs Python 3.11 or newer; this is " + sys.version.split()[0])
    sys.exit(3)

import tomllib

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed-for.txt"
CONSTRAINTS = ROOT / "constraints.txt"
FAILED, USAGE, LACKING = 1, 2, 3
MEMORY_DISK, ENOUGH_BYTES = Path("/dev/shm"), 4 * 1024**3  # noqa: S108 - a folder of its own is made in there

# The modules that stay at 100 % branch coverage, and the tests that see to it.
PERFECT = tuple(
    f"eventdesk/{module}.py"
    for module in (
        "checkin/actions",
        "checkin/meant",
        "checkin/rules",
        "checkin/verdict",
        "people/code",
        "store/access",
        "store/door",
        "store/foresight",
        "store/journal",
        "store/transaction",
        "store/undo",
    )
)
PERFECT_BY = (
    "tests/core/store",
    "tests/core/checkin",
    "tests/core/people/test_code.py",
    "tests/core/people/test_merging_scanned_since.py",
    "tests/core/prize/test_polls.py",
    "tests/core/prize/test_ballots.py",
    "tests/core/finishing",
)

# What Qt loads from the system, by the names of Debian and Ubuntu. The wheel brings everything else.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libzstd.so.1": "libzstd1",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class LackingError(Exception):
    """This computer lacks something; the text says what, and how to get it."""


def say(text: str) -> None:
    """Print at once, so that it stands before what a child process prints."""
    print(text, flush=True)


def program(name: str, place: Path = VENV) -> str:
    """Return the path of a program inside a virtual environment."""
    return str(place / "Scripts" / f"{name}.exe" if os.name == "nt" else place / "bin" / name)


def run(command: Sequence[str], *, where: Path = ROOT, **variables: str) -> int:
    """Run a command to its end and return its exit code. Its output is shown as it comes."""
    return subprocess.run(command, cwd=where, env=os.environ | variables, check=False).returncode


def environment(place: Path) -> None:
    """Make a virtual environment. Raises LackingError where Python came without the parts for it."""
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(place)
    except (subprocess.CalledProcessError, ImportError, OSError) as error:
        raise LackingError(
            f"No virtual environment could be made in {place} ({type(error).__name__}). On Debian and Ubuntu: "
            "apt-get install python3-venv"
        ) from error


def install(place: Path, *what: str) -> None:
    """Install packages in their tested versions. Raises LackingError if pip gave up; pip has said why."""
    command = [program("python", place), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if run([*command, "--constraint", str(CONSTRAINTS), *what]):
        raise LackingError("pip could not install what eventdesk needs; its own words stand above.")


def fingerprint() -> str:
    """Return what an installation depends on, as a short text that changes when it does."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = {name: settings[name] for name in ("build-system", "project")} | {"hatch": settings["tool"]["hatch"]}
    text = json.dumps([sys.version, str(VENV), parts, CONSTRAINTS.read_text(encoding="utf-8")])
    return hashlib.sha256(text.encode()).hexdigest()


def prepare() -> None:
    """Make .venv as pyproject.toml and constraints.txt want it, and compile the words if they are newer."""
    wanted = fingerprint()
    if not STAMP.is_file() or STAMP.read_text(encoding="utf-8") != wanted:
        say("Preparing .venv; the first time this takes a minute.")
        environment(VENV)
        install(VENV, "--editable", f"{ROOT}[dev]")
        STAMP.write_text(wanted, encoding="utf-8")
    for source in (ROOT / "resources" / "translations").rglob("*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.is_file() or compiled.stat().st_mtime < source.stat().st_mtime:
            run([program("python"), "-m", "tools.words", "compile"])
            break


def has_screen() -> bool:
    """Return whether a window can be opened here."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require_libraries(*, window: bool) -> None:
    """Raise LackingError, naming the packages, if the system lacks libraries that Qt loads. Linux only."""
    if not sys.platform.startswith("linux"):
        return
    needed = QT_LIBRARIES | (X11_LIBRARIES if window and os.environ.get("DISPLAY") else {})
    missing = sorted({package for library, package in needed.items() if not _loads(library)})
    if missing:
        raise LackingError(
            f"Qt needs libraries that this system does not have. On Debian and Ubuntu, as root:\n"
            f"  apt-get install {' '.join(missing)}"
        )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def demo(arguments: list[str]) -> int:
    """Open the sample conference, or run it as text where there is no screen."""
    headless = "--headless" in arguments
    if not headless and not has_screen():
        say("There is no screen here: the sample conference runs as text.")
        arguments = [*arguments, "--headless"]
    elif not headless:
        require_libraries(window=True)
    prepare()
    return FAILED if run([program("eventdesk"), "demo", *arguments]) else 0


def test(arguments: list[str]) -> int:
    """Run the tests without a screen."""
    require_libraries(window=False)
    prepare()
    chosen = ["-m", "not slow"] if "--quick" in arguments else []
    chosen += [argument for argument in arguments if argument != "--quick"]
    command = [program("python"), "-m", "pytest", "--numprocesses=auto", "--dist=worksteal", *chosen]
    with quick_folder() as folder:
        return FAILED if run(command, QT_QPA_PLATFORM="offscreen", TMPDIR=folder) else 0


@contextmanager
def quick_folder() -> Iterator[str]:
    """Hand out where tests keep their files: in memory if there is plenty, as on many disks they wait a lot."""
    usable = MEMORY_DISK.is_dir() and os.access(MEMORY_DISK, os.W_OK) and "TMPDIR" not in os.environ
    if not usable or shutil.disk_usage(MEMORY_DISK).free < ENOUGH_BYTES:
        yield tempfile.gettempdir()
        return
    with tempfile.TemporaryDirectory(dir=MEMORY_DISK, prefix="eventdesk-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # a print system works as another user, in a folder inside
        yield folder


def words(arguments: list[str]) -> int:
    """Bring the catalogues up to the code, or only look whether they are."""
    if arguments not in ([], ["--check"]) and not all(Path(name).is_file() for name in arguments):
        say("words takes --check, or files of tab-separated lines.")
        return USAGE
    prepare()
    verb = ["check"] if arguments == ["--check"] else ["update", *(str(Path(name).resolve()) for name in arguments)]
    return FAILED if run([program("python"), "-m", "tools.words", *verb]) else 0


def pictures(arguments: list[str]) -> int:
    """Write pictures of every page, for people to look at."""
    require_libraries(window=False)
    prepare()
    folder, *others = arguments if arguments and not arguments[0].startswith("-") else ["build/pictures", *arguments]
    result = run([program("python"), "-m", "tools.pictures", folder, *others], QT_QPA_PLATFORM="offscreen")
    say(f"The pictures are in {folder}." if not result else "Some pictures could not be taken.")
    return FAILED if result else 0


def check(arguments: list[str]) -> int:
    """Run every check to its end, then name those that failed."""
    if arguments:
        say("check takes no arguments.")
        return USAGE
    require_libraries(window=False)
    prepare()
    python = program("python")
    steps: list[tuple[str, Callable[[], bool]]] = [
        ("style", lambda: not run([python, "-m", "ruff", "check", "."])),
        ("layout", lambda: not run([python, "-m", "ruff", "format", "--check", "."])),
        ("types", lambda: not run([python, "-m", "mypy", "--strict"])),
        ("import contracts", lambda: not run([program("lint-imports")])),
        ("words", lambda: not run([python, "-m", "tools.words", "check"])),
        ("modules that stay perfect", check_coverage),
        ("package", check_package),
    ]
    failed = []
    for name, passes in steps:
        say(f"\n== {name}")
        if not passes():
            failed.append(name)
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return FAILED if failed else 0


def check_coverage() -> bool:
    """Return whether the tests take every branch of the modules on which everything else stands."""
    measure = [program("python"), "-m", "coverage"]
    tests = ["pytest", "--quiet", "-m", "not slow", "--hypothesis-profile=mutants", *PERFECT_BY]
    looked_at = ",".join(sorted({f"eventdesk.{module.split('/')[1]}" for module in PERFECT}))
    with quick_folder() as folder:
        if run([*measure, "run", f"--source={looked_at}", "-m", *tests], QT_QPA_PLATFORM="offscreen", TMPDIR=folder):
            return False
    return not run([*measure, "report", "--fail-under=100", "--show-missing", f"--include={','.join(PERFECT)}"])


def check_package() -> bool:
    """Build an sdist and from it a wheel, install that into a fresh environment and start it from another folder."""
    with tempfile.TemporaryDirectory(prefix="eventdesk-check-") as name:
        place = Path(name).resolve()
        if run([program("python"), "-m", "build", "--outdir", str(place), str(ROOT)]):
            return False
        (wheel,) = place.glob("*.whl")
        if not complete(wheel):
            return False
        environment(place / "venv")
        install(place / "venv", str(wheel))
        return starts(place)


def complete(wheel: Path) -> bool:
    """Return whether the wheel holds the two packages with all their data, and nothing else."""
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
    wanted = [f"eventdesk/_resources/translations/{language}/LC_MESSAGES/eventdesk.mo" for language in ("de", "en")]
    wanted += [
        f"eventdesk/_{file.relative_to(ROOT).as_posix()}"
        for folder in ("resources", "seeds")
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and file.suffix != ".mo" and "__pycache__" not in file.parts
    ]
    missing = sorted(set(wanted) - set(names))
    strays = sorted({top for top in (name.split("/")[0] for name in names) if top not in {"eventdesk", "ui"}})
    strays = [top for top in strays if not top.endswith(".dist-info")]
    if missing or strays:
        say(f"Missing in the wheel: {missing}; not meant to be there: {strays}")
    return not missing and not strays


def starts(place: Path) -> bool:
    """Return whether the installed package works, started from a folder that is not the checkout."""
    elsewhere, out = place / "elsewhere", place / "out"
    elsewhere.mkdir()
    eventdesk, python = program("eventdesk", place / "venv"), program("python", place / "venv")
    clean = {"PYTHONPATH": "", "QT_QPA_PLATFORM": "offscreen", "EVENTDESK_HOME": str(place / "home")}
    for command in (
        [eventdesk, "--version"],
        [eventdesk, "demo", "--headless", "--out", str(out)],
        [python, "-c", "import ui.app, eventdesk, sys; sys.exit(sys.prefix not in eventdesk.__file__)"],
    ):
        say("$ " + " ".join(command))
        if run(command, where=elsewhere, **clean):
            return False
    badges = list(out.rglob("badges.pdf"))
    if not badges or not badges[0].read_bytes().startswith(b"%PDF"):
        say(f"The demo wrote no badges.pdf into {out}")
        return False
    return True


VERBS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "words": words,
    "pictures": pictures,
}


def main(arguments: Sequence[str]) -> int:
    """Run one verb; returns the exit code."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        say((__doc__ or "").strip())
        return 0 if set(arguments) & {"-h", "--help"} else USAGE
    try:
        return verb(list(arguments[1:]))
    except LackingError as error:
        say(str(error))
        return LACKING
    except KeyboardInterrupt:
        return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
