"""The command line: what can be started, and the one place that turns a refusal into words and an exit code."""

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from bot.config import Config
    from bot.store.restore import Restored
    from bot.voice.hearing_back import HeardBack


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="unhunch")
def main() -> None:
    """Unhunch, a Telegram bot for stiff upper backs. Its settings are environment variables: see `config`."""


@main.command()
def start() -> None:
    """Run on Telegram if there is a token, else open a phone in the browser."""
    _carry_out(lambda config: _bot(config) if config.token else _phone(config))


@main.command()
@click.option(
    "--new-bot",
    is_flag=True,
    help="Go on with another bot's file: its people hear from this one once they write to it.",
)
def run(*, new_bot: bool) -> None:
    """Run on Telegram, and nothing else: what a server does. Needs a token."""
    _carry_out(lambda config: _bot(config, is_new_bot=new_bot))


@main.command()
def phone() -> None:
    """Try the bot on a phone in the browser, without Telegram and without a token."""
    _carry_out(_phone)


@main.command()
@click.option(
    "--release", is_flag=True, hidden=True, help="Write new ids down as released, if all is in order."
)
def check(*, release: bool) -> None:
    """Check exercises, routines, topics and words, and tell every fault at once."""
    _carry_out(_release if release else _check)


@main.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--all", "everything", is_flag=True, help="Also what has not changed since it was drawn.")
@click.option("--look", is_flag=True, help="Only a quick sheet of the poses, and what they could not fulfil.")
@click.option("--sheet", is_flag=True, help="One picture of all that was drawn.")
@click.option("--out", type=click.Path(dir_okay=False), default="sheet.png", help="Where a sheet goes.")
def draw(*, slugs: tuple[str, ...], everything: bool, look: bool, sheet: bool, out: str) -> None:
    """Draw the exercises: stills and loops from their pose files, only what changed. Needs unhunch[figure]."""
    if look or sheet:
        _carry_out(lambda config: _sheet(config, slugs, out, quick=look))
    else:
        _carry_out(lambda config: _draw(config, slugs, everything=everything))


@main.command()
@click.option(
    "--words",
    type=click.Path(exists=True, file_okay=False),
    help="A folder with the model all-MiniLM-L6-v2: take the vectors of words from it anew.",
)
def learn(*, words: str | None) -> None:
    """Teach the ear what the examples in content/hearing mean. Needs unhunch[learning]."""
    _carry_out(lambda config: _learn(config, words))


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
    """Record what is said on the mat, only what is new. Needs unhunch[voice]."""
    if hear:
        _carry_out(lambda _: _hear(hear))
    else:
        _carry_out(_prove if proving else _speak)


@main.command()
def film() -> None:
    """Make the pieces of the ready routines' films, so that nobody waits for the first. Needs unhunch[film]."""
    _carry_out(_film)


@main.command()
def doctor() -> None:
    """Tell how the bot does: what is due, pending, late and failed, and what its pace can reach."""
    _carry_out(_doctor)


@main.command()
@click.argument("to", type=click.Path(path_type=Path))
@click.option(
    "--keep", type=click.IntRange(min=1), help="In a folder: only so many of the newest copies stay."
)
def backup(*, to: Path, keep: int | None) -> None:
    """Copy the database to TO, a folder or a file that ends in .sqlite3 or .db; the bot may be running."""
    _carry_out(lambda config: _backup(config, to.expanduser().absolute(), keep))


@main.command()
@click.argument("copy", metavar="FROM", type=click.Path(path_type=Path))
def restore(*, copy: Path) -> None:
    """Put the copy FROM in the place of the database, whose old file is kept beside it; the bot must be stopped."""
    _carry_out(lambda config: _restore(config, copy.expanduser().absolute()))


_PERSON = click.argument("person", metavar="ID", type=click.IntRange(min=1, max=2**63 - 1))


@main.command()
@_PERSON
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="The file that is written.")
def export(*, person: int, to: Path | None) -> None:
    """Write all that is kept of the person with that number at Telegram into a ZIP; the bot may be running."""
    target = (to or Path(f"unhunch-{person}.zip")).expanduser().absolute()
    _carry_out(lambda config: _export(config, person, target))


