"""Packs all that is kept about somebody into one ZIP: as JSON, as tables, with the page for their physio and the files they sent."""

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.domain.progress.physio_page import from_json
from bot.paper.typesetting import page_file

LONG_AGO = (2000, 1, 1, 0, 0, 0)
"""When each file in it says that it was made, so that the same rows are the same file."""

PRIVATE = 0o600

_LIKE_A_SUM = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would compute a cell that begins so; people may have typed anything there."""

_encode = json.JSONEncoder(ensure_ascii=False).encode

_MARKS = re.compile("[\u2068\u2069]")
"""Around the parts of a sentence, for a chat."""


def packed(job: str, value: str) -> bytes:  # noqa: ARG001 - as all jobs are asked for
    """`value`: JSON of `my_data.told`, with the rows or the command that writes them, the fetched files by their names
    in the ZIP, and the names of files that could not be fetched.
    """
    told: dict[str, Any] = json.loads(value)
    if command := told.get("rows_from"):
        told["rows"] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603 - the bot's own
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(told):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.external_attr = PRIVATE << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return made.getvalue()


def _files(told: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _MARKS.sub("", told["readme"]).encode()
    yield "data.json", _json(told["rows"]).encode()
    for table, columns in told["csv"].items():
        yield f"{table}.csv", _table(columns, told["rows"].get(table, ()))
    yield "physio.pdf", page_file(from_json(told["page"]))
    for name, file in told.get("media", {}).items():
        yield f"media/{name}", Path(file).read_bytes()
    if missing := told.get("missing"):
        yield "media/README.txt", "".join(f"{name}\n" for name in missing).encode()


def _json(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Puts each row on a line: people can read that, and it is written much faster than indented JSON."""
    tables = (f"{_encode(table)}: [\n{_lines(of_table)}\n]" for table, of_table in rows.items())
    return "{\n" + ",\n".join(tables) + "\n}\n"


def _lines(rows: Sequence[Mapping[str, Any]]) -> str:
    return ",\n".join(map(_encode, rows))


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    made = io.StringIO(newline="")
    table = csv.writer(made)
    table.writerow(columns)
    table.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_LIKE_A_SUM) else value
