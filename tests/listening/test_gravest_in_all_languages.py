"""The gravest emergencies and farewells are heard in the other languages too. No native speaker has read these sentences."""

import pytest

from bot.domain.typed.danger.danger_words import DangerWords
from bot.domain.typed.danger.heard import IN_DANGER, Tier
from tests.known import danger_words

NOW = """\
ich kriege nur im sitzen luft
die wohnung ist voller rauch, was soll ich tun
mich hat eine kreuzotter gebissen
meine frau hat presswehen
mein icd hat ausgelöst, zweimal
puls 34 und mir ist komisch
mein sauerstoff zeigt 81
oma liegt kalt und steif im bett
el marcapasos me da descargas todo el rato
solo respiro sentada desde anoche
mi saturación está en 79
la abuela está fría y rígida
una serpiente me mordió en la pierna
un serpent m'a mordu au pied
la maison est pleine de fumée
plus d'insuline depuis hier
le café me coule du coin de la bouche
fièvre à 41
la casa va a fuoco
mia moglie è in travaglio
saturazione 80
meu marcapasso me dá choque
a casa está cheia de fumaça
cobra me mordeu
меня укусила змея
квартира в дыму, выйти не можем
дед лежит холодный и окоченел
сатурация 79
изо рта пахнет ацетоном, закончился инсулин
pomogite mne ploho
мене вкусила змія
у нас пожежа
felç geçiriyorum
evde yangın çıktı
beni yılan soktu
oksijenim 80
digigit ular di sawah
rumah penuh asap
istri saya melahirkan di mobil
البيت مليان دخان
لدغتني حية
el beit malyan dokhan
خونه پر از دوده
مار منو گزید
khune por az dude
घर में आग लग गई
सांप ने काट लिया
ghar me aag lag gayi
saanp ne kaat liya
ayuda por favor me muero
"""

SELF_HARM = """\
ich ritze mich wieder seit gestern
wie viele schlaftabletten braucht man
he vuelto a cortarme
adiós mundo cruel
j'ai recommencé à me scarifier
adieu le monde
ho ricominciato a tagliarmi
vorrei non essere mai nata
voltei a me cortar
adeus mundo
опять режу себя
зачем я родился
навіщо я народилася
keşke hiç doğmasaydım
elveda dünya
selamat tinggal dunia
رجعت اجرح نفسي
چرا به دنیا اومدم
अलविदा दुनिया
main paida hi kyun hua
"""

HARMLESS = """\
die küche ist voller leute
puls 160 auf dem laufband
la casa está llena de gente
il caffè è freddo
кофе остыл
kahve soğudu
ular tangga seru
सांप सीढ़ी खेलते हुए गर्दन अकड़ गई
temperatura de 30 grados en la calle
luft im büro ist schlecht
"""


@pytest.fixture(scope="module")
def rules() -> DangerWords:
    return danger_words()


@pytest.mark.parametrize("said", NOW.splitlines())
def test_an_emergency_is_heard(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is not None
    assert heard.tier is Tier.NOW


@pytest.mark.parametrize("said", SELF_HARM.splitlines())
def test_a_hint_at_self_harm_is_heard(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is not None
    assert heard.tier is Tier.SELF_HARM


@pytest.mark.parametrize("said", HARMLESS.splitlines())
def test_what_looks_like_it_alarms_nobody(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is None or heard.tier not in IN_DANGER
