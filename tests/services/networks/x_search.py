"""Which posts X's search finds: words, phrases, groups, OR, negation and the common operators."""

import re
from collections.abc import Callable

from services.networks.x_vocabulary import Invalid
from services.networks.x_world import Said

Test = Callable[[Said], bool]

LONGEST = 512
_TOKEN = re.compile(r'\(|\)|-?(?:\w+:)?"[^"]*"|[^\s()]+')
_WORD = re.compile(r"\w+")


def matcher(query: str) -> Test:
    """Return what tells whether a post is found; `Invalid` for a query that X would refuse."""
    if not query.strip() or len(query) > LONGEST:
        raise Invalid("query", f"query must have between 1 and {LONGEST} characters")
    tokens = _TOKEN.findall(query)
    test = _either(tokens)
    if tokens:
        raise Invalid("query", "There were errors processing your query: unbalanced parentheses")
    return test


def _either(tokens: list[str]) -> Test:
    tests = [_all(tokens)]
    while tokens and tokens[0] == "OR":
        tokens.pop(0)
        tests.append(_all(tokens))
    return lambda said: any(test(said) for test in tests)


def _all(tokens: list[str]) -> Test:
    tests = []
    while tokens and tokens[0] not in ("OR", ")"):
        token = tokens.pop(0)
        if token == "(":
            tests.append(_either(tokens))
            if not tokens or tokens.pop(0) != ")":
                raise Invalid("query", "There were errors processing your query: missing )")
        else:
            tests.append(_single(token))
    if not tests:
        raise Invalid("query", "There were errors processing your query: nothing to look for")
    return lambda said: all(test(said) for test in tests)


def _single(token: str) -> Test:
    if token.startswith("-") and len(token) > 1:
        test = _single(token[1:])
        return lambda said: not test(said)
    operator, colon, value = token.partition(":")
    if colon and operator.replace("_", "").isalpha() and not value.startswith("//"):
        return _operator(operator, value.strip('"').lower())
    if token.startswith(("#", "@", "$")):
        sign = re.compile(re.escape(token) + r"(?!\w)", re.IGNORECASE)
        return lambda said: sign.search(said.typed) is not None
    phrase = " ".join(_WORD.findall(token.lower()))
    return lambda said: f" {phrase} " in f" {' '.join(_WORD.findall(said.typed.lower()))} "


def _operator(name: str, value: str) -> Test:
    tests: dict[str, Test] = {
        "from": lambda said: value.lstrip("@") in (said.author.handle.lower(), said.author.id),
        "conversation_id": lambda said: said.root == value,
        "in_reply_to_tweet_id": lambda said: said.reply_to == value,
        "lang": lambda said: said.lang == value,
        "url": lambda said: value in said.typed.lower(),
        "is": lambda said: {
            "retweet": bool(said.reposted),
            "reply": bool(said.reply_to),
            "quote": bool(said.quoted),
        }.get(value, False),
        "has": lambda said: {
            "links": "urls" in said.wire["entities"],
            "media": bool(said.pictures),
            "images": bool(said.pictures),
            "hashtags": "hashtags" in said.wire["entities"],
            "mentions": "mentions" in said.wire["entities"],
        }.get(value, False),
    }
    if name not in tests:
        raise Invalid("query", f"There were errors processing your query: unknown operator {name}")
    return tests[name]
