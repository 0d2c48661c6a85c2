"""What people sent to show their own exercises: by person, by bot, few that wait, and gone with what they show."""

from dataclasses import replace

from bot.domain.own.own_exercise import HOW_LENGTH, NAME_LENGTH, FileKind, SentFile
from bot.store.database import Store
from bot.store.own.own_media import WAITING
from tests.examples import ANA, BO, MALLORY, MORNING

PHOTO = SentFile("file-1", "unique-1", FileKind.PHOTO, 1000)


def given(store: Store, person: int, file: SentFile = PHOTO) -> tuple[int, int]:
    """The ids of an exercise and of what shows it."""
    own = store.own_exercises.make(person, "Towel pull", 10, MORNING)
    sent = store.own_media.add(person, file, "Towel", MORNING)
    store.own_media.give(sent, own.id, person)
    return own.id, sent


def count(store: Store) -> int:
    return int(store.db.execute("select count(*) from own_media").fetchone()[0])


def test_what_waits_is_the_newest_few_and_what_is_given_stays(store: Store) -> None:
    _, shown = given(store, ANA)
    files = [replace(PHOTO, file=f"file-{number}") for number in range(WAITING + 3)]
    *_, newest = [store.own_media.add(ANA, file, "", MORNING) for file in files]
    assert count(store) == WAITING + 1
    assert store.own_media.file(shown, ANA) == (FileKind.PHOTO, "file-1")
    assert store.own_media.waiting(newest, ANA) == ("", None)


def test_every_look_up_is_also_by_person_and_by_bot(store: Store) -> None:
    exercise, sent = given(store, ANA)
    elsewhere = Store(store.db, store.bot + 1)
    assert store.own_exercises.get(exercise, MALLORY) is None
    assert store.own_media.file(sent, MALLORY) is None
    assert store.own_media.waiting(sent, MALLORY) is None
    assert not store.own_media.lose(sent, MALLORY)
    assert elsewhere.own_media.file(sent, ANA) is None
    assert not elsewhere.own_media.lose(sent, ANA)
    store.own_exercises.save(replace(store.own_exercises.every(ANA)[0], name="Hers"), MALLORY)
    store.own_exercises.delete(exercise, MALLORY)
    store.own_media.take_away(exercise, MALLORY)
    store.own_media.discard(sent, ANA)
    (own,) = store.own_exercises.every(ANA)
    assert own.name == "Towel pull"
    assert own.picture


def test_what_is_given_to_one_is_not_given_to_another(store: Store) -> None:
    exercise, sent = given(store, ANA)
    other = store.own_exercises.make(ANA, "Other", 10, MORNING)
    store.own_media.give(sent, other.id, ANA)
    assert store.own_media.waiting(sent, ANA) == ("", exercise)
    assert store.own_exercises.every(ANA)[1].picture is None


def test_what_shows_it_goes_with_it(store: Store) -> None:
    exercise, _ = given(store, ANA)
    given(store, BO)
    store.own_exercises.delete(exercise, ANA)
    assert count(store) == 1
    store.db.execute("delete from people where id = ?", [BO])
    assert count(store) == 0


def test_one_that_telegram_forgot_is_known_to_be_gone(store: Store) -> None:
    exercise, sent = given(store, ANA)
    assert store.own_media.lose(sent, ANA)
    assert not store.own_media.lose(sent, ANA)
    own = store.own_exercises.get(exercise, ANA)
    assert own
    assert (own.picture, own.lost_picture) == (None, True)


def test_ids_are_never_given_twice(store: Store) -> None:
    """Old buttons and sessions in people's chats still say them."""
    exercise, sent = given(store, ANA)
    store.own_exercises.delete(exercise, ANA)
    again = given(store, ANA)
    assert again[0] > exercise
    assert again[1] > sent


def test_whatever_stands_in_a_row_can_be_looked_at(store: Store) -> None:
    exercise, _ = given(store, ANA)
    store.db.execute(
        "update own_exercises set name = ?, how = ?, hold = ?, times = ?, sides = ?",
        ["W" * 9999, "w" * 9999, -(2**63), 2**63 - 1, 2**63 - 1],
    )
    store.db.execute("update own_media set kind = 'hologram'")
    own = store.own_exercises.get(exercise, ANA)
    assert own
    assert (len(own.name), len(own.how), own.hold, own.times) == (NAME_LENGTH, HOW_LENGTH, 5, 30)
    assert own.picture is None
