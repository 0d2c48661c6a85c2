"""Reads the words of a topic: a title, a few lines shown at once, and under `## More` the lines that a tap unfolds."""

from dataclasses import dataclass

from bot.content.faults import Fault
from bot.content.source.remarks import blanked, endless, taken_out

MORE = "## More"


@dataclass(frozen=True, slots=True)
class Article:
    title: str
    text: str
    more: str


def parse_article(text: str, file: str, *, may_lack: bool = False) -> tuple[Article, list[Fault]]:
    """Missing words are empty in the Article, and a fault unless it `may_lack` them."""
    faults = endless(blanked(text), file)
    text = taken_out(text)
    head, _, rest = text.strip().partition("\n")
    title = head.removeprefix("# ").strip() if head.startswith("# ") else ""
    short, heading, more = (rest if title else text).partition(MORE)
    article = Article(title, short.strip(), more.strip())
    if not title and not may_lack:
        faults.append(Fault(file, "title", "is missing; the first line should be '# Title'"))
    if not article.text and not may_lack:
        faults.append(Fault(file, "text", "is missing; it stands below the title"))
    if heading and not article.more and not may_lack:
        faults.append(Fault(file, "more", "is empty"))
    strange = [
        line for line in (*article.text.splitlines(), *article.more.splitlines()) if line.startswith("#")
    ]
    faults += [Fault(file, "headings", f"'{line}' can't stand here; only '{MORE}' can") for line in strange]
    return article, faults
