"""How a day's digest is worded: on the page, to a screen reader, and as plain text to pass on."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.services.domain.digest import DailyDigest, Moved, Why
from desktop.services.domain.feed import FeedEntry
from desktop.services.domain.post import Author, Post
from desktop.ui.text import clean, clean_name, isolate
from desktop.ui.wording import weekday_date
from desktop.views.networks import network_name

LONGEST = 200
_ISOLATES = str.maketrans("", "", "\u2068\u2069")

translate = QCoreApplication.translate


def name_of(author: Author) -> str:
    """Return a person's name on one line, their handle where they have none."""
    return clean_name(author.name or author.handle)


def handle_of(author: Author) -> str:
    """Return a person's handle as it is written; a website has its own way."""
    handle = clean_name(author.handle)
    return handle if author.network == "feed" or not handle else f"@{handle}"


def first_lines(post: Post) -> str:
    """Return how a post begins, or its warning in place of what is behind that."""
    if post.warning:
        warned = translate("Digest", "Behind a warning: {warning}")
        return warned.format(warning=isolate(clean_name(post.warning)))
    text = " ".join(clean(post.text).split())
    if not text:
        described = " ".join(media.alt for media in post.media if media.alt)
        text = " ".join(clean(described).split())
    if not text:
        return translate("Digest", "A post without words.")
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def what_came(digest: DailyDigest) -> str:
    """Return how many posts the day brought, and from where; empty for none."""
    parts = []
    for network, number in digest.came:
        if network == "feed":
            parts.append(translate("Digest", "%n article(s) from websites", "", number))
        else:
            said = translate("Digest", "%n post(s) on {network}", "", number)
            parts.append(said.format(network=network_name(network)))
    return " · ".join(parts)


def reason(moved: Moved) -> str:
    """Return in a few words why a post is in the digest."""
    post = moved.entry.post
    name = isolate(name_of(post.author)) if post is not None else ""
    return _why(moved.why, name)


def _why(why: Why, name: str) -> str:
    number = why.number
    if why.kind == "times":
        said = {
            2: translate("Digest", "Twice what {name} usually gets"),
            3: translate("Digest", "Three times what {name} usually gets"),
        }.get(number, translate("Digest", "{number} times what {name} usually gets"))
        return said.format(name=name, number=QLocale().toString(number))
    if why.kind == "replies":
        return translate("Digest", "%n answer(s)", "", number)
    if why.kind == "reposts":
        return translate("Digest", "%n repost(s)", "", number)
    return translate("Digest", "%n like(s)", "", number)


def waits(entry: FeedEntry, now: datetime) -> str:
    """Return for how long somebody has waited for an answer."""
    at = entry.post.created_at if entry.post is not None else entry.at
    minutes = max(1, int((now - at).total_seconds() // 60))
    if minutes < 60:
        return translate("Digest", "Has waited for %n minute(s)", "", minutes)
    if minutes < 48 * 60:
        return translate("Digest", "Has waited for %n hour(s)", "", minutes // 60)
    return translate("Digest", "Has waited for %n day(s)", "", minutes // (24 * 60))


def headings() -> dict[str, str]:
    """Return what each part of the digest is called."""
    return {
        "unanswered": translate("Digest", "Waiting for your answer"),
        "moved": translate("Digest", "What moved people"),
        "headlines": translate("Digest", "From websites"),
        "followers": translate("Digest", "New followers"),
        "tags": translate("Digest", "Hashtags of the day"),
    }


def and_more(number: int) -> str:
    """Return that some more are not named."""
    return translate("Digest", "And %n more.", "", number)


def as_text(digest: DailyDigest, now: datetime) -> str:
    """Return the whole digest as plain text, readable in a mail."""
    title = translate("Digest", "Digest of {day}").format(day=weekday_date(digest.day.date))
    blocks = [title if not what_came(digest) else f"{title}\n{what_came(digest)}"]
    named = headings()
    for key, lines in _parts(digest, now):
        if lines:
            blocks.append("\n".join([named[key], *(f"- {line}" for line in lines)]))
    return "\n\n".join(blocks).translate(_ISOLATES) + "\n"


def _parts(digest: DailyDigest, now: datetime) -> Iterator[tuple[str, list[str]]]:
    waiting = [_line(each, waits(each, now)) for each in digest.unanswered]
    if digest.more_unanswered:
        waiting.append(and_more(digest.more_unanswered))
    yield "unanswered", waiting
    yield "moved", [_line(each.entry, reason(each)) for each in digest.moved]
    yield "headlines", [_headline(each.title, each.entry) for each in digest.headlines]
    new = [f"{name_of(each.author)} ({handle_of(each.author)})" for each in digest.followers]
    if digest.more_followers:
        new.append(and_more(digest.more_followers))
    yield "followers", new
    yield "tags", [" ".join(f"#{clean_name(tag)}" for tag, _ in digest.tags)] if digest.tags else []


def _line(entry: FeedEntry, note: str) -> str:
    post = entry.post
    if post is None:
        return note
    said = f"{name_of(post.author)} ({handle_of(post.author)}), {note}: {first_lines(post)}"
    return f"{said}\n  {clean_name(post.url)}" if post.url else said


def _headline(title: str, entry: FeedEntry) -> str:
    post = entry.post
    if post is None:
        return clean_name(title)
    said = f"{clean_name(title)} ({name_of(post.author)})"
    return f"{said}\n  {clean_name(post.url)}" if post.url else said
