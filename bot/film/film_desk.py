"""The process beside the bot that makes films: `python -m bot.film.film_desk FOLDER CONTENT READY` reads jobs and answers with files.

FOLDER keeps pieces for later films, CONTENT is the content folder, and READY holds pieces that were made before. The process reads
nothing else.
"""

import sys
from pathlib import Path

from bot.film.film_jobs import FilmJobs
from bot.film.shelf import Shelf
from bot.film.wanted import Content
from bot.paper.serving import stand_by


def main() -> None:
    folder, content, ready = map(Path, sys.argv[1:])
    stand_by(FilmJobs(Content(content), Shelf(folder, ready=ready)).made)


if __name__ == "__main__":
    main()
