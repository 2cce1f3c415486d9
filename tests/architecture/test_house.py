"""The house keeps its rules. A failure names file and line."""

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence

import pytest

from tests.architecture.contracts import lint
from tests.architecture.cycles import cycles
from tests.architecture.rules import RULES, Rule, pages_apart
from tests.architecture.source import PACKAGES, PROGRAMS, ROOT, Finding, Source, read
from tests.architecture.state import module_state


@pytest.fixture(scope="module")
def house() -> list[Source]:
    return read(*PACKAGES, *PROGRAMS)


def none_of(findings: Sequence[Finding]) -> None:
    if findings:
        pytest.fail("\n".join(map(str, sorted(findings))), pytrace=False)


@pytest.mark.parametrize("rule", [*RULES, module_state], ids=lambda rule: rule.__name__)
def test_rule(house: list[Source], rule: Rule):
    none_of([finding for source in house for finding in rule(source)])


def test_pages_stand_apart(house: list[Source]):
    pages = {
        source.parts[1] for source in house if source.parts[0] == "ui" and source.parts[-1] in {"page.py", "flow.py"}
    }
    none_of([finding for source in house for finding in pages_apart(source, pages)])


def test_no_import_cycle(house: list[Source]):
    none_of(cycles(house))


def test_import_contracts():
    code, said = lint(ROOT)
    if code:
        pytest.fail(said, pytrace=False)


WALK = """
import importlib, pkgutil, sys, eventdesk
for module in pkgutil.walk_packages(eventdesk.__path__, "eventdesk."):
    importlib.import_module(module.name)
print(*sorted(name for name in sys.modules if name.split(".")[0] in {"PySide6", "shiboken6", "ui"}))
"""


LAUNCH = "import sys, ui.launch\nprint(*sorted(name for name in sys.modules if name.startswith('PySide6')))"

HEAVY = """
import sys, ui.launch, eventdesk.cli
slow = {"reportlab", "uharfbuzz", "fpdf", "PIL", "qrcode", "python_calamine", "xlsxwriter", "numpy"}
print(*sorted(slow & set(sys.modules)))
"""


@pytest.mark.parametrize(
    "program", [WALK, LAUNCH, HEAVY], ids=["the whole core", "the command", "nothing heavy at start"]
)
def test_a_fresh_process_loads_only_what_it_needs(program: str):
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )
    said = (done.stdout + done.stderr).strip()
    if said:
        pytest.fail(said, pytrace=False)


def test_libraries_are_declared_used_and_accounted_for(house: list[Source]):
    """What is imported stands in pyproject.toml, what stands there is imported, and the document says why."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {re.split(r"[^\w-]", line)[0].lower().replace("_", "-") for line in tools["project"]["dependencies"]}
    distributions = importlib.metadata.packages_distributions()
    ours = {*PACKAGES, *sys.stdlib_module_names}
    used: dict[str, str] = {}
    for source in house:
        for item in source.imports:
            top = item.module.split(".")[0]
            if source.parts[0] in PACKAGES and top not in ours:
                names = {name.lower().replace("_", "-") for name in distributions.get(top, [top])}
                used |= dict.fromkeys(names, str(source.finding(item.line, top)))
    assert {name: place for name, place in used.items() if name not in declared} == {}
    assert declared - used.keys() == {"tzdata"}, "tzdata is read by zoneinfo; the others are not imported by anybody"
    reasons = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert {name for name in declared if f"\n| {name} |" not in reasons} == set()
