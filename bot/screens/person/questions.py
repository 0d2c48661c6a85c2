"""Questions that fit the moves to a person: each can be skipped, and changed in the settings."""

from collections.abc import Mapping

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Age, Floor, Pictures, Preferences, Seen
from bot.domain.person.rings import Rings
from bot.domain.person.voice_level import Voice
from bot.screens import keys
from bot.screens.buttons.actions import (
    MINUTES,
    Action,
    FloorFirst,
    Go,
    MayMove,
    OpenSettings,
    Place,
    Question,
    SetAge,
    SetFloor,
    SetGoal,
    SetLanguage,
    SetLevel,
    SetMinutes,
    SetPictures,
    SetSeen,
    SettingsGroup,
    SetVoice,
    TickEquipment,
    TickRing,
    TickTag,
    What,
)
from bot.screens.screen import Button, Screen, Style, Words
from bot.screens.text import lines, plain
from bot.screens.what_remains import about_you


def unanswered(who: Preferences) -> tuple[Question, ...]:
    """In their order. A person without tags may have none, or may not have been asked: tags are asked only together with other questions."""
    open_ones: dict[Question, bool] = {
        Place.ASK_SEEN: who.seen is None,
        Place.ASK_TAGS: not who.tags,
        Place.ASK_FLOOR: who.floor is None,
        Place.ASK_AGE: who.age is None,
    }
    asked = tuple(place for place, is_open in open_ones.items() if is_open)
    return () if asked == (Place.ASK_TAGS,) else asked


def ask_seen(after: Place, words: Words) -> Screen:
    """`after`: where skipping leads, also below."""
    rows = tuple((Button(words(f"choice-seen-{seen.value}"), SetSeen(seen)),) for seen in Seen)
    return Screen(plain(words("ask-seen")), (*rows, _skip(after, words)))


def seen_new(after: Place, words: Words) -> Screen:
    return Screen(
        plain(words("seen-new-advice")),
        (keys.primary(words("move-go-on"), Go(after)),),
        line=about_you(words),
    )


def ask_tags(who: Preferences, words: Words, few: tuple[Tag, int] | None = None) -> Screen:
    """`few`: a condition that their medical team has cleared, and how many exercises it leaves."""
    buttons = keys.paired(_tick(tag, tag in who.tags, words) for tag in Tag)
    asked_since = (
        ((Button(words("choice-may-move"), MayMove(True)),),) if who.without_yes & who.will_ask else ()
    )
    done = keys.primary(words("button-done"), Go(Place.TAGS_DONE))
    note = plain(words("ask-tags-note"))
    left = plain(words("ask-tags-few", tag=words(f"tag-{few[0].value}"), count=few[1])) if few else None
    text = lines(plain(words("ask-tags")), left, note)
    return Screen(text, (*buttons, *asked_since, done), asides=(note,))


def ask_may_move(tags: frozenset[Tag], then: What | None, words: Words) -> Screen:
    named = words.listed(words(f"tag-{tag.value}") for tag in Tag if tag in tags)
    rows = (
        (Button(words("choice-may-move"), MayMove(True, then)),),
        (Button(words("choice-ask-first"), MayMove(False, then)),),
        *keys.home_row(words),
    )
    return Screen(plain(words("ask-may-move", tags=named)), rows, line=about_you(words))


def _tick(tag: Tag, on: bool, words: Words) -> Button:
    label = words(f"tag-{tag.value}")
    return Button(words("tag-ticked", tag=label) if on else label, TickTag(tag, not on))


def ask_floor(after: Place, words: Words) -> Screen:
    rows = tuple((_floor(floor, SetFloor(floor), words),) for floor in Floor)
    return Screen(plain(words("ask-floor")), (*rows, _skip(after, words)))


def ask_floor_first(then: What, words: Words) -> Screen:
    rows = tuple((_floor(floor, FloorFirst(floor, then), words),) for floor in Floor)
    return Screen(plain(words("ask-floor")), (*rows, *keys.home_row(words)))


def _floor(floor: Floor, action: Action, words: Words) -> Button:
    return Button(
        words(f"choice-floor-{floor.value}"), action, Style.PRIMARY if floor is Floor.YES else Style.PLAIN
    )


def ask_age(after: Place, words: Words) -> Screen:
    buttons = keys.paired(Button(words(f"button-age-{age.value}"), SetAge(age)) for age in Age)
    return Screen(plain(words("ask-age")), (*buttons, _skip(after, words)))


def asked(words: Words) -> Screen:
    return Screen(plain(words("questions-done")), (keys.primary(words("button-home"), Go(Place.HOME)),))


