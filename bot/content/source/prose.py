"""Reads the words of an exercise, a small strict Markdown: a title, `Key: value` lines, forms and steps by id.

# Shoulder rolls

Other names: shoulder circles
Purpose: …            (also Caution and Mistake)

## Form: usual

Name: …               (also Cue, Feel, Breathing; where holds are repeated, Between; where one has to move for it, Other side;
                      where one dose has several places, Stations; what is said aloud: Way in, Begin, There, Back)

## Step: circle

At most two short lines, shown as they stand here.
Picture: what the picture of this step shows

<!-- What stands like this is for authors. -->
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.content.faults import Fault
from bot.content.source.remarks import blanked, endless

HEAD = ("Other names", "Purpose", "Caution", "Mistake")
SPOKEN = ("Way in", "Begin", "There", "Back")
"""The words that a voice says. The rules decide which form needs which."""
FORM = ("Name", "Cue", "Feel", "Breathing", "Between", "Other side", *SPOKEN, "Stations")
STEP = ("Picture",)
MAY_LACK = ("Other names", "Between", "Other side", *SPOKEN, "Stations")

_HEADING = re.compile(r"##\s+(Form|Step):\s+(\S+)\s*\Z")
_KEY = re.compile(r"([A-Z][A-Za-z ]{1,30}):\s*(.*)\Z")


@dataclass(slots=True)
class Section:
    """`keys`: those allowed in it. Reading fills it with values by key, and in a step with lines of text."""

    place: str
    keys: tuple[str, ...]
    values: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    open: str | None = None


@dataclass(frozen=True, slots=True)
class FormProse:
    name: str
    cue: str
    feel: str
    breathing: str
    between: str
    other_side: str
    way_in: str
    begin: str
    there: str
    back: str
    stations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepProse:
    text: str
    alt: str


@dataclass(frozen=True, slots=True)
class Prose:
    title: str
    other_names: tuple[str, ...]
    purpose: str
    caution: str
    mistake: str
    forms: dict[str, FormProse]
    steps: dict[str, StepProse]


def parse(text: str, file: str, *, may_lack: bool = False) -> tuple[Prose, list[Fault]]:
    """Missing words are empty in the Prose, and a fault unless it `may_lack` them."""
    text, reader = blanked(text), _ProseReader(file)
    for number, line in enumerate(text.splitlines(), 1):
        reader.take(line.rstrip(), number)
    faults = endless(text, file) or [*reader.faults, *(() if may_lack else reader.missing())]
    head = reader.head.values
    prose = Prose(
        title=reader.title,
        other_names=_listed(head.get("Other names", "")),
        purpose=head.get("Purpose", ""),
        caution=head.get("Caution", ""),
        mistake=head.get("Mistake", ""),
        forms={id_: _form(section.values) for id_, section in reader.forms.items()},
        steps={id_: _step(section) for id_, section in reader.steps.items()},
    )
    return prose, faults


def _form(values: dict[str, str]) -> FormProse:
    said = {key: values.get(key, "") for key in FORM}
    return FormProse(
        name=said["Name"],
        cue=said["Cue"],
        feel=said["Feel"],
        breathing=said["Breathing"],
        between=said["Between"],
        other_side=said["Other side"],
        way_in=said["Way in"],
        begin=said["Begin"],
        there=said["There"],
        back=said["Back"],
        stations=_listed(said["Stations"]),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


def _step(section: Section) -> StepProse:
    return StepProse("\n".join(section.lines), section.values.get("Picture", ""))


class _ProseReader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.title = ""
        self.head = self.section = Section("top", HEAD)
        self.forms: dict[str, Section] = {}
        self.steps: dict[str, Section] = {}
        self.faults: list[Fault] = []

    def take(self, line: str, number: int) -> None:
        if not line:
            self.section.open = None
        elif line.startswith("# ") and not self.title:
            self.title = line[2:].strip()
        elif line.startswith("#"):
            self._begin(line, number)
        else:
            self._read(line.strip(), number)

    def _begin(self, line: str, number: int) -> None:
        found = _HEADING.match(line)
        if not found:
            self._fault(number, f"a heading should be '## Form: id' or '## Step: id', not '{line}'")
            return
        kind, id_ = found.groups()
        sections, keys = (self.forms, FORM) if kind == "Form" else (self.steps, STEP)
        if id_ in sections:
            self._fault(number, f"{kind.lower()} '{id_}' stands here twice")
        self.section = sections[id_] = Section(f"{kind.lower()} '{id_}'", keys)

    def _read(self, line: str, number: int) -> None:
        section = self.section
        key = _KEY.match(line)
        if key and key[1] in section.keys:
            if key[1] in section.values:
                self._fault(number, f"'{key[1]}' stands here twice")
            section.values[key[1]], section.open = key[2], key[1]
        elif section.keys == STEP and not section.open:
            section.lines.append(line)
        elif section.open and not key:
            section.values[section.open] = f"{section.values[section.open]} {line}".strip()
        else:
            self._fault(number, f"'{line}' is none of: {', '.join(key + ':' for key in section.keys)}")

    def missing(self) -> Iterator[Fault]:
        if not self.title:
            yield Fault(self.file, "title", "is missing; the first line should be '# Title'")
        for section in (self.head, *self.forms.values(), *self.steps.values()):
            for key in section.keys:
                if not section.values.get(key) and key not in MAY_LACK:
                    yield Fault(self.file, section.place, f"'{key}:' is missing")
            if section.keys == STEP and not section.lines:
                yield Fault(self.file, section.place, "has no text")

    def _fault(self, number: int, what: str) -> None:
        self.faults.append(Fault(self.file, f"line {number}", what))
