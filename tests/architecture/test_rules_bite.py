"""Each rule is shown a breach and a look-alike that is allowed: a rule that cannot fail guards nothing."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.contracts import lint
from tests.architecture.cycles import cycles
from tests.architecture.source import ROOT, Source
from tests.architecture.state import module_state

PAGE = "ui/checkin/page.py"
CORE = "eventdesk/people/person.py"

BREACHES = [
    (rules.core_without_window, CORE, "import PySide6"),
    (rules.core_without_window, CORE, "from PySide6.QtCore import QObject"),
    (rules.core_without_window, CORE, "def f():\n    from ui.theme import Theme"),
    (rules.core_without_window, CORE, "def f():\n    importlib.import_module('PySide6.QtGui')"),
    (rules.sqlite_in_store, CORE, "import sqlite3"),
    (rules.sqlite_in_store, PAGE, "def f():\n    from sqlite3 import connect"),
    (rules.sqlite_in_store, PAGE, "from PySide6.QtSql import QSqlDatabase"),
    (rules.sql_in_records, CORE, 'x = "SELECT id FROM person"'),
    (rules.sql_in_records, CORE, 'x = f"SELECT {column} " "FROM person"'),
    (rules.sql_in_records, CORE, 'x = """\n  INSERT OR IGNORE INTO person VALUES (1)"""'),
    (rules.sql_in_records, CORE, 'x = "UPDATE person\\nSET name = ?"'),
    (rules.sql_in_records, CORE, 'x = "DELETE FROM person"'),
    (rules.sql_in_records, CORE, 'x = "CREATE TABLE person (id)"'),
    (rules.sql_in_records, CORE, 'x = "PRAGMA user_version"'),
    (rules.sql_in_records, CORE, 'x = "select id from person"'),
    (rules.sql_in_records, CORE, 'x = " WHERE id = ?"'),
    (rules.sql_in_records, CORE, 'x = " ORDER BY name"'),
    (rules.sql_in_records, "ui/records.py", 'x = "DELETE FROM person"'),
    (rules.style_in_theme, PAGE, "def f(widget):\n    widget.setStyleSheet('')"),
    (rules.style_in_theme, "ui/window.py", "x = getattr(w, 'setStyleSheet')"),
    (rules.items_left_to_layouts, PAGE, "while (item := self.column.takeAt(0)) is not None:\n    pass"),
    (rules.actions_in_flow, PAGE, "from eventdesk.checkin import actions"),
    (rules.actions_in_flow, PAGE, "from eventdesk.checkin.actions import check_in"),
    (rules.actions_in_flow, "ui/widgets/field.py", "def f():\n    import eventdesk.people.actions"),
    (rules.actions_in_flow, PAGE, "from eventdesk.people import records"),
    (rules.messages_are_literals, PAGE, 'x = words.t(f"Hello {name}")'),
    (rules.messages_are_literals, PAGE, 'x = words.t("Hello " + name)'),
    (rules.messages_are_literals, PAGE, 'x = self.words.n("one", "{} many".format(2), 2)'),
    (rules.messages_are_literals, PAGE, 'x = mark("a %s" % b)'),
    (module_state, CORE, "cache = {}"),
    (module_state, CORE, "import collections\nseen: dict[str, int] = collections.defaultdict(int)"),
    (module_state, CORE, "if True:\n    found = [1 for _ in x]"),
    (module_state, CORE, "count = 0\ndef f():\n    global count\n    count += 1"),
    (module_state, CORE, "NAMES = []\ndef f(x):\n    NAMES.append(x)"),
    (module_state, CORE, "NAMES = {}\ndef f(x):\n    NAMES[x] = 1"),
    (module_state, CORE, "NAMES = {}\ndef f(x):\n    del NAMES[x]"),
    (module_state, CORE, "from eventdesk import paths\ndef f():\n    paths.PACKAGE = 1"),
]

ALLOWED = [
    (rules.core_without_window, "ui/app.py", "import PySide6"),
    (rules.core_without_window, CORE, "import uiautomation"),
    (rules.sqlite_in_store, "eventdesk/store/database.py", "import sqlite3"),
    (rules.sql_in_records, "eventdesk/people/records.py", 'x = "SELECT id FROM person"'),
    (rules.sql_in_records, "eventdesk/store/journal.py", 'x = "PRAGMA user_version"'),
    (rules.sql_in_records, CORE, '"""SELECT id FROM person is what records do."""'),
    (rules.sql_in_records, PAGE, 'x = words.t("Select a person from the list")'),
    (rules.sql_in_records, PAGE, 'x = words.t("Update the list and set a name")'),
    (rules.style_in_theme, "ui/theme.py", "def f(app):\n    app.setStyleSheet('')"),
    (rules.items_left_to_layouts, "ui/people/chips.py", "def takeAt(self, index):\n    return self._items.pop(index)"),
    (rules.actions_in_flow, "ui/checkin/flow.py", "from eventdesk.checkin import actions"),
    (rules.actions_in_flow, "ui/checkin/flow/group.py", "from eventdesk.checkin import actions"),
    (rules.actions_in_flow, "ui/app.py", "from eventdesk.checkin import actions"),
    (rules.actions_in_flow, PAGE, "from ui.actions import ACTIONS"),
    (rules.actions_in_flow, "ui/checkin/flow.py", "from eventdesk.people import records"),
    (rules.messages_are_literals, PAGE, 'x = words.t("Hello {name}", name=name)'),
    (rules.messages_are_literals, PAGE, "x = words.t(TABLE[outcome])"),
    (rules.messages_are_literals, PAGE, 'x = words.n("one", "{count} many", a + b)'),
    (module_state, CORE, "NAMES = {1: 2}\n__all__ = ['x']\nfinal: Final = [1]\nlog = logging.getLogger(__name__)"),
    (module_state, CORE, "NAMES = []\ndef f():\n    NAMES = []\n    NAMES.append(1)"),
    (module_state, CORE, "NAMES = []\ndef f(NAMES):\n    NAMES.append(1)"),
    (module_state, CORE, "class A:\n    def f(self):\n        self.names = []\n        self.names.append(1)"),
]


def named(case: tuple[rules.Rule, str, str]) -> str:
    return f"{case[0].__name__}: {case[2][:40]!r}"


@pytest.mark.parametrize(("rule", "path", "text"), BREACHES, ids=map(named, BREACHES))
def test_a_breach_is_found_with_its_line(rule: rules.Rule, path: str, text: str):
    found = rule(Source(path, f"\n\n{text}\n"))
    assert len(found) == 1
    assert str(found[0]).startswith(f"{path}:")
    assert 3 <= found[0].line <= 6


@pytest.mark.parametrize(("rule", "path", "text"), ALLOWED, ids=map(named, ALLOWED))
def test_what_looks_alike_is_allowed(rule: rules.Rule, path: str, text: str):
    assert rule(Source(path, text)) == []


def test_every_rule_has_been_seen_to_bite():
    assert {rule for rule, _, _ in BREACHES} == {*rules.RULES, module_state} - {rules.sizes}


def test_sizes():
    long_function = "def f():\n" + "    x = 1\n" * rules.FUNCTION_LINES
    assert [str(finding) for finding in rules.sizes(Source(CORE, long_function))] == [
        f"{CORE}:1: f has 61 lines, 60 are the limit"
    ]
    assert rules.sizes(Source(CORE, long_function.removesuffix("    x = 1\n"))) == []
    assert [str(finding) for finding in rules.sizes(Source(CORE, "x = 1\n" * 401))] == [
        f"{CORE}:401: 401 lines, 400 are the limit"
    ]
    assert rules.sizes(Source(CORE, "x = 1\n" * 400)) == []


def test_pages_apart():
    pages = ["checkin", "people"]
    breach = Source(PAGE, "def f():\n    from ui.people.page import PeoplePage")
    assert [str(finding) for finding in rules.pages_apart(breach, pages)] == [
        f"{PAGE}:2: ui.checkin must not know ui.people"
    ]
    assert rules.pages_apart(Source("ui/widgets/list.py", "import ui.people"), pages) != []
    for allowed in (Source(PAGE, "from ui.checkin.flow import Flow"), Source("ui/window.py", "import ui.people.page")):
        assert rules.pages_apart(allowed, pages) == []


class TestCycles:
    def test_a_lazy_cycle_is_found_and_told(self):
        found = cycles(
            [
                Source("eventdesk/a.py", "from eventdesk import b"),
                Source("eventdesk/b.py", "import eventdesk.c"),
                Source("eventdesk/c.py", "\ndef f():\n    from eventdesk.a import x"),
                Source("eventdesk/d.py", "import eventdesk.a"),
            ]
        )
        way = "eventdesk.a (line 1) -> eventdesk.b (line 1) -> eventdesk.c (line 3) -> eventdesk.a"
        assert [str(finding) for finding in found] == [f"eventdesk/a.py:1: import cycle: {way}"]

    def test_a_package_that_takes_its_name_back_from_a_module(self):
        init = Source("eventdesk/words/__init__.py", "from eventdesk.words.faults import fault")
        back = Source("eventdesk/words/faults.py", "from eventdesk.words import Words")
        assert len(cycles([init, back])) == 1

    def test_siblings_in_one_package_are_no_cycle(self):
        init = Source("eventdesk/words/__init__.py", "from eventdesk.words.faults import fault")
        one = Source("eventdesk/words/faults.py", "from eventdesk.words import plain")
        two = Source("eventdesk/words/plain.py", "import gettext")
        assert cycles([init, one, two]) == []

    def test_two_knots_are_two_findings(self):
        pairs = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("e", "a")]
        assert len(cycles([Source(f"ui/{name}.py", f"import ui.{other}") for name, other in pairs])) == 2


CONTRACT_BREACHES = [
    ("eventdesk/people/x.py", "import PySide6.QtCore", "eventdesk.people.x -> PySide6 (l.1)"),
    ("eventdesk/people/x.py", "import ui", "eventdesk.people.x -> ui (l.1)"),
    ("eventdesk/people/x.py", "import eventdesk.checkin", "eventdesk.people.x -> eventdesk.checkin (l.1)"),
    ("eventdesk/badges/x.py", "import eventdesk.checkin", "eventdesk.badges.x -> eventdesk.checkin (l.1)"),
    ("eventdesk/paths/x.py", "import eventdesk.store", "eventdesk.paths.x -> eventdesk.store (l.1)"),
    ("eventdesk/people/x.py", "import sqlite3", "eventdesk.people.x -> sqlite3 (l.1)"),
    ("ui/x.py", "import sqlite3", "ui.x -> sqlite3 (l.1)"),
    ("ui/x.py", "from reportlab.pdfgen import canvas", "ui.x -> reportlab (l.1)"),
    ("eventdesk/stray.py", "", "stray"),
]


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """Build the same rooms with nothing in them, under the same contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "layers")
    rooms = [f"eventdesk/{room}" for layer in layers for room in re.findall(r"\w+", layer)]
    for room in ("eventdesk", "ui", *rooms):
        (tmp_path / room).mkdir()
        (tmp_path / room / "__init__.py").touch()
    return tmp_path


def test_an_empty_house_keeps_all_contracts(small_house: Path):
    code, said = lint(small_house)
    assert code == 0, said


@pytest.mark.parametrize(("path", "text", "told"), CONTRACT_BREACHES)
def test_contracts_bite(small_house: Path, path: str, text: str, told: str):
    (small_house / path).write_text(f"{text}\n")
    code, said = lint(small_house)
    assert code == 1
    assert told in said
