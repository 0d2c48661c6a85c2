"""The rules of the house hold in every file, and the papers tell the truth."""

import ast
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import config
from bot.chat.telegram.commands import COMMANDS
from bot.cli.main import main
from bot.content.reader import load
from bot.domain.library.exercise import Exercise
from bot.domain.library.routine import Programme, Routine
from bot.domain.library.topic import Topic
from bot.film.film_command import READY
from tests.house import ROOT, RULES, Rule, Source, sources

Signed = Exercise | Routine | Programme | Topic

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-voice.lock", "requirements-mutants.lock")
PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "PRIVACY.md", "deploy/README.md")


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def breaches() -> dict[Rule, list[str]]:
    """All rules in one walk through the files, each of which is parsed once."""
    folders = {rule: folders for rule, folders, _ in RULES}
    found: dict[Rule, list[str]] = {rule: [] for rule in folders}
    for folder in ("bot", "tests"):
        for source in sources(folder):
            for rule, held_in in folders.items():
                if folder in held_in:
                    found[rule] += [f"{source.path}: {what}" for what in rule(source)]
    return found


@pytest.mark.parametrize("rule", {rule: None for rule, _, _ in RULES}, ids=lambda rule: rule.__name__)
def test_the_rule_holds(rule: Rule) -> None:
    assert breaches()[rule] == []


@pytest.mark.parametrize(("rule", "broken"), [(rule, broken) for rule, _, broken in RULES])
def test_the_rule_sees_what_breaks_it(rule: Rule, broken: Source) -> None:
    assert list(rule(broken))


def test_the_contracts_of_imports_are_kept() -> None:
    command = [
        sys.executable,
        "-c",
        "import importlinter.cli as c; raise SystemExit(c.lint_imports(no_cache=True))",
    ]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


# What importing may not do, mostly as Python's own audit names it.
WATCH = """
import importlib.util, json, os, pkgutil, sys, threading
did = []
def watch(event, args):
    if event in {"socket.bind", "socket.connect", "subprocess.Popen", "os.mkdir", "sqlite3.connect"}:
        did.append([event, repr(args)[:200]])
    elif event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        did.append([event, repr(args)[:200]])
begin = threading.Thread.start
def watched(thread):
    did.append(["thread", thread.name])
    begin(thread)
threading.Thread.start = watched  # no audit event tells of threads before Python 3.13
sys.addaudithook(watch)
import bot
names = sorted(module.name for module in pkgutil.walk_packages(bot.__path__, "bot."))
if importlib.util.find_spec("torch") is None:  # some GB, which tests do without
    names = [name for name in names if name not in ("bot.learning.deep.deep_network", "bot.learning.deep.deep_teaching")]
for name in names:
    __import__(name)
print(json.dumps({"names": names, "did": list(did)}))
"""


def test_importing_does_nothing_but_import() -> None:
    command = [sys.executable, "-B", "-c", WATCH]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stderr
    seen = json.loads(result.stdout)
    assert "bot.cli.main" in seen["names"]
    assert seen["did"] == []


def test_one_command_runs_the_tests_and_all_papers_name_it() -> None:
    assert read(".ci/run").splitlines()[-1] == "make test"
    for paper in ("README.md", "CONTRIBUTING.md"):
        assert "`make test`" in read(paper) or "    make test" in read(paper), paper


@pytest.mark.parametrize("paper", [*PAPERS, ".ci/run"])
def test_what_the_papers_tell_to_make_can_be_made(paper: str) -> None:
    goals = set(re.findall(r"^([a-z]+):", read("Makefile"), flags=re.MULTILINE))
    told = set(re.findall(r"(?:`|^ *)make ([a-z]+)", read(paper), flags=re.MULTILINE))
    assert told <= goals


