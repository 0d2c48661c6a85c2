"""For all tests: nothing is slower than it must be, and what this machine lacks is said once, in one line."""

import gc
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Generator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from hypothesis import Phase, settings

from tests import read_before

if TYPE_CHECKING:
    from playwright.async_api import Browser

# Laws are asserted there for many tests: what fails shows its values.
pytest.register_assert_rewrite("tests.domain.laws")

# What is collected stays: looking through it for what could go takes a third of the time (`pytest_collection_finish`).
gc.disable()

# Before anything draws: tests run side by side, and threads that wait for a core of another's take twice the time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# What tests write is gone with them: most of what they would wait for is a disk that makes sure of it.
MEMORY = Path("/dev/shm")
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > 2**31:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

# Nor a token of whoever runs them: it would start a bot that has people.
os.environ["XDG_CONFIG_HOME"] = str(Path(tempfile.gettempdir()) / "unhunch-tests-have-no-settings")

# What a test finds must not depend on how fast the machine is.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# For `make mutants`: one example that fails is enough, and the same ones are tried each time.
settings.register_profile(
    "mutants",
    deadline=None,
    derandomize=True,
    max_examples=25,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--way", choices=("polling", "webhook"), default="polling", help="how updates come in tests/whole"
    )


def pytest_configure(config: pytest.Config) -> None:
    """The first process, which starts the others."""
    if not hasattr(config, "workerinput"):
        read_before.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        read_before.end()


WAIT = ("tests/test_", "tests/whole/", "tests/page/")
COMPUTE = (
    *("tests/figure/", "tests/content/", "tests/film/"),
    *("tests/domain/test_session_walk.py", "tests/coach/test_poison.py"),
)
"""Where the files are that take long, by what they do most of the time."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, one that waits beside one that computes: the short ones fill the cores at the end."""
    places: dict[Path, int] = {}
    for long in (WAIT, COMPUTE):
        files = dict.fromkeys(item.path for item in items if item.nodeid.startswith(long))
        places |= {file: place for place, file in enumerate(files)}
    last = len(items)
    items.sort(key=lambda item: places.get(item.path, last))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, Any]:
    """Each process begins with another share of a folder's files: pytest keeps what it makes of a file, and the other processes find it."""
    report = yield
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    files = [each for each in report.result or () if isinstance(each, pytest.Module)]
    for file in files[number::processes] if processes > 1 else ():
        with suppress(file.CollectError, pytest.skip.Exception):  # it is told when its turn comes
            file.obj  # noqa: B018 - reads it
    return report


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator["Browser"]:
    """One for all tests of a process that look at a page: each opens a window of its own, which knows nothing of the others."""
    from tests.browser import a_browser  # noqa: PLC0415 - most runs of a few tests need none

    async with a_browser() as browser:
        yield browser


def pytest_collection_finish() -> None:
    """What was collected stays to the end, three quarters of a million objects: Python need not look through them over and over."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 10, 5)
    gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = terminalreporter.getreports("skipped")
    reasons = Counter(str(report.longrepr[2]) for report in reports if isinstance(report.longrepr, tuple))
    for reason, tests in reasons.items():
        terminalreporter.write_line(f"{tests} skipped: {reason.removeprefix('Skipped: ')}")
