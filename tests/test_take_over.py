"""Standing in for a dead machine by one command: it changes nothing until all is sure, and keeps what was here."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.person.person import Person
from bot.store.database import open_store
from bot.store.file.copies import oldest_copy_made_at
from bot.store.file.lock import locked
from tests.examples import ANA, BO, MORNING
from tests.replicated import DEPLOY, Litestream, in_a_folder, needs_litestream
from tests.test_doctor import wait_until

BOT = 1

pytestmark = needs_litestream


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Litestream]:
    """The machine that dies, with Ana in its file."""
    folder = tmp_path / "there"
    folder.mkdir()
    litestream = Litestream(folder / "unhunch.sqlite3", in_a_folder(tmp_path / "replica"))
    with closing(open_store(litestream.database, BOT)) as store:
        litestream.starts()
        store.people.meet(Person(ANA, "Ana", "en"), MORNING)
        wait_until(lambda: can_be_fetched(litestream))
        litestream.is_killed()
    yield litestream
    litestream.is_killed()


def can_be_fetched(litestream: Litestream) -> bool:
    tried = litestream.database.with_name("tried.sqlite3")
    try:
        litestream.restore(tried)
        with closing(open_store(tried, BOT)) as store:
            return store.people.is_known(ANA)
    except subprocess.CalledProcessError:
        return False
    finally:
        tried.unlink(missing_ok=True)


@pytest.fixture
def here(there: Litestream, tmp_path: Path) -> Litestream:
    """The one that stands in."""
    litestream = Litestream(tmp_path / "here" / "unhunch.sqlite3", there.environment)
    litestream.database.parent.mkdir()
    litestream.configure()
    return litestream


def takes_over(litestream: Litestream, **more: str) -> tuple[int, str]:
    settings = {
        "LITESTREAM_CONFIG": str(litestream.config),
        "LITESTREAM_SETTINGS": "/nowhere",
        "PYTHON": sys.executable,
        "STOP": "true",
        "START": "echo the bot starts",
    }
    done = subprocess.run(
        [DEPLOY / "take-over"],
        env=litestream.settings | settings | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def knows(database: Path, person: int) -> bool:
    with closing(open_store(database, BOT)) as store:
        return store.people.is_known(person)


def standing(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_the_file_is_here_its_owners_alone_and_the_bot_starts(here: Litestream) -> None:
    code, said = takes_over(here)
    assert code == 0, said
    assert "the bot starts" in said
    assert {each.name for each in here.database.parent.iterdir()} == {"unhunch.sqlite3", "litestream.yml"}
    assert here.database.stat().st_mode & 0o777 == 0o600
    assert knows(here.database, ANA)


def test_what_was_here_before_is_kept_with_its_log(here: Litestream) -> None:
    """As on a machine that was the first once. By its name it counts for how long it is known who was deleted."""
    code = (
        "import os, signal, sys; from pathlib import Path; from bot.store.database import open_store\n"
        "from bot.domain.person.person import Person; from tests.examples import BO, MORNING\n"
        "open_store(Path(sys.argv[1]), 1).people.meet(Person(BO, 'Bo', 'en'), MORNING)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(here.database)], check=False)
    left = here.database.with_name(".unhunch.sqlite3-litestream")
    left.mkdir()
    exit_code, said = takes_over(here)
    assert exit_code == 0, said
    assert not left.exists()
    assert knows(here.database, ANA)
    assert not knows(here.database, BO)
    (kept,) = here.database.parent.glob("unhunch.sqlite3.before-*Z")
    assert knows(kept, BO)
    made = oldest_copy_made_at(here.database)
    assert made
    assert abs((datetime.now(UTC) - made).total_seconds()) < 60


def refused(here: Litestream, why: str) -> None:
    before = standing(here.database.parent)
    code, said = takes_over(here)
    assert code == 1
    assert why in said
    assert "the bot starts" not in said
    assert standing(here.database.parent) == before


def test_beside_a_bot_that_runs_here_nothing_is_done(here: Litestream) -> None:
    with locked(here.database):
        refused(here, "A bot runs on")


def test_where_the_replica_holds_nothing_nothing_is_begun_anew(here: Litestream, tmp_path: Path) -> None:
    here.environment = in_a_folder(tmp_path / "mistyped")
    refused(here, "The replica could not be fetched: nothing was changed here.")


def test_what_is_damaged_is_not_put_in_place(here: Litestream, tmp_path: Path) -> None:
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "litestream").write_text('#!/bin/sh\nhead -c 8192 /dev/urandom > "$5"\n')
    (bin_ / "litestream").chmod(0o700)
    here.environment["PATH"] = f"{bin_}:/usr/bin:/bin"
    refused(here, "nothing was changed here.")
