"""Removes authors' remarks, `<!-- … -->`, from Markdown, so that nobody is shown them."""

import re

from bot.content.faults import Fault

BEGINS = "<!--"

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_ALONE = re.compile(r"^[ \t]*<!--.*?-->[ \t]*\n?", re.DOTALL | re.MULTILINE)


def blanked(text: str) -> str:
    """Remarks become empty lines, so that lines keep their numbers."""
    return _REMARK.sub(lambda remark: "\n" * remark[0].count("\n"), text)


def taken_out(text: str) -> str:
    return _REMARK.sub("", _ALONE.sub("", text))


def endless(text: str, file: str) -> list[Fault]:
    """Expects `text` without its remarks. A remark that never ends would be shown."""
    before, begins, _ = text.partition(BEGINS)
    line = f"line {before.count(chr(10)) + 1}"
    return [Fault(file, line, f"begins a remark, {BEGINS}, that never ends; --> ends it")] if begins else []
