"""What stands in deploy/ is locked up, fits together and fits the bot."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chat.incoming.webhook_server import LARGEST_BODY
from bot.cli.main import main
from bot.coach.doctor.advice import WHAT_TO_DO
from bot.config import Config, known_variables
from bot.store.troubles import Trouble
from tests.house import ROOT

DEPLOY = ROOT / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
FILES = sorted(path for path in DEPLOY.iterdir() if path.is_file())
MOST_EXPOSED = 2.0
SPEAK_OF_ALARMS = (ROOT / "bot/coach/doctor/advice.py", ROOT / "bot/store/file/private.py")


def read(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def compose() -> dict[str, Any]:
    held: dict[str, Any] = yaml.safe_load(read("compose.yaml"))
    return held


SERVICES: dict[str, dict[str, Any]] = compose()["services"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_only_settings_that_exist_are_named(path: Path) -> None:
    assert set(re.findall(r"UNHUNCH_[A-Z_]+[A-Z]", path.read_text(encoding="utf-8"))) <= known_variables()


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_can_write_nothing_but_data_and_has_no_right_of_roots(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service
    assert "devices" not in service
    assert service.get("cap_add", []) == (["NET_BIND_SERVICE"] if name == "caddy" else [])
    assert "ports" not in service or name == "caddy"


@pytest.mark.parametrize("name", SERVICES)
def test_an_image_is_ours_or_of_a_version_that_is_named(name: str) -> None:
    image = SERVICES[name]["image"]
    assert image == "unhunch" or re.fullmatch(r"[a-z/]+:\d+\.\d+(\.\d+)?", image)


def test_what_works_on_the_file_is_one_user_and_the_images() -> None:
    dockerfile = read("Dockerfile")
    user = re.findall(r"^USER (.+)$", dockerfile, flags=re.MULTILINE)
    with_data = [service for service in SERVICES.values() if "data:/data" in service["volumes"]]
    assert len(with_data) == 4
    assert {service["user"] for service in with_data} == {*user} == {"10001:10001"}
    assert "--uid 10001 --gid 10001" in dockerfile


def test_the_bot_waits_for_the_replica_and_ends_before_it() -> None:
    waits = SERVICES["bot"]["depends_on"]
    assert waits["restore"] == {"condition": "service_completed_successfully", "required": False}
    assert waits["litestream"] == {"condition": "service_started", "required": False}
    assert SERVICES["litestream"]["depends_on"]["restore"]["condition"] == "service_completed_successfully"
    assert SERVICES["restore"]["depends_on"]["volume"]["condition"] == "service_completed_successfully"


def test_a_secret_is_a_file_that_git_does_not_know() -> None:
    ignored = set(read(".gitignore").splitlines())
    kept = {secret["file"].removeprefix("./") for secret in compose()["secrets"].values()}
    kept |= {each["path"] for service in SERVICES.values() for each in service.get("env_file", [])}
    assert kept <= ignored
    assert "UNHUNCH_TOKEN" not in SERVICES["bot"]["environment"]
    assert not [line for line in ignored if line in {path.name for path in FILES}]


def test_what_a_service_is_given_to_read_is_there() -> None:
    mounts = [
        mount for service in SERVICES.values() for mount in service["volumes"] if mount.startswith("./")
    ]
    assert mounts
    assert [mount for mount in mounts if not (DEPLOY / mount.split(":")[0]).is_file()] == []
    assert [mount for mount in mounts if not mount.endswith(":ro")] == []


def test_the_image_asks_the_bot_itself_whether_it_is_well() -> None:
    (asked,) = re.findall(
        r'^HEALTHCHECK .*CMD \["/opt/unhunch/bin/unhunch", "([a-z]+)"\]', read("Dockerfile"), re.MULTILINE
    )
    assert asked in main.commands
    (started,) = re.findall(r'^CMD \["([a-z]+)"\]', read("Dockerfile"), flags=re.MULTILINE)
    assert started in main.commands


def test_what_the_image_compiles_is_good_whatever_times_its_files_have(tmp_path: Path) -> None:
    """Copying into an image rounds them."""
    (words,) = re.findall(r"python -I (-m compileall .*) /opt/unhunch/lib", read("Dockerfile"))
    source = tmp_path / "stretched.py"
    source.write_text("print('compiled')")
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}
    subprocess.run([sys.executable, *words.split(), tmp_path], check=True, env=bare)
    written = source.stat()
    source.write_text("print('anew')")
    os.utime(source, (written.st_atime, written.st_mtime + 1))
    said = subprocess.run(
        [sys.executable, "-B", "-c", "import stretched"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=bare,
    )
    assert said.stdout == b"compiled\n"


def test_what_caddy_hands_on_is_what_the_bot_takes() -> None:
    caddyfile = read("Caddyfile")
    (size,) = re.findall(r"max_size (\w+)", caddyfile)
    assert int(size.removesuffix("MiB")) << 20 == LARGEST_BODY
    assert f"{{$UPSTREAM:{Config.model_fields['webhook_listen'].default}}}" in caddyfile
    port = SERVICES["bot"]["environment"]["UNHUNCH_WEBHOOK_LISTEN"].rpartition(":")[2]
    assert SERVICES["caddy"]["environment"]["UPSTREAM"] == f"bot:{port}"
    path = re.findall(r"path (\S+)", caddyfile)
    assert (
        SERVICES["bot"]["environment"]["UNHUNCH_WEBHOOK_URL"] == f"${{DOMAIN:+https://${{DOMAIN}}{path[0]}}}"
    )


def test_the_runbook_tells_of_alarms_in_the_doctors_own_words() -> None:
    words = "".join(map(strings_in, SPEAK_OF_ALARMS))
    assert len(alarms()) > 20
    assert [alarm for alarm in alarms() if not all(part.strip() in words for part in alarm.split("…"))] == []


@pytest.mark.parametrize("trouble", WHAT_TO_DO)
def test_the_runbook_tells_of_each_trouble_that_lasts(trouble: Trouble) -> None:
    said = WHAT_TO_DO[trouble].partition(": ")[0]
    assert [alarm for alarm in alarms() if said.startswith(alarm.rstrip("… "))], said


def alarms() -> list[str]:
    """The first column of the runbook's table of them."""
    table = read("README.md").partition("| it says |")[2].partition("\n\n")[0]
    return re.findall(r"^\| ([^|-]+) \|", table, flags=re.MULTILINE)


