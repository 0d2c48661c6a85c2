"""The warning signs before the first move: the text, and the ways on from it."""

from hashlib import sha256

from bot.domain.person.person import Age
from bot.screens import keys
from bot.screens.buttons.actions import Go, NoSigns, NothingNew, Place, SeeSigns, SetAge, What
from bot.screens.screen import Button, Screen, Words
from bot.screens.text import bold, faint, folded, lines, plain
from bot.screens.what_remains import about_you

TIERS = ("emergency", "urgent", "soon")


def version(words: Words) -> str:
    """A hash of the text, in 8 hex digits. A person's answer is kept with it, and counts for no other text."""
    return sha256(_text(words).encode()).hexdigest()[:8]


def signs(then: What | None, last_tap: int | None, words: Words, *, is_first: bool = False) -> Screen:
    """Nothing is coloured, and the way past is not under the last tap (`last_tap`: rows below it). `is_first`: nothing of their health was asked before."""
    rows = (
        (Button(words("choice-signs-some"), Go(Place.SIGNS_WHICH)),),
        (Button(words("choice-signs-none"), NoSigns(version(words), then)),),
        (Button(words("choice-signs-minor"), SetAge(Age.MINOR)),),
    )
    text = lines(_text(words), faint(words("signs-kept"))) if is_first else _text(words)
    return Screen(text, keys.away_from(last_tap, rows, 1), line=about_you(words))


def _text(words: Words) -> str:
    return lines(
        plain(words("signs")),
        bold(words("signs-now-title")),
        plain(words("signs-now")),
        bold(words("signs-doctor-title")),
        plain(words("signs-doctor")),
        folded(_every_sign(words)),
        plain(words("signs-note")),
    )


def _every_sign(words: Words) -> str:
    tiers = (lines(words(f"red-flags-{tier}-title"), words(f"red-flags-{tier}-list")) for tier in TIERS)
    return "\n\n".join((words("signs-every"), *tiers))


def where_is_it(then: What | None, words: Words) -> Screen:
    rows = (
        (
            Button(words("button-signs-first"), Go(Place.SIGNS_EMERGENCY)),
            Button(words("button-signs-second"), Go(Place.SIGNS_URGENT)),
        ),
        (
            Button(words("button-signs-every"), Go(Place.SIGNS_ALL)),
            Button(words("button-signs-after-all"), SeeSigns(then)),
        ),
    )
    text = lines(
        bold(words("signs-where")),
        plain(words("signs-now-title")),
        folded(words("signs-now")),
        plain(words("signs-doctor-title")),
        folded(words("signs-doctor")),
    )
    return Screen(text, rows, line=about_you(words))


def in_every_sign(words: Words) -> Screen:
    """All three lists. If signs on several fit, the first of these lists counts."""
    shown = (
        lines(bold(words(f"red-flags-{tier}-title")), folded(words(f"red-flags-{tier}-list")))
        for tier in TIERS
    )
    places = (Place.SIGNS_EMERGENCY, Place.SIGNS_URGENT, Place.SIGNS_SOON)
    tiers = (
        (Button(words(f"choice-red-flags-{tier}"), Go(place)),)
        for tier, place in zip(TIERS, places, strict=True)
    )
    none = (Button(words("button-signs-after-all"), SeeSigns()),)
    return Screen(lines(plain(words("red-flags-which")), *shown), (*tiers, none), line=about_you(words))


def anything_new(then: What | None, last_tap: int | None, words: Words) -> Screen:
    rows = (
        (Button(words("choice-news-some"), SeeSigns(then)),),
        (Button(words("choice-news-none"), NothingNew(then)),),
        *keys.home_row(words),
    )
    text = lines(plain(words("ask-news")), plain(words("ask-news-note")))
    return Screen(text, keys.away_from(last_tap, rows, 1), line=about_you(words))
