"""Words that win over everything: heard in every spelling, and not heard in talk about moves."""

import re
from time import process_time

import pytest

from bot.content.language.phrases_heard import vocabulary
from bot.domain.library.exercise import Tag
from bot.domain.plain_text import words_of
from bot.domain.typed.danger.danger_words import DangerWords
from bot.domain.typed.danger.heard import IN_DANGER, Tier
from tests.content.places import CONTENT, PROJECT
from tests.known import danger_words, library

ALARMS = {Tier.NOW, Tier.OVERDOSE, Tier.SELF_HARM, Tier.ABUSE}

EMERGENCIES = """\
chest pain
Chest pain!!!
I have CHEST PAIN right now
pain in my chest
my chest hurts
my chest really hurts a lot
My chest is so tight
there's a pressure on my chest
stabbing in the chest
crushing chest
chestpain
heart attack
I think I'm having a heart attack
my heart is racing
can't breathe
I can’t breathe
cant breathe
i can`t breath properly
I cannot breathe
can not breathe
I'm unable to breathe
it's hard to breathe
trouble breathing
it hurts to breathe in
it hurts when I breathe
short of breath
shortness of breath
I fainted
I just passed out
feeling faint
blacked out for a second
coughing blood
I coughed up some blood
there is blood when I cough
vomiting blood
numb legs
my legs are numb
my legs feel a bit numb
both legs are tingling
weak legs
legs gave way
I can't walk
can't feel my legs
can not feel my legs
I cannot feel my left leg
I don't feel my feet
can't move my legs
no feeling in my legs
pins and needles in both legs
can barely breathe
I slipped and fell on my back
numb between my legs, saddle area
numbness in the groin
can't pee
I cannot pee since yesterday
can't urinate
trouble passing urine, hard to pee
I lost control of my bladder
no bowel control, I lost it
I wet myself
I fell
i fell from a ladder
I fell down the stairs yesterday
had a bad fall
car crash last week
I was in a car accident
hit by a car
stroke
is this a stroke?
my face is drooping
slurred speech
my left side went numb and my face too
pain going down my left arm
pain spreading into my jaw
ripping pain between the shoulders
call 911
ambulance
this is an emergency
""".splitlines()

SELF_HARM = """\
I want to kill myself
i wanna die
I want to die.
I don't want to live
dont want to be here anymore
thinking about suicide
I feel suicidal
I want to hurt myself
I'm going to harm myself
I keep thinking about cutting myself
I'd be better off dead
no reason to live
I want to end it all
self-harm
""".splitlines()

ORDINARY = """\
it hurts
It hurts!
my back hurts
my upper back really hurts
it hurts between my shoulder blades
my neck hurts a bit
sore shoulders
stiff
pause
next
stop
5 min
cat cow
open book
chest stretch
a chest stretch for my back pain
open chest
how do I open my chest
chest opener
knee to chest
rib breathing is hard for me
breathing exercises please
my chest is open and it went well, only the lower back still hurts
should I hold my breath?
I fall asleep with it
I fell asleep during the breathing
remind me at 8
not today
I feel better
I feel great, legs are tired
I can feel the stretch in my legs
I can't feel the stretch
I can't do this one
I can't sit on the floor
my wrist hurts
my arm is tired
that one is killing me
I am dead tired
I hurt my knee
strokes
left side
right arm
turn to the left side
can you remind me in the evening
heart
hello
4
""".splitlines()

HEARD_BEFORE = [
    line.split("\t")
    for line in (PROJECT / "tests" / "content" / "heard_before.tsv").read_text(encoding="utf-8").splitlines()
]
"""What the first list of such words held, and what it was answered with."""

