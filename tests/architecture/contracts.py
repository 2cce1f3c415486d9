"""Runs import-linter on a project as its command does."""

import subprocess
import sys
from pathlib import Path

COMMAND = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(root: Path) -> tuple[int, str]:
    """Check the contracts of the project at `root`; return the exit code and what was said."""
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "--config", str(root / "pyproject.toml"), "--no-cache"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
        check=False,
    )
    plain = [line for line in (done.stdout + done.stderr).splitlines() if line.isascii()]  # the rest is its banner
    return done.returncode, "\n".join(plain).strip()
