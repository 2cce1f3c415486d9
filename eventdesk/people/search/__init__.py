"""Finds people as somebody types: in any order, spelling and alphabet, with a slip, by parts of name, mail or code."""

from eventdesk.people.search.finding import Hit, Searcher, search
from eventdesk.people.search.index import refresher
from eventdesk.people.search.marking import marker, marks

__all__ = ["Hit", "Searcher", "marker", "marks", "refresher", "search"]
