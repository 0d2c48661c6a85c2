"""What `unhunch doctor` tells, and whether it finds all well."""

import asyncio
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.app import examining, opening
from bot.chat.telegram.asking_once import ask
from bot.cli.main import main
from bot.coach.doctor import advice
from bot.coach.doctor.health import AtTelegram, Clocks, FilmsFolder, Health
from bot.coach.reminders.claims import ZONES
from bot.content.ear.learnt import DEEP, LEARNT, OTHERS, WORDS
from bot.film import film_command
from bot.phone.phone import Phone
from bot.store.chat.shown import Loss
from bot.store.database import Store, open_store
from bot.store.file.replicated import Replica
from bot.store.reminders.deliveries import State
from bot.store.surroundings import Surroundings, look_around
from bot.store.troubles import Trouble
from tests.replicated import Litestream, in_a_folder, needs_litestream
from tests.whole.running import TOKEN
from tests.whole.subscribing import subscribe

BOT = 4242
NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    path = folder / "doctor.sqlite3"
    path.touch(mode=0o600)
    monkeypatch.setenv("UNHUNCH_DATABASE", str(path))
    return path


@contextmanager
def opened(database: Path, *, ticked: datetime | None = None) -> Iterator[Store]:
    """The file of a bot that ticked just now, if nothing else is said."""
    store = open_store(database, BOT)
    store.heartbeats.wake_up(ticked or datetime.now(UTC))
    try:
        yield store
    finally:
        store.close()


def told() -> tuple[int, dict[str, str]]:
    code, lines = lines_told()
    return code, {line[:15].strip(): line[16:] for line in lines}


def lines_told() -> tuple[int, list[str]]:
    result = CliRunner().invoke(main, ["doctor"])
    assert not result.exception or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output.splitlines()


def complaints() -> list[str]:
    """What needs attention; each makes the exit code 1."""
    code, lines = lines_told()
    found = [line[2:] for line in lines if line.startswith("! ")]
    assert code == bool(found)
    return found


def test_all_is_well(database: Path) -> None:
    now = datetime.now(UTC)
    with opened(database, ticked=now) as store:
        subscribe(store, range(1, 4), now)
        code, says = told()
    assert code == 0
    assert says["due now"] == says["late"] == says["pending"] == says["stranded"] == says["waiting"] == "0"
    assert says["subscribers"] == "3"
    assert says["lost"] == "0 of 3 people with reminders"
    assert says["last copy"] == "never"
    assert says["ceiling"].startswith("180,000 people")
    assert not any(line.startswith("!") for line in says)


def test_what_is_late_pending_stranded_and_failed_is_told(database: Path) -> None:
    now = datetime.now(UTC)
    with opened(database, ticked=now - timedelta(hours=1)) as store:
        subscribe(store, range(1, 4), now)
        late = now - timedelta(minutes=30)
        store.reminders.move_on(1, late)
        store.reminders.move_on(2, now - timedelta(minutes=1))
        for state in (State.PENDING, State.FAILED):
            store.deliveries.claim(3, 3, late - timedelta(seconds=len(state.value)), state, late)
    code, says = told()
    assert code == 1
    assert (says["due now"], says["pending"], says["late"], says["failed, 24 h"]) == ("2", "1", "2", "1")
    assert says["stranded"] == "1"
    silent, *rest = complaints()
    assert "the bot is not running, or does not get on, since" in silent
    assert "start it anew (with systemd: systemctl restart unhunch)" in silent
    assert [one.partition(":")[0] for one in rest] == [
        "2 reminders are more than 10 minutes late",
        "1 reminder was to be sent more than 10 minutes ago and is still pending",
        "1 reminder was refused by Telegram in the last 24 hours",
    ]


def test_a_bot_that_never_ran_is_told(database: Path) -> None:
    open_store(database, BOT).close()
    assert complaints() == [
        "the bot has never run on this file: start it (with systemd: systemctl start unhunch)"
    ]


def test_a_tick_in_the_future_is_told(database: Path) -> None:
    with opened(database, ticked=datetime.now(UTC) + timedelta(hours=3, seconds=30)):
        pass
    (one,) = complaints()
    assert one.startswith(
        "the last tick is 3 h in the future, so this machine's clock was set back: timedatectl"
    )