def strings_in(path: Path) -> str:
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return "".join(
        node.value for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: str(path.name))
def test_systemd_takes_the_unit_and_finds_it_locked_up(unit: Path, tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("No systemd-analyze here: whether systemd takes the units was not tried.")
    for each in UNITS:  # what they start is not installed here
        text = re.sub(
            r"^(ExecStart(?:Pre)?=)\S+", r"\1/bin/true", each.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        (tmp_path / each.name).write_text(text, encoding="utf-8")
    copy = str(tmp_path / unit.name)
    verified = analyzes("verify", copy)
    assert (verified.returncode, verified.stdout + verified.stderr) == (0, "")
    figure = re.search(
        r"Overall exposure level for \S+: ([\d.]+)", analyzes("security", "--offline=true", copy).stdout
    )
    assert figure
    assert float(figure[1]) <= MOST_EXPOSED


def analyzes(*what: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *what], capture_output=True, text=True, timeout=300, check=False
    )


def test_all_units_are_locked_up_alike() -> None:
    locks = {unit.name: locked(unit) for unit in UNITS}
    assert len(locks) == 3
    assert len({*map(frozenset, locks.values())}) == 1


def locked(unit: Path) -> set[str]:
    text = unit.read_text(encoding="utf-8")
    named = r"^(?:DynamicUser|StateDirectory\w*|UMask|Protect\w+|ProcSubset|Private\w+|DevicePolicy|Restrict\w+|NoNew\w+"
    return set(
        re.findall(
            rf"{named}|Capability\w+|Ambient\w+|Lock\w+|Memory\w+|RemoveIPC|SystemCall\w+)=.*$",
            text,
            re.MULTILINE,
        )
    )


def test_units_name_one_another_as_their_files_are_named() -> None:
    named = set(
        re.findall(r"unhunch[\w-]*\.service\b", read("replica.conf") + read("unhunch-litestream.service"))
    )
    assert named <= {unit.name for unit in UNITS}


def can_have_a_view_of_its_own() -> bool:
    tools = ("unshare", "setpriv", "mount")
    if os.geteuid() != 0 or not all(map(shutil.which, tools)):
        return False
    return subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(
    not can_have_a_view_of_its_own(), reason="only root can be another user with a view of its own"
)
def test_a_command_as_the_bot_is_run_by_the_user_of_the_file_and_is_given_nothing_of_roots(
    tmp_path: Path,
) -> None:
    """Behind a folder that root alone can enter, as systemd keeps those of users that it makes."""
    folder = tmp_path / "closed" / "unhunch"
    folder.mkdir(parents=True)
    folder.parent.chmod(0o700)
    (folder / "unhunch.sqlite3").touch(0o600)
    for path in (folder, folder / "unhunch.sqlite3"):
        os.chown(path, 64999, 64999)
    command = Path("/bin/sh")
    asks = 'id -u; id -G; echo "$1"; echo "${SECRET:-none}"; echo made > "${UNHUNCH_DATABASE%.sqlite3}.new"'
    besides = {"FOLDER": str(folder), "UNHUNCH": str(command), "SECRET": "of root"}
    done = subprocess.run(
        [str(DEPLOY / "as-the-bot"), "-c", asks, "unhunch", "12 3"],
        env=os.environ | besides,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == ["64999", "64999", "12 3", "none"], done.stderr
    made = (folder / "unhunch.new").stat()
    assert (made.st_uid, made.st_mode & 0o777) == (64999, 0o600)
