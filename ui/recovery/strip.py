"""The strip above the pages after a backup was gone back to: what can be taken over, what has to be done by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget

from eventdesk.words import Words
from ui.look import Look
from ui.recovery.aftermath import Aftermath
from ui.widgets.button import Button, plain, primary
from ui.widgets.calm_strip import CalmStrip

MOST_ROWS, FEW_ROWS = 6, 2


class AftermathStrip(CalmStrip):
    """Stays until somebody is done with it. `save_asked`: the list is to be written to a file."""

    save_asked = Signal()

    def __init__(self, look: Look, aftermath: Aftermath) -> None:
        words, colours = look.words, look.theme.colours
        self._aftermath, self._hidden = aftermath, False
        self.take = Button(look, words.t("Take it over"), primary(colours), icon="check", size=14, high=36)
        self.show_list = Button(look, "", plain(colours), size=14, high=36)
        self.save = Button(look, words.t("Save the list …"), plain(colours), size=14, high=36)
        self.dismiss = Button(look, "", plain(colours), size=14, high=36)
        super().__init__(look, "backup", [self.take, self.show_list, self.save, self.dismiss])
        self.list = QListWidget()
        self.list.setObjectName("projects")
        self.list.setAccessibleName(words.t("What was done since the backup"))
        self.list.setWordWrap(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.column.addWidget(self.list)
        self.take.clicked.connect(lambda: aftermath.take_over(words))
        self.show_list.clicked.connect(self._turn_list)
        self.save.clicked.connect(self.save_asked)
        self.dismiss.clicked.connect(aftermath.dismiss)
        aftermath.turned.connect(self.refresh)

    def refresh(self) -> None:
        """Show what there is now, above the pages; nothing if nothing is left."""
        words, aftermath = self.look.words, self._aftermath
        lines = aftermath.lines(words)
        self.take.setVisible(aftermath.may_take_over)
        self.show_list.setVisible(bool(lines))
        self.dismiss.say(words.t("Go on without it") if aftermath.may_take_over else words.t("Done"))
        self.dismiss.setEnabled(not aftermath.busy)
        self.list.clear()
        for line in lines:
            told = (line.at, line.deed, line.who, line.why if aftermath.applied is not None else "")
            self.list.addItem(" · ".join(part for part in told if part))
        if not lines:
            self.list.hide()
        self._name_list()
        self.setVisible(aftermath.there and not self._hidden and self.parentWidget() is not None)
        self.say(sentence(words, aftermath), brief_sentence(words, aftermath))

    def hide_names(self, *, hidden: bool) -> None:
        """Be seen no more while the desk is locked."""
        self._hidden = hidden
        self.refresh()

    def fit(self) -> None:
        """Show fewer rows of the list in a low window."""
        rows = min(FEW_ROWS if self.low else MOST_ROWS, max(1, self.list.count()))
        row = max(self.list.sizeHintForRow(0), self.look.theme.metrics(14).height())
        self.list.setFixedHeight(row * rows + self.look.theme.space(14))
        super().fit()

    def _turn_list(self) -> None:
        self.list.setVisible(self.list.isHidden())
        self._name_list()
        self.fit()

    def _name_list(self) -> None:
        words = self.look.words
        shown = not self.list.isHidden()
        self.save.setVisible(shown)
        self.show_list.say(words.t("Hide the list") if shown else words.t("Show the list"))


def sentence(words: Words, aftermath: Aftermath) -> str:
    """Return what there is to say."""
    parts = [_about_deeds(words, aftermath)]
    if not aftermath.complete and not parts[0]:
        parts.append(
            words.t(
                "What was done since this backup cannot be read: please look through what was done last yourselves."
            )
        )
    elif not aftermath.complete:
        parts.append(
            words.t("Not everything of that time can be read: please look through what was done last yourselves.")
        )
    if aftermath.votes:
        parts.append(words.n("One vote is lost.", "{count} votes are lost.", aftermath.votes))
    return " ".join(part for part in parts if part)


def _about_deeds(words: Words, aftermath: Aftermath) -> str:
    if aftermath.applied is not None:
        taken = words.n("One step was taken over.", "{count} steps were taken over.", aftermath.applied)
        left = _by_hand(words, len(aftermath.left)) if aftermath.left else ""
        return f"{taken if aftermath.applied else ''} {left}".strip()
    if aftermath.losses is None:
        return _by_hand(words, len(aftermath.left))
    if not aftermath.left:
        return ""
    return words.n(
        "One step was done since this backup and can still be read in the damaged file.",
        "{count} steps were done since this backup and can still be read in the damaged file.",
        len(aftermath.left),
    )


def _by_hand(words: Words, count: int) -> str:
    return words.n("One has to be done again by hand.", "{count} have to be done again by hand.", count)


def brief_sentence(words: Words, aftermath: Aftermath) -> str:
    """Return the same in fewer words, for a low window."""
    if not aftermath.left:
        return sentence(words, aftermath)
    if aftermath.applied is not None or aftermath.losses is None:
        return _by_hand(words, len(aftermath.left))
    more = "" if aftermath.complete and not aftermath.votes else words.t("Not all of it can be read.")
    told = words.n("One step since this backup.", "{count} steps since this backup.", len(aftermath.left))
    return f"{told} {more}".rstrip()
