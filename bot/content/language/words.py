"""Says the bot's own sentences: Fluent files, as plain text."""

import re
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

CACHED = 2048

_MARKS = re.compile("[\u2068\u2069]")
_ANY_CONTROL = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])
# Hebrew to Arabic Extended, their presentation forms, and the right-to-left planes (Unicode 16, UAX 9).
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class WordsFault(Exception):
    """A sentence that can't be said: unknown, a value missing, or a file Fluent can't read. Always a mistake of ours."""


class Speaker:
    """The sentences of one language. Equal questions are answered from memory."""

    def __init__(self, bundle: FluentBundle) -> None:
        self._bundle = bundle
        self._say = lru_cache(maxsize=CACHED)(self._format)

    def __call__(self, id: str, /, **values: str | int) -> str:  # noqa: A002
        return self._say(id, tuple(values.items()))

    def _format(self, id_: str, values: tuple[tuple[str, str | int], ...]) -> str:
        if not self._bundle.has_message(id_):
            raise WordsFault(f"{id_}: there is no such sentence")
        pattern = self._bundle.get_message(id_).value
        if pattern is None:
            raise WordsFault(f"{id_}: has no text of its own")
        said, errors = self._bundle.format_pattern(pattern, {name: _plain(value) for name, value in values})
        if errors:
            raise WordsFault(f"{id_}: {'; '.join(str(error) or repr(error) for error in errors)}")
        return _isolated(str(said))


def speaker(folder: Path, language: str = "en") -> Speaker:
    """`language`: a file of `folder`/words. Raises WordsFault for a file with anything in it that is no Fluent."""
    resource = FluentResource((folder / "words" / f"{language}.ftl").read_text(encoding="utf-8"))
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise WordsFault(f"{language}.ftl: can't read {entry.content!r}")
    bundle = FluentBundle([language], use_isolating=True)
    bundle.add_resource(resource)
    return Speaker(bundle)


def _plain(value: str | int) -> str | int:
    """A name with marks of its own could end the isolation around it, or turn the rest of the line about."""
    return value.translate(_ANY_CONTROL) if isinstance(value, str) else value


def _isolated(text: str) -> str:
    """Fluent's marks around values, kept only where something runs from right to left: elsewhere they do nothing."""
    return text if _RIGHT_TO_LEFT.search(text) else _MARKS.sub("", text)
