"""Formats the bot's own sentences from Fluent files, as plain text."""

import logging
from functools import lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.content.faults import ContentFault, Fault
from bot.content.language.direction import isolated, without_controls
from bot.content.language.formats import CACHED, Formats
from bot.content.source.language_tags import ENGLISH
from bot.content.source.text_file import text_of

log = logging.getLogger(__name__)

FOLDER = "words"

LONGEST_VALUE = 1000
"""Characters: more than any name or list needs, and fewer than Fluent refuses."""

TOO_DEEP = "goes in circles, or has too many braces inside each other"


class WordsFault(Exception):
    """A sentence cannot be formatted. This is always a mistake of ours."""

    def __init__(self, id_: str, what: str) -> None:
        self.what = what
        super().__init__(f"{id_}: {what}")


class Speaker(Formats):
    """The sentences of one language. Results are cached."""

    def __init__(self, tag: str, bundle: FluentBundle, instead: "Speaker | None" = None) -> None:
        """`instead` says the sentences that this language lacks or cannot format."""
        super().__init__(tag)
        self._tag, self._bundle, self._instead = tag, bundle, instead
        self._told: set[str] = set()
        self._say = lru_cache(maxsize=CACHED)(self._format)

    def __call__(self, id: str, /, **values: str | int) -> str:  # noqa: A002
        return self._say(id, tuple(values.items()))

    def _format(self, id_: str, values: tuple[tuple[str, str | int], ...]) -> str:
        plain = {name: _plain(value) for name, value in values}
        if self._instead is None:
            return isolated(formatted(self._bundle, id_, plain))
        if self._bundle.has_message(id_):
            try:
                return isolated(formatted(self._bundle, id_, plain))
            except WordsFault:
                self._tell(id_)
        return self._instead(id_, **plain)

    def _tell(self, id_: str) -> None:
        """Logs a fault once, and without Fluent's own words, which may contain somebody's name."""
        if id_ not in self._told:
            self._told.add(id_)
            log.error("%s/%s.ftl: '%s' can't be said, so English stands there.", FOLDER, self._tag, id_)


def formatted(bundle: FluentBundle, id_: str, values: dict[str, str | int]) -> str:
    """Puts Unicode's isolating marks around values. Raises WordsFault."""
    if not bundle.has_message(id_):
        raise WordsFault(id_, "there is no such sentence")
    said: object = ""
    try:
        pattern = bundle.get_message(id_).value
        if pattern is None:
            raise WordsFault(id_, "has no text of its own")
        said, errors = bundle.format_pattern(pattern, values)
    except RecursionError:
        raise WordsFault(id_, TOO_DEEP) from None
    except (TypeError, ValueError, LookupError, ArithmeticError, AttributeError) as error:
        # Fluent does not catch the errors that a wrong option of one of its functions causes during formatting.
        errors = [error]
    if errors:
        raise WordsFault(id_, "; ".join(dict.fromkeys(str(error) or repr(error) for error in errors)))
    return str(said)


def speakers(folder: Path) -> dict[str, Speaker]:
    """By tag ("en", "pt-br"), one for every file. English replaces sentences that another language lacks."""
    english = speaker(folder)
    return {ENGLISH: english} | {tag: speaker(folder, tag, english) for tag in other_languages(folder)}


def other_languages(folder: Path) -> list[str]:
    return sorted({path.stem for path in (folder / FOLDER).glob("*.ftl")} - {ENGLISH})


def speaker(folder: Path, language: str = ENGLISH, instead: Speaker | None = None) -> Speaker:
    """Raises ContentFault for a file that is not all Fluent, and for an unknown language."""
    file = f"{FOLDER}/{language}.ftl"
    text, faults = text_of(folder / file, file)
    if text is None:
        raise ContentFault(faults)
    try:
        resource = FluentResource(text)
    except RecursionError:
        raise ContentFault([Fault(file, "the file", TOO_DEEP)]) from None
    if junk := [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]:
        raise ContentFault(Fault(file, "Fluent", f"can't read {content!r}") for content in junk)
    try:
        return Speaker(language, bundle_of(language, resource), instead)
    except ValueError as unknown:
        raise ContentFault([Fault(file, "name", str(unknown))]) from None


def bundle_of(language: str, resource: ast.Resource) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=True)
    bundle.add_resource(resource)
    return bundle


def _plain(value: str | int) -> str | int:
    return without_controls(value[:LONGEST_VALUE]) if isinstance(value, str) else value
