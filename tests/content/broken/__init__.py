"""Every way in which content can be wrong, as one change to the sound folder, and what the check says of it."""

from tests.content.broken import exercises, others, pictures, plans, reading, said_aloud, topics, wording

BROKEN = (
    reading.CASES
    | exercises.CASES
    | plans.CASES
    | topics.CASES
    | wording.CASES
    | said_aloud.CASES
    | others.CASES
    | pictures.CASES
)
