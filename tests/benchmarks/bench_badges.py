"""How long badges take, beside what reportlab itself takes for a page with four TrueType strings.

    python tests/benchmarks/bench_badges.py [--people 1000] [--rounds 5] [--memory]

Prints medians of interleaved rounds, in processor time and beside the floor of the same round, because others may work
on this machine. The floor uses one font, as cheap as reportlab can be with an embedded font.

Names that return are those of the round before, by a kit that remembers them. New ones come to a kit that has drawn
200 other people: it knows letters, their kerning and some words, such as first names that many have.
"""

import argparse
import dataclasses
import gc
import io
import itertools
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from eventdesk import paths
from eventdesk.badges.badge import Appointment, BadgeData
from eventdesk.badges.design.template import Side, Template
from eventdesk.badges.design.templates import classic, shipped
from eventdesk.badges.pdf import badge_pdf
from eventdesk.drawing.about import About
from eventdesk.drawing.kit import Kit
from eventdesk.people.code import new_code

GIVEN = (
    "Elif",
    "Farid",
    "Оксана",
    "Hans-Joachim",
    "Thị Hạnh",
    "Şükrü",
    "Amal",
    "Łukasz",
    "Jürgen",
    "Yvonne",
    "Tatjana",
)
STARTS = ("Demir", "Rahm", "Nechyp", "Schles", "Nguy", "Çağl", "Khat", "Wój", "Groß", "Weiß", "Haus", "Kühl", "Oster")
ENDINGS = ("mann", "berg", "sen", "ová", "kowski", "oğlu", "enko", "hoff", "stein", "becker", "wald", "brink", "straat")
WORDS = ("Bürgerinitiative", "Landkreis", "Gemeinsam", "Verein", "für", "Integration", "Teilhabe", "Peine", "Café")
PANELS = ("Gemeinsam wohnen", "Sprache und Schule", "Arbeit finden", "Ehrenamt im Alltag", "Recht und Beratung")
OTHERS = 200
"""So many badges were drawn before those with new names."""

Work = Callable[[], int]
ARABIC = ("محمد", "فاطمة", "عبد", "الرحمن", "الخطيب", "مريم", "يوسف", "رضا", "رحمانی")
A6 = (297.64, 419.53)


def people(number: int, *, arabic: bool = False, seed: int = 4) -> Iterator[BadgeData]:
    """Invent badges with names as guests have them; families are nearly all different."""
    chance = random.Random(seed)
    for person in range(number):
        family = chance.choice(STARTS) + chance.choice(ENDINGS) + chance.choice(["", "-" + chance.choice(STARTS)])
        yield BadgeData(
            person=person,
            given_name=chance.choice(GIVEN),
            family_name=family,
            native_name=" ".join(chance.choices(ARABIC, k=4)) if arabic else "",
            organisation=" ".join(chance.choices(WORDS, k=4)),
            role=chance.choice(["Teilnehmende", "Ausstellende", "Presse"]),
            languages=("Deutsch", "Türkçe"),
            code=new_code(),
            event_title="4. Integrationskonferenz",
            event_line="Convention Center Hannover · 6. März 2017",
            where=(f"Stand B-{chance.randrange(1, 90)}",),
        )


def with_programmes(number: int, seed: int = 4) -> Iterator[BadgeData]:
    """Invent badges of people who go to up to five appointments."""
    chance = random.Random(seed)
    for badge in people(number, seed=seed):
        day = [
            Appointment(f"{9 + hour}:30", chance.choice(PANELS), f"Saal {chance.randrange(1, 9)}")
            for hour in range(chance.choice((0, 2, 3, 4, 5)))
        ]
        yield dataclasses.replace(badge, programme=tuple(day))


def floor(number: int) -> int:
    """Let reportlab write pages with four TrueType strings; returns bytes."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A6, pageCompression=1, invariant=1)
    for badge in people(number):
        for at, text in enumerate((badge.given_name, badge.family_name, badge.organisation, badge.code)):
            canvas.setFont("Floor", 40 - 8 * at)
            canvas.drawString(20, 300 - 60 * at, text)
        canvas.showPage()
    canvas.save()
    return len(out.getvalue())


def ours(number: int, kit: Kit, *, arabic: bool = False, seed: int = 4) -> int:
    """Write badges; returns bytes."""
    out = io.BytesIO()
    badge_pdf(people(number, arabic=arabic, seed=seed), out, kit)
    return len(out.getvalue())


def two_sides(number: int, kit: Kit, seed: int = 4, template: Template | None = None) -> int:
    """Write badges with the person's own day on the back; returns bytes."""
    out = io.BytesIO()
    badge_pdf(with_programmes(number, seed), out, kit, template=template or shipped("a6-day-classic"))
    return len(out.getvalue())


