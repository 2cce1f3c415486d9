"""Earlier events that people came to, of those who agreed to be invited again."""

from eventdesk.people.visits.records import Visit, add_visit, all_visits, forget_visits, visits_of

__all__ = ["Visit", "add_visit", "all_visits", "forget_visits", "visits_of"]
