"""The bells of a session that is listened to, and how long each may sound."""

from enum import Enum


class BellStroke(Enum):
    START = "start"
    HALF = "half"
    CHANGE = "change"
    END = "end"
    DONE = "done"


BELL_SECONDS = {
    BellStroke.START: 1.11,
    BellStroke.HALF: 0.69,
    BellStroke.CHANGE: 1.2,
    BellStroke.END: 1.2,
    BellStroke.DONE: 2.14,
}
"""The longest that each may sound: nothing else begins before it is over."""
