"""What kind of place a path is in: a plain disk, a folder of a cloud, a network drive, a stick, a temporary folder.

A guess by names, marks and the system's list of what is mounted: good enough to warn, never to forbid.
"""

import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath


class Place(StrEnum):
    """How far a place can be trusted with the file that is worked on."""

    LOCAL = "local"
    CLOUD = "cloud"
    NETWORK = "network"
    REMOVABLE = "removable"
    TEMPORARY = "temporary"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The kind of a place and what it is called: "OneDrive", "nas.local/daten", "STICK"; empty if it has no name."""

    kind: Place
    name: str = ""


_REMOVABLE, _FIXED, _REMOTE, _RAM = 2, 3, 4, 6
"""What GetDriveTypeW of Windows answers."""


@dataclass(frozen=True, slots=True)
class Mount:
    """Something that is mounted: where, which kind of file system, of which device, whether that can be taken out."""

    point: str
    kind: str
    source: str = ""
    removable: bool = False


def _nothing(_folder: str) -> str:
    return ""


def _fixed(_root: str) -> int:
    return _FIXED


@dataclass(frozen=True)
class Surroundings:
    """What is known of a computer. `platform` as `sys.platform`; `drive_kind` and `label` of a drive of Windows.

    `clouds` are folders that a cloud says are its own; `mark` returns the cloud that has left its mark in a folder.
    """

    platform: str
    home: str
    mounts: tuple[Mount, ...] = ()
    clouds: Mapping[str, str] = field(default_factory=dict)
    temporary: tuple[str, ...] = ()
    drive_kind: Callable[[str], int] = _fixed
    label: Callable[[str], str] = _nothing
    mark: Callable[[str], str] = _nothing


_CLOUDS = (
    ("OneDrive", r"onedrive( ?- ?.+)?|skydrive"),
    ("Dropbox", r"dropbox( \(.+\)|-.+)?"),
    ("iCloud Drive", r"icloud ?drive|com~apple~clouddocs|mobile documents"),
    ("Google Drive", r"google ?drive( \(.+\)|-.+)?"),
    ("Nextcloud", r"nextcloud\d*"),
    ("ownCloud", r"owncloud\d*"),
    ("MagentaCLOUD", r"magentacloud"),
    ("HiDrive", r"(strato )?hidrive"),
    ("Seafile", r"seafile( drive)?|seadrive"),
    ("Tresorit", r"tresorit( drive)?|tresors"),
    ("Proton Drive", r"proton ?drive(-.+)?"),
    ("MEGA", r"mega(sync)?( uploads)?"),
    ("pCloud", r"pcloud ?(drive|sync)?"),
    ("Box", r"box sync|box-box"),
    ("kDrive", r"kdrive\d*"),
    ("Yandex Disk", r"yandex\.?disk"),
)
"""What clouds call their folders, whatever the case."""
_CLOUD_KINDS = {
    "fuse.rclone": "rclone",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive",
    "fuse.onedrive": "OneDrive",
    "fuse.pcloud": "pCloud",
    "fuse.seadrive": "Seafile",
    "fuse.mega": "MEGA",
}
_NETWORK_KINDS = re.compile(
    r"nfs\d?|cifs|smbfs|smb\d|afpfs|afs|ncpfs|davfs\d?|webdav|ceph|glusterfs|lustre|ftp|"
    r"fuse\.(sshfs|smbnetfs|davfs2?|curlftpfs|s3fs|glusterfs|cephfs|gvfsd-fuse|nfs.*)|gvfs"
)
_MEDIA = re.compile(r"/(?:run/)?media/(?:[^/]+/)?[^/]+|/Volumes/[^/]+")
_MARKS = {
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".tresorit": "Tresorit",
    ".SynologyWorkingDirectory": "Synology Drive",
}


def whereabouts(path: Path, surroundings: Surroundings | None = None) -> Whereabouts:
    """Return what kind of place a file or folder is in, or would be in. May take as long as a slow disk does."""
    if surroundings is None:
        with suppress(OSError):
            path = path.resolve()
    return place_of(str(path), surroundings or this_computer())


def place_of(text: str, known: Surroundings) -> Whereabouts:
    """Return the same of a path as text, of whatever system."""
    windows = known.platform == "win32"
    path: PurePath = PureWindowsPath(_short(text)) if windows else PurePosixPath(text)
    mount = None if windows else _mount_of(path, known.mounts)
    cloud = _cloud(path, known, mount)
    if cloud:
        return Whereabouts(Place.CLOUD, cloud)
    found = _windows(path, known) if windows else _mounted(path, mount)
    if found is None and any(_is_in(path, type(path)(each)) for each in known.temporary if each):
        found = Whereabouts(Place.TEMPORARY)
    return found or Whereabouts(Place.LOCAL)


def free_bytes(path: Path) -> int | None:
    """Return how many bytes are free where a file or folder is, or would be; None if that cannot be told."""
    for folder in (path, *path.absolute().parents):
        try:
            return shutil.disk_usage(folder).free
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            return None
    return None


def _short(text: str) -> str:
    """Return a path of Windows without the mark of a long one."""
    if text.upper().startswith("\\\\?\\UNC\\"):
        return "\\\\" + text[8:]
    return text.removeprefix("\\\\?\\")


def _cloud(path: PurePath, known: Surroundings, mount: Mount | None) -> str:
    """Return the name of the cloud that a path belongs to; empty if it is none."""
    for folder, name in known.clouds.items():
        if folder and _is_in(path, type(path)(folder)):
            return name
    if mount is not None and mount.kind in _CLOUD_KINDS:
        return _CLOUD_KINDS[mount.kind]
    if mount is not None and mount.kind == "fuse.gvfsd-fuse" and "/google-drive:" in str(path):
        return "Google Drive"
    for part in path.parts[1:]:
        for name, pattern in _CLOUDS:
            if re.fullmatch(pattern, part.casefold()):
                return name
    if isinstance(path, PureWindowsPath) and "google drive" in known.label(path.anchor).casefold():
        return "Google Drive"
    home = type(path)(known.home)
    folders = [each for each in path.parents if each not in {each.parent, home.parent}]
    return next((name for each in folders if (name := known.mark(str(each)))), "")


def _windows(path: PurePath, known: Surroundings) -> Whereabouts | None:
    if path.drive.startswith("\\\\"):
        return Whereabouts(Place.NETWORK, path.drive.strip("\\").replace("\\", "/"))
    kind = known.drive_kind(path.anchor)
    if kind == _REMOTE:
        return Whereabouts(Place.NETWORK, path.drive)
    if kind == _REMOVABLE:
        return Whereabouts(Place.REMOVABLE, known.label(path.anchor) or path.drive)
    return Whereabouts(Place.TEMPORARY) if kind == _RAM else None


def _mounted(path: PurePath, mount: Mount | None) -> Whereabouts | None:
    if mount is None:
        return None
    if _NETWORK_KINDS.fullmatch(mount.kind):
        share = re.search(r"/gvfs/[^/:]+:(?:[^/]*?server=([^,/]+))?(?:[^/]*?share=([^,/]+))?", str(path))
        named = "/".join(part for part in (share.groups() if share else ()) if part)
        return Whereabouts(Place.NETWORK, named or _source_name(mount.source))
    if mount.removable or _MEDIA.fullmatch(mount.point):
        return Whereabouts(Place.REMOVABLE, PurePosixPath(mount.point).name)
    return Whereabouts(Place.TEMPORARY) if mount.kind in {"tmpfs", "ramfs"} else None


def _source_name(source: str) -> str:
    """Return what is shared, without who asks for it: "nas.local/daten"."""
    plain = source.removeprefix("//").rpartition("@")[2]
    return plain.replace(":/", "/", 1)


def _mount_of(path: PurePath, mounts: Iterable[Mount]) -> Mount | None:
    """Return the innermost mount that a path is in."""
    over = [mount for mount in mounts if _is_in(path, PurePosixPath(mount.point))]
    return max(over, key=lambda mount: len(PurePosixPath(mount.point).parts), default=None)


def _is_in(path: PurePath, folder: PurePath) -> bool:
    return path == folder or folder in path.parents


def this_computer() -> Surroundings:
    """Return what this computer says about itself. May take as long as a slow disk does."""
    return Surroundings(
        platform=sys.platform,
        home=str(Path.home()),
        mounts=tuple(_mounts()),
        clouds={**_clouds_by_name(os.environ), **_dropbox()},
        temporary=tuple({tempfile.gettempdir(), os.path.realpath(tempfile.gettempdir()), *_TEMPORARY}),
        drive_kind=_drive_kind,
        label=_label,
        mark=_mark,
    )


_TEMPORARY = () if sys.platform == "win32" else ("/tmp", "/var/tmp", "/private/tmp", "/private/var/folders")  # noqa: S108


def _clouds_by_name(variables: Mapping[str, str]) -> dict[str, str]:
    names = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
    return {variables[name]: "OneDrive" for name in names if variables.get(name)}


def _dropbox() -> dict[str, str]:
    """Return the folders that Dropbox says are its own."""
    found = {}
    for folder in (os.environ.get("APPDATA"), os.environ.get("LOCALAPPDATA"), str(Path.home())):
        for name in ("Dropbox", ".dropbox") if folder else ():
            with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
                told = json.loads((Path(str(folder)) / name / "info.json").read_text("utf-8"))
                found.update({str(account["path"]): "Dropbox" for account in told.values()})
    return found


def _mark(folder: str) -> str:
    """Return the cloud that has left its mark in a folder."""
    with suppress(OSError):
        for name in (each.name for each in Path(folder).iterdir()):
            if name in _MARKS:
                return _MARKS[name]
            if re.fullmatch(r"\.?_?sync_[0-9a-f]+\.db", name):
                return "Nextcloud"
    return ""


def _mounts() -> Iterator[Mount]:
    if sys.platform == "linux":
        with suppress(OSError):
            for line in Path("/proc/self/mounts").read_text("utf-8", errors="replace").splitlines():
                source, point, kind, *_ = (_unescaped(part) for part in line.split(" "))
                yield Mount(point, kind, source, _can_be_taken_out(source))
    elif sys.platform == "darwin":
        with suppress(OSError, subprocess.SubprocessError):
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True).stdout
            for line in told.splitlines():
                found = re.fullmatch(r"(.+?) on (/.*) \((\w+).*\)", line)
                if found:
                    yield Mount(found[2], found[3], found[1])


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _can_be_taken_out(source: str) -> bool:
    """Say whether Linux knows the disk of a device as one that can be taken out."""
    name = Path(source).name
    if not source.startswith("/dev/") or name.startswith(("loop", "zram")):
        return False
    with suppress(OSError):
        block = Path("/sys/class/block", name).resolve()
        whole = block.parent if (block / "partition").exists() else block
        return (whole / "removable").read_text().strip() == "1"
    return False


def _drive_kind(root: str) -> int:
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    return _FIXED


def _label(root: str) -> str:
    if sys.platform == "win32":
        label = ctypes.create_unicode_buffer(261)
        if ctypes.windll.kernel32.GetVolumeInformationW(root, label, 261, None, None, None, None, 0):
            return label.value
    return ""
