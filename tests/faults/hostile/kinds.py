"""What somebody may hand to eventdesk, how it is spoilt, and what is done with it."""

import contextlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from eventdesk import log, outputs
from eventdesk.badges.design import template_file
from eventdesk.badges.printers.queue import restored
from eventdesk.badges.sheets import sheet_file
from eventdesk.checkin import actions, points
from eventdesk.codes import Fault
from eventdesk.desk import open_event
from eventdesk.drawing.picture import WrongPictureError, read_picture
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.eventfolder import create_from
from eventdesk.fair.floor.background import read_background
from eventdesk.people import code, scanner
from eventdesk.people.importing import import_people, load_mapping
from eventdesk.tables import sentences
from eventdesk.words import Words
from tests.clock import FakeClock
from tests.faults.hostile import texts, using
from tests.faults.hostile.mutation import spoilt
from tests.faults.hostile.running import Kind
from tests.faults.hostile.samples import parts, samples, zipped
from tests.faults.hostile.spoiling_events import spoilt_event

WORDS = Words("de")
File = tuple[str, bytes]
_NAMES = ("list.csv", "list.xlsx", "plan", "x.svg", "\u202egpj.exe", "a" * 180 + ".txt", "list.csv.exe", "CON", "-o")


def _written(folder: Path, file: File) -> Path:
    path = folder / file[0]
    path.write_bytes(file[1])
    return path


def _either(rng: Random, valid: Mapping[str, bytes], invented: Callable[[Random], bytes]) -> File:
    """Return a spoilt sample, or something invented; sometimes under a name that promises something else."""
    name = rng.choice(sorted(valid))
    data = spoilt(rng, valid[name]) if rng.random() < 0.5 else invented(rng)
    if rng.random() < 0.1:
        data = spoilt(rng, data)
    return (rng.choice(_NAMES) if rng.random() < 0.05 else name), data


# ---- lists of people


def _list(rng: Random) -> File:
    return _either(rng, samples().lists, texts.csv)


def _workbook(rng: Random) -> File:
    name = rng.choice(sorted(samples().workbooks))
    data = samples().workbooks[name]
    if name == "list.xls" or rng.random() < 0.4:
        return name, spoilt(rng, data)
    inside = parts(data)
    for part in rng.sample(sorted(inside), rng.choice((1, 1, 2))):
        inside[part] = spoilt(rng, inside[part], among=_XML)
    return name, zipped(inside)


_XML = (
    *(
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"&lol;",
        b'"',
        b"</",
        b"<!DOCTYPE x [<!ENTITY lol 'ha'>]>",
        b"<!--",
        b"]]>",
        b"\0",
        b"\xff",
    ),
    *(b"1048576", b"XFD1048576", b"A0", b"-1", b"9" * 40, b"4294967295", b't="s"', b't="e"', b"<v>1e400</v>", b"<row>"),
    *(
        b'table:number-columns-repeated="2147483647"',
        b'table:number-rows-repeated="99999999"',
        b'r="ZZZZZZ9"',
        b"<c>",
        b"<v>",
    ),
)


def _import(file: File, folder: Path) -> None:
    """Import for trial, and say what is wrong; the longer way, with everything written and taken back, now and then."""
    path = _written(folder, file)
    event = _desk_event()
    trial = import_people(event, path, dry_run=True)
    json.dumps(trial.as_json(WORDS))
    for remark in trial.plan.remarks:
        sentences.remark(WORDS, remark)
    if len(file[1]) % 4 == 0 and import_people(event, path, good_rows=True).eid is not None:
        event.undo()


@cache
def _desk_event() -> Event:
    """Return an open event of this process, into which lists are imported for trial."""
    import tempfile

    path = Path(tempfile.mkdtemp(prefix="hostile-desk-")) / "desk.eventdesk"
    path.write_bytes(samples().event)
    return open_event(path, desk="Schalter 1", clock=FakeClock())


