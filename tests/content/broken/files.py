"""The files of the sound folder that the cases change, and the shape of a case."""

CAT = "exercises/cat/exercise.toml"
CAT_WORDS = "exercises/cat/en.md"
ROLLS = "exercises/rolls/exercise.toml"
ROLLS_WORDS = "exercises/rolls/en.md"
SEATED = "exercises/seated/exercise.toml"
SEATED_WORDS = "exercises/seated/en.md"
BREATH = "exercises/breath/exercise.toml"
REACH = "exercises/reach/exercise.toml"
REACH_WORDS = "exercises/reach/en.md"
ROUTINE = "routines/short.toml"
PROGRAMME = "programmes/two-weeks.toml"
TWIN = "programmes/two-weeks-seated.toml"
STIFF = "learn/stiff/topic.toml"
STIFF_WORDS = "learn/stiff/en.md"
REST = "learn/rest/topic.toml"
FALLBACKS = "fallbacks.toml"
RELEASED = "released.txt"
WORDS = "words/en.ftl"
DANGER = "danger/en.toml"
DANGER_RULES = "danger/rules.toml"
NUMBERS = "danger/numbers.toml"
CRIES = "danger/cries.toml"
REPLIES = "danger/replies.toml"
HEARING = "hearing/en.toml"
WHEN = "hearing/when/en.toml"
WISHES = "hearing/wishes/en.toml"
CITIES = "cities.tsv"

# A file, what stands in it, what is put there. No old text: the file is new. No new text: the file goes.
Change = tuple[str, str | None, str | bytes | None]

# What is wrong, the change that makes it so, and all that the check has to say about it.
Cases = dict[str, tuple[Change, list[str]]]
