"""The process beside the bot that draws and writes: `python -m bot.paper.desk` reads jobs, and answers each with what it made."""

import sys
from pathlib import Path

from bot.paper import charts
from bot.paper.jobs import made
from bot.paper.serving import stand_by

COMMAND = [sys.executable, "-m", "bot.paper.desk"]

WHERE = Path(__file__).parents[2]
"""The folder in which the process is started, so that it runs this very program."""


def main() -> None:
    stand_by(made, charts.warm_up)


if __name__ == "__main__":
    main()
