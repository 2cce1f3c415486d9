"""What hatchling does beyond the ordinary: compile the words, and put resources and sample events into the wheel."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = ("resources", "seeds")


class ShippedFiles(BuildHookInterface[BuilderConfig]):
    """Runs before every build of an sdist, a wheel or an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues; into a real wheel put the folders where `eventdesk.paths` looks for them.

        An editable install gets no copy: it would grow stale beside the checkout that is really used.
        """
        root = Path(self.root)
        runpy.run_path(str(root / "tools" / "words.py"))["compile_catalogues"](root)
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"] |= {str(root / name): f"eventdesk/_{name}" for name in SHIPPED}