SAID = {
    Tier.OVERDOSE: ("took 20 paracetamol", "i took all my pills", "swallowed a whole bottle of tablets, feel fine though"),
    Tier.ABUSE: ("my husband hits me", "im scared of my boyfriend", "he wont let me leave the house"),
    Tier.NOW: (
        "elephant on my chest", "suddenly breathless, calf swollen", "numb down there", "cant feel when i wipe",
        "pooped my pants", "my leg keeps buckling", "worst headache of my life", "my husband collapsed",
        "came off my bike and my back is killing me", "slipped on ice and landed on my back",
        "my throat is closing up", "pregnant and bleeding", "fever, stiff neck and a bad headache",
        "black tarry stools", "28 weeks and i have blood in my knickers",
    ),
    Tier.DOCTOR: (
        "fever and my back hurts", "the pain wakes me every night", "no position eases it", "ive been dropping things lately",
        "unsteady on my feet", "electric shock down my spine when i bend my neck", "i had breast cancer in 2016 and now my back hurts",
        "lost 8 kilos without trying and my back aches", "i have osteoporosis and bumped my back on the door",
    ),
    Tier.COMPLAINT: (
        "sharp pain in my shoulder", "my fingers are tingling", "numb hand", "left arm aches", "my back pain is 8/10",
        "it is unbearable", "pain shoots into my arm", "my chest stretch hurts", "feel dizzy and my neck hurts",
    ),
    Tier.LOW_BACK: ("my lower back hurts", "low back is stiff"),
    Tier.ILL: ("i have a fever", "got a cold"),
    Tier.WORK_AROUND: ("im pregnant", "sore knee", "i had an operation"),
    Tier.EVERYDAY: (
        "my upper back is so stiff", "knots between my shoulder blades", "tight shoulders after driving",
        "slept wrong, my neck hurts", "ive had this ache between the blades for ten years",
        "no chest pain, just stiff", "no chest pain, numbness or weakness, only sore shoulders",
    ),
}  # fmt: skip

HARMLESS = """\
cant walk to work today
i fell in love with this routine
butterfly stroke
emergency exit row
my heart isnt in it today
dying of boredom
killing it today
fall asleep
how do i get down
something for my chest
what if it hurts
what if i feel faint
when should i see a doctor
is it normal to be sore after
i had a heart attack 10 years ago, all checked
in the film he has a heart attack
my dog had a stroke
cheat day
a chess game
the best pint
""".splitlines()

SPELT = (
    "chst pian", "chestpain", "chest_pain", "cantbreathe", "CHEST PAIN", "cehst pain", "my chesst hurts", "i have chest painnn",
    "numb beetween my legs", "shrot of breath", "my chest\nhurts", "icantbreathe",
    "c h e s t p a i n", "c h e s t  p a i n", "C.H.E.S.T P.A.I.N", "i c a n t b r e a t h e", "ihavechestpain",
    "mychesthurts", "i cant vreathe", "dolordepecho", "не могу лышать", "xhest pain", "oitrine serrée, bras gauche lourd",
    "h e l p i c a n t b r e a t h e", "б о л ь в г р у д и", "d o l o r d e p e c h o",
)  # fmt: skip


@pytest.fixture(scope="module")
def words() -> DangerWords:
    return danger_words()


def tier(words: DangerWords, text: str) -> Tier | None:
    heard = words.hears(text)
    return heard.tier if heard else None


@pytest.mark.parametrize("text", EMERGENCIES)
def test_emergency_is_heard(words: DangerWords, text: str) -> None:
    assert tier(words, text) is Tier.NOW


@pytest.mark.parametrize("text", SELF_HARM)
def test_self_harm_is_heard(words: DangerWords, text: str) -> None:
    assert tier(words, text) is Tier.SELF_HARM


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_talk_is_no_alarm(words: DangerWords, text: str) -> None:
    assert tier(words, text) not in IN_DANGER


def test_what_was_heard_once_is_heard_still(words: DangerWords) -> None:
    assert len(HEARD_BEFORE) > 80
    assert [text for kind, text in HEARD_BEFORE if tier(words, text) is not Tier(kind)] == []


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SAID.items() for text in texts])
def test_each_tier_is_heard(words: DangerWords, kind: Tier, text: str) -> None:
    assert tier(words, text) is kind


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_sounds_like_danger_is_nothing(words: DangerWords, text: str) -> None:
    assert words.hears(text) is None


@pytest.mark.parametrize("text", SPELT)
def test_slips_of_the_finger_are_borne(words: DangerWords, text: str) -> None:
    assert tier(words, text) is Tier.NOW


@pytest.mark.parametrize("text", ["ｃｈｅｓｔ ｐａｉｎ", "𝗰𝗵𝗲𝘀𝘁 𝗽𝗮𝗶𝗻", "ⓒⓗⓔⓢⓣ ⓟⓐⓘⓝ"])
def test_letters_of_another_make_are_heard_too(words: DangerWords, text: str) -> None:
    """East Asian keyboards type the first; people dress up their words in the others."""
    assert tier(words, text) is Tier.NOW


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("my knees hurt", {Tag.KNEES}),
        ("sore wrist", {Tag.WRISTS}),
        ("24 weeks pregnant and my back is stiff", {Tag.PREGNANT}),
        ("i have glaucoma and high blood pressure", {Tag.EYES, Tag.HEART}),
        ("had surgery last month", {Tag.SURGERY}),
        ("my back is stiff", set()),
    ],
)
def test_what_is_to_be_worked_around_is_named(words: DangerWords, text: str, tags: set[Tag]) -> None:
    heard = words.hears(text)
    assert heard
    assert heard.tags == tags


