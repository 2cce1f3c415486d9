"""Running solvers beside: every answer is heard, stopping works, faults come out, and work is counted."""

import time

import pytest

from eventdesk.solving import Budget, Effort, Limit, beside, solve, solved


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


def test_the_clock_counts_from_the_first_result_on_and_not_before():
    now = [0.0]
    limit = Limit(10, clock=lambda: now[0])
    now[0] = 100.0
    assert not limit.stopped()
    limit.begin()
    assert limit.stopped()
    assert limit.passed


def test_the_clock_leaves_a_tenth_and_a_second_more_than_allowed():
    now = [0.0]
    limit = Limit(10, clock=lambda: now[0])
    limit.begin()
    now[0] = 11.9
    assert (limit.stopped(), limit.passed) == (False, False)
    now[0] = 12.1
    assert (limit.stopped(), limit.passed) == (True, True)
    limit.allow(3)
    assert (limit.stopped(), limit.passed, limit.seconds) == (False, True, 12.1)
    now[0] = 15.2
    assert limit.stopped()


def test_whoever_stops_it_is_not_the_clock():
    limit = Limit(0, stopped=lambda: True)
    assert (limit.stopped(), limit.passed) == (True, False)
