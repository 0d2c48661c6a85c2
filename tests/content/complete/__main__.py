"""Prints every fact of the articles and where it stands, as Markdown."""

from bot.content.reader import load
from tests.content.complete import TABLES
from tests.content.places import CONTENT


def markdown() -> str:
    library = load(CONTENT)
    lines: list[str] = []
    for title, rows in TABLES.items():
        found = [row.place(library) for row in rows]
        lines += [f"### {title}: {sum(map(bool, found))} of {len(rows)}", ""]
        lines += ["| source | what it says | where it stands |", "| --- | --- | --- |"]
        lines += [
            f"| {row.mark} | {row.says} | {place or '**missing**'} |"
            for row, place in zip(rows, found, strict=True)
        ]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    print(markdown())
