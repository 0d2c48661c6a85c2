"""Everything that people can wish or ask for in words."""

from enum import Enum


class Wish(Enum):
    """The values are the names by which the ear and its examples know them. Values that begin with "q-" are questions, answered by
    something to read."""

    # Moving.
    START = "start"
    MINUTES = "minutes"
    EXERCISES = "exercises"
    FIND = "find"
    GENTLE = "gentle"
    ROUTINES = "routines"
    PROGRAMME = "programme"
    SURPRISE = "surprise"
    REPEAT = "repeat"
    MAKE_OWN = "make-own"
    NO_FLOOR = "no-floor"
    LISTEN = "listen"
    WATCH = "watch"

    # Reminders.
    REMINDERS = "reminders"
    REMIND = "remind"
    PAUSE_REMINDERS = "pause-reminders"
    STOP_REMINDERS = "stop-reminders"
    RESUME_REMINDERS = "resume-reminders"
    CHANGE_REMINDER = "change-reminder"

    # What was done, and how it is set up.
    PROGRESS = "progress"
    PAIN = "pain"
    PHYSIO_PAGE = "physio-page"
    GOAL = "goal"
    SETTINGS = "settings"
    EASIER = "easier"
    HARDER = "harder"
    LANGUAGE = "language"
    PLACE = "place"
    CLOCK = "clock"
    PICTURES = "pictures"
    PICTURES_MOVING = "pictures-moving"
    PICTURES_STILL = "pictures-still"
    PICTURES_OFF = "pictures-off"
    IN_WORDS = "in-words"
    DISCREET = "discreet"
    LARGE = "large"
    SHORT = "few-words"
    HANDS_FREE = "hands-free"
    RINGS = "rings"
    VOICE = "voice"
    VOICE_BRIEF = "voice-brief"
    VOICE_BELLS = "voice-bells"

    # What somebody says of themselves.
    LACKS = "lacks"
    FLOOR = "floor"
    WORK_AROUND = "work-around"
    TOLD_BEFORE = "told-before"
    AGE = "age"
    UNWELL = "unwell"
    BETTER = "better"
    MOTIVATION = "motivation"
    SAD = "sad"
    NEVER = "never"
    LIKE = "like"

    # The bot itself.
    HELP = "help"
    ABOUT = "about"
    DOCTOR_QUESTION = "doctor-question"
    COST = "cost"
    PRIVACY = "privacy"
    EXPORT = "export"
    DELETE = "delete"
    COMPLAINT_ABOUT_BOT = "complaint-about-bot"
    FEEDBACK = "feedback"
    LEARN = "learn"
    HOME = "home"

    # Talk.
    GREETING = "greeting"
    THANKS = "thanks"
    BYE = "bye"
    OFF_TOPIC = "off-topic"

    # In a session.
    READY = "ready"
    PAUSE = "pause"
    GO_ON = "go-on"
    NEXT = "next"
    PREVIOUS = "previous"
    OTHER_SIDE = "other-side"
    SLOWER = "slower"
    LONGER = "longer"
    LEFT = "left"
    SWAP = "swap"
    STOP = "stop"
    HURTS = "hurts"
    STEPS = "steps"
    REPEAT_THIS = "repeat-this"
    COMING = "coming"
    THIS_ONE = "this-one"
    OK = "ok"

    # In answer to a reminder.
    DID_IT = "did-it"
    LATER = "later"
    NOT_TODAY = "not-today"
    BUSY = "busy"
    SICK = "sick"
    HOLIDAY = "holiday"
    MUTE_TODAY = "mute-today"
    TOO_MANY = "too-many"

    # Questions.
    Q_HOW_LONG = "q-how-long"
    Q_HOW_OFTEN = "q-how-often"
    Q_WHY = "q-why"
    Q_RUNNING = "q-running"
    Q_GYM = "q-gym"
    Q_PILLOW = "q-pillow"
    Q_HEAT_ICE = "q-heat-ice"
    Q_WORSE = "q-worse"
    Q_CRACKING = "q-cracking"
    Q_POSTURE = "q-posture"
    Q_DESK = "q-desk"
    Q_PHONE = "q-phone"
    Q_DRIVING = "q-driving"
    Q_STRESS = "q-stress"
    Q_WHEN_DOCTOR = "q-when-doctor"
    Q_HURT_NORMAL = "q-hurt-normal"
    Q_PAINKILLERS = "q-painkillers"
    Q_MASSAGE = "q-massage"
    Q_BAGS = "q-bags"
    Q_BABY = "q-baby"
    Q_LANGUAGES = "q-languages"

    @property
    def is_question(self) -> bool:
        return self.value.startswith("q-")
