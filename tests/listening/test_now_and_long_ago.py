"""Words for now end what is long ago, and a denial that already has its object: in every language, even without a
comma.
Most were written before anything was built to hear them. No native speaker has read those that are not English."""

import pytest

from bot.domain.typed.danger.heard import IN_DANGER
from tests.listening.scoring import Hears, as_the_bot_hears

NOW = """\
en years ago i fell today i have chest pain
en years ago i fell currently chest pain
en years ago i fell right now i have chest pain
en last year i broke my arm now i have chest pain
en two years ago my back hurt since this morning i have chest pain
en i had chest pain years ago now chest pain again
en no chest pain yesterday today chest pain
en last week all was fine today i can't breathe
en years ago i had an accident just now i fainted
en i had back pain last month and now my legs are numb
en in the past i was healthy at the moment i have chest pain
en as a child i fell a lot today i have crushing chest pain
en i didn't have chest pain yesterday but today i do have chest pain
en ten years ago i had surgery since last night i have chest pain
en i had it years ago and this morning i had chest pain
en years ago i fell tonight i have chest pain
en no numbness last week now numbness in both legs
de vor jahren bin ich gestürzt heute habe ich brustschmerzen
de letztes jahr den arm gebrochen jetzt schmerzen in der brust
de gestern keine brustschmerzen heute brustschmerzen
de vor zwei jahren hatte ich rückenschmerzen seit heute morgen habe ich brustschmerzen
de früher war ich gesund gerade bekomme ich keine luft
es hace años me caí hoy tengo dolor en el pecho
es el año pasado me rompí el brazo ahora tengo dolor en el pecho
es ayer no tenía dolor en el pecho hoy dolor en el pecho
es hace dos años me operaron desde esta mañana tengo dolor en el pecho
es hace años estaba sano ahora mismo no puedo respirar
fr il y a des années je suis tombé aujourd'hui j'ai une douleur à la poitrine
fr l'année dernière je me suis cassé le bras maintenant j'ai mal à la poitrine
fr hier pas de douleur à la poitrine aujourd'hui douleur à la poitrine
fr il y a deux ans on m'a opéré depuis ce matin j'ai mal à la poitrine
fr il y a longtemps je suis tombé en ce moment je n'arrive pas à respirer
it anni fa sono caduto oggi ho dolore al petto
it l'anno scorso mi sono rotto il braccio adesso ho dolore al petto
it ieri nessun dolore al petto oggi dolore al petto
it due anni fa mi hanno operato da stamattina ho dolore al petto
it anni fa stavo bene ora non riesco a respirare
pt há anos caí hoje tenho dor no peito
pt ano passado quebrei o braço agora estou com dor no peito
pt ontem sem dor no peito hoje dor no peito
pt há dois anos fui operado desde hoje de manhã tenho dor no peito
pt anos atrás eu estava bem agora não consigo respirar
id bertahun-tahun lalu saya jatuh hari ini dada saya sakit
id tahun lalu lengan saya patah sekarang nyeri dada
id kemarin tidak nyeri dada hari ini nyeri dada
id dua tahun lalu saya dioperasi sejak tadi pagi nyeri dada
id dulu saya sehat sekarang saya sesak napas
tr yıllar önce düştüm bugün göğsüm ağrıyor
tr geçen yıl kolum kırıldı şimdi göğüs ağrım var
tr dün göğüs ağrım yoktu bugün göğüs ağrım var
tr iki yıl önce ameliyat oldum bu sabahtan beri göğsüm ağrıyor
tr eskiden sağlıklıydım şu anda nefes alamıyorum
ru много лет назад я упал сегодня болит в груди
ru в прошлом году сломал руку сейчас боль в груди
ru вчера не было боли в груди сегодня боль в груди
ru два года назад была операция с утра боль в груди
ru раньше был здоров сейчас не могу дышать
ru-latn mnogo let nazad ya upal segodnya bol v grudi
ru-latn v proshlom godu slomal ruku seychas bol v grudi
ru-latn vchera ne bylo boli v grudi segodnya bol v grudi
ru-latn dva goda nazad byla operaciya s utra bol v grudi
ru-latn ranshe byl zdorov seychas ne mogu dyshat
uk багато років тому я впав сьогодні болить у грудях
uk минулого року зламав руку зараз біль у грудях
uk вчора не було болю в грудях сьогодні біль у грудях
uk два роки тому була операція з ранку біль у грудях
uk раніше був здоровий зараз не можу дихати
ar قبل سنوات سقطت اليوم عندي ألم في الصدر
ar العام الماضي كسرت ذراعي الآن عندي ألم في الصدر
ar أمس لم يكن عندي ألم في الصدر اليوم ألم في الصدر
ar قبل سنتين أجريت عملية منذ الصباح عندي ألم في الصدر
ar منذ سنوات كنت سليما حاليا لا أستطيع التنفس
ar-latn abl sneen wa2e3t elyom 3andi waga3 fi sadri
ar-latn men zaman wa2e3t delwa2ti sadri bywga3ni
ar-latn embare7 ma kansh fi waga3 fi sadri elnaharda waga3 fi sadri
ar-latn men senteen 3amalt 3amaleya men el sob7 sadri bywga3ni
ar-latn zaman kont kwayes dilwa2ti mesh 2ader atnafas
fa سال‌ها پیش زمین خوردم امروز درد قفسه سینه دارم
fa پارسال دستم شکست الان درد قفسه سینه دارم
fa دیروز درد قفسه سینه نداشتم امروز درد قفسه سینه دارم
fa دو سال پیش عمل کردم از صبح درد قفسه سینه دارم
fa قبلا سالم بودم الان نمی‌تونم نفس بکشم
fa-latn salha pish zamin khordam emrooz dard ghafase sine daram
fa-latn parsal dastam shekast alan dard ghafase sine daram
fa-latn dirooz dard ghafase sine nadashtam emrooz dard ghafase sine daram
fa-latn do sal pish amal kardam az sobh dard ghafase sine daram
fa-latn ghablan salem boodam alan nemitoonam nafas bekesham
hi सालों पहले मैं गिरा था आज मेरे सीने में दर्द है
hi पिछले साल हाथ टूटा था अब सीने में दर्द है
hi कल सीने में दर्द नहीं था आज सीने में दर्द है
hi दो साल पहले ऑपरेशन हुआ था सुबह से सीने में दर्द है
hi पहले मैं ठीक था अभी सांस नहीं ले पा रहा
hi-latn saalon pehle main gira tha aaj mere seene mein dard hai
hi-latn pichle saal haath toota tha ab seene mein dard hai
hi-latn kal seene mein dard nahi tha aaj seene mein dard hai
hi-latn do saal pehle operation hua tha subah se seene mein dard hai
hi-latn pehle main theek tha abhi saans nahi le pa raha
en ok now i have chest pain
en i fell years ago fine now i have chest pain
en today i have chest pain years ago i fell
en this morning chest pain two years ago i had surgery
de heute brustschmerzen vor jahren bin ich gestürzt
es hoy tengo dolor en el pecho hace años me caí
ru сегодня болит в груди много лет назад я упал
"""

