"""The core of eventdesk: everything a registration desk needs, without any window."""

__version__ = "0.1.0"
