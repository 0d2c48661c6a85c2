"""What the articles say of their exercises, number by number, and the moves that stand beside them."""

from tests.content.complete.rows import Ceiling, Doses, Named, Number, Row, Said

ARTICLES: tuple[Row, ...] = (
    # A1 and B1, cat-cow: one exercise, held and flowing
    Number("A1", "the cat is held 15 s", "cat-cow/hold", 1, hold=15),
    Number("A1", "and up to 30 s with time", "cat-cow/hold", 3, hold=30),
    Number("A1", "5 rounds to begin with", "cat-cow/hold", 1, repetitions=5),
    Number("A1", "up to 10 rounds", "cat-cow/flow", 3, repetitions=10),
    Number("A1", "5 rounds, flowing", "cat-cow/flow", 1, repetitions=5, stations=2),
    Said("A1", "the tummy is firm while it is held", "cat-cow/hold", ("tummy", "drawn in")),
    Number("B1", "a few seconds in each pose", "cat-cow/flow", 1, hold=5, stations=2),
    Said(
        "B1",
        "knees and hands below hips and shoulders",
        "cat-cow/flow",
        ("below the shoulders", "below the hips"),
    ),
    Ceiling("A1", "never beyond 30 s and 10 rounds", "cat-cow/hold", hold=30, repetitions=10),
    # A2, side-lying rotation
    Said("A2", "stay a few seconds", "side-lying-rotation/usual", ("stay a few seconds",)),
    Number("A2", "a few seconds: 3 to begin with", "side-lying-rotation/usual", 1, hold=3, sides=2),
    Number("A2", "up to 10 a side", "side-lying-rotation/usual", 3, repetitions=10, sides=2),
    Ceiling("A2", "never beyond 10 a side", "side-lying-rotation/usual", repetitions=10),
    Said("A2", "then the other side", "side-lying-rotation/usual", ("other side",)),
    # A3, child's pose with rotation; B2 is its middle
    Number("A3", "30 s in the middle", "childs-pose/usual", 2, hold=30),
    Number("A3", "30 s at each of three places", "childs-pose-walk/usual", 2, hold=30, stations=3),
    Said(
        "A3",
        "middle, right, left",
        "childs-pose-walk/usual",
        ("in the middle", "to the right", "to the left"),
    ),
    Said("A3", "as many rounds as you want", "childs-pose-walk/usual", ("as many as you like",)),
    Said("A3", "on the floor or a bed", "childs-pose-walk/usual", ("on the floor or a bed",)),
    Said("A3", "the fingers walk the hands over", "childs-pose-walk/usual", ("on the fingers, walk",)),
    Said("B2", "as long as it is comfortable", "childs-pose/usual", ("as long as it is comfortable",)),
    Said("B2", "big toes together", "childs-pose/usual", ("big toes together",)),
    Said("B2", "up again through the hands", "childs-pose/usual", ("push yourself up through the hands",)),
    # A4, kneeling extension
    Number("A4", "held 5 s", "kneeling-extension/usual", 1, hold=5),
    Number("A4", "5 times", "kneeling-extension/usual", 1, repetitions=5),
    Number("A4", "longer with time, not more often", "kneeling-extension/usual", 3, hold=15, repetitions=5),
    Said(
        "A4",
        "5 s in words, and longer later",
        "kneeling-extension/usual",
        ("five seconds at first", "over weeks up to 15"),
    ),
    Said(
        "A4",
        "knees hip-wide, elbows shoulder-wide",
        "kneeling-extension/usual",
        ("hip-wide", "shoulder-wide"),
    ),
    Said("A4", "elbows a few inches ahead", "kneeling-extension/usual", ("a hand's width ahead",)),
    # A5, arm and opposite leg
    Number("A5", "held 5 s", "bird-dog/usual", 1, hold=5, sides=2),
    Number("A5", "longer as you grow stronger", "bird-dog/usual", 3, hold=10),
    Said(
        "A5",
        "5 s in words, and longer later",
        "bird-dog/usual",
        ("five seconds to begin with", "longer as you grow stronger"),
    ),
    Said("A5", "thumb up", "bird-dog/usual", ("thumb up",)),
    Said("A5", "the leg no higher than the body", "bird-dog/usual", ("height of the back at most",)),
    # A6, locust
    Number("A6", "held 10 s", "locust/usual", 2, hold=10),
    Number("A6", "once more: twice in all", "locust/usual", 2, repetitions=2),
    Number("A6", "twice more: three times in all", "locust/usual", 3, repetitions=3),
    Number("A6", "longer with strength", "locust/usual", 3, hold=15),
    Ceiling("A6", "with strength longer, or more often", "locust/usual", hold=20, repetitions=4),
    Said(
        "A6",
        "10 s in words, and longer later",
        "locust/usual",
        ("stay ten seconds", "longer only as you grow stronger"),
    ),
    Said("A6", "1 to 2 more times in words", "locust/usual", ("once or twice more",)),
    Number("A6", "one leg at a time, 10 s", "locust/one-leg", 1, hold=10, sides=2),
    Said("A6", "palms down, pressing lightly", "locust/palms-down", ("press the palms down lightly",)),
    Said("A6", "blanket under pelvis and ribs", "locust/usual", ("blanket under ribs and pelvis",)),
    Said("A6", "a towel under the hip bones", "locust/usual", ("hip bones", "towel")),
    Said(
        "A6",
        "ahead, or down if that is hard (down first: dose-locust)",
        "locust/usual",
        ("look down", "look ahead only once"),
    ),
    # A7, sphinx
    Number("A7", "held 15 s", "sphinx/usual", 1, hold=15),
    Said("A7", "15 s in words", "sphinx/usual", ("fifteen seconds",)),
    Said(
        "A7",
        "feet hip-wide, elbows below shoulders",
        "sphinx/usual",
        ("feet hip-wide", "below the shoulders"),
    ),
    Said("A7", "car, computer, couch", "sphinx/usual", ("couch, computer or car", "three cs")),
    Said("A7", "the wrists carry nothing", "sphinx/usual", ("forearms carry you, not the wrists",)),
    Said("A7", "outer thighs roll down", "sphinx/usual", ("outer thighs rolling down",)),
    # A8, seated forward bend: no number
    Number("A8", "no number: 20 s to begin with", "seated-forward-bend/usual", 1, hold=20, repetitions=2),
    Said("A8", "a strap round the soles", "seated-forward-bend/usual", ("strap", "soles")),
    Said("A8", "without a strap when practised", "seated-forward-bend/no-strap", ("hands slide",)),
    Said(
        "A8",
        "as far as is comfortable, back off at pain",
        "seated-forward-bend/usual",
        ("as far as is comfortable", "back off at once"),
    ),
    Said(
        "A8",
        "no round back, no dropped head",
        "seated-forward-bend/usual",
        ("rounding the back", "dropping the head"),
    ),
    # B3, wall stretch
    Said("B3", "elbow at 90°", "wall-stretch/usual", ("90°",)),
    Said("B3", "a few seconds", "wall-stretch/usual", ("a few seconds",)),
    Number("B3", "a few times, both sides", "wall-stretch/usual", 1, hold=10, repetitions=2, sides=2),
    Said("B3", "the foot next to the wall steps forward", "wall-stretch/usual", ("foot next to the wall",)),
    # B4, shoulder rolls
    Number("B4", "about 30 s each way", "shoulder-rolls/usual", 1, hold=30, repetitions=1, sides=2),
    Said("B4", "then the other way", "shoulder-rolls/usual", ("circle the other way",)),
    Said("B4", "arms loose", "shoulder-rolls/usual", ("arms hang loose",)),
    # B5, trunk rotation: no number
    Number("B5", "several times, both sides", "knee-rolls/usual", 1, repetitions=5, sides=2),
    Said("B5", "knees bent, feet flat", "knee-rolls/usual", ("knees bent", "feet flat")),
    # B6, thoracic extension over a roller: breaths, several times
    Said("B6", "a deep breath", "roller-extension/usual", ("deep breath",)),
    Number("B6", "several times", "roller-extension/usual", 1, repetitions=5),
    Said("B6", "hands behind the head carry it", "roller-extension/usual", ("hands behind your head",)),
    Said(
        "B6",
        "for more, both arms overhead, deep breaths",
        "roller-extension/arms-overhead",
        ("both arms overhead", "deep breaths"),
    ),
    # B7, knee-to-chest: breaths, as needed
    Said("B7", "deep breaths", "knee-hug/usual", ("deep breaths",)),
    Number("B7", "as needed: twice to begin with", "knee-hug/usual", 1, repetitions=2),
    # B8, overhead arm reach: several times
    Number("B8", "several times, both sides", "side-reach/usual", 3, repetitions=3, sides=2),
    Said("B8", "both hands overhead", "side-reach/usual", ("both arms overhead",)),
    Said(
        "B8",
        "if it is hard, one hand leads the other",
        "side-reach/usual",
        ("if that is hard", "guides it over"),
    ),
)

