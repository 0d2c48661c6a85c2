"""Prints the figures, one after another: `make bench`."""

from collections.abc import Iterable
from pathlib import Path

import click

from tests.bench import (
    all_in,
    bare,
    beside,
    charts,
    cpu,
    films,
    full_file,
    jobs,
    papers,
    phone,
    reminders,
    saying_when,
    scale,
    service,
    words,
)


@click.group(invoke_without_command=True)
@click.pass_context
def bench(context: click.Context) -> None:
    """All figures but those that have a name of their own."""
    if context.invoked_subcommand:
        return
    for report in (
        phone.report,
        bare.report,
        all_in.report,
        service.report_taps,
        service.report_sessions,
        scale.report,
        jobs.report,
        reminders.report_flow,
        reminders.report_taps,
        saying_when.report,
        words.report,
    ):
        _tell(report())


@bench.command()
@click.option("--people", type=click.IntRange(min=10_000), default=full_file.PEOPLE, show_default=True)
@click.option(
    "--folder", type=click.Path(file_okay=False, exists=True, path_type=Path), help="Where the file is made."
)
def million(*, people: int, folder: Path | None) -> None:
    """What a file full of people, chats, sessions and diaries costs; 25 GB on the disk for a million, for a while."""
    _tell(full_file.report(people, folder))


@bench.command("charts")
def charts_() -> None:
    """How soon a chart is drawn, and what others wait meanwhile."""
    _tell(charts.report())


@bench.command("papers")
def papers_() -> None:
    """How soon a copy of five years and a page for a physio are made, and what others wait meanwhile."""
    _tell(papers.report())


@bench.command("film")
def film_() -> None:
    """How soon a session is there as a file to hear or to see, cold and from what was made before; a few minutes of CPU."""
    _tell(films.report())


@bench.command("cpu")
@click.option("--against", type=click.Path(file_okay=False, exists=True, path_type=Path), required=True)
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True)
def cpu_(*, against: Path, rounds: int) -> None:
    """What a message, a tap and a reminder cost of the processor: another checkout and this one in turn."""
    _tell(cpu.report(against, rounds))


@bench.command("subscribers")
@click.option("--people", type=click.IntRange(min=10_000), default=10_000_000, show_default=True)
@click.option(
    "--folder", type=click.Path(file_okay=False, exists=True, path_type=Path), help="Where the file is made."
)
def subscribers_(*, people: int, folder: Path | None) -> None:
    """Where it bends: a file of ten million with a reminder each; about 2 GB on the disk, for a while."""
    _tell(scale.report_many(people, folder))


@bench.command("beside")
def beside_() -> None:
    """What a message and a tap cost beside other libraries as they come, and polling beside a webhook: the README's table."""
    _tell(beside.report())


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


if __name__ == "__main__":  # the other processes of a figure import this file
    bench()
