"""What a PDF says about itself to viewers and screen readers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """Title, author and language ("de") of a document; empty where there is nothing to say."""

    title: str = ""
    author: str = ""
    language: str = ""
