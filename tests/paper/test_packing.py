"""The ZIP: all rows as JSON and as tables, what is in it told, and nothing in it that a spreadsheet would reckon out."""

import csv
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

from bot.domain.progress.physio_page import PhysioPage, to_json
from bot.paper.packing import packed

PAGE = to_json(PhysioPage("T", "Ana", (), "L"))


def told(**more: Any) -> str:
    rows = {"tastes": [{"person": 7, "exercise": "cat-cow", "taste": "like"}], "people": []}
    columns = {"tastes": ["person", "exercise"], "people": ["id", "name"]}
    return json.dumps(
        {"csv": columns, "page": PAGE, "readme": "Told \u2068here\u2069\n", "rows": rows, **more}
    )


def opened(value: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed("export", value))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_everything_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\xd8")
    held = opened(told(media={"1-photo.jpg": str(tmp_path / "a")}, missing=["2 (video)"]))
    assert list(held) == [
        "README.txt",
        "data.json",
        "tastes.csv",
        "people.csv",
        "physio.pdf",
        "media/1-photo.jpg",
        "media/README.txt",
    ]
    assert held["README.txt"] == b"Told here\n"
    assert json.loads(held["data.json"])["tastes"] == [{"person": 7, "exercise": "cat-cow", "taste": "like"}]
    assert held["tastes.csv"].decode("utf-8-sig") == "person,exercise\r\n7,cat-cow\r\n"
    assert held["people.csv"].decode("utf-8-sig") == "id,name\r\n"
    assert held["physio.pdf"].startswith(b"%PDF")
    assert held["media/1-photo.jpg"] == b"\xff\xd8"
    assert held["media/README.txt"] == b"2 (video)\n"


def test_the_rows_are_read_by_whoever_is_told_to(tmp_path: Path) -> None:
    write = [sys.executable, "-c", 'print(\'{"tastes": [], "people": [{"id": 7}]}\')']
    assert json.loads(opened(told(rows=None, rows_from=write))["data.json"])["people"] == [{"id": 7}]


def test_the_same_rows_are_the_same_file() -> None:
    assert packed("export", told()) == packed("export", told())


def test_what_a_spreadsheet_would_reckon_out_is_words() -> None:
    texts = ["=1+1", "+1", "-1", "@x", "\tx", "plain", 'a,b\n"c"', "Анна"]
    rows = {"people": [{"id": -3, "name": text} for text in texts]}
    held = opened(told(rows=rows))
    table = list(csv.reader(io.StringIO(held["people.csv"].decode("utf-8-sig"))))
    assert [row[1] for row in table[1:]] == [*(f"'{text}" for text in texts[:5]), *texts[5:]]
    assert {row[0] for row in table[1:]} == {"-3"}


def test_what_is_not_said_is_empty() -> None:
    held = opened(told(rows={"people": [{"id": 7, "name": None}]}))
    assert held["people.csv"].decode("utf-8-sig") == "id,name\r\n7,\r\n"
