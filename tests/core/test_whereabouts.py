"""What kind of place a path is in, on three systems; and how much room there is."""

import tempfile
from pathlib import Path

import pytest

from eventdesk import whereabouts
from eventdesk.whereabouts import Mount, Place, Surroundings, Whereabouts, free_bytes, place_of

MARKED = {"/home/mara/Geteilt": "Nextcloud", "/home": "never asked"}
LINUX = Surroundings(
    platform="linux",
    home="/home/mara",
    mounts=(
        Mount("/", "ext4", "/dev/nvme0n1p2"),
        Mount("/home", "btrfs", "/dev/nvme0n1p3"),
        Mount("/tmp", "tmpfs", "tmpfs"),
        Mount("/dev/shm", "tmpfs", "tmpfs"),
        Mount("/run/user/1000/gvfs", "fuse.gvfsd-fuse", "gvfsd-fuse"),
        Mount("/media/mara/STICK", "vfat", "/dev/sdb1"),
        Mount("/run/media/mara/Blauer Stick", "exfat", "/dev/sdc1"),
        Mount("/mnt/daten", "cifs", "//nas.local/daten"),
        Mount("/mnt/daten/platte", "ext4", "/dev/sda1"),
        Mount("/srv/haus", "nfs4", "server:/haus/konferenz"),
        Mount("/srv/fern", "fuse.sshfs", "mara@server:/home/mara"),
        Mount("/mnt/wolke", "fuse.rclone", "gdrive:"),
        Mount("/karte", "vfat", "/dev/mmcblk0p1", removable=True),
    ),
    temporary=("/tmp", "/var/tmp"),
    mark=lambda folder: MARKED.get(folder, ""),
)
MAC = Surroundings(
    platform="darwin",
    home="/Users/mara",
    mounts=(
        Mount("/", "apfs", "/dev/disk3s1s1"),
        Mount("/System/Volumes/Data", "apfs", "/dev/disk3s5"),
        Mount("/Volumes/STICK", "msdos", "/dev/disk4s1"),
        Mount("/Volumes/Daten", "smbfs", "//mara@nas.local/Daten"),
    ),
    clouds={"/Users/mara/Wolke": "Dropbox"},
    temporary=("/private/var/folders",),
)
KINDS = {"C:\\": 3, "D:\\": 3, "E:\\": 2, "N:\\": 4, "G:\\": 3, "R:\\": 6}
LABELS = {"E:\\": "STICK", "G:\\": "Google Drive"}
WINDOWS = Surroundings(
    platform="win32",
    home="C:\\Users\\Mara",
    clouds={"C:\\Users\\Mara\\Cloud": "OneDrive", "": "nobody"},
    temporary=("C:\\Users\\Mara\\AppData\\Local\\Temp",),
    drive_kind=lambda root: KINDS.get(root, 1),
    label=lambda root: LABELS.get(root, ""),
)
PLACES = [
    (LINUX, "/home/mara/Dokumente/fair.eventdesk", Place.LOCAL, ""),
    (LINUX, "/home/mara/Nextcloud backups/fair.eventdesk", Place.LOCAL, ""),
    (LINUX, "/home/mara/Nextcloud/Messe/fair.eventdesk", Place.CLOUD, "Nextcloud"),
    (LINUX, "/home/mara/Geteilt/Messe/fair.eventdesk", Place.CLOUD, "Nextcloud"),
    (LINUX, "/home/mara/Dropbox (Verein)/fair.eventdesk", Place.CLOUD, "Dropbox"),
    (LINUX, "/media/mara/STICK/ownCloud2/fair.eventdesk", Place.CLOUD, "ownCloud"),
    (LINUX, "/mnt/wolke/fair.eventdesk", Place.CLOUD, "rclone"),
    (LINUX, "/run/user/1000/gvfs/google-drive:host=x/fair.eventdesk", Place.CLOUD, "Google Drive"),
    (LINUX, "/run/user/1000/gvfs/smb-share:server=nas.local,share=daten/f.eventdesk", Place.NETWORK, "nas.local/daten"),
    (LINUX, "/mnt/daten/fair.eventdesk", Place.NETWORK, "nas.local/daten"),
    (LINUX, "/mnt/daten/platte/fair.eventdesk", Place.LOCAL, ""),
    (LINUX, "/mnt/datenbank/fair.eventdesk", Place.LOCAL, ""),
    (LINUX, "/srv/haus/fair.eventdesk", Place.NETWORK, "server/haus/konferenz"),
    (LINUX, "/srv/fern/fair.eventdesk", Place.NETWORK, "server/home/mara"),
    (LINUX, "/media/mara/STICK/fair.eventdesk", Place.REMOVABLE, "STICK"),
    (LINUX, "/run/media/mara/Blauer Stick/fair.eventdesk", Place.REMOVABLE, "Blauer Stick"),
    (LINUX, "/karte/fair.eventdesk", Place.REMOVABLE, "karte"),
    (LINUX, "/tmp/fair.eventdesk", Place.TEMPORARY, ""),
    (LINUX, "/var/tmp/x/fair.eventdesk", Place.TEMPORARY, ""),
    (LINUX, "/dev/shm/fair.eventdesk", Place.TEMPORARY, ""),
    (LINUX, "/", Place.LOCAL, ""),
    (MAC, "/Users/mara/Documents/fair.eventdesk", Place.LOCAL, ""),
    (MAC, "/Users/mara/Library/Mobile Documents/com~apple~CloudDocs/f.eventdesk", Place.CLOUD, "iCloud Drive"),
    (MAC, "/Users/mara/Library/CloudStorage/OneDrive-Verein/f.eventdesk", Place.CLOUD, "OneDrive"),
    (MAC, "/Users/mara/Library/CloudStorage/GoogleDrive-mara@example.org/f.eventdesk", Place.CLOUD, "Google Drive"),
    (MAC, "/Users/mara/Wolke/fair.eventdesk", Place.CLOUD, "Dropbox"),
    (MAC, "/Volumes/STICK/fair.eventdesk", Place.REMOVABLE, "STICK"),
    (MAC, "/Volumes/Daten/fair.eventdesk", Place.NETWORK, "nas.local/Daten"),
    (MAC, "/private/var/folders/ab/T/fair.eventdesk", Place.TEMPORARY, ""),
    (WINDOWS, "C:\\Users\\Mara\\Documents\\fair.eventdesk", Place.LOCAL, ""),
    (WINDOWS, "C:\\Users\\Mara\\OneDrive - Verein e.V\\fair.eventdesk", Place.CLOUD, "OneDrive"),
    (WINDOWS, "c:\\users\\mara\\CLOUD\\fair.eventdesk", Place.CLOUD, "OneDrive"),
    (WINDOWS, "C:\\Users\\Mara\\iCloudDrive\\fair.eventdesk", Place.CLOUD, "iCloud Drive"),
    (WINDOWS, "G:\\Meine Ablage\\fair.eventdesk", Place.CLOUD, "Google Drive"),
    (WINDOWS, "\\\\nas\\daten\\fair.eventdesk", Place.NETWORK, "nas/daten"),
    (WINDOWS, "\\\\?\\UNC\\nas\\daten\\fair.eventdesk", Place.NETWORK, "nas/daten"),
    (WINDOWS, "\\\\?\\D:\\fair.eventdesk", Place.LOCAL, ""),
    (WINDOWS, "N:\\fair.eventdesk", Place.NETWORK, "N:"),
    (WINDOWS, "E:\\fair.eventdesk", Place.REMOVABLE, "STICK"),
    (WINDOWS, "R:\\fair.eventdesk", Place.TEMPORARY, ""),
    (WINDOWS, "C:\\Users\\Mara\\AppData\\Local\\Temp\\fair.zip\\fair.eventdesk", Place.TEMPORARY, ""),
]


