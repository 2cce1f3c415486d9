"""The verbs for what is owed after the day: figures, attendance, certificates, what was found, brochure, contacts."""

import typer

from eventdesk.cli import report_brochure, report_papers
from eventdesk.cli.report_wording import wording
from eventdesk.cli.session import add_verbs


def register(app: typer.Typer) -> None:
    """Add the verbs, under `report`."""
    verbs = typer.Typer(no_args_is_help=True, help="Write what is owed after the day.", rich_markup_mode=None)
    add_verbs(verbs, *report_papers.VERBS, wording, *report_brochure.VERBS)
    app.add_typer(verbs, name="report")
