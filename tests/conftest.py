"""For all tests: nothing is slower than it must be, and what this machine lacks is said once, in one line."""

import gc
import os
import shutil
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import Phase, settings

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest ones first, or one core waits at the end for what the other has just begun."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/whole/"))


def pytest_collection_finish() -> None:
    """What was collected stays to the end, three quarters of a million objects: Python need not look through them over and over."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5_000, 10, 5)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = terminalreporter.getreports("skipped")
    reasons = Counter(str(report.longrepr[2]) for report in reports if isinstance(report.longrepr, tuple))
    for reason, tests in reasons.items():
        terminalreporter.write_line(f"{tests} skipped: {reason.removeprefix('Skipped: ')}")
