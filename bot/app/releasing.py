"""Tells what stands in the way of a release: pictures or recordings that are missing, and a version that is not the same everywhere."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from bot.app.checking import unrecorded
from bot.content.check import undrawn_in

_RELEASE = re.compile(r"\d+\.\d+\.\d+")


def in_the_way(content: Path) -> list[str]:
    """Missing translations are not in the way. `content`: the folder in a clone."""
    return [*undrawn_in(content), *unrecorded(content), *version_faults(content.parent)]


def version_faults(clone: Path) -> Iterator[str]:
    files = {name: clone / name for name in ("pyproject.toml", "CHANGELOG.md", "README.md")}
    if missing := [name for name, file in files.items() if not file.exists()]:
        yield f"{', '.join(missing)}: not there; a release is made in a clone"
        return
    version = str(tomllib.loads(files["pyproject.toml"].read_text())["project"]["version"])
    if not _RELEASE.fullmatch(version):
        yield f"pyproject.toml: {version} is no version of a release, such as 0.1.0"
        return
    heading = next((line for line in files["CHANGELOG.md"].read_text().splitlines() if line[:3] == "## "), "")
    if not re.fullmatch(rf"## {re.escape(version)} \(\d{{4}}-\d\d-\d\d\)", heading):
        yield f"CHANGELOG.md: begins with '{heading}'; write '## {version} (2026-01-31)', with the day"
    if f"This is version {version}," not in files["README.md"].read_text():
        yield f"README.md: does not say 'This is version {version},'"
    if _has_tag(clone, f"v{version}"):
        yield f"the tag v{version} is there already: raise the version"


def _has_tag(clone: Path, tag: str) -> bool:
    try:
        command = ["git", "-C", str(clone), "tag", "--list", tag]
        found = subprocess.run(command, capture_output=True, check=False, timeout=30)  # noqa: S603 - its own clone
    except OSError:
        return False
    return bool(found.stdout.strip())