def test_a_no_denies_what_it_stands_before_and_no_more(words: DangerWords) -> None:
    assert tier(words, "no chest pain, numbness or weakness") is None
    assert tier(words, "no fever but my chest hurts") is Tier.NOW
    assert tier(words, "not sleeping well, chest pain") is Tier.NOW
    assert tier(words, "no feeling in my legs") is Tier.NOW
    assert tier(words, "not sure if this is chest pain") is Tier.NOW
    assert tier(words, "my neck doesnt hurt") is None


def test_what_is_long_past_is_over_unless_it_is_back(words: DangerWords) -> None:
    assert tier(words, "i had chest pain years ago") is None
    assert tier(words, "i had chest pain years ago and now it is back, my chest hurts") is Tier.NOW
    assert tier(words, "chest pain today as i had years ago") is Tier.NOW


def test_despair_and_blows_of_long_ago_count_until_somebody_is_well(words: DangerWords) -> None:
    assert tier(words, "i wanted to die back in college") is Tier.SELF_HARM
    assert tier(words, "i wanted to die back in college, therapy helped, im good for years now") is None
    assert tier(words, "my ex hit me years ago, im safe now") is None
    assert tier(words, "therapy helped years ago, now i want to die") is Tier.SELF_HARM


def test_a_no_reaches_five_words_and_nothing_next_only_two(words: DangerWords) -> None:
    assert tier(words, "never in my whole life had chest pain") is not Tier.NOW
    assert tier(words, "never smoked in my whole long life chest pain") is Tier.NOW
    assert tier(words, "i dont have any chest pain") is None
    assert tier(words, "i dont drink coffee chest pain") is Tier.NOW


def test_a_comma_ends_a_denial_unless_or_comes_within_three_words(words: DangerWords) -> None:
    assert tier(words, "no fever, fainting at home or cough") is None
    assert tier(words, "no fever, fainting at the gym or cough") is Tier.NOW
    assert tier(words, "no fever, stroke in the family or cough") is Tier.NOW


def test_a_word_for_now_ends_no_denial_before_what_it_denies(words: DangerWords) -> None:
    assert tier(words, "never again chest pain") is None
    assert tier(words, "i have not had any more recent chest pain") is None
    assert tier(words, "i dont currently have chest pain") is not Tier.NOW
    assert tier(words, "je n'ai pas actuellement de douleur à la poitrine") is None


def test_a_gap_in_a_phrase_takes_two_words_and_no_end_of_a_sentence(words: DangerWords) -> None:
    assert tier(words, "i wish the car had killed me") is Tier.SELF_HARM
    assert tier(words, "i wish. he killed me at chess") is not Tier.SELF_HARM
    assert tier(words, "crashed on my mates sofa") is None


def test_another_spelling_of_a_word_is_no_slip(words: DangerWords) -> None:
    """Persian in Latin letters: "the last three fingers of my right hand tingle"."""
    assert tier(words, "se ta angoshte akhare daste rastam moor moor mikone") is Tier.COMPLAINT


def test_a_film_takes_nothing_away_from_what_is_mine(words: DangerWords) -> None:
    assert tier(words, "watching a movie and my chest hurts") is Tier.NOW
    assert tier(words, "my dog pulled me over and i fell on my back") is Tier.NOW
    assert tier(words, "the 9 o'clock news gave me a headache") is Tier.COMPLAINT
    assert tier(words, "chest pain in a film") is None


def test_a_film_reaches_over_a_few_words_before_the_harm_and_hardly_any_behind_it(words: DangerWords) -> None:
    assert tier(words, "in the film the old fisherman has chest pain") is None
    assert tier(words, "in the film the old tall grumpy fisherman has chest pain") is not Tier.NOW
    assert tier(words, "in the film the old tall grumpy tired fisherman has chest pain") is Tier.NOW
    assert tier(words, "chest pain since we came home from the film") is Tier.NOW


def test_what_is_long_past_reaches_through_thirty_words(words: DangerWords) -> None:
    assert tier(words, "years ago " + "gardening " * 28 + "chest pain") is None
    assert tier(words, "chest pain " + "gardening " * 28 + "years ago") is None
    assert tier(words, "years ago " + "gardening " * 31 + "chest pain") is Tier.NOW
    assert tier(words, "chest pain " + "gardening " * 31 + "years ago") is Tier.NOW


