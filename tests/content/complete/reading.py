"""What the articles say of causes, stages and prevention, and everything else that can be read."""

from tests.content.complete.rows import Read, Row

CAUSES: tuple[Row, ...] = (
    Read(
        "A 1",
        "posture (no-blame-for-posture: long spells in one position)",
        "one-position",
        ("one position",),
    ),
    Read("A 2", "overuse", "overuse", ("again and again",)),
    Read("A 3", "a twist", "twisting", ("one twist",)),
    Read(
        "A 4",
        "injury: carrying, twisting, bending, throwing",
        "injury",
        ("carrying, twisting, bending or throwing",),
    ),
    Read("A 5", "long sitting tightens and stiffens", "long-sitting", ("tight and stiff",)),
    Read("A 6", "hard coughing or sneezing", "coughing", ("hard coughing or sneezing",)),
    Read(
        "A 7", "scoliosis, from the growing years", "scoliosis", ("growing years", "muscles left and right")
    ),
    Read("A 8", "desk work", "desk-work", ("at a desk",)),
    Read("A 9", "much driving", "driving", ("driving is sitting",)),
    Read("A 10", "training, even regular", "training", ("even regular training",)),
    Read(
        "A 11",
        "tight hips, chest, hamstrings, shoulders",
        "tight-hips-and-chest",
        ("hips", "chest", "shoulders", "backs of the thighs"),
    ),
    Read(
        "A 12",
        "strength training without easing off",
        "strength-training",
        ("ease off", "come back stronger"),
    ),
    Read(
        "A 13",
        "phones and computers, eyes and head down",
        "phones",
        ("head and eyes down", "phone", "screen on the desk"),
    ),
    Read("A 13", "shoulders round, head forward", "phones", ("shoulders round", "forward")),
    Read(
        "A 13",
        "stiff sore neck, upper and lower back, headache",
        "phones",
        ("stiff, sore neck", "high up or low down", "headache"),
    ),
    Read("A 13", "it feels comfortable", "phones", ("comfortable",)),
    Read(
        "B 1", "muscle overuse, repeated motions", "overuse", ("same movement", "tight, sore and irritated")
    ),
    Read(
        "B 2",
        "posture: hours at a desk, undone by breaks",
        "one-position",
        ("many hours at a desk", "stretching and moving about"),
    ),
    Read(
        "B 3",
        "injury: crash, fall, lifting, too hard a workout",
        "injury",
        ("accident", "fall", "lift that went wrong", "workout far too hard"),
    ),
    Read(
        "B 4",
        "herniated disc; arm or leg may go numb",
        "disc",
        ("herniated disc", "an arm or a leg may go numb"),
    ),
    Read(
        "B 5",
        "irritated nerve: numb, pain, weak legs",
        "nerve",
        ("hurt, tingle or go numb", "legs may feel weak"),
    ),
    Read("B 5", "looked after much as a disc", "nerve", ("much the same way as a disc",)),
    Read("B 6", "infection: rare, early help", "infection", ("rare", "abscess", "early help")),
    Read("B 7", "body weight", "body-weight", ("weight round the middle", "when they weigh less")),
    Read("B 8", "stress: a link, nobody knows why", "stress", ("stress", "nobody knows for sure")),
    Read("B 8", "low mood", "stress", ("low mood",)),
)

STAGES: tuple[Row, ...] = (
    Read("B", "mild: an ache one can ignore", "stages", ("mild: a slight ache",)),
    Read("B", "moderate: doing something sets it off", "stages", ("moderate:", "sets it off")),
    Read("B", "high: felt in the simplest tasks", "stages", ("high: felt in the simplest things",)),
    Read("B", "everybody's differs", "stages", ("their own",)),
)

