"""Who has come to the house on a day, for lists of all people, and what counts at one point, for its desk."""

from eventdesk.checkin.attendance.here import Here, HereCounter
from eventdesk.checkin.attendance.records import Attendance, Servings

__all__ = ["Attendance", "Here", "HereCounter", "Servings"]
