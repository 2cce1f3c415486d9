"""CUPS as its programs are seen from here: stand-ins for `lp` and `lpstat` that note what they were asked."""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from eventdesk.badges.printers.cups import CupsSpooler, printers, trays
from eventdesk.badges.printers.spooler import Job, JobState, Progress, Sides, withdraw
from eventdesk.codes import Fault, PrinterTrouble
from eventdesk.errors import KnownError

SIZE = (105.0, 148.0)
PROGRAM = """#!{python}
import json, os, sys, time
state = json.load(open({state!r}))
name = os.path.basename(sys.argv[0])
with open({log!r}, "a") as log:
    log.write(json.dumps([name, sys.argv[1:], os.environ.get("LC_ALL")]) + "\\n")
time.sleep(state.get("sleep_" + name, 0))
if name == "lp":
    content = sys.stdin.buffer.read()
    open({got!r}, "wb").write(content)
    if state.get("lp_fails"):
        sys.exit("lp: " + state["lp_fails"])
    print("request id is " + state["queue"] + "-7 (1 file(s))")
elif name == "cancel":
    sys.exit(bool(state.get("stubborn")))
elif name == "lpoptions":
    slot = state.get("trays", "InputSlot/Paper Tray: *Auto Tray1 Tray2")
    print("PageSize/Media Size: *A4\\n" + slot + "\\nDuplex/2-Sided: *None")
elif sys.argv[1] == "-e":
    print("\\n".join(state["printers"]))
elif sys.argv[1] == "-p":
    printer = sys.argv[2]
    if state.get("scheduler_down"):
        sys.exit("lpstat: Transport endpoint is not connected")
    if printer not in state["printers"]:
        sys.exit('lpstat: Invalid destination name in list "' + printer + '".')
    if printer in state.get("paused", []):
        print("printer " + printer + " disabled since Sat Nov 21 09:00:00 2026 -\\n\\tPaper jam")
    else:
        print("printer " + printer + " is idle.  enabled since Sat Nov 21 09:00:00 2026")
elif sys.argv[1] == "-a":
    word = "not accepting" if sys.argv[2] in state.get("rejecting", []) else "accepting"
    print(sys.argv[2] + " " + word + " requests since Sat Nov 21 09:00:00 2026\\n\\tin repair")
elif "-W" in sys.argv and state.get("scheduler_down"):
    sys.exit("lpstat: Transport endpoint is not connected")
elif sys.argv[1:4] == ["-l", "-W", "completed"]:
    for job, why in state.get("ended", []):
        print(job + " anna 1024 Sat\\n\\tStatus: " + why + "\\n\\tAlerts: none")
elif sys.argv[1:3] == ["-l", "-p"]:
    print("printer " + sys.argv[3] + " now printing\\n\\tForm mounted:\\n\\tAlerts: " + state.get("alerts", "none"))
else:
    print("\\n".join(job + " anna 1024 Sat Nov 21 09:00:00 2026" for job in state.get("waiting", [])))
"""