@pytest.mark.parametrize(
    ("wrong", "what"), [(45, "45 s ahead of"), (86_400 * 30, "720 h ahead of"), (-7200, "2 h behind")]
)
def test_a_clock_that_is_not_telegrams_is_told_and_nothing_is_counted_by_it(
    database: Path, wrong: int, what: str
) -> None:
    now = datetime.now(UTC)
    right = now - timedelta(seconds=wrong)
    with opened(database, ticked=right) as store:
        store.heartbeats.beat(right, now)
        subscribe(store, [1], right)
        store.reminders.move_on(1, right + timedelta(hours=1))
        assert complaints() == [f"this machine's clock is {what} Telegram's: timedatectl set-ntp true"]


def test_clocks_that_nearly_agree_are_no_trouble(database: Path) -> None:
    now = datetime.now(UTC)
    with opened(database) as store:
        store.heartbeats.beat(now - timedelta(seconds=25), now)
    assert complaints() == []


def test_who_waits_for_a_screen_is_told(database: Path) -> None:
    now = datetime.now(UTC)
    with opened(database) as store:
        store.chats.owe(7, "a screen", now - timedelta(minutes=11))
        store.chats.owe(7, "the same without its picture")
        store.chats.owe(8, "a screen", now - timedelta(minutes=9))
        store.chats.owe(9, "a screen", now - timedelta(minutes=11))
        store.chats.write_off(9, "a screen")
        (one,) = complaints()
    assert one.startswith(
        "1 person waits for a screen for more than 10 minutes: the log says why (with systemd: journalctl"
    )


@pytest.mark.parametrize(("lost", "of", "is_told"), [(20, 99, True), (19, 40, False), (20, 100, False)])
def test_that_many_are_lost_is_told(database: Path, lost: int, of: int, is_told: bool) -> None:
    now = datetime.now(UTC)
    with opened(database) as store:
        subscribe(store, range(1, of + 1), now)
        for person in range(1, lost + 1):
            store.chats.mark_lost(person, now, Loss(1, now + timedelta(days=1)))
    found = complaints()
    assert len(found) == is_told
    assert all(one.startswith("20 of 99 people with reminders can't be reached: ") for one in found)


def test_what_others_may_read_is_told(database: Path) -> None:
    with opened(database):
        database.chmod(0o640)
        database.parent.chmod(0o755)
        assert complaints() == [
            f"others may read {database}: chmod 600 {database}",
            f"others may look into {database.parent}: chmod 700 {database.parent}",
        ]


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_is_told_with_what_to_do(database: Path, trouble: Trouble) -> None:
    with opened(database) as store:
        store.troubles.begin(trouble, datetime(2026, 1, 5, 7, 30, tzinfo=UTC), "page 7")
        assert complaints() == [f"since 2026-01-05 07:30 UTC (page 7): {advice.WHAT_TO_DO[trouble]}"]
        store.troubles.end(trouble)
        assert complaints() == []


@pytest.mark.parametrize(
    ("free", "size", "is_told"),
    [(49, 1, True), (51, 1, False), (199, 100, True), (201, 100, False)],
)
def test_that_the_disk_is_nearly_full_is_told(free: int, size: int, is_told: bool) -> None:
    now = datetime.now(UTC)
    around = Surroundings(Path("/data"), size * 10**6, free * 10**6, 1000 * 10**6)
    found = advice.faults(Health(now, 1, around, last_tick=Clocks(now, now)))
    told = (
        f"the disk is nearly full, {free} MB are free and the file has {size} MB: df -h /data, and make room"
    )
    assert found == [told] * is_told


def test_what_is_around_the_file_is_seen(database: Path) -> None:
    with opened(database):
        around = look_around(database)
    assert around.total == shutil.disk_usage(database.parent).total
    assert around.size >= database.stat().st_size
    assert look_around(database / "not" / "there") == Surroundings(database / "not")


def test_a_folder_for_films_that_cant_be_written_is_told(database: Path) -> None:
    """Root may write into any, and the file is root's in the tests of a container: so it is a folder in name only."""
    folder = database.parent / film_command.FOLDER
    with opened(database):
        assert complaints() == []
        assert not folder.exists(), "who only looks makes none"
        folder.mkdir(mode=0o700)
        assert complaints() == []
        folder.rmdir()
        folder.touch(mode=0o600)
        (one,) = complaints()
    assert one.startswith(f"{folder} can't be written, so each film is made from its beginning")


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root gives files away.")
@pytest.mark.parametrize(
    ("owner", "mode", "is_told"),
    [(1001, 0o700, False), (0, 0o755, True), (0, 0o775, False), (1001, 0o500, True)],
)
def test_a_folder_for_films_of_somebody_else_is_told(
    database: Path, owner: int, mode: int, *, is_told: bool
) -> None:
    """The bot's user, whom the file belongs to, can't write there, though whoever asks can."""
    with opened(database):
        (folder := database.parent / film_command.FOLDER).mkdir()
        folder.chmod(mode)
        os.chown(folder, owner, owner)
        os.chown(database, 1001, 1001)
        assert len([one for one in complaints() if "can't be written" in one]) == is_told


