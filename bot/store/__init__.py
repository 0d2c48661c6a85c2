"""The one SQLite file."""

import sys

if "numpy" not in sys.modules:
    # sqlite-utils loads it where it is installed, to store numbers of its kinds, of which we have none: a twentieth of the start.
    sys.modules["numpy"] = None  # type: ignore[assignment]  # as if there were none
    import sqlite_utils  # noqa: F401

    del sys.modules["numpy"]
