"""The commands of those who make exercises, words, pictures, voice and films."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click

from bot.cli.group import carry_out, main, with_extra

if TYPE_CHECKING:
    from bot.config import Config
    from bot.voice.hearing_back import HeardBack


@main.command()
@click.option(
    "--release",
    is_flag=True,
    hidden=True,
    help="Tell what stands in the way of a release; if nothing does, write new ids down as released.",
)
@click.option(
    "--all", "everything", is_flag=True, help="Also list every sentence and file that a language lacks."
)
def check(*, release: bool, everything: bool) -> None:
    """Check exercises, routines, topics and words. It tells every fault at once."""
    carry_out(lambda config: (_release if release else _check)(config, everything=everything))


@main.command()
@click.argument("what", metavar="exercise|routine|topic", type=click.Choice(["exercise", "routine", "topic"]))
@click.argument("slug")
def new(*, what: str, slug: str) -> None:
    """Begin the files of an exercise, a routine or a topic.

    They hold what may stand in them; `check` then tells what is missing.
    """
    carry_out(lambda config: _new(config, what, slug))


@main.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--all", "everything", is_flag=True, help="Also what has not changed since it was drawn.")
@click.option("--look", is_flag=True, help="Only a quick sheet of the poses, and what they could not fulfil.")
@click.option("--sheet", is_flag=True, help="One picture of all that was drawn.")
@click.option("--out", type=click.Path(dir_okay=False), default="sheet.png", help="Where a sheet goes.")
def draw(*, slugs: tuple[str, ...], everything: bool, look: bool, sheet: bool, out: str) -> None:
    """Draw the exercises whose poses or doses changed: stills and loops. Needs the extra `figure`."""
    if look or sheet:
        carry_out(lambda config: _sheet(config, slugs, out, quick=look))
    else:
        carry_out(lambda config: _draw(config, slugs, everything=everything))


@main.command()
@click.option(
    "--words",
    type=click.Path(exists=True, file_okay=False),
    help="A folder with the model all-MiniLM-L6-v2: take the vectors of words from it anew.",
)
@click.option(
    "--deep", is_flag=True, help="The ear that reads whole sentences: takes an hour, and the extra `deep`."
)
@click.option(
    "--newest",
    default="",
    help="With --deep: go on from what it knows, with the examples that have this in their files' names.",
)
def learn(*, words: str | None, deep: bool, newest: str) -> None:
    """Teach the ears what the examples in content/hearing mean. Needs the extra `learning`."""
    carry_out(lambda config: _learn_deep(config, newest) if deep else _learn(config, words))


@main.command()
@click.option(
    "--check",
    "proving",
    is_flag=True,
    help="Hear every clip again, and tell what was taken for something else.",
)
@click.option(
    "--hear", type=click.Path(exists=True, dir_okay=False), help="Write down what is said in that file."
)
def speak(*, proving: bool, hear: str | None) -> None:
    """Record what is said on the mat, only what is new. Needs the extra `voice`."""
    if hear:
        carry_out(lambda _: _hear(hear))
    else:
        carry_out(_prove if proving else _speak)


@main.command()
def film() -> None:
    """Make the ready routines' films beforehand, beside the code. Needs the extra `film`."""
    carry_out(_film)


def _check(config: "Config", *, everything: bool) -> int:
    from bot.app.checking import checked

    faults, could_be = checked(config.content, everything=everything)
    for line in (*faults, *(f"hint: {hint}" for hint in could_be)):
        click.echo(line)
    beside = " A hint tells what it could still have; the bot does without." if could_be else ""
    click.echo(
        f"{len(faults)} to mend in {config.content}" if faults else f"The content is in order.{beside}"
    )
    return 1 if faults else 0


def _release(config: "Config", *, everything: bool) -> int:
    from bot.app.releasing import in_the_way
    from bot.content.check import release

    if code := _check(config, everything=everything):
        return code
    if faults := in_the_way(config.content):
        for line in faults:
            click.echo(f"not ready: {line}")
        return 1
    for id_ in release(config.content):
        click.echo(f"released: {id_}")
    return 0


def _new(config: "Config", what: str, slug: str) -> int:
    from bot.config import CannotStart, came_with_the_bot
    from bot.content.beginning import Begins, CannotBegin, begin

    if came_with_the_bot(config.content):
        raise CannotStart(
            f"{config.content} came with the bot, and the next version takes its place. Copy that folder, and name the copy in"
            " UNHUNCH_CONTENT."
        )
    try:
        files = begin(config.content, Begins(what), slug)
    except CannotBegin as refusal:
        raise CannotStart(str(refusal)) from None
    for file in files:
        click.echo(config.content / file)
    click.echo(
        f"Fill these in; `unhunch check` tells what is missing, and {config.content / 'README.md'} how it is done."
    )
    return 0


