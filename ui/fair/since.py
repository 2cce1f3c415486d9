"""What has changed since the placement that was kept last: who stands elsewhere, why, which signs are old."""

from datetime import datetime

from eventdesk.fair.papers.errands import errands, reason_text
from eventdesk.words import Words
from ui.fair import telling
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.plan_card import Since
from ui.fair.standing import Standing, with_stands


def since_print(words: Words, flow: FairFlow) -> Since:
    """Return what has changed since the newest version that differs from today's plan; nothing if there is none."""
    found = flow.before()
    if found is None:
        return Since()
    version, stands = found
    fair = flow.fair
    known = {
        each: tuple(b for b in of if b in fair.booth_of) for each, of in stands.items() if each in fair.exhibitor_of
    }
    before = Standing(with_stands(fair, {each: of for each, of in known.items() if of}))
    whys = {each.exhibitor: reason_text(words, fair, each) for each in errands(fair, flow.differences(stands))}
    lines = telling.changes(words, before, flow.standing, whys)
    if not lines:
        return Since()
    signs = sum(line.after is not None for line in lines)
    stay = len(flow.standing.stands) - signs
    parts = [
        words.n("One stand is where it was.", "{count} stands are where they were.", stay),
        words.n("Reprint: one sign", "Reprint: {count} signs", signs) if signs else "",
    ]
    return Since(
        since_title(words, version.name, version.at, flow.event.local_now()),
        tuple(lines),
        " ".join(part for part in parts if part),
    )


def since_title(words: Words, name: str, at: datetime, now: datetime) -> str:
    """Return since when: the time alone for today."""
    time = at.strftime("%H:%M") if at.date() == now.date() else at.strftime("%d.%m. %H:%M")
    if name:
        return words.t("Since “{name}” at {time}", name=name, time=time)
    return words.t("Since {time}", time=time)
