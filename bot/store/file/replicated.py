"""Litestream's folder beside the file that it replicates, and the state of its replica."""

import json
import os
import re
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

PATIENCE = 30.0
"""Seconds. Asking a replica lists everything written there in a day."""


@dataclass(frozen=True, slots=True)
class Replica:
    """`written_at`: when its newest part was written (UTC), None if it holds nothing. `fault`: why that can't be told."""

    written_at: datetime | None = None
    fault: str = ""


def replicators_folder(database: Path) -> Path:
    file = Path(os.path.realpath(database))
    return file.with_name(f".{file.name}-litestream")


def is_replicated(database: Path) -> bool:
    return replicators_folder(database).is_dir()


def look_at_replica(settings: Path, database: Path) -> Replica:
    """Asks the replica itself. `settings`: Litestream's, which may name the file as ${UNHUNCH_DATABASE}."""
    try:
        is_old = _ask("version").startswith("v0.3.")
        how = ("generations",) if is_old else ("ltx", "-level", "all", "-json")
        said = _ask(*how, "-config", str(settings), str(database), database=database)
        moments = re.findall(_ENDS, said, re.MULTILINE) if is_old else _stamps(said)
        return Replica(max(map(datetime.fromisoformat, moments), default=None))
    except FileNotFoundError:
        return Replica(fault="litestream is not installed here")
    except subprocess.TimeoutExpired:
        return Replica(fault=f"no answer within {PATIENCE:.0f} s")
    except subprocess.CalledProcessError as error:
        return Replica(fault=_last_line(error.stderr))
    except (ValueError, TypeError, LookupError):
        return Replica(fault="litestream says what is not understood")


_ENDS = r"^\S+ +[0-9a-f]{16} .* (\S+)$"
"""Matches a generation's line; its last word is when its newest part was written."""


def _stamps(said: str) -> list[str]:
    return [file["timestamp"] for file in json.loads(said)]


def _ask(*words: str, database: Path | None = None) -> str:
    command = [*(("env", f"UNHUNCH_DATABASE={database}") if database else ()), "litestream", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True).stdout  # noqa: S603 - whoever wrote these settings also runs the bot


def _last_line(said: str) -> str:
    last = (said.strip().splitlines() or ["it failed"])[-1]
    # the other fields of a log line may hold a key
    found = re.search(r'error="?(.*?)"?$', last)
    return (found[1] if found else last).removeprefix("Error: ")[:200]
