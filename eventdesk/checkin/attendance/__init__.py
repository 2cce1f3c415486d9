"""Who has come to the house on a day, for lists of all people."""

from eventdesk.checkin.attendance.records import Attendance

__all__ = ["Attendance"]
