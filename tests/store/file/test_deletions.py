"""The journal of deletions: safe before the rows go, kept as long as a copy may bring somebody back, and robust."""

import multiprocessing
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.file.copies import oldest_copy_made_at
from bot.store.file.deletions import (
    Deletion,
    journal_of,
    last_deletions,
    note_deletion,
    prune_journal,
    read_journal,
)
from tests.examples import ANA, BO, MALLORY, MORNING

DAY = timedelta(days=1)


def test_it_holds_ids_and_moments_and_is_the_owners_alone(file: Path) -> None:
    note_deletion(file, Deletion(ANA, MORNING))
    note_deletion(file, Deletion(BO, MORNING + DAY))
    assert journal_of(file).read_text() == (
        "2026-01-05T07:30:00.000000+00:00 7\n2026-01-06T07:30:00.000000+00:00 8\n"
    )
    assert stat.S_IMODE(journal_of(file).stat().st_mode) == 0o600
    assert read_journal(file).deletions == (Deletion(ANA, MORNING), Deletion(BO, MORNING + DAY))


def test_a_link_to_the_file_leads_to_its_journal(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite3"
    link.symlink_to(file)
    note_deletion(link, Deletion(ANA, MORNING))
    assert read_journal(file).deletions


def test_where_there_is_none_nobody_is_known_to_be_deleted(file: Path) -> None:
    assert not read_journal(file).is_there
    prune_journal(file, MORNING)
    assert not journal_of(file).exists()


@pytest.mark.parametrize(
    "broken",
    [
        b"nonsense\n",
        b"\xff\xfe\x00 7\n",
        b"2026-01-05T07:30:00.000000+00:00 -7\n",
        b"2026-01-05T07:30:00.000000+00:00 " + b"9" * 400 + b"\n",
        b"soon 7\n",
        b"0001-01-01T00:00:00+00:00 7\n",
        b"2026-01-05T07:30:00.0000",  # cut off in the middle, with no end of line
    ],
)
def test_a_broken_line_costs_no_other(file: Path, broken: bytes) -> None:
    note_deletion(file, Deletion(ANA, MORNING))
    with journal_of(file).open("ab") as journal:
        journal.write(broken)
    note_deletion(file, Deletion(BO, MORNING))
    found = read_journal(file)
    assert [each.person for each in found.deletions] == [ANA, BO]
    assert found.unreadable == 1


def test_who_is_in_no_copy_any_more_leaves_it(file: Path) -> None:
    for person, days in ((ANA, 0), (BO, 2), (MALLORY, 4)):
        note_deletion(file, Deletion(person, MORNING + days * DAY))
    prune_journal(file, MORNING + 3 * DAY)
    assert [each.person for each in read_journal(file).deletions] == [MALLORY]
    assert stat.S_IMODE(journal_of(file).stat().st_mode) == 0o600
    note_deletion(file, Deletion(ANA, MORNING + 5 * DAY))
    assert [each.person for each in read_journal(file).deletions] == [MALLORY, ANA]
    prune_journal(file, MORNING + 30 * DAY)
    assert journal_of(file).read_bytes() == b""


def test_a_line_that_cant_be_read_goes_with_the_next_that_can(file: Path) -> None:
    note_deletion(file, Deletion(ANA, MORNING))
    with journal_of(file).open("ab") as journal:
        journal.write(b"nonsense\n")
    note_deletion(file, Deletion(BO, MORNING + 2 * DAY))
    prune_journal(file, MORNING + DAY)
    assert (len(read_journal(file).deletions), read_journal(file).unreadable) == (1, 1)
    prune_journal(file, MORNING + 3 * DAY)
    assert (len(read_journal(file).deletions), read_journal(file).unreadable) == (0, 0)


def _note_many(file: Path, first: int) -> None:
    for person in range(first, first + 100):
        note_deletion(file, Deletion(person, MORNING + DAY))
        if person % 10 == 0:
            prune_journal(file, MORNING)


def test_several_processes_write_it_at_once_and_nobody_is_lost(file: Path) -> None:
    note_deletion(file, Deletion(ANA, MORNING - DAY))
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_note_many, args=(file, first)) for first in (1000, 2000, 3000)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    found = read_journal(file)
    wanted = {*range(1000, 1100), *range(2000, 2100), *range(3000, 3100)}
    assert {each.person for each in found.deletions} - {ANA} == wanted
    assert found.unreadable == 0


def test_who_was_deleted_twice_counts_with_the_last_time() -> None:
    late, early = Deletion(ANA, MORNING + DAY), Deletion(ANA, MORNING)
    assert last_deletions([late, early]) == {ANA: MORNING + DAY}


def test_the_oldest_copy_is_found_by_its_name(file: Path) -> None:
    assert oldest_copy_made_at(file) is None
    folder = file.parent / "copies"
    folder.mkdir()
    for name in (
        "unhunch-2026-01-07T034000Z.sqlite3",
        "other-2026-01-01T034000Z.sqlite3",
        "unhunch-mine.sqlite3",
    ):
        (folder / name).touch()
    assert oldest_copy_made_at(file) == MORNING.replace(day=7, hour=3, minute=40)
    file.with_name("unhunch.sqlite3.before-2026-01-05T073000Z").touch()
    assert oldest_copy_made_at(file) == MORNING
