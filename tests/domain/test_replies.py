"""What is nothing but a denial, or the wish that messages go, in any language, and what says more."""

import pytest

from tests.known import known

HEARD = known().help.replies


@pytest.mark.parametrize(
    "said",
    [
        "not at all", "No, thanks, all is well", "no, I'm fine", "nah all good", "of course not!", "I didn't mean that, sorry", "nothing like that",
        "nein danke, alles gut", "überhaupt nicht", "no gracias, estoy bien", "não, tá tudo bem", "non merci, tout va bien", "no, sto bene grazie",
        "нет, всё хорошо", "hayır, iyiyim", "tidak, saya baik-baik saja", "لا، انا بخير", "نه خوبم", "nahi sab theek hai", "नहीं, सब ठीक है",
    ],
)  # fmt: skip
def test_a_denial_says_nothing_else(said: str) -> None:
    assert HEARD.deny(said)


@pytest.mark.parametrize(
    "said",
    [
        "", "thanks", "really", "no, I don't want to live", "no i want to die", "no one is helping", "I'm not fine", "i am not ok", "all is not well",
        "no more", "not safe", "no hope", "nothing helps", "nein ich will nicht mehr", "no quiero vivir", "je ne vais pas bien", "нет сил", "yes",
        "no, yes", "i am fine but he is not", "fine", "ok",
    ],
)  # fmt: skip
def test_a_no_that_says_more_is_none(said: str) -> None:
    assert not HEARD.deny(said)


@pytest.mark.parametrize(
    "said",
    [
        "delete these messages", "remove this chat", "get rid of that", "please delete this quickly", "delete it all", "can you erase what I wrote?",
        "DELETE", "clear the chat", "take it back", "unsend", "delete all messages", "hide this", "please wipe our conversation now",
        "lösch das bitte", "diese Nachrichten löschen", "borra esto", "bórralo", "borra los mensajes por favor", "apaga isso", "apague as mensagens",
        "efface ça", "supprime ces messages", "cancella questi messaggi", "удали это", "удалите переписку", "видали повідомлення", "bunu sil",
        "mesajları sil lütfen", "hapus pesan ini", "امسح الرسائل", "احذف هذا", "emsa7 el rasayel", "پاک کن", "این پیام رو پاک کن", "ye sab delete kar do",
        "इसे हटा दो",
    ],
)  # fmt: skip
def test_messages_are_to_go(said: str) -> None:
    assert HEARD.remove(said)


@pytest.mark.parametrize(
    "said",
    [
        "", "this", "these messages", "delete me", "erase me please", "delete everything", "delete all", "delete my data", "remove him", "don't delete this",
        "do not remove it", "get rid of him", "remove my reminders", "lösch mich", "lösche alles", "borra todo", "hide me", "take me away",
        "efface tout", "удали меня", "удали все",
    ],
)  # fmt: skip
def test_something_else_or_more_may_be_meant(said: str) -> None:
    assert not HEARD.remove(said)


@pytest.mark.parametrize("said", ["delete me", "please delete my account", "can you erase everything", "lösche alles", "borra todo"])  # fmt: skip
def test_it_begins_to_speak_of_removing(said: str) -> None:
    assert HEARD.begin_to_remove(said)


@pytest.mark.parametrize("said", ["he made me delete it", "he removed me", "i want to die", "", "please"])
def test_it_does_not(said: str) -> None:
    assert not HEARD.begin_to_remove(said)


def test_no_language_denies_in_a_word_beside() -> None:
    denials = {"no", "not", "dont", "do not", "never", "nein", "nicht", "kein", "non", "pas", "не", "ні", "لا", "نه", "नहीं", "nahi", "yok", "tidak"}  # fmt: skip
    assert not denials & (HEARD.beside_denied | HEARD.beside_removed)
    assert not {"yes", "ja", "sí", "oui", "help", "hilfe"} & HEARD.beside_denied
