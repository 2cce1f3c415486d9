"""A CUPS of our own: its scheduler, its files, one printer that writes PDFs, all in a folder that goes away again."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

QUEUE = "EventBadge"
PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
FILES = """
ServerRoot {0}/root
StateDir {0}/run
RequestRoot {0}/spool
CacheDir {0}/cache
TempDir {0}/tmp
AccessLog {0}/log/access
ErrorLog {0}/log/error
PageLog {0}/log/page
SystemGroup root
"""
CONFIGURATION = """
Listen {0}/run/cups.sock
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


def scheduler() -> str | None:
    """Return where the scheduler of CUPS is, None if it, its PDF printer or the rights to run them are missing."""
    found = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin:/sbin")
    programs = all(shutil.which(program) for program in ("lp", "lpstat", "lpadmin"))
    may = hasattr(os, "geteuid") and os.geteuid() == 0
    return found if programs and may and PPD.is_file() and BACKEND.is_file() else None


class CupsHere:
    """One scheduler with one printer, and what comes out of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out" if _may_mount() else _usual_out()
        self._before = set(self.out.glob("*.pdf"))

    def tell(self, *command: str) -> str:
        """Run a program of CUPS."""
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
        return done.stdout

    def printed(self) -> list[Path]:
        """Return what has come out since the beginning, each file whole."""
        return sorted(path for path in set(self.out.glob("*.pdf")) - self._before if _is_whole(path))

    def wait_for(self, number: int) -> list[Path]:
        """Wait until so many PDFs have come out and CUPS says that they are done."""
        until(lambda: not self.tell("lpstat", "-W", "not-completed", "-o").strip() and len(self.printed()) >= number)
        return self.printed()

    def clear(self) -> None:
        """Take away what came out."""
        for path in set(self.out.glob("*.pdf")) - self._before:
            path.unlink()


@contextmanager
def cups_here(cupsd: str) -> Iterator[CupsHere]:
    """Run a scheduler; the environment must let CUPS_SERVER be set meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="cups-"))
    folder.chmod(0o755)  # filters run as another user
    for name in ("root", "run", "spool", "cache", "tmp", "log"):
        (folder / name).mkdir()
    (folder / "tmp").chmod(0o1777)
    (folder / "root/cups-files.conf").write_text(FILES.format(folder))
    (folder / "root/cupsd.conf").write_text(CONFIGURATION.format(folder))
    command = [cupsd, "-f", "-c", f"{folder}/root/cupsd.conf", "-s", f"{folder}/root/cups-files.conf"]
    here = CupsHere(folder)
    if here.out != _usual_out():  # several schedulers at once must not write to one folder
        _usual_out().mkdir(parents=True, exist_ok=True)
        here.out.mkdir()
        mounting = 'mount --bind "$0" "$1" && shift && exec "$@"'
        command = ["unshare", "--mount", "sh", "-c", mounting, str(here.out), str(_usual_out()), *command]
    before = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = f"{folder}/run/cups.sock"
    silent = subprocess.DEVNULL
    running = subprocess.Popen(command, stdin=silent, stdout=silent, stderr=silent)
    try:
        until((folder / "run/cups.sock").exists)
        here.tell("lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(PPD))
        yield here
    finally:
        running.terminate()
        running.wait(20)
        here.clear()
        if before is None:
            del os.environ["CUPS_SERVER"]
        else:
            os.environ["CUPS_SERVER"] = before
        shutil.rmtree(folder)


def until(true: Callable[[], bool], seconds: float = 40) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _usual_out() -> Path:
    """Return where the printer writes for the user who prints."""
    return Path.home() / "PDF"


def _may_mount() -> bool:
    """Say whether a folder can be put in the place of another one for one program alone."""
    here = str(Path.home())
    trial = ["unshare", "--mount", "mount", "--bind", here, here]
    return (
        shutil.which("unshare") is not None and not subprocess.run(trial, capture_output=True, check=False).returncode
    )


def _is_whole(path: Path) -> bool:
    return path.read_bytes().rstrip().endswith(b"%%EOF")
