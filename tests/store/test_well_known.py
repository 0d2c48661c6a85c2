"""What somebody knows well is what they did in two sessions, whatever became of these."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.library.exercise import FormRef
from bot.domain.session.script import Beat, BeatKind
from bot.domain.session.session import Done, Phase
from bot.store.database import Store
from tests.examples import ANA, MALLORY, MORNING

SCRIPT = (Beat(BeatKind.HOLD, 0, FormRef("cat-cow", "flow"), 30),)


def does(store: Store, *slugs: str) -> None:
    session = store.sessions.begin(ANA, "", SCRIPT, MORNING)
    done = tuple(Done(slug, "flow", None, 30, 30) for slug in slugs)
    over = replace(session, phase=Phase.LEFT, wake_at=None, done=done)
    store.sessions.save(session, over, MORNING + timedelta(minutes=1))


def test_from_the_third_time_on_less_is_said(store: Store) -> None:
    does(store, "cat-cow", "cat-cow", "walk")
    assert store.moves_done.well_known(ANA) == frozenset()
    does(store, "cat-cow")
    assert store.moves_done.well_known(ANA) == {"cat-cow"}
    assert store.moves_done.well_known(MALLORY) == frozenset()
