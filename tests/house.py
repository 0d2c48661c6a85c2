"""The rules of the house that a machine can read off the code: each gives the places that break it."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[1]
SYNCHRONOUS = ("domain", "coach", "screens", "store", "content")
LONGEST_FUNCTION = 45
HEARS = ("bot/domain/typed/", "bot/domain/reminders/places.py", "bot/domain/plain_text.py")
MEET_THE_WHOLE_BOT = ("tests/whole/", "tests/soak/", "tests/year/", "tests/bench/")
FORMS_OF_UNICODE = ("NFC", "NFD", "NFKC", "NFKD")


@dataclass(frozen=True)
class Source:
    """A file of Python: `path` is relative to the repository, with slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def room(self) -> str:
        parts = self.path.split("/")
        return parts[1] if len(parts) > 2 else ""

    def imported(self) -> Iterator[str]:
        """Full names of modules, a name imported from one counting as a module too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or "."
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


Rule = Callable[[Source], Iterator[str]]


def sources(folder: str) -> Iterator[Source]:
    """One after the other: the trees of all together take hundreds of megabytes."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        yield Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


def buttons_found_by_meaning(source: Source) -> Iterator[str]:
    """By `tests.meaning.taps`, where tests meet the whole bot: a phone's own `taps` goes by the words on a button."""
    if not source.path.startswith(MEET_THE_WHOLE_BOT) or ".taps(" not in source.text:
        return
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Attribute(value=who, attr="taps"), args=[_]):
                yield f"line {node.lineno}: {ast.unparse(who)}"


def no_mocks(source: Source) -> Iterator[str]:
    if "mock" not in source.text:  # so nearly all tests need not be parsed
        return
    yield from (
        name for name in source.imported() if name.startswith(("unittest.mock", "mock", "pytest_mock"))
    )


def environment_in_config_only(source: Source) -> Iterator[str]:
    if source.path == "bot/config.py":
        return
    names = {"os.environ", "os.environb", "os.getenv", "os.putenv"}
    yield from names & {*source.imported(), *_dotted(source)}


def no_waiting_inside(source: Source) -> Iterator[str]:
    if source.room not in SYNCHRONOUS:
        return
    yield from (name for name in source.imported() if name.partition(".")[0] in {"asyncio", "threading"})
    waiting = (ast.AsyncFunctionDef, ast.AsyncWith, ast.AsyncFor, ast.Await)
    yield from (f"line {node.lineno}" for node in ast.walk(source.tree) if isinstance(node, waiting))


def one_clock(source: Source) -> Iterator[str]:
    """bot/app/wall_clock.py makes the bot's clock, the phone has one of its own; everybody else is told the time."""
    if source.path in {"bot/app/wall_clock.py", "bot/phone/world.py"}:
        return
    clocks = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
    used = {*source.imported(), *_dotted(source)}
    yield from sorted(name for name in used if ".".join(name.split(".")[-2:]) in clocks)


def nothing_random_in_rules(source: Source) -> Iterator[str]:
    if source.room in {"domain", "screens"}:
        yield from (name for name in source.imported() if name in {"random", "secrets", "uuid"})


def domain_on_its_own(source: Source) -> Iterator[str]:
    if source.room != "domain":
        return
    known = sys.stdlib_module_names
    yield from (
        name
        for name in source.imported()
        if name.partition(".")[0] not in known and name != "bot" and not name.startswith("bot.domain")
    )


def no_language_in_what_is_heard(source: Source) -> Iterator[str]:
    """Words that people type are content. No such words are values of enums, keys in brackets, docstrings, sets of letters."""
    if not source.path.startswith(HEARS):
        return
    tree = source.tree
    exempt: set[ast.AST] = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef() if any("Enum" in ast.unparse(base) for base in node.bases):
                exempt.update(ast.walk(node))
            case ast.Expr(value=inner) | ast.Subscript(slice=inner):
                exempt.add(inner)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in exempt:
            rest = re.sub(r"\[(?:\\.|[^\]])+\]|\\.|\(\?P<\w+>", " ", node.value)
            if re.search(r"[^\W\d_]{2}", rest) and rest not in FORMS_OF_UNICODE:
                yield f"line {node.lineno}: {node.value!r}"


