from datetime import UTC, datetime, timedelta

from bot.store.database import Store
from bot.store.troubles import Trouble, Troubled

NOW = datetime(2026, 1, 5, 7, 30, tzinfo=UTC)


def test_a_trouble_lasts_from_when_it_began_until_it_is_over(store: Store) -> None:
    store.troubles.begin(Trouble.FILE, NOW, "page 7")
    store.troubles.begin(Trouble.FILE, NOW + timedelta(hours=1), "pages 7 and 8")
    assert store.troubles.every() == (Troubled(Trouble.FILE, NOW, "pages 7 and 8"),)
    store.troubles.end(Trouble.FILE)
    assert not store.troubles.every()


def test_a_trouble_of_a_later_version_is_passed_over(store: Store) -> None:
    store.facts.set("trouble:of-tomorrow", "2026-01-05T07:30:00+00:00 what")
    assert not store.troubles.every()
