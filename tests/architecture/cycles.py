"""Import cycles between our modules. Imports inside functions count: being lazy hides a cycle and cures nothing."""

from collections import deque
from collections.abc import Iterable, Mapping

from tests.architecture.source import Finding, Import, Source

Graph = Mapping[str, Mapping[str, int]]


def import_graph(sources: Iterable[Source]) -> dict[str, dict[str, int]]:
    """Return for each module the modules that it imports, with the line of the first such import.

    Taking a sub-module out of a package counts as an import of the sub-module alone: Python runs the package's
    `__init__` for every module in it, which is no dependency that anybody wrote.
    """
    files = list(sources)
    modules = {source.module for source in files}
    graph: dict[str, dict[str, int]] = {}
    for source in files:
        targets = graph.setdefault(source.module, {})
        for item in source.imports:
            target = _target(item, modules)
            if target is not None and target != source.module:
                targets.setdefault(target, item.line)
    return graph


def _target(item: Import, modules: set[str]) -> str | None:
    return next((name for name in (item.full, item.module) if name in modules), None)


def cycles(sources: Iterable[Source]) -> list[Finding]:
    """Return one finding for each knot of modules that import each other, with a shortest way round."""
    files = list(sources)
    paths = {source.module: source.path for source in files}
    graph = import_graph(files)
    found = []
    for knot in _knots(graph):
        way = min((_way_round(graph, start, knot) for start in sorted(knot)), key=len)
        steps = zip(way, [*way[1:], way[0]], strict=True)
        told = " -> ".join(f"{module} (line {graph[module][after]})" for module, after in steps)
        found.append(Finding(paths[way[0]], graph[way[0]][way[1 % len(way)]], f"import cycle: {told} -> {way[0]}"))
    return sorted(found)


def _knots(graph: Graph) -> list[set[str]]:
    """Return the strongly connected components of more than one module (Tarjan's algorithm, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    knots = []
    for root in graph:
        if root in index:
            continue
        work = [(root, iter(graph[root]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            module, rest = work[-1]
            follower = next(rest, None)
            if follower is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[module])
                if low[module] == index[module]:
                    knot = set(stack[stack.index(module) :])
                    del stack[stack.index(module) :]
                    on_stack -= knot
                    if len(knot) > 1:
                        knots.append(knot)
            elif follower not in index:
                index[follower] = low[follower] = len(index)
                stack.append(follower)
                on_stack.add(follower)
                work.append((follower, iter(graph.get(follower, {}))))
            elif follower in on_stack:
                low[module] = min(low[module], index[follower])
    return knots


def _way_round(graph: Graph, start: str, knot: set[str]) -> list[str]:
    """Return the shortest way inside `knot` from `start` back to it."""
    before: dict[str, str] = {}
    queue = deque([start])
    while queue:
        module = queue.popleft()
        for follower in graph[module]:
            if follower == start:
                way = [module]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if follower in knot and follower not in before:
                before[follower] = module
                queue.append(follower)
    raise AssertionError(f"{start} lies on no cycle")
