"""What was not saved, as a text that waits until the event is opened again."""

import json
from collections.abc import Mapping

from eventdesk.badges.design.template import Template
from eventdesk.badges.design.template_file import parse, to_toml
from ui.templates.draft import Draft


def written(drafts: Mapping[str, Draft]) -> str:
    """Return what is unsaved, by name; nothing if nothing is."""
    kept = {key: to_toml(draft.template) for key, draft in drafts.items() if draft.unsaved}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def read(kept: str) -> dict[str, Template]:
    """Return the templates that were kept; what cannot be read any more is left out."""
    try:
        found = json.loads(kept or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    templates = {str(key): parse(str(text)).template for key, text in found.items()}
    return {key: template for key, template in templates.items() if template is not None}