TIPS: tuple[Row, ...] = (
    Read("B", "don't lift with the back", "lifting", ("legs and hips", "not the back alone")),
    Read("B", "don't twist when lifting", "lifting", ("turn with your feet",)),
    Read("B", "no heavy backpacks", "bags-and-straps", ("heavy backpacks",)),
    Read("B", "no heavy purses", "bags-and-straps", ("handbags",)),
    Read("B", "stretch before activity", "warm-up", ("before sport", "stretch")),
    Read("B", "at a desk, regular breaks, stretch", "breaks", ("regular breaks", "stretch")),
    Read("B", "long sitting or lying hurts", "breaks", ("long lying", "long sitting")),
    Read("B", "sit and walk upright", "change-position", ("sit and walk tall",)),
    Read("B", "back support if needed", "change-position", ("backrest",)),
    Read(
        "B", "a professional helps with strength and posture", "ask-first", ("grow stronger", "how you stand")
    ),
    Read("B", "not every cause can be prevented", "ask-first", ("not everything", "prevented")),
    Read("A", "exercises in the daily routine", "little-and-often", ("every day",)),
    Read("A", "several times a day is fine", "little-and-often", ("several times a day",)),
    Read(
        "A",
        "more so before long sitting or standing",
        "little-and-often",
        ("before long sitting or standing",),
    ),
    Read("A", "whenever tension builds", "little-and-often", ("whenever you feel tension",)),
    Read("A", "get moving generally", "move-more", ("getting moving",)),
    Read("A", "go slowly", "move-more", ("go slowly",)),
    Read("A", "ask your doctor before you start", "ask-first", ("ask your doctor before you start",)),
    Read("A", "the head not tilted down", "screen-and-phone", ("phone up toward your eyes",)),
    Read("A", "ease off, so that muscles don't stay tight", "warm-up", ("sore muscles", "stretch")),
)

REST: tuple[Row, ...] = (
    Read("A, B", "what the upper back is", "upper-back", ("base of the neck", "lowest ribs")),
    Read("A", "where the ribs are", "upper-back", ("carries ribs",)),
    Read("A, B", "called thoracic", "upper-back", ("thoracic",)),
    Read("B", "a firm frame round heart and lungs", "upper-back", ("frame round heart and lungs",)),
    Read("B", "less common (0.6)", "upper-back", ("less often than the neck or the lower back",)),
    Read("A, B", "it can hurt anywhere along it", "upper-back", ("anywhere along it",)),
    Read("A", "car, computer, couch", "driving", ("car, computer, couch",)),
    Read(
        "A",
        "the exercises don't help: that happens",
        "when-it-does-not-help",
        ("not every move is for everybody",),
    ),
    Read("B", "worse: see a doctor", "when-it-does-not-help", ("worse", "see a doctor")),
    Read("A", "middle and lower back are others' work", "other-areas", ("lower back", "middle back")),
    Read("B", "neck and lower back", "other-areas", ("neck",)),
    # docs/facts.md: added-topics
    Read("added-topics", "sleep and pillow", "sleep-and-pillow", ("pillow",)),
    Read("added-topics", "bags and straps", "bags-and-straps", ("straps",)),
    Read("added-topics", "warmth", "warmth", ("hot-water bottle",)),
    Read("added-topics", "little and often", "little-and-often", ("two minutes",)),
    Read("added-topics", "back to sport", "back-to-sport", ("your sport",)),
    Read("added-topics", "feeding or carrying a baby", "baby", ("feeding", "carrying")),
    Read("added-topics", "driving", "driving", ("every two hours",)),
    Read("added-topics", "stress and breath", "stress", ("in through the nose for four",)),
    Read("10.1", "the relative rule of pain", "stages", ("up to 2 more than when you began", "next morning")),
    Read("10.2", "signs of an emergency", "see-a-doctor", ("get help now",)),
    Read("10.2", "signs that are urgent", "see-a-doctor", ("today or tomorrow",)),
    Read("10.2", "signs to show soon", "see-a-doctor", ("soon", "psoriasis")),
    Read(
        "10.9",
        "hurt is not harm, weeks",
        "hurt-and-harm",
        ("hurt is not the same as harm", "settles in weeks"),
    ),
    Read("3.5", "when to stop", "when-to-stop", ("sharp, new or spreading",)),
    Read("3.6", "what this is", "what-this-is", ("no medical device", "signed")),
    Read("2", "5 to 10 minutes after 50 to 60", "breaks", ("5 to 10 minutes after 50 to 60",)),
    Read("2", "screen at eye height, forearms supported", "desk-setup", ("eye height", "forearms resting")),
)
