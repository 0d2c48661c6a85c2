"""What Litestream keeps beside the file while it replicates it."""

import os
from pathlib import Path


def replicators_folder(database: Path) -> Path:
    """Litestream 0.3 gives it this name. It is there as soon as it has begun, and stays."""
    file = Path(os.path.realpath(database))
    return file.with_name(f".{file.name}-litestream")


def is_replicated(database: Path) -> bool:
    """Or was, once."""
    return replicators_folder(database).is_dir()
