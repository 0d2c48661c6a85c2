"""Says the bot's own sentences: Fluent files, as plain text."""

from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.content.language.direction import isolated, without_controls
from bot.content.language.formats import CACHED, Formats
from bot.content.source.schema import ENGLISH

FOLDER = "words"


class WordsFault(Exception):
    """A sentence that can't be said: unknown, a value missing, or a file Fluent can't read. Always a mistake of ours."""


class Speaker(Formats):
    """The sentences of one language. Equal questions are answered from memory."""

    def __init__(self, tag: str, bundle: FluentBundle, instead: "Speaker | None" = None) -> None:
        """`instead`: says what this language has no sentence for."""
        super().__init__(tag)
        self._bundle, self._instead = bundle, instead
        self._say = lru_cache(maxsize=CACHED)(self._format)

    def __call__(self, id: str, /, **values: str | int) -> str:  # noqa: A002
        return self._say(id, tuple(values.items()))

    def _format(self, id_: str, values: tuple[tuple[str, str | int], ...]) -> str:
        if not self._bundle.has_message(id_):
            if self._instead:
                return self._instead(id_, **dict(values))
            raise WordsFault(f"{id_}: there is no such sentence")
        pattern = self._bundle.get_message(id_).value
        if pattern is None:
            raise WordsFault(f"{id_}: has no text of its own")
        said, errors = self._bundle.format_pattern(pattern, {name: _plain(value) for name, value in values})
        if errors:
            raise WordsFault(f"{id_}: {'; '.join(str(error) or repr(error) for error in errors)}")
        return isolated(str(said))


def speakers(folder: Path) -> dict[str, Speaker]:
    """By tag ("en", "pt-br"), for every file there is. What another language does not say, English does."""
    english = speaker(folder)
    return {ENGLISH: english} | {tag: speaker(folder, tag, english) for tag in other_languages(folder)}


def other_languages(folder: Path) -> list[str]:
    """Their tags, which their files are named by. A language is there when it has sentences."""
    return sorted({path.stem for path in (folder / FOLDER).glob("*.ftl")} - {ENGLISH})


def speaker(folder: Path, language: str = ENGLISH, instead: Speaker | None = None) -> Speaker:
    """Raises WordsFault for a file with anything in it that is no Fluent, ValueError for a language nobody knows."""
    resource = FluentResource((folder / FOLDER / f"{language}.ftl").read_text(encoding="utf-8"))
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise WordsFault(f"{language}.ftl: can't read {entry.content!r}")
    bundle = FluentBundle([language], use_isolating=True)
    bundle.add_resource(resource)
    return Speaker(language, bundle, instead)


def _plain(value: str | int) -> str | int:
    return without_controls(value) if isinstance(value, str) else value
