"""docs/facts.md is the home of every rule and number that a line of the project cites, each by an id."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.content import blocks

ROOT = Path(__file__).parents[1]
HOME = ROOT / "docs" / "facts.md"
PLACES = ("bot", "content", "deploy", "dev", "docs", "tests")
KINDS = {".py", ".toml", ".md", ".ftl", ".yaml", ".sh"}
ID = r"[a-z0-9]+(?:-[a-z0-9]+)+"
CITED = re.compile(rf"docs/facts\.md: ({ID}(?:,(?:\s|# )+{ID})*)")
NAMED = re.compile(r"(?:[\w-]+/)*facts\.md(:? (?:sections? )?\d|:)?")


def sections(text: str) -> dict[str, str]:
    """Text by id; without the background, which nothing need name."""
    rules = text.partition("\n## Background\n")[0]
    parts = re.split(rf"^### ({ID})$", rules, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def ids(text: str) -> list[str]:
    return re.findall(r"^### (.+)$", text, flags=re.MULTILINE)


def texts() -> Iterator[tuple[str, str]]:
    """Path and text of all that may cite; this file makes wrong citations on purpose."""
    found = [*ROOT.glob("*.md"), *(path for place in PLACES for path in (ROOT / place).rglob("*"))]
    for path in found:
        if path.suffix in KINDS and path.is_file() and path not in (HOME, Path(__file__)):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def cited(text: str) -> set[str]:
    return {id_ for found in CITED.findall(text) for id_ in re.findall(ID, found)}


def faults(text: str, known: set[str]) -> Iterator[str]:
    """Citations that nobody can follow."""
    yield from (f"{id_} is no id" for id_ in sorted(cited(text) - known))
    for found in NAMED.finditer(text):
        is_whole = found[0] == "docs/facts.md" or CITED.match(text, found.start())
        if not is_whole:
            yield f"cited without an id: {text[found.start() : found.end() + 20]!r}"


def test_every_citation_leads_to_an_id() -> None:
    known = set(ids(HOME.read_text(encoding="utf-8")))
    assert [f"{path}: {fault}" for path, text in texts() for fault in faults(text, known)] == []


def test_every_id_is_cited() -> None:
    named = {id_ for _, text in texts() for id_ in cited(text)}
    assert sections(HOME.read_text(encoding="utf-8")).keys() - named == set()


def test_no_id_stands_twice() -> None:
    counted = Counter(ids(HOME.read_text(encoding="utf-8")))
    assert counted
    assert all(re.fullmatch(ID, id_) and times == 1 for id_, times in counted.items())


def test_every_source_has_an_address() -> None:
    text, _, addresses = HOME.read_text(encoding="utf-8").partition("\n## Sources\n")
    named = {" ".join(name.split()) for name in re.findall(r"\[([^\]]+)\](?!\()", text)}
    assert named == set(re.findall(r"^\[(.+)\]: https?://\S+$", addresses, flags=re.MULTILINE))


@pytest.mark.parametrize(
    "tag", sorted({tag for crosses in blocks.CROSSES.values() for tag in crosses.split()})
)
def test_crosses_are_those_that_the_content_is_held_against(tag: str) -> None:
    told = re.search(
        r"^Crosses: ([^.]+)\.", sections(HOME.read_text(encoding="utf-8"))[f"barred-{tag}"], re.MULTILINE
    )
    assert told
    theirs = {ref.partition("/")[0] for ref, crosses in blocks.CROSSES.items() if tag in crosses.split()}
    assert set(told[1].replace("\n", " ").split(", ")) == theirs


@pytest.mark.parametrize(
    "line",
    [
        "(facts.md 10.8)",
        "facts.md section 4",
        "shared/content/facts.md: pain-rule",
        "docs/facts.md 10.8",
        "docs/facts.md: 10.8",
        "docs/facts.md: no-such-rule",
        "docs/facts.md: pain-rule, no-such-rule",
    ],
)
def test_citation_that_leads_nowhere_is_found(line: str) -> None:
    assert list(faults(line, {"pain-rule"}))


def test_citation_goes_on_in_the_next_line_of_a_comment() -> None:
    assert cited("# (docs/facts.md: pain-rule,\n# sore-day)") == {"pain-rule", "sore-day"}
