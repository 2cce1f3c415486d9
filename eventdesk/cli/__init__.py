"""The command line: every verb works without a screen, speaks German or English, and answers in JSON if asked."""

from eventdesk.cli.app import main

__all__ = ["main"]
