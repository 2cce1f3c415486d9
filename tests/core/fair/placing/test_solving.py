"""Running solvers beside: every answer is heard, stopping works, faults come out, and work is counted."""

import time

import pytest

from eventdesk.fair.placing.solving import Budget, Effort, beside, solve, solved


def queens(model, count: int):
    """Ask for many queens that do not see each other, with as high columns first as can be: long to prove."""
    columns = [model.new_int_var(0, count - 1, "") for _ in range(count)]
    model.add_all_different(columns)
    model.add_all_different([column + row for row, column in enumerate(columns)])
    model.add_all_different([column - row for row, column in enumerate(columns)])
    model.minimize(sum((row * row % 7) * column for row, column in enumerate(columns)))
    return columns


def test_every_better_answer_is_heard_and_the_last_is_the_best():
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    columns = queens(model, 8)
    budget = Budget(60)
    answers = list(solve(model, columns, Effort(1, budget, lambda: False)))
    assert [each.last for each in answers] == [False] * (len(answers) - 1) + [True]
    assert answers[-1].proven
    assert answers[-1].objective == min(each.objective for each in answers) == round(answers[-1].bound)
    assert 0 < budget.left < Budget(60).left


def test_no_answer_is_proven_too():
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    never = model.new_bool_var("")
    model.add(never >= 2)
    last = solved(solve(model, [never], Effort(1, Budget(5), lambda: False)))
    assert (last.values, last.proven) == (None, True)


def test_little_work_is_not_exceeded():
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    columns = queens(model, 60)
    budget = Budget(30)
    last = solved(solve(model, columns, Effort(1, budget, lambda: False, most=0.05)))
    assert not last.proven
    assert budget.left > Budget(25).left


def test_stopping_ends_it():
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    columns = queens(model, 60)
    began = time.monotonic()
    asked: list[float] = []

    def stopped() -> bool:
        asked.append(time.monotonic() - began)
        return len(asked) > 5

    last = solved(solve(model, columns, Effort(1, Budget(10_000), stopped)))
    assert last.last
    assert not last.proven


def test_what_goes_wrong_beside_comes_out():
    def fail() -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        beside(fail, lambda: None, lambda: False)
    assert beside(lambda: 7, lambda: None, lambda: True) == 7
