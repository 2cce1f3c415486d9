"""Where Tab goes on a page whose parts stand beside each other: through one part after the other, as they are read."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def step(page: QWidget, parts: Sequence[QWidget], *, forwards: bool) -> bool:
    """Put the focus on what follows in these parts of a page, behind the last on what follows the page."""
    focus = QApplication.focusWidget()
    every = [stop for part in parts for stop in stops(part)]
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    if focus in every:
        at = every.index(focus) + (1 if forwards else -1)
        target = every[at] if 0 <= at < len(every) else _outside(page, every[-1 if forwards else 0], forwards=forwards)
    else:
        target = every[0 if forwards else -1] if every else None
    if target is None:
        return False
    target.setFocus(reason)
    return True


def stops(part: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a part, from top to bottom and from left to right."""
    found = [each for each in part.findChildren(QWidget) if _reachable(each) and each.window() is part.window()]
    return sorted(found, key=lambda each: (each.mapTo(part, QPoint(0, 0)).y(), each.mapTo(part, QPoint(0, 0)).x()))


def _outside(page: QWidget, last: QWidget, *, forwards: bool) -> QWidget | None:
    each: QWidget | None = last
    while each is not None:
        each = each.nextInFocusChain() if forwards else each.previousInFocusChain()
        if each is None or each is last:
            break
        if _reachable(each) and each.window() is page.window() and not page.isAncestorOf(each):
            return each
    return None


def _reachable(widget: QWidget) -> bool:
    """Say whether Tab stops at a widget; of buttons that exclude each other only at the chosen one."""
    if isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked():
        return False
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
