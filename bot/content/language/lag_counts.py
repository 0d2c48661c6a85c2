"""Tells what a language lacks in few lines: one for each file, and one for all missing files or tables of a kind."""

from collections.abc import Iterable, Iterator

from bot.content.faults import Fault

LISTED = "are still English; `--all` lists them"


def counted(lags: Iterable[Fault], language: str) -> Iterator[Fault]:
    """A lag stays as it is if its line would tell of nothing else."""
    groups: dict[tuple[str, str], list[Fault]] = {}
    for lag in lags:
        groups.setdefault(_group(lag, language), []).append(lag)
    for (file, where), lacking in groups.items():
        yield lacking[0] if len(lacking) == 1 else Fault(file, where, f"{len(lacking):,} {LISTED}")


def _group(lag: Fault, language: str) -> tuple[str, str]:
    folder, _, rest = lag.file.partition("/")
    if folder in {"routines", "programmes"}:
        return f"{folder}/*.toml", f"tables for '{language}'"
    if folder in {"exercises", "learn"} and lag.where == "the file":
        return f"{folder}/*/{rest.rpartition('/')[2]}", "files"
    return lag.file, "sentences" if folder == "words" else "parts"
