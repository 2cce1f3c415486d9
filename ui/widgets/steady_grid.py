"""A grid for widgets that show and hide parts of themselves when their size changes."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QGridLayout


class SteadyGrid(QGridLayout):
    """Is not begun anew while it places its widgets.

    Showing a widget lets Qt lay out everything around it at once. In the middle of its work a plain grid loses track of
    its rows and columns then, and puts what is left of its widgets into the corner. Here that has to wait: Qt asks for
    it once more anyway.
    """

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        self.setEnabled(False)
        super().setGeometry(rect)
        self.setEnabled(True)
