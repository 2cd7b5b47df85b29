"""The words of the networks that not everybody knows, each with what it means."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.ui.explain import ExplainButton
from desktop.ui.theme import Theme

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Term:
    """A word as the screen writes it, and one or two sentences that explain it."""

    key: str
    word: str
    meaning: str


def explain(theme: Theme, key: str) -> ExplainButton:
    """Return the question mark that explains a word of the glossary."""
    term = next(each for each in glossary() if each.key == key)
    return ExplainButton(theme, term.word, term.meaning)


def glossary() -> tuple[Term, ...]:
    """Return every explained word, in the order of the alphabet of the user's language."""
    terms = (*_of_people(), *_of_posts(), *_of_networks(), *_of_computers())
    return tuple(sorted(terms, key=lambda term: term.word.casefold()))


def _of_people() -> tuple[Term, ...]:
    return (
        Term(
            "follower",
            translate("Glossary", "Follower"),
            translate("Glossary", "Somebody who chose to receive what you post."),
        ),
        Term(
            "following",
            translate("Glossary", "Following"),
            translate("Glossary", "The accounts whose posts you chose to receive."),
        ),
        Term(
            "friend",
            translate("Glossary", "Friend"),
            translate(
                "Glossary", "Somebody who follows you and whom you follow: you read each other."
            ),
        ),
        Term(
            "handle",
            translate("Glossary", "Handle"),
            translate(
                "Glossary",
                "The name that finds one account among all, such as @shop.bsky.social. "
                "The name above it may be the same for many.",
            ),
        ),
        Term(
            "mention",
            translate("Glossary", "Mention"),
            translate("Glossary", "A post that names you, answers you or quotes you."),
        ),
        Term(
            "bad_buzz",
            translate("Glossary", "Bad buzz"),
            translate(
                "Glossary",
                "Many people complain about the same thing at once, and others repeat it. "
                "An early, honest answer ends most of them.",
            ),
        ),
    )


def _of_posts() -> tuple[Term, ...]:
    return (
        Term(
            "repost",
            translate("Glossary", "Repost"),
            translate("Glossary", "To pass somebody’s post on, as it is, to your own followers."),
        ),
        Term(
            "hashtag",
            translate("Glossary", "Hashtag"),
            translate(
                "Glossary",
                "A word after a # sign, such as #Lyon. Searching for it finds every post that has "
                "it.",
            ),
        ),
        Term(
            "conversation",
            translate("Glossary", "Conversation"),
            translate("Glossary", "A post with all its answers, also called a thread."),
        ),
        Term(
            "alt_text",
            translate("Glossary", "Picture description"),
            translate(
                "Glossary",
                "A sentence that says what a picture shows, for people who cannot see it. "
                "Networks call it alt text.",
            ),
        ),
        Term(
            "content_warning",
            translate("Glossary", "Content warning"),
            translate(
                "Glossary",
                "A line that says what a post is about. The rest opens only when the reader "
                "wants it.",
            ),
        ),
    )


def _of_networks() -> tuple[Term, ...]:
    return (
        Term(
            "app_password",
            translate("Glossary", "App password"),
            translate(
                "Glossary",
                "A second password that the network makes for one program. It cannot delete your "
                "account, and you can take it back at any time without changing your own.",
            ),
        ),
        Term(
            "server",
            translate("Glossary", "Server"),
            translate(
                "Glossary",
                "Mastodon is many servers that talk to one another. Yours is what stands after the "
                "last @ of your handle.",
            ),
        ),
        Term(
            "feed",
            translate("Glossary", "Website feed"),
            translate(
                "Glossary",
                "A list of a website’s newest articles that programs can read, also called RSS or "
                "Atom. Nobody sees that you read it.",
            ),
        ),
    )


def _of_computers() -> tuple[Term, ...]:
    return (
        Term(
            "keyring",
            translate("Glossary", "Keyring"),
            translate(
                "Glossary",
                "The locked place where this computer keeps passwords. It opens when you log in to "
                "the computer.",
            ),
        ),
        Term(
            "archive",
            translate("Glossary", "Archive"),
            translate(
                "Glossary",
                "The file with all your posts that a network prepares for you when you ask for it.",
            ),
        ),
        Term(
            "proxy",
            translate("Glossary", "Proxy"),
            translate(
                "Glossary",
                "A computer, often of a company or a school, through which all others reach the "
                "internet.",
            ),
        ),
    )
