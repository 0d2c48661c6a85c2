"""Finds files in the content folder that nothing reads: leftovers, and misspelt names."""

import re
from collections.abc import Iterator
from pathlib import Path

from bot.content.faults import Fault
from bot.content.source.language_tags import ENGLISH, LANGUAGE
from bot.content.source.media_files import wanted
from bot.content.source.records import LibrarySource

READ = r"""README\.md | (doses|fallbacks|fillers|forbidden)\.toml | released\.txt | cities\.tsv
    | words/[^/]+\.ftl
    | danger/({any}|rules|numbers|cries|replies)\.toml
    | hearing/((wishes/)?{spoken}|other-languages|calm)\.toml
    | hearing/(examples/(en/[^/]+|{any}/danger[^/]*)\.toml|ear/([^/]+\.(bin|npz)|judge\.json|[^/]+\.md|LICENSE[^/]*))
    | hearing/weighing/[^/]+\.tsv
    | hearing/when/({any}|others)\.toml
    | (routines|programmes)/[^/]+\.toml
    | exercises/[^/]+/(exercise\.toml|poses\.yaml|{spoken}\.md)
    | learn/[^/]+/(topic\.toml|{spoken}\.md)
    | voice/([^/]+\.(bin|md)|{spoken}/(voice\.toml|clips\.tsv|[0-9a-f]{{16}}\.m4a))
    | figure/.+"""
"""`any` is a language. `spoken` is a language with sentences: without them nothing else of a language is read.

Files of sentences whose names are no languages get their fault where languages are checked.
"""


def unused_files(source: LibrarySource) -> Iterator[Fault]:
    pictures = set(wanted(source))
    spoken = "|".join(re.escape(path.stem) for path in (source.folder / "words").glob("*.ftl")) or ENGLISH
    read = re.compile(READ.format(any=f"({LANGUAGE.pattern})", spoken=f"({spoken})"), re.VERBOSE)
    for path in sorted(path for path in source.folder.rglob("*") if path.is_file()):
        file = path.relative_to(source.folder)
        if any(part.startswith(".") for part in file.parts) or file.as_posix() in pictures:
            continue
        if not _is_of_what_was_unread(file, source) and not read.fullmatch(file.as_posix()):
            yield Fault(file.as_posix(), "the file", _why(file, source.folder))


def _why(file: Path, folder: Path) -> str:
    """Translators begin with an exercise as often as with the sentences, without which there is no language."""
    begins = f"words/{file.stem}.ftl"
    is_translated = file.suffix == ".md" and LANGUAGE.fullmatch(file.stem) and not (folder / begins).is_file()
    return (
        f"is used by nothing, as a language begins with {begins}" if is_translated else "is used by nothing"
    )


def _is_of_what_was_unread(file: Path, source: LibrarySource) -> bool:
    """Nobody knows which files an unreadable file uses; that it can't be read is a fault already."""
    match file.parts:
        case ("exercises", slug, *_):
            return slug in source.unread
        case (folder, "media", _):
            return f"{folder}/{file.stem}" in source.unread
        case _:
            return False
