"""What the environment may say, and what is told when it may not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot import config
from bot.cli.main import main
from bot.config import BadConfig, CannotStart, Guests, Supervised, in_force, load

TOKEN = "123456789:AAExampleExampleExampleExampleExample"


def faults(**environ: str) -> tuple[str, ...]:
    with pytest.raises(BadConfig) as refused:
        load(environ)
    return refused.value.lines


def refusal(environ: dict[str, str]) -> tuple[str, ...]:
    """The faults, none where the settings are taken."""
    try:
        load(environ)
    except BadConfig as bad:
        return bad.lines
    return ()


def test_nothing_set_is_enough_to_begin() -> None:
    settings = load({"HOME": "/home/ana"})
    assert settings.token is None
    assert settings.api_root == "https://api.telegram.org"
    assert settings.database.name == "unhunch.sqlite3"
    assert settings.messages_per_second == 28
    assert settings.phone_port == 8090
    assert settings.log_level == "INFO"


def test_every_setting_is_read(tmp_path: Path) -> None:
    settings = load(
        {
            "UNHUNCH_TOKEN": f" {TOKEN}\n",
            "UNHUNCH_API_ROOT": "http://localhost:8081/telegram/",
            "UNHUNCH_DATABASE": str(tmp_path / "new" / "bot.sqlite3"),
            "UNHUNCH_CONTENT": str(tmp_path),
            "UNHUNCH_MESSAGES_PER_SECOND": "0.5",
            "UNHUNCH_PHONE_PORT": "1",
            "UNHUNCH_LOG_LEVEL": "debug",
        }
    )
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    assert settings.api_root == "http://localhost:8081/telegram"
    assert settings.database == tmp_path / "new" / "bot.sqlite3"
    assert settings.content == tmp_path
    assert (settings.messages_per_second, settings.phone_port, settings.log_level) == (0.5, 1, "DEBUG")


@pytest.mark.parametrize("told", ["17,18", "17 18", " 17, 18,\n17 "])
def test_admins_stand_with_commas_or_spaces_between_them(told: str) -> None:
    assert load({"UNHUNCH_ADMINS": told}).admins == {17, 18}


@pytest.mark.parametrize(
    ("told", "numbers", "word"),
    [
        ("17000, 18000", {17000, 18000}, ""),
        ("open-sesame", set(), "open-sesame"),
        (" 17000 Sesame,18000 ", {17000, 18000}, "Sesame"),
    ],
)
def test_people_are_numbers_a_word_or_both(told: str, numbers: set[int], word: str) -> None:
    assert load({"UNHUNCH_PEOPLE": told}).people == Guests(frozenset(numbers), word)


def test_the_word_is_shown_to_nobody() -> None:
    assert "UNHUNCH_PEOPLE=17000, a word" in in_force(load({"UNHUNCH_PEOPLE": "17000 sesame"}))


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("", "everybody"),
        ("17000", "1 number"),
        ("sesame", "whoever says the word"),
        ("17000 18000 sesame", "2 numbers and whoever says the word"),
    ],
)
def test_who_may_use_the_bot_is_told_in_words(told: str, who: str) -> None:
    assert load({"UNHUNCH_PEOPLE": told}).people.in_words == who


def test_what_is_not_set_is_shown_as_empty() -> None:
    assert "None" not in in_force(load({}))


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError):
        load({}).phone_port = 1


def test_an_empty_variable_is_one_that_is_not_set() -> None:
    assert load({"UNHUNCH_TOKEN": "", "UNHUNCH_TOKEN_FILE": " ", "UNHUNCH_PHONE_PORT": ""}) == load({})


def test_a_home_folder_may_be_written_as_a_tilde() -> None:
    assert load({"UNHUNCH_DATABASE": "~/bot.sqlite3"}).database == Path.home() / "bot.sqlite3"


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("UNHUNCH_TOKEN", "hello"),
        ("UNHUNCH_TOKEN", "012:AAExampleExampleExampleExampleExample"),
        ("UNHUNCH_TOKEN", "12:AA/../Example"),
        ("UNHUNCH_TOKEN", "12:" + "A" * 78),
        ("UNHUNCH_API_ROOT", "api.telegram.org"),
        ("UNHUNCH_API_ROOT", "ftp://api.telegram.org"),
        ("UNHUNCH_API_ROOT", "https://"),
        ("UNHUNCH_API_ROOT", "https://ana:secret@host"),
        ("UNHUNCH_API_ROOT", "https://host:port"),
        ("UNHUNCH_API_ROOT", "https://host/?token="),
        ("UNHUNCH_API_ROOT", "https://ho st"),
        ("UNHUNCH_DATABASE", "/"),
        ("UNHUNCH_CONTENT", "/no/such/folder"),
        ("UNHUNCH_LOG_FORMAT", "xml"),
        ("UNHUNCH_HEALTH_LISTEN", "9465"),
        ("UNHUNCH_HEALTH_LISTEN", "http://127.0.0.1:9464"),
        ("UNHUNCH_HEALTH_LISTEN", "127.0.0.1:0"),
        ("UNHUNCH_HEALTH_LISTEN", "127.0.0.1:65536"),
        ("UNHUNCH_HEALTH_LISTEN", "::1:9464"),
        ("UNHUNCH_HEALTH_LISTEN", "unix:health.sock"),
        ("UNHUNCH_MESSAGES_PER_SECOND", "0"),
        ("UNHUNCH_MESSAGES_PER_SECOND", "1000.1"),
        ("UNHUNCH_MESSAGES_PER_SECOND", "nan"),
        ("UNHUNCH_MESSAGES_PER_SECOND", "fast"),
        ("UNHUNCH_PHONE_PORT", "0"),
        ("UNHUNCH_PHONE_PORT", "65536"),
        ("UNHUNCH_PHONE_PORT", "80.5"),
        ("UNHUNCH_PEOPLE", "@ana"),
        ("UNHUNCH_PEOPLE", "two words"),
        ("UNHUNCH_PEOPLE", "abc"),
        ("UNHUNCH_PEOPLE", "a---"),
        ("UNHUNCH_PEOPLE", "-17"),
        ("UNHUNCH_PEOPLE", "4321"),
        ("UNHUNCH_PEOPLE", "43-21"),
        ("UNHUNCH_PEOPLE", "17000 4321"),
        ("UNHUNCH_PEOPLE", "sésame"),
        ("UNHUNCH_PEOPLE", "9" * 17),
        ("UNHUNCH_PEOPLE", "a" * 65),
        ("UNHUNCH_ADMINS", "@ana"),
        ("UNHUNCH_ADMINS", "-1001"),
        ("UNHUNCH_ADMINS", "01"),
        ("UNHUNCH_ADMINS", "17 and 18"),
        ("UNHUNCH_ADMINS", "9" * 17),
        ("UNHUNCH_LOG_LEVEL", "LOUD"),
        ("UNHUNCH_HEARTBEAT_URL", "hc-ping.example/5b1f"),
        ("UNHUNCH_HEARTBEAT_URL", "http://hc-ping.example/5b1f"),
        ("UNHUNCH_HEARTBEAT_URL", "http://127.0.0.1.example/5b1f"),
        ("UNHUNCH_HEARTBEAT_URL", "file:///5b1f"),
        ("UNHUNCH_HEARTBEAT_URL", "https://ana:secret@hc-ping.example/5b1f"),
        ("UNHUNCH_HEARTBEAT_URL", "https://hc-ping.example/5b1f#top"),
        ("UNHUNCH_WEBHOOK_URL", "bot.example/unhunch"),
        ("UNHUNCH_WEBHOOK_URL", "http://bot.example/unhunch"),
        ("UNHUNCH_WEBHOOK_URL", "https://bot.example:8444/unhunch"),
        ("UNHUNCH_WEBHOOK_URL", "https://ana:secret@bot.example/unhunch"),
        ("UNHUNCH_WEBHOOK_LISTEN", "1080"),
        ("UNHUNCH_WEBHOOK_LISTEN", "127.0.0.1:65536"),
        ("UNHUNCH_WEBHOOK_LISTEN", "unix:hook.sock"),
    ],
)
def test_a_bad_value_is_told_by_name_and_not_repeated(name: str, bad: str) -> None:
    (line,) = faults(**{name: bad})
    assert line.startswith(f"{name}: expected ")
    # The three that stand in what is expected of everybody.
    assert bad in {"/", "0", "https://"} or bad not in line


@pytest.mark.parametrize(
    ("name", "good"),
    [
        ("UNHUNCH_TOKEN", "1:" + "A" * 78),
        ("UNHUNCH_MESSAGES_PER_SECOND", "1000"),
        ("UNHUNCH_PHONE_PORT", "65535"),
        ("UNHUNCH_API_ROOT", "http://[::1]:8081"),
        ("UNHUNCH_HEARTBEAT_URL", "https://hc-ping.example/key/slug?create=1"),
        ("UNHUNCH_HEARTBEAT_URL", "http://127.0.0.9:8000/5b1f"),
        ("UNHUNCH_HEARTBEAT_URL", "http://[::1]/5b1f"),
        ("UNHUNCH_HEARTBEAT_URL", "http://localhost/5b1f"),
        ("UNHUNCH_WEBHOOK_URL", "https://bot.example/"),
        ("UNHUNCH_WEBHOOK_URL", "https://bot.example:8443/unhunch"),
        ("UNHUNCH_WEBHOOK_URL", "http://127.0.0.1:8000/unhunch"),
        ("UNHUNCH_WEBHOOK_LISTEN", "[::1]:8080"),
        ("UNHUNCH_LOG_FORMAT", "JSON"),
        ("UNHUNCH_HEALTH_LISTEN", "127.0.0.1:9464"),
        ("UNHUNCH_HEALTH_LISTEN", "[::]:9464"),
        ("UNHUNCH_HEALTH_LISTEN", "bot:9464"),
        ("UNHUNCH_HEALTH_LISTEN", "unix:/run/unhunch/health.sock"),
        ("UNHUNCH_WEBHOOK_LISTEN", "unix:/run/unhunch/hook.sock"),
    ],
)
def test_the_last_good_value_is_taken(name: str, good: str) -> None:
    assert load({name: good}) != load({})


def test_all_faults_are_told_at_once() -> None:
    lines = faults(
        UNHUNCH_PHONE_PORT="x", UNHUNCH_LOG_LEVEL="x", UNHUNCH_TOKEN_FILE="/no/such/file", UNHUNCH_X="1"
    )
    assert [line.partition(":")[0] for line in lines] == [
        "UNHUNCH_X",
        "UNHUNCH_TOKEN_FILE",
        "UNHUNCH_PHONE_PORT",
        "UNHUNCH_LOG_LEVEL",
    ]


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [
        ("UNHUNCH_TOKN", "UNHUNCH_TOKEN"),
        ("UNHUNCH_TOKENFILE", "UNHUNCH_TOKEN_FILE"),
        ("UNHUNCH_DATABSE", "UNHUNCH_DATABASE"),
        ("unhunch_phone_port", "UNHUNCH_PHONE_PORT"),
    ],
)
def test_an_unknown_variable_is_refused_with_the_nearest(wrong: str, nearest: str) -> None:
    assert faults(**{wrong: ""}) == (f"{wrong}: there is no such setting; the nearest is {nearest}",)


@pytest.mark.parametrize(
    "wrong", ["UNHUNCH_ZEBRA", "UNHUNCH_X", "UNHUNCH_", "UNHUNCH_PASSWORD", "UNHUNCH_NOTE"]
)
def test_what_is_near_to_nothing_is_told_where_all_of_them_stand(wrong: str) -> None:
    assert faults(**{wrong: "1"}) == (
        f"{wrong}: there is no such setting; `unhunch config --table` tells all there are",
    )


def test_other_programs_variables_are_left_alone() -> None:
    assert load({"TOKEN": "x", "UNHUNCHED": "x", "XUNHUNCH_TOKEN": "x"}) == load({})


def test_the_token_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    settings = load({"UNHUNCH_TOKEN_FILE": str(tmp_path / "token")})
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN


@pytest.mark.parametrize("held", [None, b"", b" \n", b"\xff\xfe\x00", b"hello", f"{TOKEN}\n{TOKEN}".encode()])
def test_a_token_file_without_a_token_is_refused(tmp_path: Path, held: bytes | None) -> None:
    if held is not None:
        (tmp_path / "token").write_bytes(held)
    (line,) = faults(UNHUNCH_TOKEN_FILE=str(tmp_path / "token"))
    assert line.startswith("UNHUNCH_TOKEN_FILE: expected ")
    assert TOKEN not in line


def test_a_token_and_a_token_file_are_one_too_many(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN)
    (line,) = faults(UNHUNCH_TOKEN=TOKEN, UNHUNCH_TOKEN_FILE=str(tmp_path / "token"))
    assert line.startswith("UNHUNCH_TOKEN_FILE: UNHUNCH_TOKEN is set too")


@given(st.dictionaries(st.sampled_from(sorted(config.known_variables() - {config.TOKEN_FILE})), st.text()))
def test_any_value_is_taken_or_refused_by_name(environ: dict[str, str]) -> None:
    lines = refusal(environ)
    assert all(line.partition(":")[0] in environ for line in lines)
    assert all("\n" not in line for line in lines)


def test_the_token_is_never_shown() -> None:
    settings = load({"UNHUNCH_TOKEN": TOKEN})
    shown = [repr(settings), str(settings), config.in_force(settings), settings.model_dump_json()]
    assert not [text for text in shown if TOKEN in text or "Example" in text]


def test_of_the_heartbeat_address_only_whether_it_is_set_is_shown() -> None:
    settings = load({"UNHUNCH_HEARTBEAT_URL": "https://hc-ping.example/5b1f"})
    shown = [repr(settings), str(settings), config.in_force(settings), settings.model_dump_json()]
    assert not [text for text in shown if "5b1f" in text or "example" in text]
    assert config.in_force(settings) != config.in_force(load({}))


@pytest.mark.parametrize(
    ("environ", "asked"),
    [
        ({}, Supervised()),
        ({"NOTIFY_SOCKET": "@here", "WATCHDOG_USEC": "60000000"}, Supervised("@here", 60)),
        (
            {"NOTIFY_SOCKET": "/run/here", "WATCHDOG_USEC": "1", "WATCHDOG_PID": "7"},
            Supervised("/run/here", 1e-6),
        ),
        ({"NOTIFY_SOCKET": "@here", "WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "8"}, Supervised("@here")),
        ({"NOTIFY_SOCKET": "@here", "WATCHDOG_USEC": "soon"}, Supervised("@here")),
        ({"NOTIFY_SOCKET": "@here", "WATCHDOG_USEC": "0"}, Supervised("@here")),
        ({"NOTIFY_SOCKET": "@here", "WATCHDOG_USEC": "9" * 40}, Supervised("@here")),
    ],
)
def test_what_a_supervisor_asks_for_is_read_and_never_refused(
    environ: dict[str, str], asked: Supervised
) -> None:
    """The watchdog only where it is meant for this process, number 7."""
    assert config.supervised(environ, 7) == asked


def test_the_folder_of_the_database_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    settings = load({"UNHUNCH_DATABASE": str(tmp_path / "a" / "b" / "bot.sqlite3")})
    assert settings.make_database_folder() is settings
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    settings.make_database_folder()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    with pytest.raises(CannotStart, match=r"^UNHUNCH_DATABASE: .* can't be made: .*\.$") as refused:
        load({"UNHUNCH_DATABASE": str(tmp_path / "a" / "b" / "bot.sqlite3")}).make_database_folder()
    assert refused.value.exit_code == 2


def start(*command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own, with these variables and no others."""
    root = Path(config.__file__).parents[1]
    return subprocess.run(
        [sys.executable, "-m", "bot", *command],
        env={"XDG_CONFIG_HOME": os.environ["XDG_CONFIG_HOME"]} | environ,
        cwd=root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_bad_value_stops_the_start_with_a_line_and_no_traceback() -> None:
    result = start("run", UNHUNCH_PHONE_PORT="many", UNHUNCH_TOKEN=TOKEN)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "UNHUNCH_PHONE_PORT: expected a whole number from 1 to 65535\n"


def test_a_server_without_a_token_does_not_start() -> None:
    result = start("run")
    assert result.returncode == 1
    assert result.stderr.startswith("There is no token: set UNHUNCH_TOKEN or UNHUNCH_TOKEN_FILE.")
    assert result.stderr.count("\n") == 1


def test_the_settings_in_force_are_shown_without_the_token() -> None:
    result = start("config", UNHUNCH_TOKEN=TOKEN, UNHUNCH_PHONE_PORT="8100", UNHUNCH_ADMINS="18 17")
    assert result.returncode == 0
    assert "UNHUNCH_TOKEN=**********\n" in result.stdout
    assert "UNHUNCH_PHONE_PORT=8100\n" in result.stdout
    assert "UNHUNCH_ADMINS=17, 18\n" in result.stdout
    assert set(config.known_variables()) - {config.TOKEN_FILE} == {
        line.partition("=")[0] for line in result.stdout.splitlines() if not line.startswith("#")
    }
    assert "# the token: from UNHUNCH_TOKEN\n# who may use it: everybody\n" in result.stdout


def test_where_a_token_in_a_file_comes_from_is_shown(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(TOKEN)
    result = start("config", UNHUNCH_TOKEN_FILE=str(tmp_path / "token"))
    assert f"# the token: from {tmp_path / 'token'}, as UNHUNCH_TOKEN_FILE says\n" in result.stdout
    kept = tmp_path / "unhunch" / "token"
    kept.parent.mkdir()
    kept.write_text(TOKEN)
    result = start("config", XDG_CONFIG_HOME=str(tmp_path))
    assert f"# the token: from {kept}, where `unhunch setup` kept it\n" in result.stdout


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_has_help(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4


def test_the_content_that_comes_with_the_bot_is_found_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load({}).content == Path(config.__file__).parents[1] / "content"