class Cups:
    """What the stand-ins pretend, and what they were asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log, self.got, self._state = folder / "log", folder / "got", folder / "state"
        program = PROGRAM.format(python=sys.executable, state=str(self._state), log=str(self.log), got=str(self.got))
        for name in ("lp", "lpstat", "cancel", "lpoptions"):
            path = folder / "bin" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(program)
            path.chmod(0o755)
        self.set()

    def set(self, **state: object) -> None:
        self._state.write_text(json.dumps({"printers": ["QL-820", "Laser"], "queue": "QL-820", **state}))

    def asked(self, program: str) -> list[list[str]]:
        lines = [json.loads(line) for line in self.log.read_text().splitlines()]
        assert {line[2] for line in lines} == {"C.UTF-8"}
        return [line[1] for line in lines if line[0] == program]


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    stand_in = Cups(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return stand_in


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "badge.pdf"
    path.write_bytes(b"%PDF-1.4 one badge")
    return path


def settled(spooler: CupsSpooler, job: Job) -> JobState:
    """Wait until `lp` has ended, and return what became of the job."""
    deadline = time.monotonic() + 20
    while (state := spooler.state(job).state) is JobState.SENDING:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return state


def trouble(work: object, *arguments: object) -> tuple[str, str]:
    with pytest.raises(KnownError) as caught:
        work(*arguments)  # type: ignore[operator]
    assert caught.value.fault is Fault.PRINTER
    return caught.value.details["trouble"], caught.value.details["reason"]


def test_job_carries_title_and_exact_size(cups: Cups, page: Path):
    spooler = CupsSpooler("QL-820")
    job = spooler.submit(page, "Elif\nDemirtaş; rm -rf", SIZE)
    page.unlink()  # the file is ours no more as soon as the job is
    assert settled(spooler, job) is JobState.DONE
    assert cups.got.read_bytes() == b"%PDF-1.4 one badge"
    assert cups.asked("lp") == [
        [
            *("-d", "QL-820", "-n", "1", "-t", "Elif Demirtaş; rm -rf", "-o", "PageSize=Custom.105x148mm"),
            *("-o", "print-scaling=none", "-o", "number-up=1", "-o", "sides=one-sided"),
        ]
    ]
    assert (job.printer, job.title) == ("QL-820", "Elif\nDemirtaş; rm -rf")


def test_submitting_does_not_wait_for_the_printer(cups: Cups, page: Path):
    cups.set(sleep_lp=1.5)
    spooler = CupsSpooler("QL-820")
    before = time.monotonic()
    job = spooler.submit(page, "Elif", SIZE)
    assert time.monotonic() - before < 1.4
    assert spooler.state(job).state is JobState.SENDING
    assert settled(spooler, job) is JobState.DONE


def test_printer_that_is_gone_is_told_and_nothing_goes_elsewhere(cups: Cups, page: Path):
    assert trouble(CupsSpooler("Gone").submit, page, "Elif", SIZE)[0] == PrinterTrouble.GONE
    assert cups.asked("lp") == []


def test_paused_printer_is_told_with_its_reason(cups: Cups, page: Path):
    cups.set(paused=["QL-820"])
    assert trouble(CupsSpooler("QL-820").submit, page, "Elif", SIZE) == (PrinterTrouble.PAUSED, "Paper jam")
    assert cups.asked("lp") == []


def test_queue_that_takes_no_jobs_is_told(cups: Cups, page: Path):
    cups.set(rejecting=["QL-820"])
    assert trouble(CupsSpooler("QL-820").submit, page, "Elif", SIZE) == (PrinterTrouble.REJECTING, "in repair")


def test_scheduler_that_is_down_is_not_a_missing_printer(cups: Cups, page: Path):
    cups.set(scheduler_down=True)
    assert trouble(CupsSpooler("QL-820").submit, page, "Elif", SIZE)[0] == PrinterTrouble.NO_ANSWER


def test_printer_that_answers_never_is_told(cups: Cups, page: Path):
    cups.set(sleep_lpstat=30)
    assert trouble(CupsSpooler("QL-820", patience=0.3).submit, page, "Elif", SIZE)[0] == PrinterTrouble.NO_ANSWER
    assert trouble(printers, 0.3)[0] == PrinterTrouble.NO_ANSWER


def test_no_print_system(tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printers() == []
    assert trouble(CupsSpooler("QL-820").submit, page, "Elif", SIZE)[0] == PrinterTrouble.NO_PRINT_SYSTEM


def test_refusal_of_lp_is_told_in_its_words(cups: Cups, page: Path):
    cups.set(lp_fails="Unsupported document-format")
    spooler = CupsSpooler("QL-820")
    job = spooler.submit(page, "Elif", SIZE)
    assert settled(spooler, job) is JobState.FAILED
    assert spooler.state(job).reason == "lp: Unsupported document-format"
    cups.set()
    again = spooler.submit(page, "Elif", SIZE)
    assert settled(spooler, again) is JobState.DONE
    assert spooler.state(job).state is JobState.FAILED


def test_nobody_need_ask_what_became_of_a_job(cups: Cups, page: Path):
    spooler = CupsSpooler("QL-820")
    handles = Path("/proc/self/fd")
    before = len(list(handles.iterdir())) if handles.is_dir() else 0
    jobs = []
    for number in range(12):
        jobs.append(spooler.submit(page, f"Badge {number}", SIZE))
        time.sleep(0.02)
    if before:
        assert len(list(handles.iterdir())) < before + 12
    assert {settled(spooler, job) for job in jobs} == {JobState.DONE}


def test_job_waits_and_is_held_when_the_printer_is_paused_meanwhile(cups: Cups, page: Path):
    cups.set(waiting=["QL-820-7"])
    spooler = CupsSpooler("QL-820")
    job = spooler.submit(page, "Elif", SIZE)
    assert settled(spooler, job) is JobState.WAITING
    cups.set(waiting=["QL-820-7"], paused=["QL-820"])
    assert spooler.state(job).state is JobState.HELD
    assert spooler.state(job).reason == "Paper jam"
    cups.set(waiting=["QL-820-77"])
    assert spooler.state(job).state is JobState.DONE


def test_job_that_a_filter_gave_up_is_not_called_printed(cups: Cups, page: Path):
    cups.set(ended=[["QL-820-77", "Filter failed"], ["QL-820-7", ""]])
    spooler = CupsSpooler("QL-820")
    job = spooler.submit(page, "Elif", SIZE)
    assert settled(spooler, job) is JobState.DONE
    cups.set(ended=[["QL-820-7", "Filter failed"], ["QL-820-77", ""]])
    assert spooler.state(job) == Progress(JobState.FAILED, "Filter failed")


@pytest.mark.parametrize(
    ("alerts", "trouble"),
    [
        ("media-empty-warning", PrinterTrouble.NO_PAPER),
        ("none-of-these media-jam-error", PrinterTrouble.JAM),
        ("cover-open", PrinterTrouble.OPEN),
        ("offline-report", PrinterTrouble.NO_ANSWER),
    ],
)
def test_what_a_printer_lacks_is_told(cups: Cups, page: Path, alerts: str, trouble: PrinterTrouble):
    cups.set(waiting=["QL-820-7"], alerts=alerts)
    spooler = CupsSpooler("QL-820")
    job = spooler.submit(page, "Elif", SIZE)
    assert settled(spooler, job) is JobState.HELD
    assert spooler.state(job).trouble is trouble


def test_job_is_withdrawn_only_while_it_waits(cups: Cups, page: Path):
    spooler = CupsSpooler("QL-820")
    job = spooler.submit(page, "Elif", SIZE)
    assert settled(spooler, job) is JobState.DONE
    assert not withdraw(spooler, job)
    cups.set(waiting=["QL-820-7"], stubborn=True)
    assert not withdraw(spooler, job)
    cups.set(waiting=["QL-820-7"])
    assert withdraw(spooler, job)
    assert ["QL-820-7"] in cups.asked("cancel")
    assert spooler.state(job).state is JobState.FAILED


@pytest.mark.parametrize(
    ("size", "named"),
    [((210.0, 297.0), "A4"), ((297.0, 210.0), "A4"), ((209.9, 296.8), "A4"), ((90.0, 54.0), "Custom.90x54mm")],
)
def test_sheets_from_trays_go_by_their_names(cups: Cups, page: Path, size: tuple[float, float], named: str):
    spooler = CupsSpooler("QL-820", tray="Tray2", sides=Sides.LONG_EDGE)
    settled(spooler, spooler.submit(page, "Elif", size))
    (asked,) = cups.asked("lp")
    assert {f"PageSize={named}", "InputSlot=Tray2", "sides=two-sided-long-edge"} <= set(asked)


def test_trays_are_listed(cups: Cups):
    assert trays("QL-820") == ["Auto", "Tray1", "Tray2"]
    cups.set(trays="InputSlot/Paper Tray: *Auto")
    assert trays("QL-820") == []
    cups.set(trays="Resolution/Resolution: *600dpi")
    assert trays("QL-820") == []


def test_trays_that_go_by_another_option(cups: Cups, page: Path):
    cups.set(trays="media-source/Media Source: *auto main bypass-tray")
    assert trays("QL-820") == ["media-source=auto", "media-source=main", "media-source=bypass-tray"]
    spooler = CupsSpooler("QL-820", tray="media-source=bypass-tray")
    assert settled(spooler, spooler.submit(page, "Elif", SIZE)) is JobState.DONE
    (asked,) = cups.asked("lp")
    assert "media-source=bypass-tray" in asked
    assert not any(part.startswith("InputSlot") for part in asked)


def test_printers_are_listed(cups: Cups):
    assert printers() == ["QL-820", "Laser"]


def test_silence_of_a_system_that_is_down_is_no_sign_that_a_badge_came_out(cups: Cups, page: Path):
    cups.set(waiting=["QL-820-7"])
    spooler = CupsSpooler("QL-820")
    job = spooler.submit(page, "Elif", SIZE)
    assert settled(spooler, job) is JobState.WAITING
    cups.set(scheduler_down=True)
    assert trouble(spooler.state, job)[0] == PrinterTrouble.NO_ANSWER
    cups.set()
    assert spooler.state(job).state is JobState.DONE


def test_a_title_that_no_program_can_be_given(cups: Cups, page: Path):
    spooler = CupsSpooler("QL-820")
    settled(spooler, spooler.submit(page, "Elif\x00\x1b[2J " + "x" * 5000, SIZE))
    (asked,) = cups.asked("lp")
    assert asked[asked.index("-t") + 1] == ("Elif[2J " + "x" * 5000)[:200]