LONG_AGO_OR_DENIED = """\
en i had chest pain years ago, today all is fine
en today no chest pain
en years ago i had chest pain now i am fine
en now i have no chest pain
en i have no chest pain today
en years ago i had chest pain and today i want to stretch
en currently no chest pain
en i don't have chest pain right now
en last year i had chest pain but not today
en right now no chest pain and no numbness
en i used to have chest pain, now i don't
en i had chest pain five years ago, since then never again
en chest pain ten years ago, now just a stiff neck
de vor jahren hatte ich brustschmerzen, heute ist alles gut
de heute keine brustschmerzen
de vor jahren hatte ich brustschmerzen jetzt geht es mir gut
de ich habe heute keine brustschmerzen
de ich hatte letztes jahr brustschmerzen, jetzt nicht mehr
es tuve dolor en el pecho hace años, hoy estoy bien
es hoy no tengo dolor en el pecho
es hace años tuve dolor en el pecho ahora estoy bien
es no tengo dolor en el pecho ahora
es el año pasado tuve dolor en el pecho, ahora ya no
fr j'ai eu mal à la poitrine il y a des années, aujourd'hui tout va bien
fr aujourd'hui pas de douleur à la poitrine
fr il y a des années j'avais mal à la poitrine maintenant ça va
fr je n'ai pas mal à la poitrine aujourd'hui
fr l'année dernière j'ai eu mal à la poitrine, maintenant plus du tout
it ho avuto dolore al petto anni fa, oggi sto bene
it oggi nessun dolore al petto
it anni fa avevo dolore al petto adesso sto bene
it non ho dolore al petto oggi
it l'anno scorso ho avuto dolore al petto, ora non più
pt tive dor no peito há anos, hoje está tudo bem
pt hoje não tenho dor no peito
pt anos atrás tive dor no peito agora estou bem
pt não tenho dor no peito agora
pt ano passado tive dor no peito, agora não mais
id dulu saya pernah nyeri dada, hari ini baik-baik saja
id hari ini tidak nyeri dada
id bertahun-tahun lalu saya nyeri dada sekarang sudah sembuh
id saya tidak nyeri dada sekarang
id tahun lalu saya nyeri dada, sekarang tidak lagi
tr yıllar önce göğüs ağrım vardı, bugün her şey iyi
tr bugün göğüs ağrım yok
tr yıllar önce göğsüm ağrıyordu şimdi iyiyim
tr şu anda göğüs ağrım yok
tr geçen yıl göğüs ağrım vardı, artık yok
ru много лет назад была боль в груди, сегодня всё хорошо
ru сегодня нет боли в груди
ru сейчас у меня нет боли в груди
ru в прошлом году была боль в груди, сейчас уже нет
ru-latn mnogo let nazad byla bol v grudi, segodnya vse horosho
ru-latn segodnya net boli v grudi
ru-latn seychas u menya net boli v grudi
ru-latn v proshlom godu byla bol v grudi, seychas uzhe net
uk багато років тому був біль у грудях, сьогодні все добре
uk сьогодні немає болю в грудях
uk зараз у мене немає болю в грудях
uk минулого року був біль у грудях, зараз вже ні
ar اليوم لا يوجد ألم في الصدر
ar ليس عندي ألم في الصدر الآن
ar العام الماضي كان عندي ألم في الصدر، الآن لا
ar-latn kan 3andi waga3 fi sadri men zaman, elnaharda ana kwayes
ar-latn elnaharda mafish waga3 fi sadri
ar-latn men zaman kan sadri bywga3ni delwa2ti ana kwayes
ar-latn ma 3andish waga3 fi sadri delwa2ti
ar-latn el sana elli fatet kan 3andi waga3 fi sadri, delwa2ti la2
fa سال‌ها پیش درد قفسه سینه داشتم، امروز خوبم
fa امروز درد قفسه سینه ندارم
fa الان درد قفسه سینه ندارم
fa پارسال درد قفسه سینه داشتم، الان نه
fa-latn salha pish dard ghafase sine dashtam, emrooz khoobam
fa-latn emrooz dard ghafase sine nadaram
fa-latn alan dard ghafase sine nadaram
fa-latn parsal dard ghafase sine dashtam, alan na
hi सालों पहले सीने में दर्द था, आज सब ठीक है
hi आज सीने में दर्द नहीं है
hi अभी सीने में दर्द नहीं है
hi पिछले साल सीने में दर्द था, अब नहीं
hi-latn saalon pehle seene mein dard tha, aaj sab theek hai
hi-latn aaj seene mein dard nahi hai
hi-latn abhi seene mein dard nahi hai
hi-latn pichle saal seene mein dard tha, ab nahi
en chest pain last month all ok now
en no chest pain today or numbness in my legs
en no chest pain today no numbness in my legs
en when i was still a kid i had chest pain
en i have not had chest pain again since
"""


@pytest.fixture(scope="module")
def hears() -> Hears:
    return as_the_bot_hears()


@pytest.mark.parametrize("line", NOW.splitlines())
def test_what_is_now_is_heard_behind_what_was_long_ago(hears: Hears, line: str) -> None:
    language, said = line.split(" ", 1)
    heard = hears(said)
    assert heard is not None
    assert heard.tier in IN_DANGER
    assert heard.language == language


@pytest.mark.parametrize("line", LONG_AGO_OR_DENIED.splitlines())
def test_a_word_for_now_alarms_nobody(hears: Hears, line: str) -> None:
    heard = hears(line.split(" ", 1)[1])
    assert heard is None or heard.doubted or heard.tier not in IN_DANGER
