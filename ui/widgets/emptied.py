"""What stands in a layout, found and thrown away without asking the layout for its items.

An item that Python has taken out by its number is freed by nobody, and one it has looked at by its number is a trap
once the layout has freed it. A layout that is told which widget goes frees the item itself.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def widgets_in(layout: QLayout) -> list[QWidget]:
    """Return the widgets that stand in a layout itself, in their order; none while it belongs to no widget yet."""
    holder = layout.parentWidget()
    if holder is None:
        return []
    children = holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    places = ((layout.indexOf(child), child) for child in children)
    return [child for place, child in sorted(places, key=lambda each: each[0]) if place >= 0]


def empty(layout: QLayout) -> None:
    """Throw all widgets of a layout away: hidden now, gone when whoever asked for it has finished."""
    for widget in widgets_in(layout):
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