def eight_on_a_sheet(number: int, kit: Kit, seed: int = 4) -> int:
    """Write badges, eight on each page, as many as lie on A4 when they are halved twice; returns bytes."""
    from eventdesk.badges.painting.press import Press
    from eventdesk.drawing.paper import Paper

    out = io.BytesIO()
    paper = Paper(out, (4 * A6[0], 2 * A6[1]), About())
    press = Press(paper, kit, classic())
    for at, badge in enumerate(people(number, seed=seed)):
        row, column = divmod(at % 8, 4)
        press.draw(badge, Side.FRONT, 105 * column, 148 * row)
        if at % 8 == 7 or at == number - 1:
            paper.showPage()
    paper.save()
    return len(out.getvalue())


def seconds(work: Work) -> float:
    """Return how much processor time `work` takes; what others left behind is thrown away before."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(rounds: int, number: int, variants: dict[str, Callable[[], Work]], goals: dict[str, float]) -> None:
    """Run all variants in turn and print each beside the first. Making the work ready is not measured."""
    times: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, ready in variants.items():
            times[name].append(seconds(ready()) / number)
    for name, ready in variants.items():
        each = statistics.median(times[name])
        ratio = statistics.median(ours / base for ours, base in zip(times[name], times["floor"], strict=True))
        goal = f"goal {goals[name]}" if name in goals else ""
        print(f"{number:>6} {name:<18}{each * 1e3:9.3f} ms{ratio:8.2f} x{ready()() / number:9.0f} bytes  {goal}")


def memory(number: int) -> None:
    """Write many badges, each with a name in Arabic too, and print the peak memory: before anything else is loaded."""
    with Path("/dev/null").open("wb") as out:
        took = seconds(lambda: badge_pdf(people(number, arabic=True), out, Kit()).badges)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{number:>6} badge, Arabic     {took / number * 1e3:9.3f} ms   peak {peak:.0f} MB  goal 150")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", action="store_true", help="also write 20,000 badges and print the peak memory")
    chosen = parser.parse_args()
    if chosen.memory:
        memory(20_000)
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics, ttfonts

    rl_config.useA85 = 0
    pdfmetrics.registerFont(ttfonts.TTFont("Floor", str(paths.resources() / "fonts" / "Inter-Bold.ttf")))
    floor(50)
    compare(
        chosen.rounds * 8,
        1,
        {k: v for k, v in variants(1).items() if k in {"floor", "badge", "badge, Arabic"}},
        {"badge": 1.2},
    )
    goals = {"badge": 1.7, "8 on a sheet": 1.0, "new names": 1.7, "new, 8 on a sheet": 1.0}
    compare(chosen.rounds, chosen.people, variants(chosen.people), goals)


def variants(number: int) -> dict[str, Callable[[], Work]]:
    """Return what is measured, by name."""
    kits = [Kit() for _ in range(4)]
    """One for each kind, or one would push what the others remember out of its memory."""
    for kit in kits:
        ours(50, kit, arabic=True)
    seeds = itertools.count(5)

    def new(work: Callable[[Kit, int], int]) -> Callable[[], Work]:
        def ready() -> Work:
            kit, seed = Kit(), next(seeds)
            ours(OTHERS, kit, arabic=True, seed=3)
            return partial(work, kit, seed)

        return ready

    return {
        "floor": lambda: partial(floor, number),
        "badge": lambda: partial(ours, number, kits[0]),
        "badge, Arabic": lambda: partial(ours, number, kits[1], arabic=True),
        "8 on a sheet": lambda: partial(eight_on_a_sheet, number, kits[2]),
        "two sides": lambda: partial(two_sides, number, kits[3]),
        "new names": new(lambda kit, seed: ours(number, kit, seed=seed)),
        "new, Arabic": new(lambda kit, seed: ours(number, kit, arabic=True, seed=seed)),
        "new, 8 on a sheet": new(lambda kit, seed: eight_on_a_sheet(number, kit, seed)),
        "new, two sides": new(lambda kit, seed: two_sides(number, kit, seed)),
    }


if __name__ == "__main__":
    main()
