"""Builds the image from deploy/Dockerfile, and starts it as compose.yaml says, where no engine runs: for Debian, as root."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
TOOLS = ("mmdebstrap", "podman", "crun", "unshare")
BASE = "docker.io/library/python:3.13-slim"
PATH = "PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin"
SYSTEM = "trixie"
"""The Debian that carries the Python of the base."""

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
OFFLINE = "[global]\nno-index = true\nfind-links = /wheels\ndisable-pip-version-check = true\n"

PODMAN = """
[containers]
cgroups = "disabled"
default_ulimits = ["nofile=1024:4096", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "crun"
"""
"""Asks for no right that a root without all rights lacks."""

ALONE = 'umount --recursive /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup; exec "$@"'
"""In a mount namespace of its own: crun refuses the two kinds of control groups side by side that some machines have."""


def lacking() -> list[str]:
    return [tool for tool in TOOLS if not shutil.which(tool)]


def does(*command: str | Path) -> str:
    """What it prints. Raises CalledProcessError, with what it said in its notes."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    except subprocess.CalledProcessError as error:
        error.add_note(f"{error.stdout[-3000:]}\n{error.stderr[-3000:]}")
        raise


@dataclass(frozen=True)
class Image:
    """All that is made of it stands in `folder`."""

    folder: Path

    def build(self) -> None:
        """Debian's Python stands in for the base, wheels beside it for the registry; the Dockerfile is as it stands."""
        self._make_base()
        wheels = f"{self.folder / 'wheels'}:/wheels:ro"
        how = (
            "--isolation",
            "chroot",
            "--layers=false",
            "--pull=never",
            "--format",
            "docker",
            "--volume",
            wheels,
        )
        given = ("--ignorefile", "deploy/Dockerfile.dockerignore", "--file", "deploy/Dockerfile")
        does(*self.podman("build", *how, *given, "--tag", "unhunch", "."))

    def _make_base(self) -> None:
        system, wheels = self.folder / "system", self.folder / "wheels"
        packages = "python3,python3-venv,ca-certificates"
        does("mmdebstrap", "--variant=minbase", f"--include={packages}", SYSTEM, system)
        for name in ("python", "python3"):
            (system / "usr/local/bin" / name).symlink_to("/usr/bin/python3")
        _fetch(system, wheels)
        (system / "etc/pip.conf").write_text(OFFLINE, encoding="utf-8")
        does("tar", "--create", "--file", self.folder / "system.tar", "--directory", system, ".")
        does(*self.podman("import", "--change", f"ENV {PATH}", str(self.folder / "system.tar"), BASE))

    def config(self) -> dict[str, Any]:
        """What it tells an engine of itself: its user, its command, its healthcheck, as Docker writes it."""
        held: dict[str, Any] = json.loads(does(*self.podman("image", "inspect", "unhunch")))[0]
        return {**held["Config"], "Healthcheck": held.get("Healthcheck")}

    def podman(self, *what: str) -> tuple[str, ...]:
        """The command that does it."""
        settings = self.folder / "containers.conf"
        settings.write_text(PODMAN, encoding="utf-8")
        store = (
            "--root",
            str(self.folder / "store"),
            "--runroot",
            str(self.folder / "run"),
            "--storage-driver",
            "overlay",
        )
        alone = ("unshare", "--mount", "sh", "-c", ALONE, "-")
        return ("env", f"CONTAINERS_CONF={settings}", *alone, "podman", *store, *what)

    def running(self, name: str, data: Path, settings: dict[str, str]) -> tuple[str, ...]:
        """The command that runs it as the service `bot` of compose.yaml is run, but for its network, which is the machine's."""
        bot = yaml.safe_load((ROOT / "deploy/compose.yaml").read_text(encoding="utf-8"))["services"]["bot"]
        flags = [
            "--rm",
            "--name",
            name,
            "--network",
            "host",
            "--user",
            bot["user"],
            f"--read-only={bot['read_only']}",
        ]
        flags += [f"--cap-drop={right}" for right in bot["cap_drop"]]
        flags += [f"--security-opt={option.replace(':true', '')}" for option in bot["security_opt"]]
        flags += ["--read-only-tmpfs=false", *(f"--tmpfs={place}" for place in bot["tmpfs"])]
        flags += ["--volume", f"{data}:/data", "--no-healthcheck"]
        flags += [f"--env={variable}={value}" for variable, value in settings.items()]
        return self.podman("run", *flags, "unhunch")


def _fetch(system: Path, wheels: Path) -> None:
    """With the Python that will install them, so that each is the right one."""
    for what in (Path("/etc/resolv.conf"), Path("/etc/hosts")):
        shutil.copy(what, system / "etc" / what.name)
    for what in (CERTIFICATES, ROOT / "requirements.lock"):
        shutil.copy(what, system / "var/tmp" / what.name)
    does("chroot", system, "python", "-m", "venv", "/var/tmp/venv")
    pip = (
        "/var/tmp/venv/bin/pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
    )
    trusted = (
        "env",
        *(f"{name}=/var/tmp/{CERTIFICATES.name}" for name in ("PIP_CERT", "SSL_CERT_FILE")),
        "PIP_FIND_LINKS=",
    )
    does("chroot", system, *trusted, *pip, "-r", "/var/tmp/requirements.lock", "-d", "/wheels")
    (system / "wheels").rename(wheels)
    shutil.rmtree(system / "var/tmp/venv")