@pytest.mark.parametrize(("free", "is_told"), [(49, True), (51, False), (None, False)])
def test_that_the_disk_of_films_is_full_is_told(free: int | None, *, is_told: bool) -> None:
    now = datetime.now(UTC)
    films = FilmsFolder(Path("/films"), free=None if free is None else free * 10**6)
    found = advice.faults(
        Health(now, 1, Surroundings(Path("/data")), last_tick=Clocks(now, now), films=films)
    )
    assert len(found) == is_told
    assert all(one.startswith("there is no room for films, 49 MB are free") for one in found)
    assert all("df -h /films" in one for one in found)


@pytest.mark.parametrize(
    ("before", "is_told"),
    [("9999.1", True), ("2025.1", False), ("the newest", False), (version("tzdata"), False)],
)
def test_older_rules_of_zones_than_before_are_told(database: Path, before: str, is_told: bool) -> None:
    with opened(database) as store:
        store.facts.set(ZONES, before)
    found = complaints()
    assert len(found) == is_told
    assert all(
        "older than those that reminders were computed by (9999.1): install the newer" in one for one in found
    )


def test_the_age_of_the_newest_copy_is_told(database: Path) -> None:
    with opened(database):
        (database.parent / "copies").mkdir()
        for number, age in enumerate((7200, 3600)):
            copy = database.parent / "copies" / f"{number}.sqlite3"
            copy.touch()
            os.utime(copy, times=(then := datetime.now(UTC).timestamp() - age, then))
        assert told()[1]["last copy"].startswith("3600 s ago")


def test_a_copy_made_by_hand_is_told_wherever_it_went(database: Path, tmp_path: Path) -> None:
    with opened(database):
        for name in ("elsewhere", "one.db"):
            assert CliRunner().invoke(main, ["backup", str(tmp_path / name)]).exit_code == 0
            note = database.with_name(f"{database.name}.copied")
            assert note.stat().st_mode & 0o777 == 0o600
            assert told()[1]["last copy"] != "never"
            os.utime(note, times=(then := datetime.now(UTC).timestamp() - 7200, then))
            assert told()[1]["last copy"].startswith("72")
        (database.parent / "copies").mkdir()
        (database.parent / "copies" / "tonight.sqlite3").touch()
        assert not told()[1]["last copy"].startswith("72")


def test_a_copy_that_failed_is_none(database: Path, tmp_path: Path) -> None:
    with opened(database):
        (tmp_path / "diary.db").write_text("Today I stretched." * 100)
        assert CliRunner().invoke(main, ["backup", str(tmp_path / "diary.db")]).exit_code == 2
        assert told()[1]["last copy"] == "never"


def test_what_cant_be_read_in_a_damaged_file_is_told_and_the_rest_is_read(database: Path) -> None:
    now = datetime.now(UTC)
    with opened(database, ticked=now) as store:
        subscribe(store, range(1, 4), now)
        page = store.db.execute(
            "select rootpage from sqlite_master where name = 'deliveries_pending'"
        ).fetchone()[0]
        size = store.db.execute("pragma page_size").fetchone()[0]
    with database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    code, says = told()
    assert code == 1
    assert says["subscribers"] == "3"
    assert says["stranded"] == "can't be read"
    (one,) = complaints()
    assert one.startswith("can't be read: late, stranded")
    assert "unhunch restore" in one