def _mapping(rng: Random) -> File:
    if rng.random() < 0.5:
        field = rng.choice(("name", "email", "ignore", "x", ""))
        text = json.dumps(
            {"preset": rng.choice(("auto", "plain", "pretix", "x")), "columns": {"A": field, "B": "extra"}}
        )
        text = text if rng.random() < 0.3 else texts.json_text(rng)
        name = "map.json"
    else:
        lines = (
            f'"{rng.choice(("A", "Name", "", "a b"))}{at}" = {texts.scalar(rng)}' for at in range(rng.randint(0, 5))
        )
        text = "\n".join([f"preset = {texts.scalar(rng)}", "[columns]", *lines])
        name = "map.toml"
    return name, spoilt(rng, text.encode("utf-8", "surrogatepass")) if rng.random() < 0.5 else text.encode(
        "utf-8", "replace"
    )


def _load_mapping(file: File, folder: Path) -> None:
    load_mapping(_written(folder, file))


# ---- what is printed with


def _template(rng: Random) -> str:
    text = rng.choice(samples().templates)
    if rng.random() < 0.4:
        return spoilt(rng, text.encode()).decode("utf-8", "replace")
    lines = text.splitlines()
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(lines))
        key, equals, _old = lines[at].partition("=")
        lines[at] = (
            f"{key}= {texts.scalar(rng)}" if equals else rng.choice((lines[at], "[[front]]", "[back]", "[front.x]"))
        )
    return "\n".join(lines)


def _sheets(rng: Random) -> str:
    lines = samples().sheets.splitlines()
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(lines))
        key, equals, _old = lines[at].partition("=")
        lines[at] = f"{key}= {texts.scalar(rng)}" if equals else lines[at]
    text = "\n".join(lines)
    return text if rng.random() < 0.6 else spoilt(rng, text.encode()).decode("utf-8", "replace")


def _parse_template(text: str, _folder: Path) -> None:
    """Read a template; what was read comes back from what is written, and every problem has its line and sentence."""
    from eventdesk.badges.design.template_words import problem as problem_text

    read = template_file.parse(text, "own.toml")
    for problem in read.problems:
        assert problem_text(WORDS, problem)
        assert 1 <= problem.line <= text.count("\n") + 1
    if read.template is not None:
        assert template_file.parse(template_file.to_toml(read.template)).template == read.template


def _parse_sheets(text: str, _folder: Path) -> None:
    read = sheet_file.parse(text, "own.toml")
    for sheet in read.sheets:
        assert sheet_file.parse(sheet_file.to_toml(sheet)).sheets == (sheet,)


def _picture(rng: Random) -> File:
    name = rng.choice(sorted(samples().pictures))
    return name, spoilt(rng, samples().pictures[name])


def _read_picture(file: File, folder: Path) -> None:
    with contextlib.suppress(WrongPictureError):
        found = read_picture(file[1])
        assert 0 < found.width <= 1200
    _read_background(file, folder)


# ---- what lies behind a plan


def _drawing(rng: Random) -> File:
    return _either(rng, samples().drawings, texts.svg if rng.random() < 0.5 else texts.dxf)


def _page(rng: Random) -> File:
    name = rng.choice(sorted(samples().pages))
    return name, spoilt(rng, samples().pages[name])


def _read_background(file: File, folder: Path) -> None:
    found = read_background(_written(folder, file))
    assert found.width >= 1
    assert found.height >= 1
    assert len(found.body) <= 4_000_000


# ---- whole events


def _folder(rng: Random) -> dict[str, bytes]:
    found = dict(samples().folder)
    for name in rng.sample(sorted(found), rng.choice((1, 1, 2, 3))):
        way = rng.random()
        if way < 0.6:
            found[name] = spoilt(rng, found[name])
        elif name.endswith(".csv"):
            header = tuple(found[name].decode("utf-8-sig").splitlines()[0].split(";"))
            found[name] = texts.csv(rng, header)
        else:
            lines = found[name].decode().splitlines()
            at = rng.randrange(len(lines))
            lines[at] = f"{lines[at].partition('=')[0]}= {texts.scalar(rng)}"
            found[name] = "\n".join(lines).encode("utf-8", "replace")
    return found


def _make_event(contents: dict[str, bytes], folder: Path) -> None:
    source = folder / "source"
    source.mkdir()
    for name, data in contents.items():
        (source / name).write_bytes(data)
    made = create_from(folder / "made.eventdesk", source, good_rows=True, clock=FakeClock(), desk="Schalter 1")
    for problem in made.problems:
        assert sentences.expectation(WORDS, problem.expected, problem.args)
    for remark in made.remarks:
        sentences.remark(WORDS, remark)
    with made.opened() as event:
        for read in using.READ:
            read(event)


