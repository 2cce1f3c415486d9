"""Turns the first page of a PDF into a picture, in a process of its own with limits on its time and its memory.

Run as a program it reads the PDF from its input and writes how many pages there are, a line end and a PNG.
"""

import contextlib
import io
import subprocess
import sys
from pathlib import Path

SECONDS = 8.0
_BYTES = 500_000_000
_LONGEST_EDGE = 4000
_ENCRYPTED, _DAMAGED, _TOO_LARGE = 3, 4, 5


class WrongPageError(ValueError):
    """A PDF cannot be turned into a picture."""


class LockedPageError(WrongPageError):
    """A PDF asks for a password."""


class SlowPageError(WrongPageError):
    """A PDF takes too long."""


class HeavyPageError(WrongPageError):
    """A PDF needs too much memory."""


def first_page(data: bytes, *, seconds: float = SECONDS) -> tuple[bytes, int]:
    """Return the first page as a PNG, and the number of pages. Raises `WrongPageError` or one of its kind."""
    command = [sys.executable, "-I", str(Path(__file__))]
    quiet = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, check=False, creationflags=quiet
        )
    except subprocess.TimeoutExpired as error:
        raise SlowPageError from error
    if done.returncode == _ENCRYPTED:
        raise LockedPageError
    if done.returncode == _TOO_LARGE:
        raise HeavyPageError
    pages, _, picture = done.stdout.partition(b"\n")
    if done.returncode != 0 or not pages.isdigit() or not picture:
        raise WrongPageError
    return picture, int(pages)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(
            OSError, ValueError
        ):  # some systems know no such limit; the time is limited there, too
            resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))


def _main() -> int:
    _limit_memory()
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        return _ENCRYPTED if "password" in str(error).lower() else _DAMAGED
    try:
        page = document[0]
        scale = _LONGEST_EDGE / max(*page.get_size(), 1)
        picture = page.render(scale=scale).to_pil().convert("RGB")
        out = io.BytesIO()
        picture.save(out, "PNG")
    except MemoryError:
        return _TOO_LARGE
    except (pypdfium2.PdfiumError, IndexError, ValueError, OSError):
        return _DAMAGED
    sys.stdout.buffer.write(b"%d\n" % len(document) + out.getvalue())
    return 0


if __name__ == "__main__":
    raise SystemExit(_main())
