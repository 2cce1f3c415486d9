"""What is said of a rotation: how good it is, and what another number of tables would bring."""

from eventdesk.cafe.rotation.types import Quality, Rotation, RotationWay
from eventdesk.words import Words
from ui.widgets.reason_line import Line


def headline(words: Words, repeats: int) -> str:
    """Return the one thing that matters: "Nobody meets anybody twice"."""
    if not repeats:
        return words.t("Nobody meets anybody twice")
    return words.n("One time two people meet again", "{count} times two people meet again", repeats)


def proof(words: Words, rotation: Rotation) -> str:
    """Return how sure it is that it cannot be better."""
    if not rotation.repeats:
        return way_text(words, rotation.way)
    if rotation.repeats <= rotation.lower_bound:
        return words.t("Proven: with these tables and rounds it cannot be less.")
    if rotation.lower_bound:
        return words.t(
            "Proven: with these tables and rounds it cannot be less than {bound}.", bound=rotation.lower_bound
        )
    return ""


def quality_lines(words: Words, quality: Quality) -> tuple[Line, ...]:
    """Return what is good about a rotation, and what is to be thought about."""
    good, mind = [], []
    for count, least, fine, said in _counted(words, quality):
        if not count:
            good.append(Line(good=True, text=fine))
        elif count <= least:
            mind.append(Line(good=False, text=f"{said} {words.t('It cannot be less.')}"))
        else:
            mind.append(Line(good=False, text=said))
    return (*mind, *good)


def more_repeats(words: Words, count: int) -> str:
    """Return how often more two people meet again."""
    return words.n("One time more two people meet again.", "{count} times more two people meet again.", count)


def more_chairs(words: Words, count: int) -> str:
    """Return how often, in all rounds, a table needs another chair."""
    return words.n("One time a table needs one more chair.", "{count} times a table needs one more chair.", count)


def no_room(words: Words, count: int) -> str:
    """Return for how many people there is no room."""
    return words.n("For one person there is no room.", "For {count} people there is no room.", count)


def way_text(words: Words, way: RotationWay) -> str:
    """Return how a rotation was found."""
    match way:
        case RotationWay.DESIGN:
            return words.t("Found by a design: nobody can meet twice.")
        case RotationWay.PUBLISHED:
            return words.t("Found by a published design.")
        case RotationWay.SEARCH:
            return words.t("Found by search.")
        case _:
            return ""


def _counted(words: Words, quality: Quality) -> list[tuple[int, int, str, str]]:
    """Return count, proven least, the sentence for none, the sentence for some."""
    lines = [
        (
            quality.colleagues_together, quality.colleagues_least,
            words.t("Nobody sits with people of their own organisation."),
            words.n("One pair of one organisation sits together.",
                    "{count} pairs of one organisation sit together.", quality.colleagues_together),
        ),
        (
            quality.sector_deviation, 0, words.t("All sectors are spread evenly."),
            words.n("Sectors are spread nearly evenly: one seat off.",
                    "Sectors are spread nearly evenly: {count} seats off.", quality.sector_deviation),
        ),
        (
            quality.alone_in_language, quality.alone_least, words.t("Nobody is alone in their language."),
            words.n("One time somebody is alone in their language.",
                    "{count} times somebody is alone in their language.", quality.alone_in_language),
        ),
    ]  # fmt: skip
    only_bad = (
        (quality.pairs_broken, words.n("One wish for two people is not met.",
                                       "{count} wishes for two people are not met.", quality.pairs_broken)),
        (quality.steps, words.n("One time somebody needs a table without steps and sits at another.",
                                "{count} times somebody needs a table without steps and sits at another.",
                                quality.steps)),
        (quality.other_language, words.n("One time somebody does not speak the language of their table.",
                                         "{count} times somebody does not speak the language of their table.",
                                         quality.other_language)),
        (quality.same_table, words.n("One time somebody comes back to a table.",
                                     "{count} times somebody comes back to a table.", quality.same_table)),
        (quality.beyond_seats, more_chairs(words, quality.beyond_seats)),
    )  # fmt: skip
    leasts = (0, 0, 0, quality.same_table_least, quality.beyond_seats_least)
    lines += [(count, least, "", said) for (count, said), least in zip(only_bad, leasts, strict=True) if count]
    return lines
