"""Finds the sentences that the bot can say, by reading its code."""

import ast
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

CODE = Path(__file__).resolve().parents[2]
"""The bot's own package."""

SPEAKER = "words"
"""The name of the sentences in screens: words("help") and self.words("help")."""


@dataclass(frozen=True, slots=True)
class WordsCall:
    """A sentence called by its name. `values`: those it gets; None if only a run would show them."""

    file: str
    line: int
    id: str
    values: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Built:
    """An id that is put together at run time. `shape` matches all its possible values."""

    file: str
    line: int
    shape: re.Pattern[str]


@dataclass(slots=True)
class Usage:
    """`texts`: every string in the code, since ids may also stand in tables."""

    texts: set[str] = field(default_factory=set)
    built: list[Built] = field(default_factory=list)
    calls: list[WordsCall] = field(default_factory=list)

    def names(self, id_: str) -> bool:
        return id_ in self.texts or any(built.shape.fullmatch(id_) for built in self.built)


@cache
def usage(code: Path = CODE) -> Usage:
    found = Usage()
    for path in sorted(code.rglob("*.py")):
        # This room names ids only to check them.
        if path.is_relative_to(Path(__file__).parents[1]):
            continue
        file = path.relative_to(code.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            _note(found, file, node)
    return found


def _note(found: Usage, file: str, node: ast.AST) -> None:
    match node:
        case ast.Constant(value=str(text)):
            found.texts.add(text)
        case ast.Call(func=func, args=[ast.JoinedStr(values=parts), *_]) if _speaks(func):
            found.built.append(Built(file, node.lineno, _shape(parts)))
        case ast.Call(func=func, args=[ast.Constant(value=str(id_)), *_], keywords=keywords) if _speaks(func):
            names = [keyword.arg for keyword in keywords]
            values = None if None in names else frozenset(name for name in names if name)
            found.calls.append(WordsCall(file, node.lineno, id_, values))


def _shape(parts: list[ast.expr]) -> re.Pattern[str]:
    return re.compile(
        "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9-]*" for part in parts
        )
    )


def _speaks(func: ast.expr) -> bool:
    match func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == SPEAKER
    return False
