"""Who was shut out stays so, whatever else is deleted; who said the word is let in until they delete all of theirs."""

from datetime import timedelta

from bot.domain.person.person import Person
from bot.store.admission.admissions import Ban
from bot.store.database import Store
from bot.store.facts import ADMINS, MENU_OF
from bot.store.person.everything import everything_of
from tests.examples import ANA, BO, MALLORY, MORNING

LATER = MORNING + timedelta(hours=1)


def test_who_is_shut_out_is_known_with_who_did_it_and_when(store: Store) -> None:
    assert store.admission.ban(MALLORY, ANA, MORNING)
    assert store.admission.ban(999, ANA, LATER)
    assert store.admission.is_banned(MALLORY)
    assert not store.admission.is_banned(BO)
    assert store.admission.banned() == [Ban(999, ANA, LATER), Ban(MALLORY, ANA, MORNING)]


def test_shut_out_twice_it_was_the_first_time(store: Store) -> None:
    store.admission.ban(MALLORY, ANA, MORNING)
    assert not store.admission.ban(MALLORY, BO, LATER)
    assert store.admission.banned() == [Ban(MALLORY, ANA, MORNING)]


def test_who_is_let_in_again_is_shut_out_no_longer(store: Store) -> None:
    store.admission.ban(MALLORY, ANA, MORNING)
    assert store.admission.unban(MALLORY)
    assert not store.admission.unban(MALLORY)
    assert not store.admission.is_banned(MALLORY)


def test_deleting_everything_opens_no_door(store: Store) -> None:
    store.admission.ban(MALLORY, ANA, MORNING)
    store.people.forget(MALLORY)
    assert store.admission.is_banned(MALLORY)


def test_who_is_shut_out_reads_that_and_not_by_whom(store: Store) -> None:
    store.admission.ban(MALLORY, ANA, MORNING)
    kept = everything_of(store.db.conn, MALLORY)["bans"]
    assert [set(row) for row in kept] == [{"person", "at"}]


def test_who_said_the_word_is_in_until_they_delete_all_of_theirs(store: Store) -> None:
    store.admission.admit(ANA, MORNING)
    store.admission.admit(ANA, LATER)
    assert store.admission.is_admitted(ANA)
    assert not store.admission.is_admitted(BO)
    store.people.forget(ANA)
    assert not store.admission.is_admitted(ANA)


def test_of_an_admin_who_erases_all_of_theirs_no_number_stays(store: Store) -> None:
    store.people.meet(Person(ANA, "Ana", "en"), MORNING)
    store.admission.ban(MALLORY, ANA, MORNING)
    store.admission.ban(999, BO, MORNING)
    for name, value in ((f"{ADMINS}1", f"{ANA},{BO}"), (f"{ADMINS}1{MENU_OF}{ANA}", "x")):
        store.facts.set(name, value)
    store.facts.set(f"{ADMINS}1{MENU_OF}{BO}", "x")
    store.forget(ANA, MORNING)
    assert {ban.person: ban.by for ban in store.admission.banned()} == {MALLORY: 0, 999: BO}
    assert store.facts.get(f"{ADMINS}1") == str(BO)
    assert store.facts.get(f"{ADMINS}1{MENU_OF}{ANA}") is None
    assert store.facts.get(f"{ADMINS}1{MENU_OF}{BO}") == "x"