@main.command()
@_PERSON
@click.option("--yes", is_flag=True, help="Do not ask first.")
def forget(*, person: int, yes: bool) -> None:
    """Delete all that is kept of the person with that number at Telegram; the bot may be running, and tells them nothing."""
    _carry_out(lambda config: _forget(config, person, is_sure=yes))


@main.command()
@click.option("--table", is_flag=True, help="All there are, as the table of the README.")
def config(*, table: bool) -> None:
    """Show the settings in force; of the token, only whether there is one."""
    if table:
        from bot.config import table as all_settings

        click.echo(all_settings())
    else:
        _carry_out(_show)


def _bot(config: "Config", *, is_new_bot: bool = False) -> int:
    from bot.config import CannotStart

    if not config.token:
        raise CannotStart(
            "There is no token: set UNHUNCH_TOKEN or UNHUNCH_TOKEN_FILE. @BotFather gives you one."
        )
    gc.disable()  # Nothing that starting makes is garbage; once the bot runs, it is on again.
    # After the refusal, which is then told at once.
    from bot.app import run_bot

    return run_bot(config.make_database_folder(), is_new_bot=is_new_bot)


def _phone(config: "Config") -> int:
    gc.disable()
    from bot.app import run_phone

    return run_phone(config.make_database_folder())


def _check(config: "Config") -> int:
    from bot.content.check import check as faults_in

    faults = faults_in(config.content)
    for fault in faults:
        click.echo(fault)
    click.echo(f"{len(faults)} to mend in {config.content}" if faults else "The content is in order.")
    return 1 if faults else 0


def _release(config: "Config") -> int:
    from bot.content.check import release

    if code := _check(config):
        return code
    for id_ in release(config.content):
        click.echo(f"released: {id_}")
    return 0


def _draw(config: "Config", slugs: tuple[str, ...], *, everything: bool) -> int:
    studio = _drawing()

    def tell(done: "Iterable[str]", count: int) -> None:
        with click.progressbar(done, length=count, label="Drawing", item_show_func=lambda slug: slug) as bar:
            for _ in bar:
                pass

    return _refusing(lambda: studio.draw(config.content, slugs, everything=everything, tell=tell))


def _sheet(config: "Config", slugs: tuple[str, ...], out: str, *, quick: bool) -> int:
    studio = _drawing()
    lines: list[str] = []
    code = _refusing(lambda: lines.extend(studio.write_sheet(config.content, slugs, out, quick=quick)))
    for line in lines:
        click.echo(line)
    return code


def _learn(config: "Config", words: str | None) -> int:
    if words:
        _with_extra("Learning", "learning", "bot.learning.word_vectors").take_words(
            config.content, Path(words)
        )
    _with_extra("Learning", "learning", "bot.learning.teaching").learn(config.content)
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
    from bot.app import FILMS
    from bot.config import CannotStart
    from bot.content.language.words import speaker
    from bot.content.reader import load
    from bot.content.source.schema import ENGLISH
    from bot.content.voice import clips
    from bot.film import beforehand
    from bot.film.shelf import NoRoom

    room = _with_extra("Filming", "film", "bot.film.film_jobs")
    library, words = load(config.content), speaker(config.content)
    wanted = list(beforehand.jobs(library, words, clips(config.content, ENGLISH)))
    try:
        with click.progressbar(wanted, label="Filming") as bar:
            room.warm(bar, config.database.parent / FILMS, config.content)
    except NoRoom:
        raise CannotStart("There is no room left on the disk.") from None
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
    room = _with_extra("Speaking", "voice", "bot.voice.recording_room")
    for needed in room.NEEDED:
        _with_extra("Speaking", "voice", needed)
    return room


def _drawing() -> "ModuleType":
    return _with_extra("Drawing", "figure", "bot.figure.out.draw")


