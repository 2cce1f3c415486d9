"""Lets the same seed give the same day: every number that is drawn, and how long a step is taken to have lasted."""

import contextlib
import secrets
from collections.abc import Iterator
from random import Random
from unittest.mock import patch

from eventdesk.store.pace import Pace


@contextlib.contextmanager
def drawn_from(chance: Random) -> Iterator[None]:
    """Let everything that is drawn meanwhile come from `chance`; nothing of a real event may be made so."""
    judge = Pace.judge
    with (
        patch.multiple(
            secrets,
            randbits=chance.getrandbits,
            token_bytes=chance.randbytes,
            token_hex=lambda number: chance.randbytes(number).hex(),
            choice=chance.choice,
            randbelow=chance.randrange,
            SystemRandom=lambda: chance,
        ),
        patch.object(Pace, "judge", lambda pace, _spent: judge(pace, 0.0)),
    ):
        yield
