"""Writes the table of the year into a file, and a line for each week on the screen: `python -m tests.year FILE [DAYS]`."""

import sys
from pathlib import Path

from tests.known import known
from tests.year.laws import breaches
from tests.year.living import Life
from tests.year.people import FIVE
from tests.year.table import summary, table


def main(file: str, days: str = "365") -> int:
    lives = [Life(one, known()).lives(int(days)) for one in FIVE]
    Path(file).write_text("\n".join(line for life in lives for line in table(life)), encoding="utf-8")
    broken = [f"{life.one.name}, {each}" for life in lives for each in breaches(life)]
    print("\n".join([*(line for life in lives for line in summary(life)), *broken]))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
