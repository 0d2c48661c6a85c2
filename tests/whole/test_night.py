"""The file is looked through and copied beside the bot that serves it, some minutes after the start and every night."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from telegram.ext import ApplicationBuilder, ContextTypes, JobQueue

from bot.chat import nightly
from bot.chat.nightly import Nightly, NightWork
from bot.phone.phone import Phone
from bot.store.database import open_store
from bot.store.file.copies import copies_of, copy_into
from bot.store.file.deletions import Deletion, note_deletion, read_journal
from bot.store.file.wholeness import faults_in
from bot.store.troubles import Trouble
from tests.store.file.test_copies import damage
from tests.whole.running import BOT, MORNING, TOKEN, HandClock, bot_on

SOON = timedelta(milliseconds=200)


async def test_a_copy_is_made_beside_the_bot_that_serves(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    ana, night = phone.person(7, "Ana"), NightWork(tmp_path / "a.sqlite3", 7, SOON)
    open_store(night.database, BOT).close()
    copy_into(night.database, night.folder, None, MORNING - timedelta(days=400))
    (old,) = copies_of(night.database, night.folder)
    a_day_ago = (MORNING - timedelta(days=1)).timestamp()
    os.utime(old, (a_day_ago, a_day_ago))
    async with bot_on(phone, night.database, clock, night=night) as store:
        store.troubles.begin(Trouble.COPY, clock())
        store.troubles.begin(Trouble.FILE, clock())
        ana.says("/start")
        await phone.until(lambda: ana.sees.labels)
        await phone.until(lambda: len(copies_of(night.database, night.folder)) == 2)
        await phone.until(lambda: not store.troubles.every())
    copy = copies_of(night.database, night.folder)[-1]
    assert copy.stat().st_mode & 0o777 == 0o600
    assert night.folder.stat().st_mode & 0o777 == 0o700
    assert faults_in(copy) == []


async def test_a_damaged_file_is_told_and_displaces_no_copy(
    clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Though it could be copied: what is damaged is an index, which a copy makes anew."""
    night = NightWork(tmp_path / "a.sqlite3", 1, SOON)
    store, jobs = open_store(night.database, BOT), JobQueue[ContextTypes.DEFAULT_TYPE]()
    store.close()
    copy_into(night.database, night.folder, None, MORNING)
    damage(night.database, "reminders_due")
    store = open_store(night.database, BOT)
    clock.passes(3600)
    await Nightly(night, store, jobs, clock)._look_through(copies=True)
    assert "the file is damaged" in caplog.text
    assert [one.trouble for one in store.troubles.every()] == [Trouble.FILE]
    assert store.troubles.every()[0].what
    assert [path.name for path in copies_of(night.database, night.folder)] == ["a-2026-01-05T073000Z.sqlite3"]
    store.close()


async def test_who_was_deleted_is_forgotten_where_no_copy_has_them_any_more(
    clock: HandClock, tmp_path: Path
) -> None:
    night = NightWork(tmp_path / "a.sqlite3", 0, SOON)
    store, jobs = open_store(night.database, BOT), JobQueue[ContextTypes.DEFAULT_TYPE]()
    note_deletion(night.database, Deletion(7, MORNING - timedelta(days=400)))
    note_deletion(night.database, Deletion(8, MORNING))
    await Nightly(night, store, jobs, clock)._look_through(copies=False)
    assert [gone.person for gone in read_journal(night.database).deletions] == [8]
    store.close()


async def test_a_copy_that_fails_is_told(
    phone: Phone, clock: HandClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    night = NightWork(tmp_path / "a.sqlite3", 7, SOON)
    night.folder.write_text("in the way")
    async with bot_on(phone, night.database, clock, night=night) as store:
        await phone.until(lambda: "could not be made" in caplog.text)
        assert [one.trouble for one in store.troubles.every()] == [Trouble.COPY]


async def test_no_copies_are_made_where_none_are_wanted(
    phone: Phone, clock: HandClock, tmp_path: Path
) -> None:
    night = NightWork(tmp_path / "a.sqlite3", 0, SOON)
    async with bot_on(phone, night.database, clock, night=night) as store:
        store.troubles.begin(Trouble.FILE, clock())
        await phone.until(lambda: not store.troubles.every())
    assert not night.folder.exists()


async def test_stopping_does_not_wait_for_the_night(
    phone: Phone, clock: HandClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that would go on for an hour stands for one that reads a huge file."""
    began = tmp_path / "began"
    command = ["sh", "-c", f"touch {began}; exec sleep 3600"]
    monkeypatch.setattr(nightly, "check_command", lambda _: command)
    async with bot_on(phone, tmp_path / "a.sqlite3", clock, night=NightWork(tmp_path / "a.sqlite3", 7, SOON)):
        await phone.until(began.exists)


async def test_it_is_set_anew_once(clock: HandClock, tmp_path: Path) -> None:
    """As after a step of the clock. Late is better than never, and once is enough."""
    application = ApplicationBuilder().token(TOKEN).updater(None).build()
    store = open_store(tmp_path / "a.sqlite3", BOT)
    jobs = application.job_queue
    assert jobs
    night = Nightly(NightWork(tmp_path / "a.sqlite3", 7), store, jobs, clock)
    night.start()
    await jobs.start()
    for _ in range(3):
        night.set_anew()
        (job,) = jobs.scheduler.get_jobs()
        assert (job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1)
        assert job.next_run_time.strftime("%H:%M %Z") == "03:40 UTC"
    await night.stop()
    await jobs.stop()
    store.close()
