"""The map in CONTRIBUTING is of this house: every function and every word of it is where it says."""

import ast
import re

import pytest

from tests.house import ROOT, sources

LONGEST_WAY = 12


def map_parts() -> dict[str, str]:
    """By its headings."""
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    _, _, told = told.partition("\n## How it works\n")
    parts = told.partition("\n## ")[0].split("\n### ")[1:]
    return {heading: text for heading, _, text in (part.partition("\n") for part in parts)}


def names_in(tree: ast.Module) -> set[str]:
    """Whatever is defined: functions, classes, constants, fields."""
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
                names.add(name)
            case ast.AnnAssign(ast.Name(name)):
                names.add(name)
            case ast.Assign(targets):
                names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


@pytest.fixture(scope="module")
def defined() -> dict[str, set[str]]:
    """By file."""
    return {source.path.rpartition("/")[2]: names_in(source.tree) for source in sources("bot")}


@pytest.mark.parametrize("part", ["A tap", "A typed word", "A reminder", "The words of the trade"])
def test_what_the_map_names_is_there(part: str, defined: dict[str, set[str]]) -> None:
    named = re.findall(r"`(\w+\.py): (\w+)`", map_parts()[part])
    assert len(named) > 5
    assert [(file, name) for file, name in named if name not in defined.get(file, ())] == []


@pytest.mark.parametrize("way", ["A tap", "A typed word", "A reminder"])
def test_a_way_has_twelve_steps_at_most(way: str) -> None:
    assert 0 < len(re.findall(r"^\d+\. ", map_parts()[way], flags=re.MULTILINE)) <= LONGEST_WAY
