"""The news, people's work, sore muscles and jokes alarm nobody by the rules, while a plea that looks similar is heard."""

import pytest

from bot.domain.typed.danger.danger_words import DangerWords
from bot.domain.typed.danger.heard import IN_DANGER, Tier
from tests.known import danger_words

TOLD = """\
Heard on the radio there's been a pile-up on the M25, glad I work from home
no jornal falaram do acidente na Dutra, tô no trânsito esperando
ho sentito alla radio di un incidente in tangenziale, meno male che lavoro da casa
по радио опять про дтп на кольцевой, хорошо что я дома
عالراديو في حادث عالطريق السريع، الحمدلله انا بالبيت
टीवी पर दिखा रहे थे रेल हादसा, बहुत दुख हुआ
pecs are so sore from bench yesterday
peitoral dolorido das flexões de ontem
grudnye zabity posle zhima lezha
صدري مشدود من تمرين البنش امبارح
सीना अकड़ा हुआ है, कल दंड पेले
my mum will kill me if i fail this exam lol
el examen de mañana va a matarme
cet exam va me tuer
a prova vai me matar
препод меня убьёт если не сдам проект
emergency! no biscuits left
es una emergencia, no queda café
the tube strike is paralysing the whole city
ambulans geçti, siren sesi uyandırdı
скорая проехала с сиреной, сбился со счёта
best sleep ever, passed out by nine
my goats faint when startled, it's hilarious
balkondan atladı kedim, aslan gibi
мой кот упал со шкафа и пошёл есть
ma copine m'a forcé à goûter des brocolis
meine Freundin hat mich gezwungen den Film zu schauen
i'd rather die than do another plank
prefiero morir que hacer sentadillas
la zia mi soffoca di baci
المدير خانقني بالاجتماعات
fast einen herzinfarkt gekriegt als der chef reinkam
чуть инфаркт не получил на матче
estudiando el tema del ictus, cuello tieso
ну и погодка, дождь третий день
waktu SD kena bola sampe pingsan, jadi bahan ketawaan
my degree ends with a thesis on suicide in small towns
escuché un podcast del suicidio, está bien hecho
meine schwester schreibt eine hausarbeit über suizid bei piloten
мы сдали статью о суицидах подростков
o grupo faz prevenção do suicídio na escola
we volunteer on a suicide line, half of them want to die and we listen
всю смену на телефоне доверия, звонят те кто хочет умереть
nobody hits me, the blue marks are from judo
nadie me pega, es de la escalada
kimse beni dövmüyor, judo yapıyorum
меня никто не бьёт, это самбо
years ago as a teen i cut myself, life is good now
als teenager hab ich mich oft geritzt, heute gehts mir gut
ergenken kendimi keserdim, hayatı seviyorum
my sister beats me at scrabble each sunday
mon frère me bat aux échecs
i want to disappear to a cottage for a week
the dishwasher had a seizure at half past nine
die waschmaschine kriegt beim schleudern einen anfall
у принтера опять судороги
brust nach dem bankdrücken angenehm wund, brennt ein bisschen
pecho adolorido después de las flexiones, qué gusto
mal à la poitrine après les pompes d'hier, agréablement
seene me dard push up ke baad, mast dard
ich krieg vor lachen keine luft mehr
gülmekten nefes alamıyorum
my heart is pounding with joy
dentist was quick, my mouth is numb
piede addormentato in chiesa, già passato
abim ambulans şoförü
that glove fits like a glove
"""

EVERYDAY = """\
heavy toolbox, and the bag too, shoulders ache
schwere kisten geschleppt, schultern tun weh
рюкзак тяжёлый, плечи болят
کیفم سنگینه، شونه‌هام درد میکنه
dormí torcido y no puedo girar el cuello
dormito storto, non riesco a girare il collo
незручно спала, шия не повертається
horrible chaise, mal en haut du dos
mal entre les omoplates depuis que je bosse sur un écran portable
кожен день сутулюсь, горби від сутулості на спині
कंधे की हड्डी के नीचे गाँठ सी कस गई है, दबाओ तो अच्छा लगता है
scrubbing shirts by hand, shoulder aching
painting the ceiling, arms above my head, stiff neck
stirato le camicie, scapole doloranti
ho il torcicollo
torcicolo de novo
un torticolis ce matin
tortícolis desde ayer
schultern tun weh vom vielen stehen
продуло шею, не повернуть
un caroço de tensão no pescoço, aperto e dói gostoso
"""

PLEAS = """\
my dad had a stroke, it was even in the paper
heard on the radio there was a crash, my husband was in it
мой муж попал в аварию, в новостях показали, что делать
bench pressing and now my chest is tight and i cant breathe
dolor en el pecho haciendo flexiones y sudor frío
при отжиманиях боль в груди отдает в левую руку
i'm a paramedic and my chest hurts
my husband says he will kill me if i leave
mi ex quiere matarme
meu marido quer me matar
mio marito vuole uccidermi
je veux me tuer
eu vou me matar
voglio uccidermi
emergency
c'est une urgence
i need an ambulance
вызовите скорую
i passed out
i'm suddenly paralysed
balkondan atlayacağım
my boyfriend forced me to sleep with him
mi marido me obligó a tener relaciones
i'd rather die than go back home to him
my husband choked me because of an email
mio marito mi soffoca con il cuscino
soffoco aiuto
creo que es un infarto
zaino pesante e ora non sento le gambe
schief gelegen und jetzt ist der arm gelähmt
my mother is unconcious
mon enfant s'étouffe avec un bonbon
suicide
i am suicidal
my thesis is late and suicide is all i can think of
nobody knows he hits me
nobody believes that my husband beats me
bruises on my arms, my boyfriend grabbed me
i volunteer on a helpline and i want to die
i was suicidal years ago and it is back
domestic violence at home
he hits me, i was never safe in a good place
chest pain while running
chest hurts since my workout
my chest hurts after push ups and i feel sick
brust tut nach dem bankdrücken weh, kalter schweiß
i had a seizure next to the washing machine
my husband fainted by the printer
suddenly i cannot lift my arms above my head
my mouth is numb and my speech is slurred
dolor en el pecho corriendo
"""


@pytest.fixture(scope="module")
def rules() -> DangerWords:
    return danger_words()


@pytest.mark.parametrize("said", TOLD.splitlines())
def test_what_is_nobodys_harm_alarms_nobody(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is None or heard.tier not in IN_DANGER


@pytest.mark.parametrize("said", EVERYDAY.splitlines())
def test_what_habits_make_is_everyday(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is None or heard.tier is Tier.EVERYDAY


@pytest.mark.parametrize("said", PLEAS.splitlines())
def test_a_plea_that_looks_like_it_is_heard(rules: DangerWords, said: str) -> None:
    heard = rules.hears(said)
    assert heard is not None
    assert heard.tier in IN_DANGER
