"""A person's data: a copy to take along, what it contains, and the way to erase it."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from bot.screens import keys
from bot.screens.buttons.actions import AskPage, Go, Place
from bot.screens.screen import Button, Paper, Screen, Words
from bot.screens.text import lines, plain

JOB = "export"

COMMON = frozenset({"id", "person", "at", "session", "exercise", "form", "routine", "bot"})
"""Columns that mean the same in every table."""


def my_data(words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-export"), Go(Place.EXPORT)),
        (
            Button(words("button-for-my-physio"), AskPage(with_words=False)),
            Button(words("button-privacy"), Go(Place.PRIVACY)),
        ),
        (Button(words("button-delete"), Go(Place.DELETE)),),
        *keys.home_row(words),
    )
    return Screen(plain(words("my-data")), rows)


def export(value: str, today: date, words: Words) -> Screen:
    rows = ((Button(words("button-my-data"), Go(Place.MY_DATA)), keys.home(words)),)
    paper = Paper(JOB, value, words("export-file", day=today.isoformat()))
    text = lines(plain(words("export-made")), plain(words("export-what")))
    return Screen(text, rows, line=words("button-my-data"), paper=paper)


About = Callable[[str], str]
"""Says what a table or a column is, by the end of its sentence's id."""


def packing_job(  # noqa: PLR0913, PLR0917 - all that is told
    csv: Mapping[str, Sequence[str]],
    only_json: Mapping[str, Sequence[str]],
    page: str,
    about: About,
    today: date,
    words: Words,
) -> str:
    """JSON, the inputs of the packing job. `csv`, `only_json`: the columns of each table. `page`: for their physio, in its wire form."""
    readme = "\n".join(_readme(csv, only_json, about, today, words)) + "\n"
    return json.dumps({"csv": csv, "page": page, "readme": readme}, ensure_ascii=False, separators=(",", ":"))


def _readme(
    csv: Mapping[str, Sequence[str]],
    only_json: Mapping[str, Sequence[str]],
    about: About,
    today: date,
    words: Words,
) -> Iterator[str]:
    yield words("readme-title", day=today.isoformat())
    yield f"\n{words('readme-files')}\n"
    for table, columns in csv.items():
        yield "\n" + words("readme-table", file=f"{table}.csv", what=about(about_table(table)))
        for column in columns:
            yield words("readme-column", column=column, what=about(about_column(table, column)))
        for column in only_json.get(table, ()):
            yield words("readme-only-json", column=column, what=about(about_column(table, column)))


def about_table(table: str) -> str:
    return _id(table)


def about_column(table: str, column: str) -> str:
    return f"any-{column}" if column in COMMON else f"{_id(table)}-{_id(column)}"


def _id(name: str) -> str:
    return name.replace("_", "-")
