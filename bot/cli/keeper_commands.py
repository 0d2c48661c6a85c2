"""The commands of those who look after the bot: how it does, copies, one person's data, the settings."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.group import carry_out, main

if TYPE_CHECKING:
    from bot.config import Config
    from bot.store.restore import Restored


@main.command()
def doctor() -> None:
    """Tell how the bot does, and what is to be done. It only reads; its exit code is 1 where something needs you."""
    carry_out(_doctor)


@main.command()
def health() -> None:
    """Tell by the exit code, at once, whether the bot is well. For a container's health check, or a load balancer's."""
    carry_out(_health)


@main.command()
@click.argument("to", type=click.Path(path_type=Path))
@click.option(
    "--keep", type=click.IntRange(min=1), help="In a folder: only so many of the newest copies stay."
)
def backup(*, to: Path, keep: int | None) -> None:
    """Copy the database, also while the bot runs. TO is a folder, or a file that ends in .sqlite3, .sqlite or .db."""
    carry_out(lambda config: _backup(config, to.expanduser().absolute(), keep))


@main.command()
@click.argument("copy", metavar="FROM", type=click.Path(path_type=Path))
def restore(*, copy: Path) -> None:
    """Put a copy in the place of the database. FROM is the copy; the bot must be stopped. The old file is kept beside the new one."""
    carry_out(lambda config: _restore(config, copy.expanduser().absolute()))


def _number(_context: click.Context, _argument: click.Parameter, said: str) -> int:
    if not re.fullmatch(r"0*[1-9][0-9]{0,17}", said, re.ASCII):
        raise click.BadParameter("it is somebody's number at Telegram, digits only.")
    return int(said)


_PERSON = click.argument("person", metavar="ID", callback=_number)


@main.command()
@_PERSON
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), help="The file that is written.")
def export(*, person: int, to: Path | None) -> None:
    """Write all that is kept of one person into a ZIP. ID is their number at Telegram; the bot may be running."""
    target = (to or Path(f"unhunch-{person}.zip")).expanduser().absolute()
    carry_out(lambda config: _export(config, person, target))


@main.command()
@_PERSON
@click.option("--yes", is_flag=True, help="Do not ask first.")
def forget(*, person: int, yes: bool) -> None:
    """Delete all that is kept of one person. ID is their number at Telegram; the bot may be running, and tells them nothing."""
    carry_out(lambda config: _forget(config, person, is_sure=yes))


@main.command()
@click.option("--table", is_flag=True, help="All there are, as the table of the README.")
def config(*, table: bool) -> None:
    """Show the settings in force. Of the token, only whether there is one, and where it comes from."""
    if table:
        from bot.config import table as all_settings

        click.echo(all_settings())
    else:
        carry_out(_show)


def _doctor(config: "Config") -> int:
    from bot.app.examining import examine

    lines, is_well = examine(config)
    click.echo("\n".join(lines))
    return 0 if is_well else 1


def _health(config: "Config") -> int:
    from bot.app.health_check import what_is_wrong

    wrong = what_is_wrong(config)
    click.echo("\n".join(wrong) or "well")
    return 1 if wrong else 0


def _backup(config: "Config", to: Path, keep: int | None) -> int:
    from bot.app.keeping import back_up, is_a_folder

    if keep and not is_a_folder(to):
        raise click.UsageError("--keep is for a folder; TO is a file.")
    click.echo(f"Copied to {back_up(config, to, keep)}")
    return 0


def _restore(config: "Config", copy: Path) -> int:
    from bot.app.keeping import put_back

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
    from bot.app.keeping import copy_of
    from bot.paper.packing import packed
    from bot.store.file.private import PRIVATE_FILE

    if os.path.lexists(to):
        click.echo(f"{to} is there already, and is not written over: --to names another file.", err=True)
        return 1
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
    from bot.app.keeping import delete_person, refuse_strangers

    refuse_strangers(config, person)
    if not is_sure and not click.confirm(f"Delete all that is kept of {person}? It cannot be undone"):
        click.echo("Nothing was deleted.")
        return 1
    deleted = delete_person(config, person)
    click.echo("Deleted.")
    if deleted.is_running:
        click.echo(
            "Within a minute the bot takes the last traces out of the file; where Litestream reads it, within some minutes."
        )
    elif deleted.is_log_read:
        click.echo(
            "Litestream reads the file's log: the last traces go within minutes after the bot's next start."
        )
    copies = config.database.parent / "copies"
    click.echo(f"Copies that were made before still hold it, in {copies} and wherever you put some.")
    return 0


def _of_deletions(restored: "Restored") -> "Iterator[str]":
    if restored.deleted:
        yield f"Deleted since the copy was made, and deleted again: {restored.deleted}"
    if restored.unreadable is None:
        yield "No journal of deletions is beside it: whoever was deleted since the copy was made is there again."
        return
    if restored.unreadable:
        yield f"Lines of the journal of deletions that can't be read: {restored.unreadable}. Whom they name may be there again."
    if restored.is_known_from:
        yield (
            f"The copy is older than the journal of deletions goes back ({restored.is_known_from:%Y-%m-%d}): whoever was deleted"
            " between the two is there again."
        )


def _show(config: "Config") -> int:
    from bot.config import in_force, in_short

    click.echo(f"{in_force(config)}\n{in_short(config)}")
    return 0