def ask_level(level: int, words: Words) -> Screen:
    rows = tuple((Button(words(f"choice-level-{n}"), SetLevel(n), _marked(n == level)),) for n in (1, 2, 3))
    return Screen(plain(words("ask-level")), (*rows, _back(SettingsGroup.SESSIONS, words)))


def ask_equipment(has: frozenset[Equipment], words: Words) -> Screen:
    buttons = keys.paired(_tick_thing(thing, thing in has, words) for thing in Equipment)
    done = keys.primary(words("button-done"), OpenSettings(SettingsGroup.SESSIONS))
    return Screen(plain(words("ask-equipment")), (*buttons, done))


def _tick_thing(thing: Equipment, on: bool, words: Words) -> Button:
    label = words(f"button-has-{thing.value}")
    return Button(words("tag-ticked", tag=label) if on else label, TickEquipment(thing, not on))


def ask_rings(rings_at: frozenset[Rings], words: Words) -> Screen:
    buttons = tuple((_tick_ring(at, at in rings_at, words),) for at in Rings)
    text = lines(plain(words("ask-rings")), plain(words("ask-rings-note")))
    return Screen(text, (*buttons, _back(SettingsGroup.MAT, words)))


def _tick_ring(at: Rings, on: bool, words: Words) -> Button:
    label = words(f"button-rings-{at.name.lower()}")
    return Button(words("tag-ticked", tag=label) if on else label, TickRing(at, not on))


def ask_minutes(minutes: int | None, words: Words) -> Screen:
    buttons = keys.paired(
        Button(words("button-minutes", minutes=n), SetMinutes(n), _marked(n == minutes)) for n in MINUTES
    )
    return Screen(plain(words("ask-minutes")), (*buttons, _back(SettingsGroup.SESSIONS, words)))


def ask_goal(goal: int | None, words: Words) -> Screen:
    buttons = [Button(str(n), SetGoal(n), _marked(n == goal)) for n in range(1, 8)]
    without = Button(words("button-no-goal"), Go(Place.NO_GOAL), _marked(goal is None))
    rows = (tuple(buttons[:4]), tuple(buttons[4:]), (without,), _back(SettingsGroup.SESSIONS, words))
    return Screen(plain(words("ask-goal")), rows)


def ask_pictures(chosen: Pictures, words: Words, *, said: str = "") -> Screen:
    rows = tuple(
        (Button(words(f"choice-pictures-{each.value}"), SetPictures(each), _marked(each is chosen)),)
        for each in Pictures
    )
    text = lines(plain(said) if said else None, plain(words("ask-pictures")))
    return Screen(text, (*rows, _back(SettingsGroup.LOOKS, words)))


def ask_voice(chosen: Voice, words: Words) -> Screen:
    rows = tuple(
        (Button(words(f"choice-voice-{each.value}"), SetVoice(each), _marked(each is chosen)),)
        for each in Voice
    )
    return Screen(plain(words("ask-voice")), (*rows, _back(SettingsGroup.MAT, words)))


def ask_language(names: Mapping[str, str], spoken: str, words: Words) -> Screen:
    """`names`: each language's own name, by its tag. `spoken`: the tag of the current one."""
    buttons = keys.paired(
        Button(name, SetLanguage(tag), _marked(tag == spoken)) for tag, name in names.items()
    )
    return Screen(plain(words("ask-language")), (*buttons, _back(SettingsGroup.LOOKS, words)))


def offer_words_only(words: Words) -> Screen:
    rows = (
        keys.primary(words("choice-pictures-off"), SetPictures(Pictures.OFF)),
        (Button(words("choice-pictures-keep"), Go(Place.HOME)),),
    )
    return Screen(plain(words("in-words-offer")), rows)


def _marked(is_chosen: bool) -> Style:
    return Style.PRIMARY if is_chosen else Style.PLAIN


def ask_delete(nights: int, words: Words) -> Screen:
    """`nights`: how many nights copies still hold their data; 0: none are made. The button that deletes is not where the last tap was."""
    rows = (
        (Button(words("choice-keep"), OpenSettings(SettingsGroup.DATA), Style.PRIMARY),),
        (Button(words("choice-delete"), Go(Place.DELETE_SURELY), Style.DANGER), keys.home(words)),
    )
    copies = plain(words("delete-copies", nights=nights)) if nights else None
    return Screen(lines(plain(words("delete-ask")), copies), rows, line=words("button-delete"))


def deleted(words: Words) -> Screen:
    return Screen(plain(words("deleted")))


def _skip(after: Place, words: Words) -> tuple[Button, ...]:
    if after is Place.SETTINGS:
        return _back(SettingsGroup.YOU, words)
    return (Button(words("button-skip-question"), Go(after)),)


def _back(group: SettingsGroup, words: Words) -> tuple[Button, ...]:
    return (Button(words("button-back"), OpenSettings(group)), keys.home(words))