def _draw(config: "Config", slugs: tuple[str, ...], *, everything: bool) -> int:
    studio = _drawing()

    def tell(done: "Iterable[str]", count: int) -> None:
        with click.progressbar(done, length=count, label="Drawing", item_show_func=lambda slug: slug) as bar:
            for _ in bar:
                pass

    faults: list[str] = []
    code = _refusing(
        lambda: faults.extend(studio.draw(config.content, slugs, everything=everything, tell=tell))
    )
    for fault in faults:
        click.echo(fault)
    return code


def _sheet(config: "Config", slugs: tuple[str, ...], out: str, *, quick: bool) -> int:
    studio = _drawing()
    lines: list[str] = []
    code = _refusing(lambda: lines.extend(studio.write_sheet(config.content, slugs, out, quick=quick)))
    for line in lines:
        click.echo(line)
    return code


def _learn_deep(config: "Config", newest: str) -> int:
    teaching = with_extra("Learning deeply", "deep", "bot.learning.deep.deep_teaching")
    if newest:
        teaching.learn_further(config.content, newest, tell=click.echo)
    else:
        teaching.learn_deep(config.content, tell=click.echo)
    return 0


def _learn(config: "Config", words: str | None) -> int:
    if words:
        with_extra("Learning", "learning", "bot.learning.word_vectors").take_words(
            config.content, Path(words)
        )
    with_extra("Learning", "learning", "bot.learning.teaching").learn(config.content)
    return 0


def _speak(config: "Config") -> int:
    from bot.content.language.words import speaker
    from bot.content.reader import load
    from bot.screens.session.spoken import every_sentence
    from bot.voice.pronunciation import CannotPronounce

    texts = sorted(every_sentence(load(config.content), speaker(config.content)))

    def tell(done: "Iterable[str]", count: int) -> None:
        with click.progressbar(done, length=count, label="Speaking", item_show_func=lambda text: text) as bar:
            for _ in bar:
                pass

    try:
        _recording_room().record(config.content, texts, tell)
    except CannotPronounce as cannot:
        click.echo(str(cannot), err=True)
        return 1
    return 0


def _film(config: "Config") -> int:
    from bot.config import CannotStart
    from bot.content.language.words import speaker
    from bot.content.reader import load
    from bot.content.source.language_tags import ENGLISH
    from bot.content.voice import clips
    from bot.film.beforehand import jobs
    from bot.film.film_command import READY
    from bot.film.shelf import NoRoom

    room = with_extra("Filming", "film", "bot.film.film_jobs")
    wanted = list(jobs(load(config.content), speaker(config.content), clips(config.content, ENGLISH)))
    try:
        with click.progressbar(wanted, label="Filming") as bar:
            room.make_ready(bar, READY, config.content)
    except NoRoom:
        raise CannotStart("There is no room left on the disk.") from None
    except room.CannotKeep:
        raise CannotStart(
            f"{READY} can't be written: `unhunch film` is for whoever installed the bot, as the same user."
        ) from None
    return 0


def _prove(config: "Config") -> int:
    def tell(heard: "Iterable[HeardBack]", count: int) -> "list[HeardBack]":
        with click.progressbar(heard, length=count, label="Hearing", file=sys.stderr) as bar:
            return list(bar)

    for line in _recording_room().proof(config.content, tell):
        click.echo(line)
    return 0


def _hear(file: str) -> int:
    for line in _recording_room().transcript(Path(file)):
        click.echo(line)
    return 0


def _recording_room() -> "ModuleType":
    room = with_extra("Speaking", "voice", "bot.voice.recording_room")
    for needed in room.NEEDED:
        with_extra("Speaking", "voice", needed)
    return room


def _drawing() -> "ModuleType":
    return with_extra("Drawing", "figure", "bot.figure.out.draw")


def _refusing(work: "Callable[[], object]") -> int:
    from bot.figure.out.work import NothingToDraw
    from bot.figure.pose.poses import BadPoses

    try:
        work()
    except (BadPoses, NothingToDraw) as refusal:
        click.echo(str(refusal), err=True)
        return 1
    return 0
