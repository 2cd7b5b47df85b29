"""Turn what a person types into a search box into a question that FTS5 always understands."""

import re
import unicodedata

TERM = re.compile(r'(-?)"([^"]*)"?|(\S+)')
LONGEST = 400
"""Characters of a question that are looked at."""
MOST_TERMS = 20
BEGINNING = 3
"""Letters from which on the last word finds longer ones; fewer would find nearly everything."""


def match_expression(typed: str) -> str:
    """Return the FTS5 question: all words, "quoted phrases", -without; empty for no word at all.

    Every word is quoted, so nothing typed has a meaning of its own to FTS5: raw, ten of eleven
    ordinary inputs (`c++`, `l'été`, a lone quote) are syntax errors. The last word also finds
    longer ones, because people search while they type.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in TERM.findall(typed[:LONGEST].replace("\0", " "))[:MOST_TERMS]:
        is_unwanted = bool(minus) or word.startswith("-")
        text = phrase or word.lstrip("-")
        if not letters(text):
            continue
        quoted = '"' + text.replace('"', '""') + '"'
        if word and not is_unwanted and letters(text) >= BEGINNING and typed.endswith(word):
            quoted += "*"
        (unwanted if is_unwanted else wanted).append(quoted)
    if not wanted:
        return ""
    question = " AND ".join(wanted)
    return f"({question}) NOT ({' OR '.join(unwanted)})" if unwanted else question


def letters(text: str) -> int:
    """Return how many characters of the text the index keeps: letters and digits."""
    return sum(unicodedata.category(character)[0] in "LN" for character in text)
