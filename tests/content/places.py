"""Where the real content stands."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CONTENT = PROJECT / "content"
SEEDS = PROJECT.parent / "shared" / "seeds"
