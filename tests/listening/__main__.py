"""Prints what is heard: `python -m tests.listening` prints the scores and the misses; with words after it, what is
heard in them.
`-` reads sentences from the keyboard or a file, one a line; `--language de` one language; `--held-out` the third put
aside, `--unlearnt` what no ear was ever taught."""

import argparse
import sys

from tests.listening.scoring import UNLEARNT, Hears, Saying, as_the_bot_hears, judged, sayings, scores


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.listening", description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--language", default="")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--unlearnt", action="store_true")
    asked = parser.parse_args()
    hears = as_the_bot_hears()
    if asked.words == ["-"]:
        for line in sys.stdin:
            _tell(hears, line.strip())
    elif asked.words:
        _tell(hears, " ".join(asked.words))
    else:
        said = sayings(UNLEARNT) if asked.unlearnt else _of_the_sets(held_out=asked.held_out)
        _table(hears, [each for each in said if asked.language in ("", each.language)])


def _tell(hears: Hears, text: str) -> None:
    heard = hears(text)
    what = (
        (heard.tier.value, heard.language, *sorted(tag.value for tag in heard.tags))
        if heard
        else ("nothing",)
    )
    print(f"{' '.join(what):24} {text}")


def _of_the_sets(*, held_out: bool) -> list[Saying]:
    return [each for each in sayings() if each.held_out is held_out]


def _table(hears: Hears, said: list[Saying]) -> None:
    judgements = judged(hears, said)
    for each in judgements:
        if not each.right:
            tier = each.tier.value if each.tier else "nothing"
            print(f"{each.saying.language:8} {each.saying.kind:10} heard {tier:12} {each.saying.text}")
    print(f"\n{'':8} {'kind':10} {'of':>5} {'right':>6} {'%':>6} {'alarms':>7}")
    for score in scores(judgements):
        print(
            f"{score.language:8} {score.kind:10} {score.of:5} {score.right:6} {100 * score.share:6.1f} {score.alarms:7}"
        )


if __name__ == "__main__":
    main()
