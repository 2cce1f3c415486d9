"""What this desk remembers of its scanners, so that what they write around codes does no harm."""

from eventdesk.people.scanner import Habit, Trial, habit_of, habits_from_text, habits_to_text, with_habit
from ui.preferences import Preferences

_KEY = "scanner/habits"


class ScannerMemory:
    """Kept in the preferences: a scanner belongs to a desk, whatever file is open."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._habits = habits_from_text(preferences.kept(_KEY))

    @property
    def habits(self) -> tuple[Habit, ...]:
        """The habits of the scanners that were tried here, the newest first."""
        return self._habits

    @property
    def misses_enter(self) -> bool:
        """Whether one of them does not press Enter."""
        return any(habit.silent for habit in self.habits)

    def remember(self, trial: Trial) -> None:
        """Remember what a trial has shown, if it can be made up for."""
        habit = habit_of(trial)
        if habit is not None:
            self._keep(with_habit(self._habits, habit))

    def forget(self) -> None:
        """Take every scan as it comes from now on."""
        self._keep(())

    def _keep(self, habits: tuple[Habit, ...]) -> None:
        self._habits = habits
        self._preferences.keep(_KEY, habits_to_text(habits))