def test_what_was_in_the_news_is_danger_where_it_is_mine(words: DangerWords) -> None:
    assert tier(words, "a crash in the news") is None
    assert tier(words, "my car crash is in the news") is Tier.NOW
    assert tier(words, "i had a crash, it was in the news") is Tier.NOW
    assert tier(words, "heard on the radio of a crash i was in") is Tier.NOW


def test_a_word_for_now_ends_no_denial_that_has_met_only_a_dog_or_a_film(words: DangerWords) -> None:
    assert tier(words, "no film today gave me chest pain") is None
    assert tier(words, "no dog today gave me chest pain") is None


def test_a_slip_alone_is_danger_only_where_somebody_may_be_meant(words: DangerWords) -> None:
    assert tier(words, "strokd") is None
    assert tier(words, "my dad had a strok") is Tier.NOW
    assert tier(words, "he had a seizur") is Tier.NOW
    # "Put the reminder off by 20 minutes, please."
    assert tier(words, "décale le rappel de 20 min stp") is None
    # What needs two words has them: a slip counts there whoever is meant.
    assert tier(words, "cance survivor with new bone pain") is Tier.DOCTOR


def test_a_slip_is_none_of_a_language_that_is_not_spoken(words: DangerWords) -> None:
    """French: "happy new year, and health above all". A word of it is one slip from danger in another language."""
    assert tier(words, "bonne année et la santé surtout") is None


def test_two_signs_of_another_language_are_heard_in_a_long_sentence(words: DangerWords) -> None:
    assert tier(words, "we are in the kitchen and my mum says douleur poitrine") is Tier.NOW
    assert tier(words, "please remind me every day at nine in the morning, dolor pecho") is Tier.NOW


def test_only_plain_danger_is_heard_where_another_language_is_likelier(words: DangerWords) -> None:
    """Turkish: "I bend over as I sew, and between the shoulders gets tired"; Russian: "don't throw your weight about"."""
    assert tier(words, "dikis dikiyorum egilerek, omuz arasi yoruluyor") is None
    assert tier(words, "tolko ne kachay prav kak moya teshcha))") is None


def test_a_slip_is_mended_in_the_language_that_is_spoken(words: DangerWords) -> None:
    """Italian: "a tight trapezius, had it before"; German: "good night, until tomorrow", and no part of the body in it."""
    assert tier(words, "contrattura al trapezio, già avuta altre volte") is Tier.EVERYDAY
    assert not words.names_the_body("gute nacht und bis morrgen")


def test_a_slip_in_a_word_with_an_ending_of_its_own_is_borne(words: DangerWords) -> None:
    assert tier(words, "my son has convlusions") is Tier.NOW
    assert tier(words, "mein Mann ist bewustlosgeworden") is Tier.NOW


def test_the_first_letter_of_a_long_sign_may_be_missing_whatever_its_ending(words: DangerWords) -> None:
    assert tier(words, "mein Mann ist ewusstlos") is Tier.NOW
    assert tier(words, "mia figlia è ncosciente") is Tier.NOW


def test_another_spelling_may_be_the_last_word(words: DangerWords) -> None:
    """Arabic in Latin letters: "my back is tight"; Persian: "I am afraid to go home"."""
    assert tier(words, "dahri mashdood") is Tier.EVERYDAY
    assert tier(words, "mitarsam beram khoone") is Tier.ABUSE


def test_only_signs_of_the_body_are_denied(words: DangerWords) -> None:
    assert words.denies("never fainted")
    assert words.denies("never stiff anymore")
    assert words.denies("fainted years ago")
    assert not words.denies("i fainted")
    assert not words.denies("no yoga today")
    assert not words.denies("no reminders today please")
    assert not words.denies("years ago i wanted to die")


def test_an_idiom_is_told_from_what_it_sounds_like(words: DangerWords) -> None:
    assert words.holds_an_idiom("dying of laughter")
    assert not words.holds_an_idiom("i want to die")
    assert not words.holds_an_idiom("la la la")


def test_a_part_of_the_body_is_named_in_any_language(words: DangerWords) -> None:
    assert words.names_the_body("my neck is sore")
    assert words.names_the_body("mein Nacken")
    assert not words.names_the_body("remind me at eight")


def test_a_denied_muscle_is_no_muscle(words: DangerWords) -> None:
    assert tier(words, "my chest muscles hurt after push ups") is Tier.COMPLAINT
    assert tier(words, "its not a muscle, my chest hurts") is Tier.NOW


