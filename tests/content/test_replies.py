"""What is said back to the question whether danger was meant: a no, and what only sounds like one."""

import pytest

from tests.known import known

REPLIES = known().help.replies

TURNED_ROUND = """\
definitely not joking
no kidding
not really joking
that was no typo
it was no misunderstanding
no jk
no way I'm fine
no estoy bien
claro que no estoy bien
não está tudo bem
non va tutto bene
не все в порядке
не все гаразд
tidak baik-baik saja
sab theek nahi
सब ठीक नहीं
überhaupt nicht alles gut
pas vraiment ça va bien
la ana bkheir
definitely not fine
not at all fine
no friend
""".splitlines()

A_NO = """\
no
No, I'm fine
no im fine
nein alles gut
no, estoy bien
non, sto bene
нет все хорошо
hayır iyiyim
نه خوبم
não, tudo bem
no, just kidding
no! i was joking
I was joking
jk lol
nah all good thanks
todo bien gracias
baik-baik saja
sab theek hai
""".splitlines()


@pytest.mark.parametrize("said", TURNED_ROUND)
def test_a_no_before_what_is_well_may_turn_it_round(said: str) -> None:
    assert not REPLIES.deny(said)
    assert not REPLIES.dismiss(said)


@pytest.mark.parametrize("said", A_NO)
def test_these_are_a_no(said: str) -> None:
    assert REPLIES.deny(said)


@pytest.mark.parametrize("said", ["never mind", "it's fine, no worries", "no, never mind", "egal"])
def test_these_leave_it_be(said: str) -> None:
    assert REPLIES.dismiss(said)