def test_damage_is_found_that_nobody_has_met_yet(database: Path) -> None:
    """In a table which the doctor does not read, before the night comes."""
    with opened(database, ticked=datetime.now(UTC)) as store:
        page = store.db.execute("select rootpage from sqlite_master where name = 'own_routines'").fetchone()[
            0
        ]
    assert complaints() == []
    with database.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)
    (one,) = complaints()
    assert one.startswith("the file is damaged: the bot makes an index anew by itself")


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (b"", "there is nothing in it"),
        (b"Today I stretched." * 500, "not a database; stop the bot, and put the newest copy in its place"),
    ],
)
def test_what_cant_be_looked_into_is_a_sentence_that_says_what_to_do(
    database: Path, held: bytes, said: str
) -> None:
    database.write_bytes(held)
    code, (line,) = lines_told()
    assert code == 1
    assert line.startswith("UNHUNCH_DATABASE: ")
    assert said in line


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("unshare"), reason="Only root mounts.")
def test_a_disk_that_is_read_only_is_called_so_and_no_copy_is_put_on_it(database: Path) -> None:
    with opened(database):
        pass
    folder = shlex.quote(str(database.parent))
    doctor = shlex.join([sys.executable, "-m", "bot", "doctor"])
    mounted = f"mount --bind {folder} {folder} && mount -o remount,ro,bind {folder}"
    result = subprocess.run(
        ["unshare", "--mount", "sh", "-c", f"({mounted}) || exit 77; {doctor}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode == 77 or "unshare" in result.stderr:
        pytest.skip("This machine lets nobody mount.")
    assert result.returncode == 1
    assert "the disk is read-only" in result.stderr
    assert "restore" not in result.stderr


def test_the_ear_is_there_or_rules_listen_alone(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(database, BOT).close()
    assert told()[1]["ear"] == "there"
    monkeypatch.setenv("UNHUNCH_CONTENT", str(tmp_path))
    assert told()[1]["ear"] == "not there for English, other languages, whole sentences, weighing them"
    for each in (WORDS, LEARNT, OTHERS, DEEP):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_bytes(b"damaged")
    examining._ear.cache_clear()  # as in the next process
    assert told()[1]["ear"].startswith("damaged")


def test_who_looks_into_a_folder_of_their_own_is_told_where_the_service_has_its_file(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.unlink()
    monkeypatch.setattr(opening, "OF_THE_SERVICE", there := tmp_path / "service" / "unhunch.sqlite3")
    assert lines_told()[1][0].endswith("Is UNHUNCH_DATABASE the right one, and was the bot ever started?")
    there.parent.mkdir()
    assert lines_told()[1][0].endswith(f"The service's file is {there}: name it in UNHUNCH_DATABASE")


def test_a_file_that_is_not_there_is_not_made(database: Path) -> None:
    database.unlink()
    code, says = told()
    assert code == 1
    assert "UNHUNCH_DATABAS" in says
    assert "there is no such file" in lines_told()[1][0]
    assert not database.exists()


async def test_who_telegram_says_the_bot_is_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(database):
        async with asking(monkeypatch) as phone:
            code, says = await asyncio.to_thread(told)
    assert code == 0
    assert says["telegram"] == f"@{phone.telegram.me['username']} is there"
    assert says["webhook"] == "none: the bot asks; waiting: 0"


async def test_a_token_that_telegram_does_not_know_is_told_once(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(database) as store:
        async with asking(monkeypatch, f"4242:{'N' * 35}"):
            assert await asyncio.to_thread(complaints) == [advice.WHAT_TO_DO[Trouble.TOKEN]]
            store.troubles.begin(Trouble.TOKEN, datetime.now(UTC))
            (one,) = await asyncio.to_thread(complaints)
    assert one.startswith("since ")


async def test_a_webhook_that_another_has_set_is_told_without_its_path(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(database):
        async with asking(monkeypatch) as phone:
            info = {"url": "https://bot.example/secret", "pending_update_count": 3}
            monkeypatch.setattr(phone.telegram.webhooks, "info", lambda: info)
            assert await asyncio.to_thread(complaints) == []
            assert (await asyncio.to_thread(told))[1]["webhook"] == "https://bot.example; waiting: 3"
            monkeypatch.setenv("UNHUNCH_WEBHOOK_URL", "https://ours.example/secret")
            (one,) = await asyncio.to_thread(complaints)
    assert one.startswith(
        "Telegram sends what people do to https://bot.example, which is not this bot: another"
    )


async def test_where_telegram_cant_be_asked_is_told(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(database):
        async with asking(monkeypatch) as phone:
            phone.faults.refuse("getWebhookInfo", status=502)
            (one,) = await asyncio.to_thread(complaints)
            assert one.startswith("Telegram can't be asked from here (")
        (one,) = await asyncio.to_thread(complaints)
        assert one.startswith("Telegram can't be asked from here (No way to Telegram: connection refused)")
    assert TOKEN not in one


def test_nobody_waits_long_for_one_that_says_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert ask(address, TOKEN, 0.1).refusal == "no answer within 0 s"


@asynccontextmanager
async def asking(monkeypatch: pytest.MonkeyPatch, token: str = TOKEN) -> AsyncIterator[Phone]:
    """The phone is asked in Telegram's place, with this token; also, in vain, after the block."""
    async with Phone(TOKEN) as phone:
        monkeypatch.setenv("UNHUNCH_TOKEN", token)
        monkeypatch.setenv("UNHUNCH_API_ROOT", phone.address)
        yield phone


@pytest.mark.parametrize(
    ("there", "wanted", "said"),
    [
        (AtTelegram("b", webhook="https://a.example/x"), "https://a.example/x", ""),
        (
            AtTelegram("b", webhook="https://a.example/y"),
            "https://a.example/x",
            "sends what people do to https://a.example, ",
        ),
        (AtTelegram("b", webhook="https://a.example/y"), "", ""),
        (AtTelegram("b"), "https://a.example/x", "knows of no webhook"),
        (
            AtTelegram(
                "b",
                webhook="https://a.example/x",
                failure="Connection refused",
                failed_at=NOW - timedelta(minutes=9),
            ),
            "https://a.example/x",
            "can't reach https://a.example (Connection refused)",
        ),
        (
            AtTelegram(
                "b",
                webhook="https://a.example/x",
                failure="Connection refused",
                failed_at=NOW - timedelta(minutes=11),
            ),
            "https://a.example/x",
            "",
        ),
    ],
)
def test_how_the_webhook_does_is_told(there: AtTelegram, wanted: str, said: str) -> None:
    found = advice.faults(
        Health(
            NOW, 1, Surroundings(Path("/data")), last_tick=Clocks(NOW, NOW), telegram=there, webhook=wanted
        )
    )
    assert len(found) == bool(said)
    assert all(said in one for one in found)


@pytest.mark.parametrize(("days", "copies", "is_told"), [(3, 7, True), (1, 7, False), (3, None, False)])
def test_that_the_newest_copy_is_old_is_told(days: int, copies: int | None, *, is_told: bool) -> None:
    around = Surroundings(Path("/data"), copied_at=NOW - timedelta(days=days))
    found = advice.faults(Health(NOW, 1, around, last_tick=Clocks(NOW, NOW), copies=copies))
    assert [one[:31] for one in found] == ["the newest copy is 3 days old, "] * is_told


@pytest.mark.parametrize(("copied_at", "is_told"), [(NOW, True), (None, False)])
def test_copies_that_lie_about_although_none_are_made_are_told(
    copied_at: datetime | None, *, is_told: bool
) -> None:
    around = Surroundings(Path("/data"), copied_at=copied_at)
    found = advice.faults(Health(NOW, 1, around, last_tick=Clocks(NOW, NOW), copies=0))
    assert [one[:20] for one in found] == ["UNHUNCH_COPIES is 0,"] * is_told


@pytest.mark.parametrize(
    ("replica", "said"),
    [
        (Replica(NOW - timedelta(seconds=20)), None),
        (Replica(NOW - timedelta(minutes=5)), "the replica is 5 min behind"),
        (Replica(), "nothing is in the replica"),
        (Replica(fault="no answer within 30 s"), "the replica can't be looked at (no answer within 30 s)"),
    ],
)
def test_a_replica_that_lags_is_told(replica: Replica, said: str | None) -> None:
    around = Surroundings(Path("/data"), replica=replica)
    found = advice.faults(Health(NOW, 1, around, last_tick=Clocks(NOW, NOW)))
    assert [one.startswith(said or "") for one in found] == [True] * bool(said)


@needs_litestream
def test_the_replica_itself_is_asked_how_old_it_is(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    litestream = Litestream(database, in_a_folder(tmp_path / "replica"))
    for name, value in litestream.environment.items():
        monkeypatch.setenv(name, value)
    with opened(database):
        assert told()[1]["replica"].startswith("none")
        litestream.configure()
        monkeypatch.setenv("UNHUNCH_LITESTREAM", str(litestream.config))
        assert any("nothing is in the replica" in line for line in lines_told()[1])
        litestream.starts()
        try:
            wait_until(lambda: " s ago" in told()[1]["replica"])
            assert not any("replica" in line for line in lines_told()[1] if line.startswith("!"))
        finally:
            litestream.is_stopped()
        litestream.config.write_text("nonsense: [")
        assert any("can't be looked at" in line for line in lines_told()[1])
        monkeypatch.setenv("PATH", str(tmp_path))
        assert any("litestream is not installed here" in line for line in lines_told()[1])


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(300):
        if is_so():
            return
        time.sleep(0.1)
    raise TimeoutError


def test_content_that_is_not_in_order_is_told(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(database):
        assert told()[1]["content"] == "in order"
        monkeypatch.setenv("UNHUNCH_CONTENT", str(tmp_path))
        (one,) = complaints()
    assert one.startswith(
        "the content is not in order, so the bot would not start: unhunch check tells all ("
    )


def test_the_room_on_the_disk_is_told(database: Path) -> None:
    with opened(database):
        assert re.fullmatch(r"[\d,.]+ GB of [\d,.]+ are free; the file has [\d,.]+ MB", told()[1]["disk"])