def _with_extra(work: str, extra: str, module: str) -> "ModuleType":
    from importlib import import_module

    from bot.config import CannotStart

    try:
        return import_module(module)
    except ImportError as missing:
        raise CannotStart(f"{work} needs more: pip install 'unhunch[{extra}]' ({missing.name}).") from None


def _refusing(work: "Callable[[], object]") -> int:
    """What is wrong with pose files is told a line a fault."""
    from bot.figure.pose.poses import BadPoses

    try:
        work()
    except BadPoses as bad:
        click.echo(str(bad), err=True)
        return 1
    return 0


def _doctor(config: "Config") -> int:
    from bot.app import examine

    lines, is_well = examine(config)
    click.echo("\n".join(lines))
    return 0 if is_well else 1


def _backup(config: "Config", to: Path, keep: int | None) -> int:
    from bot.app import back_up, is_a_folder

    if keep and not is_a_folder(to):
        raise click.UsageError("--keep is for a folder; TO is a file.")
    click.echo(f"Copied to {back_up(config, to, keep)}")
    return 0


def _restore(config: "Config", copy: Path) -> int:
    from bot.app import put_back

    restored = put_back(config.make_database_folder(), copy)
    click.echo(
        f"{config.database} is now the copy {copy}. What was due before is closed, and nobody is told."
    )
    if restored.kept:
        click.echo(f"The file that was there is kept as {restored.kept}")
    for line in _of_deletions(restored):
        click.echo(line)
    return 0


def _export(config: "Config", person: int, to: Path) -> int:
    from bot.app import copy_of
    from bot.paper.packing import packed
    from bot.store.file.private import PRIVATE_FILE

    made = packed("export", copy_of(config, person))
    try:
        with open(to, "xb", opener=lambda path, flags: os.open(path, flags, PRIVATE_FILE)) as file:
            file.write(made)
    except OSError as error:
        click.echo(f"{to} can't be written: {(error.strerror or '').lower()}.", err=True)
        return 1
    click.echo(f"Written to {to}. Photos and films that they sent are with Telegram, and not in it.")
    return 0


def _forget(config: "Config", person: int, *, is_sure: bool) -> int:
    from bot.app import delete_person, refuse_strangers

    refuse_strangers(config, person)
    if not is_sure and not click.confirm(f"Delete all that is kept of {person}? It cannot be undone"):
        click.echo("Nothing was deleted.")
        return 1
    is_running = delete_person(config, person)
    click.echo(
        "Deleted. Within a minute the bot takes the last traces out of the file."
        if is_running
        else "Deleted."
    )
    copies = config.database.parent / "copies"
    click.echo(f"Copies that were made before still hold it, in {copies} and wherever you put some.")
    return 0


def _of_deletions(restored: "Restored") -> "Iterator[str]":
    """What became of those who were deleted after the copy was made."""
    if restored.deleted:
        yield f"Deleted since the copy was made, and deleted again: {restored.deleted}"
    if restored.unreadable is None:
        yield "No journal of deletions is beside it: whoever was deleted since the copy was made is there again."
    elif restored.unreadable:
        yield f"Lines of the journal of deletions that can't be read: {restored.unreadable}. Whom they name may be there again."
    if restored.is_known_from:
        yield (
            f"The copy is older than the journal of deletions goes back ({restored.is_known_from:%Y-%m-%d}): whoever was deleted"
            " between the two is there again."
        )


def _show(config: "Config") -> int:
    from bot.config import in_force

    click.echo(in_force(config))
    return 0


def _carry_out(work: "Callable[[Config], int]") -> NoReturn:
    """Read the settings, set up the log, do the work; a refusal is told in its own words, without a traceback."""
    from bot.config import CannotStart, from_environment
    from bot.logs import redactor, set_up

    redact = redactor(None)
    try:
        config = from_environment()
        token = config.token.get_secret_value() if config.token else None
        redact = redactor(token)
        set_up(config.log_level, token)
        code = work(config)
    except CannotStart as refusal:
        click.echo(redact(str(refusal)), err=True)
        code = refusal.exit_code
    sys.exit(code)