@pytest.mark.parametrize("paper", PAPERS)
def test_what_the_papers_link_to_is_there(paper: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", read(paper))
    assert [link for link in links if not ((ROOT / paper).parent / link).exists()] == []


@pytest.mark.parametrize("paper", [*PAPERS, "Makefile", "deploy/unhunch.service", "deploy/Dockerfile"])
def test_only_settings_that_exist_are_named(paper: str) -> None:
    assert set(re.findall(r"UNHUNCH_[A-Z_]+", read(paper))) <= config.known_variables()


def test_the_readme_tells_every_setting_as_it_is() -> None:
    assert config.table() in read("README.md"), "put there what `unhunch config --table` prints"


def test_one_version_is_told_everywhere() -> None:
    """That of the newest release in the changelog, or, where none was made yet or more has come since, one that is to be."""
    version = tomllib.loads(read("pyproject.toml"))["project"]["version"]
    changes = read("CHANGELOG.md").partition("\n## Unreleased\n")
    released = re.findall(
        r"^## (\d+\.\d+\.\d+) \(\d{4}-\d\d-\d\d\)$", read("CHANGELOG.md"), flags=re.MULTILINE
    )
    waiting = changes[2].partition("\n## ")[0].strip()
    if released and not waiting:
        assert version == released[0], "a release changes pyproject.toml and the changelog together"
    else:
        assert version not in released, "what has changed since a release is of the next one"
    assert f"version {version}" in read("README.md")
    assert (
        CliRunner().invoke(main, ["--version"], prog_name="unhunch").output == f"unhunch, version {version}\n"
    )


def test_the_readme_tells_every_command() -> None:
    rows = re.findall(r"^\| `/([a-z]+)", read("README.md"), flags=re.MULTILINE)
    assert rows == list(COMMANDS)
    assert set(re.findall(r"^\| `unhunch ([a-z]+)", read("README.md"), flags=re.MULTILINE)) == set(
        main.commands
    )


def test_the_readme_tells_what_there_is_and_what_share_is_signed() -> None:
    library = load(ROOT / "content")
    forms = sum(len(exercise.forms) for exercise in library.exercises.values())
    kinds: dict[str, Iterable[Signed]] = {
        "exercises": library.exercises.values(),
        "ready routines": library.routines.values(),
        "programmes of several weeks": library.programmes.values(),
        "topics to read": library.topics.values(),
    }
    for kind, each in kinds.items():
        every = tuple(each)
        many = f"{len(every)}, in {forms} forms" if kind == "exercises" else str(len(every))
        signed = sum(bool(one.signed_by) for one in every)
        assert f"| {kind} | {many} | {signed} |" in read("README.md")


def test_the_table_of_rooms_is_the_house() -> None:
    told = re.findall(r"^\| `bot/([a-z]+)/`", read("CONTRIBUTING.md"), flags=re.MULTILINE)
    rooms = {path.parent.name for path in (ROOT / "bot").glob("*/__init__.py")}
    assert sorted(told) == sorted(rooms)


def recipes() -> dict[str, str]:
    """What each of them takes, by its heading."""
    _, _, told = read("CONTRIBUTING.md").partition("\n## Recipes\n")
    parts = told.partition("\n## ")[0].split("\n### ")[1:]
    return {heading: steps for heading, _, steps in (part.partition("\n") for part in parts)}


@pytest.mark.parametrize("recipe", ["A setting", "A screen", "A table", "A language"])
def test_a_recipe_takes_six_files_at_most_and_all_that_it_names_are_there(recipe: str) -> None:
    steps = recipes()[recipe]
    assert 0 < len(re.findall(r"^\d\. ", steps, flags=re.MULTILINE)) <= 6
    named = re.findall(r"`((?:bot|content|tests)/[^`\s]*)`", steps)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_no_two_files_of_the_bot_have_one_name_and_no_two_classes() -> None:
    """Else one has to say where a thing stands to say what it is."""
    files = Counter(source.path.rpartition("/")[2] for source in sources("bot"))
    classes = Counter(
        node.name
        for source in sources("bot")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in (files | classes).items() if count > 1] == ["__init__.py"]


def test_the_table_of_subjects_is_the_house() -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|[^|]+\| ([a-z, ]+) \|$", read("CONTRIBUTING.md"), flags=re.MULTILINE)
    told = {f"{layer}/{subject}" for subject, layers in rows for layer in layers.split(", ")}
    layers = ("domain", "store", "screens", "coach")
    rooms = {
        f"{layer}/{path.parent.name}"
        for layer in layers
        for path in (ROOT / "bot" / layer).glob("*/__init__.py")
    }
    assert told == rooms


def locked(lock: str) -> dict[str, list[str]]:
    """`name==version` and what stands below it."""
    entries: dict[str, list[str]] = {}
    for line in read(lock).splitlines():
        if line.startswith(" "):
            entries[next(reversed(entries))].append(line.strip(" \\"))
        elif line and not line.startswith("#"):
            entries[line.rstrip(" \\")] = []
    return entries


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_locked_by_hash_and_by_no_address(lock: str) -> None:
    entries = locked(lock)
    assert len(entries) > 20
    assert [entry for entry in entries if not re.match(r"[a-z0-9._-]+==[\w.]+(?: ; |$)", entry)] == []
    hashes = re.compile(r"--hash=sha256:[0-9a-f]{64}")
    assert [
        entry for entry, below in entries.items() if not below or not all(map(hashes.fullmatch, below))
    ] == []
    assert not re.search(r"://|file:|--(?:extra-)?index|--find-links", read(lock))


def test_what_is_tested_is_what_runs() -> None:
    running, development = (
        {tuple(entry.partition(" ;")[0].split("==")) for entry in locked(lock)} for lock in LOCKS[:2]
    )
    assert running <= development
    wanted = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    names = {re.split(r"[\[<>=;]", one)[0].lower().replace(".", "-").replace("_", "-") for one in wanted}
    assert names <= {name for name, _ in running}


def test_no_file_tells_of_one_machine_or_one_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode or not listed.stdout:
        pytest.skip("Not a clone: there is no list of the files.")
    folders, registries = ("work", "root", "tmp", "Users"), ("pypi", "pythonhosted", "npmjs")
    places = re.compile(rf"(?<![\w.~)}}])/(?:{'|'.join(folders)})/|\b(?:{'|'.join(registries)})\.(?:org|com)")
    marks = [mark.encode() for mark in (*(f"/{folder}/" for folder in folders), *registries)]
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        held = path.read_bytes() if path.is_file() else b""
        if any(
            mark in held for mark in marks
        ):  # nearly all of it is pictures, in which a pattern takes long to find nothing
            text = held.decode("utf-8", errors="ignore")
            found += [f"{name}: {match[0]}" for match in places.finditer(text)]
    assert found == []


def test_a_built_bot_carries_all_it_needs(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, timeout=300, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        packed.extractall(tmp_path / "installed")
    assert needed() - names == set()
    assert not [name for name in names if name.startswith(("tests/", "content/"))]
    # No variables at all: it finds the content that came with it. It may have hints, as the clone may.
    check = [sys.executable, "-m", "bot", "check"]
    result = subprocess.run(
        check, cwd=tmp_path / "installed", env={}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    last = result.stdout.splitlines()[-1]
    assert last.startswith("The content is in order.")


def test_the_image_is_given_what_it_copies() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", read("deploy/Dockerfile"), flags=re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    assert {name for name in names if not (ROOT / name).exists()} == set()
    # Everything else stays outside, a token that lies about in the folder too.
    ignored = read("deploy/Dockerfile.dockerignore").splitlines()
    assert ignored[0] == "*"
    assert {line[1:] for line in ignored if line.startswith("!")} == names


def needed() -> set[str]:
    """All of bot/ and content/, as the wheel should name it. Films are made after the install."""
    files = [path for folder in ("bot", "content") for path in (ROOT / folder).rglob("*") if path.is_file()]
    files = [path for path in files if not path.is_relative_to(READY)]
    names = {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}
    return {re.sub(r"^content/", "bot/content/files/", name) for name in names}
