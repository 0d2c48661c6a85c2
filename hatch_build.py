"""Puts content/ into the wheel, at bot/content/files."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ContentInside(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # Not into the editable one: a clone reads content/ where it stands, and a copy beside it would grow old.
        if version == "standard":
            build_data["force_include"]["content"] = "bot/content/files"
