"""How long badges take, beside what reportlab itself takes for a page with four TrueType strings.

    python tests/benchmarks/bench_badges.py [--people 1000] [--rounds 5]

Prints medians of interleaved rounds. The floor uses one font, as cheap as reportlab can be with an embedded font.
"""

import argparse
import io
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from eventdesk import paths
from eventdesk.badges.badge import BadgeData
from eventdesk.badges.pdf import badge_pdf
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
ARABIC = ("محمد", "فاطمة", "عبد", "الرحمن", "الخطيب", "مريم", "يوسف", "رضا", "رحمانی")
A6 = (297.64, 419.53)


def people(number: int, *, arabic: bool = False) -> Iterator[BadgeData]:
    """Invent badges with names as guests have them; families are nearly all different."""
    chance = random.Random(4)
    for person in range(number):
        family = chance.choice(STARTS) + chance.choice(ENDINGS) + chance.choice(["", "-" + chance.choice(STARTS)])
        yield BadgeData(
            person=person,
            given_name=chance.choice(GIVEN),
            family_name=family,
            native_name=" ".join(chance.choices(ARABIC, k=2)) if arabic else "",
            organisation=" ".join(chance.choices(WORDS, k=4)),
            role=chance.choice(["Teilnehmende", "Ausstellende", "Presse"]),
            languages=("Deutsch", "Türkçe"),
            code=new_code(),
            event_title="4. Integrationskonferenz",
            event_line="Convention Center Hannover · 6. März 2017",
            where=(f"Stand B-{chance.randrange(1, 90)}",),
        )


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


def ours(number: int, kit: Kit, *, arabic: bool = False) -> int:
    """Write badges; returns bytes."""
    out = io.BytesIO()
    badge_pdf(people(number, arabic=arabic), out, kit)
    return len(out.getvalue())


def seconds(work: Callable[[], int]) -> float:
    """Return how long `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(rounds: int, number: int, variants: dict[str, Callable[[], int]], goals: dict[str, float]) -> None:
    """Run all variants in turn and print each beside the first."""
    times: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, work in variants.items():
            times[name].append(seconds(work) / number)
    base = statistics.median(times["floor"])
    for name, work in variants.items():
        each = statistics.median(times[name])
        goal = f"goal {goals[name]}" if name in goals else ""
        print(f"{number:>6} {name:<16}{each * 1e3:9.3f} ms{each / base:8.2f} x{work() / number:9.0f} bytes  {goal}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", action="store_true", help="also write 20,000 badges and print the peak memory")
    chosen = parser.parse_args()
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics, ttfonts

    rl_config.useA85 = 0
    pdfmetrics.registerFont(ttfonts.TTFont("Floor", str(paths.resources() / "fonts" / "Inter-Bold.ttf")))
    kit = Kit()
    ours(50, kit, arabic=True), floor(50)

    def variants(number: int) -> dict[str, Callable[[], int]]:
        return {
            "floor": lambda: floor(number),
            "badge": lambda: ours(number, kit),
            "badge, Arabic": lambda: ours(number, kit, arabic=True),
            "badge, new kit": lambda: ours(number, Kit()),
        }

    compare(chosen.rounds * 8, 1, {k: v for k, v in variants(1).items() if "new" not in k}, {"badge": 1.2})
    compare(chosen.rounds, chosen.people, variants(chosen.people), {"badge": 1.7})
    if chosen.memory:
        target = Path("/dev/null")
        with target.open("wb") as out:
            took = seconds(lambda: badge_pdf(people(20_000), out, Kit()).badges)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f" 20000 badge           {took / 20:9.3f} ms   peak {peak:.0f} MB  goal 150")


if __name__ == "__main__":
    main()
