"""What a disk may hold after its power was cut: what was synced, and of the rest whatever chance has let arrive.

Writes that were not synced may be missing or in part (torn at the disk's blocks of 512 bytes), whatever their order;
where one is missing before the end of a file there are zeros or rubbish. Names that were not synced may be missing, or
still be there. A cut at the n-th operation finds all before it done or waiting, and nothing after it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

from tests.faults.disk.trace import Deleted, FolderSynced, Made, Operation, Renamed, Synced, Truncated, Written

BLOCK = 512
Files = dict[str, bytes]
"""Contents by path."""
_ARRIVING = (0.0, 0.5, 0.9, 1.0)
"""How much of what was not synced arrives, in one cut or another."""


@dataclass
class _Content:
    """The bytes of one file, whatever its name: those on the disk, and what is still to be done to them."""

    lasting: bytearray
    waiting: list[Written | Truncated] = field(default_factory=list)

    def do(self, operation: Written | Truncated) -> None:
        """Do one thing to the bytes on the disk."""
        if isinstance(operation, Truncated):
            grown = bytes(max(0, operation.size - len(self.lasting)))
            self.lasting[:] = self.lasting[: operation.size] + grown
        else:
            _put(self.lasting, operation.at, operation.content, bytes)

    def sync(self) -> None:
        """Do all that is waiting."""
        for operation in self.waiting:
            self.do(operation)
        self.waiting.clear()


_Name = tuple[str, _Content | None]
"""A name gets these bytes, or has none any more."""


class Disk:
    """The files of some folders, of which only a part is safe."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """All of these files are safe to begin with."""
        self._safe = {path: _Content(bytearray(content)) for path, content in files.items()}
        self._seen = dict(self._safe)
        self._waiting: list[tuple[_Name, ...]] = []

    def do(self, operation: Operation) -> None:
        """Let one thing happen."""
        match operation:
            case Made(path):
                self._name((path, _Content(bytearray())))
            case Written(path) | Truncated(path):
                self._content(path).waiting.append(operation)
            case Synced(path, folder):
                self._content(path).sync()
                if folder:
                    self._sync_folder(str(Path(path).parent))
            case Deleted(path, synced):
                self._name((path, None))
                if synced:
                    self._sync_folder(str(Path(path).parent))
            case Renamed(path, target):
                self._name((path, None), (target, self._content(path)))
            case FolderSynced(path):
                self._sync_folder(path)

    def without_power(self, chance: Random) -> Files:
        """Return what is found when the power is back."""
        arriving = chance.choice(_ARRIVING)
        names = dict(self._safe)
        for change in self._waiting:
            if chance.random() < arriving:
                _rename(names, change)
        return {path: _left_of(content, arriving, chance) for path, content in sorted(names.items())}

    def as_seen(self) -> Files:
        """Return what a program sees that goes on working."""
        found: Files = {}
        for path, content in self._seen.items():
            whole = _Content(bytearray(content.lasting), list(content.waiting))
            whole.sync()
            found[path] = bytes(whole.lasting)
        return found

    def _content(self, path: str) -> _Content:
        """Return the bytes under a name; what was made by a way that nobody watches is new now."""
        if path not in self._seen:
            self._name((path, _Content(bytearray())))
        return self._seen[path]

    def _name(self, *change: _Name) -> None:
        self._waiting.append(change)
        _rename(self._seen, change)

    def _sync_folder(self, folder: str) -> None:
        here = [change for change in self._waiting if any(str(Path(path).parent) == folder for path, _ in change)]
        for change in here:
            _rename(self._safe, change)
        self._waiting = [change for change in self._waiting if change not in here]


def _rename(names: dict[str, _Content], change: tuple[_Name, ...]) -> None:
    for path, content in change:
        if content is None:
            names.pop(path, None)
        else:
            names[path] = content


def _left_of(content: _Content, arriving: float, chance: Random) -> bytes:
    left = _Content(bytearray(content.lasting))
    fill = chance.randbytes if chance.random() < 0.25 else bytes
    for operation in content.waiting:
        if chance.random() >= arriving:
            continue
        if isinstance(operation, Truncated):
            left.do(operation)
        elif chance.random() < 0.2:
            for at, block in _blocks(operation):
                if chance.random() < 0.5:
                    _put(left.lasting, at, block, fill)
        else:
            _put(left.lasting, operation.at, operation.content, fill)
    return bytes(left.lasting)


def _put(content: bytearray, at: int, piece: bytes, fill: Callable[[int], bytes]) -> None:
    content += fill(max(0, at - len(content)))
    content[at : at + len(piece)] = piece


def _blocks(written: Written) -> list[tuple[int, bytes]]:
    """Return the parts of a write that lie in one block of the disk each."""
    end = written.at + len(written.content)
    edges = [written.at, *range(written.at - written.at % BLOCK + BLOCK, end, BLOCK), end]
    return [(first, written.content[first - written.at : last - written.at]) for first, last in pairwise(edges)]
