"""Pain that comes with effort and goes at rest, and a joint that is red and hot, need a doctor first; ordinary talk
about stairs does not."""

import pytest

from bot.domain.typed.danger.heard import Heard, Tier
from tests.known import danger_words

FOR_A_DOCTOR = """\
ache between my shoulder blades going up the stairs, gone once i sit
my jaw aches when i hurry for the train and it stops when i stop
dolor entre los omóplatos al subir cuestas, en cuanto paro se quita
dor entre as escápulas quando subo escada, se paro passa
mal entre les omoplates en montant les escaliers, ça passe quand je m'arrête
Schmerz zwischen den Schulterblättern beim Treppensteigen, weg sobald ich mich hinsetze
male tra le scapole in salita, mi fermo e passa
болит между лопатками когда поднимаюсь по лестнице, постою и проходит
болить між лопатками коли йду вгору, зупинюся і минає
bolit mezhdu lopatkami kogda idu v goru, posizhu i prohodit
yokuş çıkarken kürek arası ağrıyor, oturunca geçiyor
belikat sakit tiap naik tangga, begitu berhenti hilang
सीढ़ी चढ़ते ही कंधों के बीच दर्द, रुकने पर ठीक
kandhon ke beech dard hota hai seedhi chadhte waqt, rukte hi theek
وجع بين لوحي الكتف مع طلوع الدرج، بس ارتاح بيروح
سربالایی میرم بین کتفم درد میگیره، وایمیستم میره
my knee is red and hot to the touch
tengo la rodilla hinchada y caliente
mein Knie ist rot und heiß
سمانتي وارمة وسخنة من بعد السفر
""".splitlines()

FOR_NO_DOCTOR = """\
blades ache when i sit at the desk, fine once i stop
upper back is stiff after running for the bus all week
i take the stairs now, neck feels better
stop when i sit down please
red hot chilli peppers gig last night, neck is stiff
schultern sind verspannt, ich nehme die treppe
hombros tensos después de subir escaleras con cajas
""".splitlines()


@pytest.mark.parametrize("said", FOR_A_DOCTOR)
def test_it_is_for_a_doctor(said: str) -> None:
    heard = danger_words().hears(said)
    assert isinstance(heard, Heard)
    assert heard.tier is Tier.DOCTOR


@pytest.mark.parametrize("said", FOR_NO_DOCTOR)
def test_stairs_and_rest_alone_are_for_nobody(said: str) -> None:
    heard = danger_words().hears(said)
    assert heard is None or heard.tier in (Tier.EVERYDAY, Tier.COMPLAINT)