def _event_file(rng: Random) -> bytes:
    return spoilt_event(rng, samples().event)


def _use_event(data: bytes, folder: Path) -> None:
    path = _written(folder, ("received.eventdesk", data))
    try:
        using.use(path)
    except KnownError as error:
        if error.fault not in using.ABOUT_FILES and error.fault is not Fault.NO_POINT:
            raise AssertionError(f"not about the file: {error}") from error
        raise


# ---- what is typed and what a desk keeps for itself


def _scan(typed: str, _folder: Path) -> None:
    code.read(typed)
    code.without_secret(typed)
    scanner.tried(typed, ended=True)
    event = _desk_event()
    actions.check_in(event, typed, points.find_point(event.db))


def _kept(rng: Random) -> dict[str, str]:
    """Return what a desk finds in its own files after somebody was at them."""
    item = {
        "id": "a1", "title": "Elif", "printer": "folder:/tmp", "event": "e", "people": [1], "occasion": "",
        "file": "x.pdf", "size": [90, 50], "pages": 1, "sides": "one", "stage": "waiting", "fault": "", "details": {},
        "small": False,
    }  # fmt: skip
    item[rng.choice(sorted(item))] = json.loads(
        rng.choice(("null", "[]", "{}", '"x"', "-1", "1e400", "[[1, 2]]", "true"))
    )
    queue = json.dumps({"version": rng.choice((1, 1, 1, 2, "x")), "items": [item]})
    habits = '[{"prefix": "]C1", "suffix": "", "swapped": true, "silent": false}]'
    written = '["2027-03-06T10:00:00+00:00", "/tmp/x.csv", 12, 13]'
    found = {"queue": queue, "habits": habits, "written": written, "ini": _INI}
    for name, text in found.items():
        way = rng.random()
        if way < 0.3:
            found[name] = texts.json_text(rng)
        elif way < 0.8:
            found[name] = spoilt(rng, text.encode()).decode("utf-8", "replace")
    return found


_INI = """[General]
language=de
shade=dark
text_size=150
desk=Schalter 1
recent=/tmp/a.eventdesk\\n/tmp/b.eventdesk

[guest]
seconds=12
names=no

[printing]
policy=once
printer=folder:/tmp/x

[sound]
volume=70

[window]
geometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0)
"""


def _start_desk(kept: dict[str, str], folder: Path) -> None:
    import os
    from datetime import UTC, datetime

    from ui.preferences import FILE, Preferences

    scanner.habits_from_text(kept["habits"])
    with contextlib.suppress(ValueError):
        restored(kept["queue"])
    os.environ["EVENTDESK_HOME"] = str(folder)
    (folder / FILE).write_text(kept["ini"], "utf-8", "replace")
    log.folder().mkdir()
    (log.folder() / outputs.LIST).write_text(kept["written"], "utf-8", "replace")
    outputs.written_since(datetime(2020, 1, 1, tzinfo=UTC))
    outputs.strike_out_missing()
    preferences = Preferences(folder)
    for name in _properties(Preferences):
        getattr(preferences, name)
    preferences.recent()
    preferences.folder_for_files()


def _properties(of: type[Any]) -> list[str]:
    return sorted(name for name, value in vars(of).items() if isinstance(value, property))


def prepare() -> None:
    """Make all samples, and load what every process needs."""
    samples()
    import PIL.Image
    import xlsxwriter

    from ui import preferences

    assert xlsxwriter.__name__ != preferences.__name__
    PIL.Image.init()


KINDS: tuple[Kind, ...] = (
    Kind("list", 260, _list, _import),
    Kind("workbook", 15, _workbook, _import),
    Kind("mapping", 90, _mapping, _load_mapping),
    Kind("template", 120, _template, _parse_template),
    Kind("sheets", 45, _sheets, _parse_sheets),
    Kind("picture", 120, _picture, _read_picture),
    Kind("drawing", 170, _drawing, _read_background),
    Kind("page", 6, _page, _read_background),
    Kind("folder", 30, _folder, _make_event),
    Kind("event", 30, _event_file, _use_event),
    Kind("typed", 64, texts.typed, _scan),
    Kind("kept", 50, _kept, _start_desk),
)
"""All kinds, each with its share of a thousand cases."""
