"""A clock that stands until the test moves it."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Call it for the present moment; `advance` and `set` move it."""

    def __init__(self, start: str = "2017-03-06T08:00:00+00:00") -> None:
        self._now = datetime.fromisoformat(start).astimezone(UTC)

    def __call__(self) -> datetime:
        return self._now

    def advance(self, **span: float) -> None:
        """Move on by timedelta's keywords: advance(minutes=5)."""
        self._now += timedelta(**span)

    def set(self, text: str) -> None:
        """Jump to an ISO time with offset."""
        self._now = datetime.fromisoformat(text).astimezone(UTC)
