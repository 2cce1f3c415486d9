"""Random actions, undos and restarts against a model in plain Python."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from eventdesk.codes import Op, Refusal
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.store.access import Value

Row = dict[str, object]
Step = tuple[str, int, Row | None, Row | None]
NAMES = st.sampled_from(["Elif", "Anke", "فرید", "Олена", "Nguyễn", "Jörn", ""])

INDEX = st.integers(0, 40)


class Model:
    """Rows by (table, id), and what each entry did to them."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, int], Row] = {}
        self.steps: dict[str, list[Step]] = {}
        self.order: list[str] = []
        self.undone: set[str] = set()
        self.undoes: dict[str, str] = {}

    def write(self, eid: str, steps: list[Step]) -> None:
        steps = [step for step in steps if step[2] != step[3]]
        if not steps:
            return
        self.steps[eid] = steps
        self.order.append(eid)
        for table, row_id, _, after in steps:
            if after is None:
                del self.rows[table, row_id]
            else:
                self.rows.setdefault((table, row_id), {}).update(after)

    def can_undo(self, eid: str) -> bool:
        rows = {key: dict(row) for key, row in self.rows.items()}
        for table, row_id, before, after in reversed(self.steps[eid]):
            now = rows.get((table, row_id))
            held = table == "person" and any(
                kind == "scan" and row["person"] == row_id for (kind, _), row in rows.items()
            )
            if after is None:
                if now is not None:
                    return False
                rows[table, row_id] = dict(before or {})
            elif now is None or any(now[name] != value for name, value in after.items()):
                return False
            elif before is None:
                if held:
                    return False
                del rows[table, row_id]
            else:
                now.update(before)
        return True

    def undo(self, eid: str, undo_eid: str) -> None:
        self.write(undo_eid, [(table, row, after, before) for table, row, before, after in reversed(self.steps[eid])])
        self.undoes[undo_eid] = eid
        undone, current = True, eid
        while True:
            (self.undone.add if undone else self.undone.discard)(current)
            if current not in self.undoes:
                return
            current, undone = self.undoes[current], not undone


class Desk(RuleBasedStateMachine):
    """People are added, renamed, moved, scanned and deleted; anything is undone at any time."""

    @initialize()
    def create(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "a.eventdesk"
        self.event = Event.create(self.path)
        self.model = Model()

    def teardown(self) -> None:
        if hasattr(self, "event"):
            assert self.event.verify()["journal"] is True
            self.event.close()
            self.folder.cleanup()

    def person(self, data: st.DataObject) -> int | None:
        people = [row_id for table, row_id in self.model.rows if table == "person"]
        return people[data.draw(INDEX) % len(people)] if people else None

    @rule(name=NAMES, town=NAMES)
    def add(self, name: str, town: str) -> None:
        with self.event.transact(Op.ADD_PERSON, name) as tx:
            row_id = tx.insert("person", {"given_name": name, "town": town})
        self.model.write(tx.eid, [("person", row_id, None, {"given_name": name, "town": town})])

    @rule(data=st.data(), changes=st.dictionaries(st.sampled_from(["given_name", "town"]), NAMES, min_size=1))
    def edit(self, data: st.DataObject, changes: dict[str, str]) -> None:
        row_id = self.person(data)
        if row_id is None:
            return
        before = self.model.rows["person", row_id]
        touched = {name: value for name, value in changes.items() if before[name] != value}
        with self.event.transact(Op.EDIT_PERSON, "edit") as tx:
            tx.update("person", row_id, changes)
        self.model.write(tx.eid, [("person", row_id, {name: before[name] for name in touched}, dict(touched))])

    @rule(data=st.data())
    def swap_towns(self, data: st.DataObject) -> None:
        one, two = self.person(data), self.person(data)
        if one is None or two is None or one == two:
            return
        towns = [str(self.model.rows["person", row_id]["town"]) for row_id in (one, two)]
        with self.event.transact(Op.EDIT_PERSON, "swap") as tx:
            tx.update("person", one, {"town": towns[1]})
            tx.update("person", two, {"town": towns[0]})
        steps: list[Step] = [
            ("person", one, {"town": towns[0]}, {"town": towns[1]}),
            ("person", two, {"town": towns[1]}, {"town": towns[0]}),
        ]
        self.model.write(tx.eid, steps)

    @rule(data=st.data())
    def scan(self, data: st.DataObject) -> None:
        person = self.person(data)
        if person is None:
            return
        with self.event.transact(Op.CHECK_IN, "scan") as tx:
            values: dict[str, Value] = {"code": "", "point": 1, "direction": "in", "outcome": "accepted"}
            row_id = tx.insert("scan", {**values, "at": "", "desk": "", "eid": tx.eid, "person": person})
        self.model.write(tx.eid, [("scan", row_id, None, {"person": person})])

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        row_id = self.person(data)
        if row_id is None:
            return
        with self.event.transact(Op.EDIT_PERSON, "delete") as tx:
            tx.delete("person", row_id)
        self.model.write(tx.eid, [("person", row_id, dict(self.model.rows["person", row_id]), None)])

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        if not self.model.order:
            return
        target = self.model.order[-1 - data.draw(INDEX) % len(self.model.order)]
        answer = self.event.undo(target)
        if target in self.model.undone:
            assert isinstance(answer, UndoRefused)
            assert answer.reason is Refusal.ALREADY_UNDONE
        elif self.model.can_undo(target):
            assert isinstance(answer, Undone)
            self.model.undo(target, answer.eid)
        else:
            assert isinstance(answer, UndoRefused)
            assert answer.reason is Refusal.OVERTAKEN

    @rule()
    def restart(self) -> None:
        self.event.close()
        self.event = Event.open(self.path)

    @invariant()
    def rows_are_as_the_model_says(self) -> None:
        if not hasattr(self, "event"):
            return
        found: dict[tuple[str, int], Row] = {}
        for row in self.event.db.rows("SELECT id, given_name, town FROM person"):
            found["person", row["id"]] = {"given_name": row["given_name"], "town": row["town"]}
        for row in self.event.db.rows("SELECT id, person FROM scan"):
            found["scan", row["id"]] = {"person": row["person"]}
        assert found == self.model.rows
        undone = {row[0] for row in self.event.db.rows("SELECT eid FROM entry WHERE undone = 1")}
        assert undone == self.model.undone


TestDesk = Desk.TestCase
TestDesk.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestDesk.pytestmark = [pytest.mark.slow]  # type: ignore[attr-defined]  # pytest reads it from any class of tests