ALIASES: tuple[Row, ...] = (
    Named("A1", "cat-cow", "cat-cow"),
    Named("A1", "cat-cow stretch", "cat-cow"),
    Named("B1", "cat-cow pose", "cat-cow"),
    Named("B1", "cat pose", "cat-cow"),
    Named("A2", "side-lying thoracic rotation", "side-lying-rotation"),
    Named("A3", "child's pose with rotation", "childs-pose-walk"),
    Named("B2", "child's pose", "childs-pose"),
    Named("A4", "kneeling thoracic extension", "kneeling-extension"),
    Named("A5", "quadruped arm and leg raise", "bird-dog"),
    Named("A6", "locust pose", "locust"),
    Named("A7", "sphinx pose", "sphinx"),
    Named("A8", "seated forward bend", "seated-forward-bend"),
    Named("B3", "wall stretch", "wall-stretch"),
    Named("B4", "shoulder roll", "shoulder-rolls"),
    Named("B5", "trunk rotation", "knee-rolls"),
    Named("B6", "thoracic extension", "roller-extension"),
    Named("B7", "knee-to-chest", "knee-hug"),
    Named("B8", "overhead arm reach", "side-reach"),
)

# Seconds of a hold × repetitions, of one side, at the three levels.
ADDED: tuple[Row, ...] = (
    Doses(
        "dose-thread-the-needle",
        "thread the needle, 4 / 6 / 8 a side",
        "thread-the-needle/usual",
        ((3, 4), (3, 6), (3, 8)),
    ),
    Doses("dose-seated-turn", "seated turn", "seated-turn/usual", ((3, 4), (5, 5), (10, 4))),
    Doses(
        "dose-chair-extension", "extension over a chair", "chair-extension/usual", ((2, 5), (3, 8), (5, 10))
    ),
    Doses("dose-low-cobra", "low cobra", "low-cobra/usual", ((5, 3), (5, 5), (10, 5))),
    Doses(
        "dose-doorway-stretch", "doorway chest stretch", "doorway-stretch/usual", ((15, 2), (20, 3), (30, 3))
    ),
    Doses("dose-wall-angels", "wall angels, slow ones", "wall-angels/usual", ((0, 5), (0, 8), (0, 10))),
    Doses(
        "dose-shoulder-blade-squeeze",
        "shoulder-blade squeeze",
        "shoulder-blade-squeeze/usual",
        ((5, 5), (5, 8), (5, 10)),
    ),
    Doses("dose-chin-tuck", "chin tuck", "chin-tuck/usual", ((5, 5), (5, 8), (10, 5))),
    Doses("dose-cat-cow-seated", "cat-cow on a chair", "cat-cow-seated/usual", ((5, 4), (5, 6), (5, 8))),
    Doses(
        "dose-rib-breathing",
        "rib breathing, out 6 s, 4 to 8 breaths",
        "rib-breathing/usual",
        ((6, 4), (6, 6), (6, 8)),
    ),
    Said("dose-rib-breathing", "in 4 s wide, out 6 s", "rib-breathing/usual", ("in for four", "out for six")),
    Doses("dose-row-towel", "towel pull, 5 s × 8", "row-towel/usual", ((5, 5), (5, 8), (5, 8))),
    Doses(
        "dose-wall-push-up-plus", "wall push-up plus, 8", "wall-push-up-plus/usual", ((1, 5), (1, 8), (1, 8))
    ),
    Doses("dose-self-hug", "self-hug, 15 to 30 s × 2", "self-hug/usual", ((15, 2), (20, 2), (30, 2))),
    Doses("dose-walk", "walk, 2 to 10 minutes", "walk/usual", ((120, 1), (300, 1), (600, 1))),
    Doses("dose-neck-turns", "neck turns, gentle, 5 a side", "neck-turns/usual", ((2, 5), (2, 5), (2, 5))),
)
