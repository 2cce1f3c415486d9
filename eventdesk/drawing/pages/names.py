"""How names of people and organisations stand on lines."""

import re

_LEGAL_FORM = re.compile(r" (e\. ?V\.|g?GmbH|gUG|UG|AG|mbH|eG|KdöR)(?!\w)")


def unbroken(name: str) -> str:
    """Return a name so that no line begins with the "e.V." of an association or the like."""
    return _LEGAL_FORM.sub("\u00a0\\1", name)
