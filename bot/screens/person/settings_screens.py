"""The settings: in groups, each with its current values and the buttons that change them."""

from collections.abc import Iterator

from bot.domain.library.exercise import Equipment, Tag
from bot.domain.person.person import Preferences, Switch
from bot.domain.person.rings import Rings
from bot.screens import keys
from bot.screens.buttons.actions import Action, Go, OpenSettings, Place, SetSwitch, SettingsGroup
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, lines, plain

_TOPICS: dict[SettingsGroup, tuple[tuple[str, Action], ...]] = {
    SettingsGroup.YOU: (
        ("floor", Go(Place.ASK_FLOOR)),
        ("tags", Go(Place.ASK_TAGS)),
        ("age", Go(Place.ASK_AGE)),
        ("seen", Go(Place.ASK_SEEN)),
        ("signs", Go(Place.SIGNS)),
    ),
    SettingsGroup.SESSIONS: (
        ("level", Go(Place.ASK_LEVEL)),
        ("minutes", Go(Place.ASK_MINUTES)),
        ("goal", Go(Place.ASK_GOAL)),
        ("equipment", Go(Place.ASK_EQUIPMENT)),
        ("check-in-day", Go(Place.CHECK_IN_DAY)),
        ("moves", Go(Place.YOUR_MOVES)),
    ),
    SettingsGroup.REMINDERS: (
        ("reminders", Go(Place.REMINDERS)),
        ("zone", Go(Place.ASK_ZONE)),
    ),
    SettingsGroup.MAT: (("rings", Go(Place.ASK_RINGS)), ("voice", Go(Place.ASK_VOICE))),
    SettingsGroup.LOOKS: (
        ("pictures", Go(Place.ASK_PICTURES)),
        ("language", Go(Place.ASK_LANGUAGE)),
    ),
    SettingsGroup.DATA: (("delete", Go(Place.DELETE)),),
}
"""Buttons of each group besides its switches: the end of the label's id, and the action."""


def group_of(switch: Switch) -> SettingsGroup:
    match switch:
        case Switch.IS_DISCREET | Switch.FOLLOWS_UP | Switch.SKIPS_NEWS:
            return SettingsGroup.REMINDERS
        case Switch.IS_LARGE | Switch.IS_SHORT:
            return SettingsGroup.LOOKS
        case Switch.HIDES_RUN | Switch.SKIPS_CHECK_IN:
            return SettingsGroup.SESSIONS
        case Switch.LISTENS | Switch.IS_HANDS_FREE:
            return SettingsGroup.MAT


def settings(words: Words) -> Screen:
    groups = (Button(words(f"choice-settings-{group.value}"), OpenSettings(group)) for group in SettingsGroup)
    return Screen(plain(words("settings")), (*keys.paired(groups), *keys.home_row(words)))


def settings_of(
    group: SettingsGroup, who: Preferences, words: Words, language: str = "", *, has_films: bool = False
) -> Screen:
    """`language`: the current one, "" if there is only one. `has_films`: sessions can be recorded. Also below."""
    text = lines(
        bold(words(f"choice-settings-{group.value}")),
        *map(plain, _current(group, who, words, language, has_films=has_films)),
    )
    last = (Button(words("button-back"), Go(Place.SETTINGS)), keys.home(words))
    return Screen(text, (*keys.paired(group_buttons(group, who, words, language, has_films=has_films)), last))


def group_buttons(
    group: SettingsGroup, who: Preferences, words: Words, language: str = "", *, has_films: bool = False
) -> Iterator[Button]:
    hidden = _without_choice(language, has_films=has_films)
    for topic, action in _TOPICS[group]:
        if action not in hidden:
            yield Button(words(f"button-settings-{topic}"), action)
    for switch in Switch:
        if group_of(switch) is group and switch not in hidden:
            yield _switch_button(switch, who.is_on(switch), words)


def _without_choice(language: str, *, has_films: bool) -> frozenset[Action | Switch]:
    of_language = () if language else (Go(Place.ASK_LANGUAGE),)
    of_films = () if has_films else (Go(Place.ASK_VOICE), Switch.LISTENS)
    return frozenset((*of_language, *of_films))


def _switch_button(switch: Switch, is_on: bool, words: Words) -> Button:
    label = words(f"button-settings-{switch.field.replace('_', '-')}-{_on(is_on)}")
    return Button(label, SetSwitch(switch, not is_on))


def _on(is_on: bool) -> str:
    return "on" if is_on else "off"


def _current(
    group: SettingsGroup, who: Preferences, words: Words, language: str, *, has_films: bool
) -> tuple[str, ...]:
    match group:
        case SettingsGroup.YOU:
            floor = words("settings-floor", floor=who.floor.value if who.floor else "none")
            return floor, _tags(who, words)
        case SettingsGroup.SESSIONS:
            rhythm = words("settings-rhythm", minutes=who.minutes or 0, goal=who.goal or 0)
            return words("settings-level", level=who.level), rhythm, _things(who, words)
        case SettingsGroup.REMINDERS:
            discreet, again = _on(who.is_discreet), _on(who.follows_up)
            return (words("settings-reminders", discreet=discreet, again=again),)
        case SettingsGroup.MAT:
            voice = (words("settings-voice", voice=who.voice.value),) if has_films else ()
            hands_free = words("settings-hands-free", on=_on(who.is_hands_free))
            return _rings(who, words), hands_free, *voice
        case SettingsGroup.LOOKS:
            spoken = (words("settings-language", language=language),) if language else ()
            pictures = words("settings-pictures", pictures=who.pictures.value)
            note = words("settings-large-note" if who.is_large else "settings-large-about")
            return pictures, *spoken, note
        case SettingsGroup.DATA:
            return (words("settings-data"),)


def _rings(who: Preferences, words: Words) -> str:
    rings = words.listed(words(f"rings-{at.name.lower()}") for at in Rings if at in who.rings_at)
    return words("settings-rings", rings=rings) if rings else words("settings-rings-never")


def _tags(who: Preferences, words: Words) -> str:
    tags = words.listed(words(f"tag-{tag.value}") for tag in Tag if tag in who.tags)
    return words("settings-tags", tags=tags) if tags else words("settings-tags-none")


def _things(who: Preferences, words: Words) -> str:
    if who.equipment is None:
        return words("settings-equipment-unasked")
    things = words.listed(words(f"equipment-{thing.value}") for thing in Equipment if thing in who.equipment)
    return words("settings-equipment", things=things) if things else words("settings-equipment-none")
