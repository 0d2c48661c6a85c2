"""What is said to a person in danger falls back to the wider language, and to nothing where nobody has written it."""

from bot.domain.typed.danger.heard import Tier
from bot.domain.typed.danger.help_lines import NO_LINES, AskedIfMeant, HelpLines

GERMAN = AskedIfMeant("Ist jemand in Gefahr?", "Geht es dir so?", "Ja", "Nein")
BRAZILIAN = AskedIfMeant("Alguém está em perigo?", "Você está assim?", "Sim", "Não")
LINES = HelpLines(
    answers={
        "de": {Tier.NOW: "Ruf jetzt Hilfe.", Tier.ABUSE: "Du bist nicht schuld."},
        "de-at": {Tier.NOW: "Ruf die 144."},
    },
    questions={"de": GERMAN, "pt-br": BRAZILIAN},
)


def test_an_answer_is_that_of_the_country_or_else_of_the_language() -> None:
    assert LINES.said("de-at", Tier.NOW) == "Ruf die 144."
    assert LINES.said("de", Tier.NOW) == "Ruf jetzt Hilfe."
    assert LINES.said("de-at", Tier.ABUSE) == LINES.said("de-ch", Tier.ABUSE) == "Du bist nicht schuld."


def test_where_nobody_has_written_an_answer_there_is_none() -> None:
    assert (
        LINES.said("de-at", Tier.DOCTOR) == LINES.said("pt", Tier.NOW) == NO_LINES.said("de", Tier.NOW) == ""
    )


def test_a_question_is_that_of_the_country_or_else_of_the_language() -> None:
    assert LINES.asked("de") is LINES.asked("de-at") is GERMAN
    assert LINES.asked("pt-br") is BRAZILIAN
    assert LINES.asked("pt") is LINES.asked("fr-ca") is NO_LINES.asked("de") is None


def test_only_what_is_for_a_doctor_is_asked_about_as_such() -> None:
    assert GERMAN.about(Tier.DOCTOR) == "Geht es dir so?"
    assert GERMAN.about(Tier.NOW) == GERMAN.about(Tier.SELF_HARM) == "Ist jemand in Gefahr?"
