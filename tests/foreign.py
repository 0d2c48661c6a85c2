"""Two languages made by code from the English, file by file, as a translator would: one longer and with an accent on every
letter, one from right to left. They go by the tags of Armenian and Hebrew, whose days Babel writes in letters of their own.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from bot.content.language.sentences import TRANSLATED_LIMITS
from bot.content.rules.lengths import CARD, MORE_LENGTH, ONE_LINE, STEP_LENGTH, TITLE, TOPIC_LENGTH
from bot.content.rules.said_aloud import BEGIN, WAY_IN
from bot.content.source.prose import FORM, HEAD, STEP

_KEPT_AS_IT_IS = re.compile(r"(?<!\w)/[a-z]+\b|@\w+|\b[\w-]+\.(?:com|org)\b|\{[^}]*\}")
"""Commands, names, addresses: the same in every language."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LONGER = 1.4


def _letters(lower: str, upper: str) -> dict[int, str]:
    assert len(lower) == len(upper) == len(_LATIN)
    return dict(zip(map(ord, _LATIN + _LATIN.upper()), lower + upper, strict=True))


@dataclass(frozen=True)
class Foreign:
    tag: str
    letters: dict[int, str]

    def __call__(self, text: str, most: int = 0) -> str:
        """Two letters in five are doubled, as far as `most` characters have room."""
        room = len(text) * (_LONGER - 1)
        if most:
            room = min(room, most - len(text))
        said, taken = "", 0
        for part, is_kept in _parts(text):
            if is_kept:
                said += part
                continue
            for number, letter in enumerate(part):
                foreign = letter.translate(self.letters)
                doubles = number % 5 in (1, 3) and foreign != letter and taken + 1 <= room
                taken += doubles
                said += foreign * (1 + doubles)
        return said


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Piece by piece, and whether it is the same in every language."""
    at = 0
    for found in _KEPT_AS_IT_IS.finditer(text):
        yield text[at : found.start()], False
        yield found[0], True
        at = found.end()
    yield text[at:], False


ACCENTED = Foreign("hy", _letters("áƀçďéƒğĥíĵķļḿñóṕʠŕšťúṽŵẋýž", "ÁɃÇĎÉƑĞĤÍĴĶĻḾÑÓṔɊŔŠŤÚṼŴẊÝŽ"))
HEBREW = Foreign("he", _letters("אבגדהוזחטיכלמנסעפצקרשתםןףך", "אבגדהוזחטיכלמנסעפצקרשתםןףך"))
FOREIGN = (ACCENTED, HEBREW)


def content_with(content: Path, folder: Path, languages: tuple[Foreign, ...] = FOREIGN) -> Path:
    """A copy of `content` in which these are spoken. Pictures are where they were."""
    for path in content.rglob("*"):
        copy = folder / path.relative_to(content)
        if path.name in ("media", "pictures") and path.is_dir():
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.symlink_to(path)
        elif path.is_file() and not {"media", "pictures"} & set(path.relative_to(content).parts):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    for foreign in languages:
        _translate(folder, foreign)
    return folder


def _translate(folder: Path, foreign: Foreign) -> None:
    _write(folder / "words/en.ftl", foreign, _sentences)
    for path in folder.glob("exercises/*/en.md"):
        _write(path, foreign, _exercise)
    for path in folder.glob("learn/*/en.md"):
        _write(path, foreign, _topic)
    for path in (*folder.glob("routines/*.toml"), *folder.glob("programmes/*.toml")):
        path.write_text(_tables(path.read_text(encoding="utf-8"), foreign), encoding="utf-8")


def _write(english: Path, foreign: Foreign, translate: Callable[[str, Foreign], str]) -> None:
    text = translate(english.read_text(encoding="utf-8"), foreign)
    english.with_stem(foreign.tag).write_text(text, encoding="utf-8")


# ---- sentences


class _Saying(Visitor):
    """Says all texts of one message in the other language; values and the names of variants stay."""

    def __init__(self, foreign: Foreign, share: float) -> None:
        self._foreign, self._share = foreign, share

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        node.value = self._foreign(node.value, int(len(node.value) * self._share))


def _sentences(text: str, foreign: Foreign) -> str:
    resource = FluentParser().parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Message) and entry.value:
            if entry.id.name == "gone-move":  # an English name, in English
                entry.value = ast.Pattern([ast.TextElement("A move that is gone")])
            most = next(most for prefix, most in TRANSLATED_LIMITS if entry.id.name.startswith(prefix))
            _Saying(foreign, max(1.0, most / (_longest(entry.value) or 1))).visit(entry.value)
    return FluentSerializer().serialize(resource)


def _longest(pattern: ast.Pattern) -> int:
    texts = [
        max(_longest(variant.value) for variant in element.expression.variants)
        if isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression)
        else len(element.value)
        if isinstance(element, ast.TextElement)
        else 2
        for element in pattern.elements
    ]
    return sum(texts)


# ---- prose

_KEY = re.compile(rf"({'|'.join((*HEAD, *FORM, *STEP))}): (.*)")
_MOST = {
    "Name": TITLE, "Cue": ONE_LINE, "Breathing": ONE_LINE, "Between": ONE_LINE, "Other side": ONE_LINE, "Way in": WAY_IN, "Begin": BEGIN,
}  # fmt: skip
_AS_LONG = ("There", "Back")
"""Their room is what the seconds of a repetition leave."""


def _exercise(text: str, foreign: Foreign) -> str:
    share = min(_LONGER, CARD / (len(text.partition("## Form")[0]) + ONE_LINE))
    return "\n\n".join(_paragraph(part, foreign, share) for part in text.split("\n\n"))


def _paragraph(text: str, foreign: Foreign, share: float) -> str:
    lines = text.split("\n")
    step = sum(len(line) + 1 for line in lines if not _KEY.fullmatch(line))
    return "\n".join(_prose_line(line, foreign, share, STEP_LENGTH / max(1, step)) for line in lines)


def _prose_line(line: str, foreign: Foreign, share: float, of_step: float) -> str:
    """`share`: how much longer what stands on a card may get; `of_step`: the same for the lines of a step."""
    if line.startswith("## "):
        return line
    if line.startswith("# "):
        return f"# {foreign(line[2:], TITLE)}"
    if not (key := _KEY.fullmatch(line)):
        return foreign(line, int(len(line) * of_step))
    if key[1] == "Stations":
        return f"{key[1]}: {', '.join(foreign(each, TITLE) for each in key[2].split(', '))}"
    if key[1] in _AS_LONG:
        return f"{key[1]}: {foreign(key[2], len(key[2]))}"
    return f"{key[1]}: {foreign(key[2], _MOST.get(key[1], int(len(key[2]) * share)))}"


def _topic(text: str, foreign: Foreign) -> str:
    head, _, rest = text.partition("\n")
    short, heading, more = rest.partition("## More")
    shown = [
        foreign(part, int(most / len(part.strip()) * len(part)) if part.strip() else 0)
        for part, most in ((short, TOPIC_LENGTH), (more, MORE_LENGTH))
    ]
    return f"# {foreign(head[2:], TITLE)}\n{shown[0]}{heading}{shown[1]}"


_TABLE = re.compile(r'^\[en\]\n((?:\w+ = ".*"\n)+)|^en = \{ (title) = "(.*)" \}\n', re.MULTILINE)
_WORDS = re.compile(r'(\w+) = "(.*)"')


def _tables(text: str, foreign: Foreign) -> str:
    def with_theirs(found: re.Match[str]) -> str:
        if found[2]:
            return f'{found[0]}{foreign.tag} = {{ title = "{foreign(found[3], TITLE)}" }}\n'
        lines = [
            f'{name} = "{foreign(said, TITLE if name == "title" else 0)}"\n'
            for name, said in _WORDS.findall(found[1])
        ]
        return f"{found[0]}\n[{foreign.tag}]\n{''.join(lines)}"

    return _TABLE.sub(with_theirs, text)
