"""Screens that show the same to everybody, by the place that leads to each."""

from typing import Literal

from bot.screens.buttons.actions import Place
from bot.screens.person import home, my_data, questions, signs, wish_screens
from bot.screens.screen import Screen, Words

Page = Literal[
    Place.HELP,
    Place.SIGNS_ALL,
    Place.ASKED,
    Place.TYPING,
    Place.MY_DATA,
]


def page(place: Page, words: Words) -> Screen:
    match place:
        case Place.HELP:
            return home.help_screen(words)
        case Place.SIGNS_ALL:
            return signs.in_every_sign(words)
        case Place.ASKED:
            return questions.asked(words)
        case Place.MY_DATA:
            return my_data.my_data(words)
        case Place.TYPING:
            return wish_screens.typing(words)
