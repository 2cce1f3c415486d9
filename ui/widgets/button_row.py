"""Buttons or figures beside each other, as many in a line as fit, of which some come and go."""

from ui.widgets.wrapping import Wrapping


class ButtonRow(Wrapping):
    """Finds its height anew when what is in it has changed."""

    def refit(self) -> None:
        """Arrange what is seen now."""
        self.place()
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