def docstring_of_one_sentence(source: Source) -> Iterator[str]:
    """The first line is the sentence; what follows a blank line is an essay that the file is owed."""
    if not source.tree.body:
        return
    first, _, essay = (ast.get_docstring(source.tree) or "").partition("\n")
    if not re.fullmatch(r"\w.* .*[.:]", first.rstrip()) and not essay:
        yield first or "none"


def functions_short_enough(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{node.name}: {length} lines"


def waivers_name_their_rule(source: Source) -> Iterator[str]:
    for number, line in enumerate(source.text.splitlines(), start=1):
        if re.search(r"#\s*(?:type:\s*ignore(?!\[[a-z])|noqa(?!: [A-Z]))", line):
            yield f"line {number}"


def _dotted(source: Source) -> Iterator[str]:
    return (ast.unparse(node) for node in ast.walk(source.tree) if isinstance(node, ast.Attribute))


# Where a rule holds, and something that breaks it.
RULES: tuple[tuple[Rule, tuple[str, ...], Source], ...] = (
    (no_mocks, ("bot", "tests"), Source("tests/test_a.py", "from unittest import mock")),
    (buttons_found_by_meaning, ("tests",), Source("tests/whole/test_a.py", 'ana.taps("Start")')),
    (environment_in_config_only, ("bot",), Source("bot/chat/a.py", "import os\nos.environ['A']")),
    (environment_in_config_only, ("bot",), Source("bot/app/running.py", "from os import getenv")),
    (no_waiting_inside, ("bot",), Source("bot/coach/a.py", "async def begin() -> None: ...")),
    (no_waiting_inside, ("bot",), Source("bot/domain/a.py", "import asyncio")),
    (one_clock, ("bot",), Source("bot/coach/a.py", "import datetime\ndatetime.datetime.now()")),
    (one_clock, ("bot",), Source("bot/chat/a.py", "from time import time")),
    (nothing_random_in_rules, ("bot",), Source("bot/domain/a.py", "import random")),
    (domain_on_its_own, ("bot",), Source("bot/domain/a.py", "from pydantic import BaseModel")),
    (domain_on_its_own, ("bot",), Source("bot/domain/a.py", "from bot.store import people")),
    (no_language_in_what_is_heard, ("bot",), Source("bot/domain/typed/a.py", "NUMBERS = {'two': 2}")),
    (
        no_language_in_what_is_heard,
        ("bot",),
        Source("bot/domain/typed/a.py", r"AT = re.compile(r'\d+ ?(?:uhr|h)')"),
    ),
    (no_language_in_what_is_heard, ("bot",), Source("bot/domain/typed/a.py", "AT = f'{hour} (?P<half>am)'")),
    (no_language_in_what_is_heard, ("bot",), Source("bot/domain/typed/a.py", "heard = text == 'завтра'")),
    (
        no_language_in_what_is_heard,
        ("bot",),
        Source("bot/domain/typed/a.py", "WORDS = frozenset('to till'.split())"),
    ),
    (docstring_of_one_sentence, ("bot",), Source("bot/a.py", '"""utils"""')),
    (docstring_of_one_sentence, ("bot",), Source("bot/a.py", "ONE = 1")),
    (
        functions_short_enough,
        ("bot",),
        Source("bot/a.py", "def a() -> None:\n" + "    b()\n" * LONGEST_FUNCTION),
    ),
    (waivers_name_their_rule, ("bot",), Source("bot/a.py", "a = b  # type: " + "ignore")),
    (waivers_name_their_rule, ("bot",), Source("bot/a.py", "a = b  # no" + "qa")),
)