def test_no_wish_is_danger(words: DangerWords) -> None:
    known = vocabulary(CONTENT)
    phrases = [*known.moves, *known.wishes]
    assert len(phrases) > 50
    assert not [phrase for phrase in phrases if tier(words, phrase) in IN_DANGER]


def test_no_name_of_an_exercise_raises_anything(words: DangerWords) -> None:
    exercises = library().exercises.values()
    names = [name for each in exercises for name in (each.title, each.slug, *each.other_names)]
    assert not [name for name in names if words.hears(name)]


def test_self_harm_is_heard_before_all_else(words: DangerWords) -> None:
    assert tier(words, "my chest hurts and I want to die") is Tier.SELF_HARM


def test_an_and_written_as_one_with_the_next_word_is_two_words(words: DangerWords) -> None:
    """Arabic: "pressure and my chest"."""
    assert tier(words, "ضغط وصدري") is Tier.NOW
    assert tier(words, "ضغط وطاولة") is None
    # "My hands go numb more, and I keep breaking glasses": the word behind "and" has two letters.
    assert tier(words, "إيديي عم يخدروا أكتر وعم كسر كاسات") is Tier.DOCTOR


def test_harmless_words_hide_only_themselves(words: DangerWords) -> None:
    assert tier(words, "during the chest stretch my chest began to hurt") is Tier.NOW
    assert tier(words, "i wont be here next week") is Tier.SELF_HARM
    assert tier(words, "i wont be here next week, im in spain") is None


@pytest.mark.parametrize(
    "text", ["iwanttodie", "i w a n t t o d i e", "iwanttokillmyself", "quieromorir", "хочуумереть"]
)
def test_a_whole_sentence_may_be_one_word(words: DangerWords, text: str) -> None:
    assert tier(words, text) is Tier.SELF_HARM


@pytest.mark.parametrize(
    "text", ["m w f s s", "a b c d e f g", "i.e. at 8 a.m. p.s. thx", "malísimacosa", "wackelpudding"]
)
def test_letters_apart_and_words_in_one_are_not_danger_by_themselves(words: DangerWords, text: str) -> None:
    assert words.hears(text) is None


def test_a_foreign_sign_counts_among_words_that_many_languages_share(words: DangerWords) -> None:
    assert tier(words, "ok main engourdie 5 min") is Tier.COMPLAINT


@pytest.mark.parametrize("text", ["tolong chest pain berat", "socorro chest pain agora"])
def test_english_words_count_in_a_sentence_of_another_language(words: DangerWords, text: str) -> None:
    assert tier(words, text) is Tier.NOW


@pytest.mark.parametrize(
    "text", ["wait ur rushing", "pushing the pram up hills", "mott talat marrat 2oddam el boss fel game"]
)
def test_a_word_is_no_other_without_its_first_letter_where_many_are_so(words: DangerWords, text: str) -> None:
    assert words.hears(text) is None


def test_nothing_is_heard_in_nothing(words: DangerWords) -> None:
    assert words.hears("") is None
    assert words.hears("…!? 🙃") is None


def test_every_apostrophe_is_one() -> None:
    assert words_of("Can't CAN’T canʼt can`t") == ["cant"] * 4


@pytest.mark.parametrize(
    "long", ["pain in the leg and arm " * 170, "no chest pain or " * 240, "i cant feel " * 340, "i " * 2040]
)
def test_longest_message_is_heard_at_once(words: DangerWords, long: str) -> None:
    assert tier(words, long[:4000] + ". my chest hurts") is Tier.NOW
    assert spent(words, long) < 32 * spent(words, long[:500])


def spent(words: DangerWords, text: str) -> float:
    """Seconds of this process, the least of three goes. For eight times the letters it would be 64 times as many, were it by squares."""

    def once() -> float:
        start = process_time()
        words.hears(text)
        return process_time() - start

    return min(once() for _ in range(3))


def test_each_file_says_who_has_not_read_it() -> None:
    for path in (CONTENT / "danger").glob("*.toml"):
        if path.stem not in {"en", "rules", "numbers", "cries", "replies"}:
            first = path.read_text(encoding="utf-8").partition("\n")[0]
            assert re.fullmatch("# No native speaker has read this file.*", first), path.name


def test_english_that_another_language_mixes_in_is_english(words: DangerWords) -> None:
    heard, mixed = words.hears("fever and back pain"), words.hears("back pain aur fever")
    assert (heard and heard.language, mixed and mixed.language) == ("en", "hi-latn")


def test_what_only_might_come_is_told_to_the_ear(words: DangerWords) -> None:
    assert words.said("what if i feel faint", None).supposed
    assert not words.said("i feel faint", None).supposed
