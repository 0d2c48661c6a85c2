"""Who gets no message to everybody is counted by the file as the rules have it, and without a look at everybody."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.library.exercise import Tag
from bot.domain.person.person import Age, Cleared, Person, Preferences, Rest
from bot.store.admin import broadcasts
from bot.store.database import Store
from tests.examples import ANA, BO, MORNING
from tests.new_store import store_in_memory

tags = st.frozensets(st.sampled_from([Tag.SURGERY, Tag.STIFF_SPINE, Tag.DISC, Tag.PREGNANT]))
answers = st.builds(
    Preferences,
    cleared=st.sampled_from(Cleared),
    age=st.sampled_from([None, *Age]),
    tags=tags,
    allowed=tags,
    after_birth=st.booleans(),
    rest=st.sampled_from(Rest),
    rests_until=st.sampled_from([None, MORNING]),
    skips_news=st.booleans(),
)


def met(store: Store, person: int, who: Preferences, now: datetime = MORNING) -> None:
    store.people.meet(Person(person, "Bo", "en"), now)
    store.people.prefer(person, who)


@settings(max_examples=300)
@given(answers)
def test_who_gets_none_is_counted_by_the_rules(who: Preferences) -> None:
    store = store_in_memory()
    met(store, ANA, Preferences())
    met(store, BO, who)
    told = 1 if who.hears_no_news else 2
    assert store.broadcasts.count_to_tell() == told
    assert store.broadcasts.count_let_in([], [ANA, BO], has_word=False) == told
    store.close()


def test_the_lost_and_the_shut_out_are_taken_away_once(store: Store) -> None:
    for person in (ANA, BO, 9):
        met(store, person, Preferences(age=Age.MINOR))
    store.admission.ban(BO, ANA, MORNING)
    assert store.broadcasts.count_to_tell() == 0
    met(store, 10, Preferences())
    assert store.broadcasts.count_to_tell() == 1


def test_they_are_counted_by_their_index(store: Store) -> None:
    plan = store.db.execute(f"explain query plan {broadcasts._COUNT_WITHOUT_NEWS}", [1]).fetchall()
    assert any("people_without_news" in row[3] for row in plan)
