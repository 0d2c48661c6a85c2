"""Things to read: the groups, the topics of one group, and a topic with the ways on from it."""

from collections.abc import Iterable, Sequence

from bot.domain.library.topic import Group, Topic
from bot.screens import keys
from bot.screens.buttons.actions import Go, OpenGroup, OpenTopic, Place
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, folded, lines, plain


def groups(every: Iterable[Group], words: Words) -> Screen:
    buttons = keys.paired(Button(words(f"group-{group.value}"), OpenGroup(group)) for group in every)
    last = (Button(words("button-exercises"), Go(Place.EXERCISES)), keys.home(words))
    note = plain(words("learn-note"))
    return Screen(lines(bold(words("learn")), note), (*buttons, last), asides=(note,))


def group(which: Group, topics: Iterable[Topic], words: Words) -> Screen:
    buttons = keys.paired(Button(topic.title, OpenTopic(topic.slug)) for topic in topics)
    back = Button(words("button-back"), Go(Place.LEARN))
    return Screen(bold(words(f"group-{which.value}")), (*buttons, (back, keys.home(words))))


def topic(this: Topic, ways_on: Sequence[Button], words: Words) -> Screen:
    text = lines(
        bold(this.title),
        plain(this.text),
        plain(words("topic-cause")) if this.group is Group.CAUSES else None,
        plain(words("topic-doctor")) if this.only_a_doctor_knows else None,
        folded(this.more) if this.more else None,
    )
    first, rest = ways_on[:1], ways_on[1:]
    suggested = tuple(keys.primary(button.label, button.action) for button in first)
    back = Button(words("button-back"), OpenGroup(this.group))
    return Screen(text, (*suggested, *keys.paired(rest), (back, keys.home(words))))
