"""The event folder: what an organiser prepares, read and checked as a whole before anything is written."""

from eventdesk.eventfolder.creating import Created, create_from
from eventdesk.eventfolder.reading import EventSource, read_source

__all__ = ["Created", "EventSource", "create_from", "read_source"]
