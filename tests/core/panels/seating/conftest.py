"""A command line to call."""

from tests.core.cli.conftest import call

__all__ = ["call"]
