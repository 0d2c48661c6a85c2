"""Says in a word or two what somebody sent, for the log, and neither what they wrote nor how they are."""

from collections.abc import Iterable

from bot.chat.telegram.commands import COMMANDS
from bot.coach.news import Blocked, CameBack, Elsewhere, Located, News, Said, Sent, Tapped
from bot.screens.buttons import actions
from bot.screens.buttons.actions import CODES, Place

OTHER = "other"
"""Home, settings, help and whatever is about health: so many things that nobody can tell which."""

_SESSION = (
    actions.DoExercise, actions.DoRoutine, actions.DoToday, actions.DoAgain, actions.DoFavourites, actions.DoDay,
    actions.DoOwn, actions.PlayAnyway, actions.FloorFirst, actions.Play, actions.Rate, actions.SaidWhere, actions.Felt,
    actions.FeltIn, actions.FeltSomewhere, actions.NotSharp, actions.TryAgain, actions.Resume, actions.Instead,
    actions.AskAfter, actions.NoteAfter, actions.NotAfter, actions.ToHear, actions.ToSee,
    actions.AskHowFar, actions.DidUpTo,
)  # fmt: skip
_CHOOSE = (
    actions.OpenExercise, actions.LearnStep, actions.AllSteps, actions.OpenForm, actions.ShowMistake, actions.OpenRoutine,
    actions.OpenToday, actions.Narrow, actions.Find, actions.FindLeftOut, actions.ListRoutines, actions.OpenGroup,
    actions.OpenTopic, actions.OpenProgramme, actions.SetWeek, actions.MoreOfExercise, actions.SayTaste,
    actions.TakeBackTaste, actions.DropTaste, actions.FoundTooMuch,
    Place.WHAT, Place.EXERCISES, Place.ROUTINES, Place.LEARN, Place.YOUR_MOVES, Place.AGAIN,
    Place.AGAIN_TO_HEAR, Place.AGAIN_TO_SEE,
)  # fmt: skip
_REMIND = (
    actions.NodTo, actions.OpenReminder, actions.DeleteReminder, actions.RestReminder, actions.Drafted,
    actions.OnceDrafted, actions.Planned, actions.LaterAt, actions.PauseFor, actions.PauseBetween, actions.SetZone,
    actions.AskClock, actions.ClockSays, Place.REMINDERS, Place.ADD_REMINDER, Place.PAUSE, Place.GO_ON_REMINDING,
    Place.STOP_REMINDING, Place.ASK_ZONE, Place.FIRST_REMINDER,
)  # fmt: skip
_OWN = (
    actions.OpenOwn, actions.EditOwn, actions.NameOwn, actions.CopyOwn, actions.AskDeleteOwn, actions.DeleteOwn,
    actions.AddTo, actions.AddFrom, actions.AddLine, actions.OpenLine, actions.MoveLine, actions.DoseLine,
    actions.RemoveLine, actions.AddOwn, actions.OpenOwnExercise, actions.MakeOfSent, actions.LeaveSent,
    actions.ChangeOwnExercise, actions.AskPart, actions.SetOwnDose, actions.SetOwnSides, actions.InWordsOnly,
    actions.AskWhereTo, actions.AddToNew, actions.AskDeleteOwnExercise, actions.DeleteOwnExercise,
    Place.OWN_ROUTINES, Place.NEW_OWN, Place.OWN_EXERCISES, Place.NEW_OWN_EXERCISE,
)  # fmt: skip

SUBJECTS: dict[str, Iterable[type | Place]] = {
    "session": _SESSION,
    "choose": _CHOOSE,
    "remind": _REMIND,
    "own": _OWN,
}
"""The subjects of buttons. Those of pain and danger are under OTHER, so that no line tells of them."""

_SUBJECT_OF = {what: subject for subject, whats in SUBJECTS.items() for what in whats}
_BY_CODE = {code: _SUBJECT_OF.get(kind, OTHER) for code, kind in CODES.items()}
_BY_PLACE = {place.value: _SUBJECT_OF.get(place, OTHER) for place in Place}

_COMMANDS = {f"/{name}": f"/{name}" for name in COMMANDS if name != "pain"}

KINDS: dict[type[News], str] = {
    Said: "said",
    Sent: "sent",
    Located: "located",
    Tapped: "tapped",
    Blocked: "blocked",
    CameBack: "came back",
    Elsewhere: "elsewhere",
}
"""By these names updates are counted."""

PASSED_OVER = "passed over"


def in_a_word(news: News) -> str:
    match news:
        case Tapped(_, data):
            return f"tap {_subject(data)}"
        case Said(_, text):
            return _COMMANDS.get(text.partition(" ")[0], "words")
        case Sent(_, what):
            return what.value
        case Located():
            return "place"
        case _:
            return KINDS[type(news)]


def _subject(data: str) -> str:
    code, dot, _ = data.partition(".")
    return (_BY_CODE if dot else _BY_PLACE).get(code, OTHER)