@pytest.mark.parametrize(("known", "path", "kind", "name"), PLACES, ids=[place[1] for place in PLACES])
def test_a_path_tells_where_it_is(known: Surroundings, path: str, kind: Place, name: str) -> None:
    assert place_of(path, known) == Whereabouts(kind, name)


def test_this_computer_knows_its_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    assert whereabouts.whereabouts(tmp_path / "fair.eventdesk").kind is Place.TEMPORARY


def test_clouds_leave_their_marks_in_their_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, (mark, name) in enumerate((
        (".sync_0a1b2c.db", "Nextcloud"), (".owncloudsync.log", "ownCloud"), (".dropbox.cache", "Dropbox"),
    )):  # fmt: skip
        folder = tmp_path / str(number)
        (folder / "deep").mkdir(parents=True)
        (folder / mark).touch()
        assert whereabouts.whereabouts(folder / "deep" / "fair.eventdesk") == Whereabouts(Place.CLOUD, name)
    own = tmp_path / "own"
    (own / ".dropbox").mkdir(parents=True)
    (own / ".dropbox" / "info.json").write_text(f'{{"personal": {{"path": "{own}/Kiste"}}}}', encoding="utf-8")
    monkeypatch.setattr(Path, "home", lambda: own)
    monkeypatch.setenv("OneDrive", str(own / "Eins"))
    assert whereabouts.whereabouts(own / "Kiste" / "a.eventdesk").name == "Dropbox"
    assert whereabouts.whereabouts(own / "Eins" / "a.eventdesk").name == "OneDrive"
    (own / ".dropbox" / "info.json").write_text("[]", encoding="utf-8")
    assert whereabouts.whereabouts(own / "Kiste" / "a.eventdesk").kind is not Place.CLOUD


def test_room_is_told_also_of_what_is_not_there_yet(tmp_path: Path) -> None:
    free = free_bytes(tmp_path)
    assert free is not None
    assert free > 0
    assert free_bytes(tmp_path / "a" / "b" / "c.eventdesk") is not None
    (tmp_path / "file").touch()
    assert free_bytes(tmp_path / "file" / "below") is not None
