"""What a person writes about: their hashtags and the words they use most."""

from collections import Counter
from collections.abc import Iterable

import regex

_MIN_LETTERS = 4
_MIN_POSTS = 2
_WORD = regex.compile(
    r"https?://\S+|@\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?|(?P<tag>[#＃][\p{L}\p{M}\p{N}_]+)|(?P<word>[\p{L}\p{M}]+)"
)
_ENGLISH = """
about above after again against almost alone along already also although always among another anyone
anything around back because been before being below best better between both came cannot come comes
coming could dear didn does doesn doing done down during each either else enough even ever every
everyone everything find first from full gets getting give given goes going gone good great hasn
have having haven hello help here hers herself himself into isn itself just keep know last later
least less like little long look looking lots love made make makes making many maybe mine more most
much must myself need needs never next nice none nothing often once only onto open other others ours
ourselves over part people please quite rather really right said same says seem seems seen several
shall should since some someone something soon still stop such sure take taken than thank thanks
that their theirs them themselves then there these they thing things think this those though through
thus time today together tomorrow tonight took under until upon used using very want wants wasn week
weeks well were weren what whatever when where whether which while whom whose will with within
without wouldn would year years yesterday your yours yourself yourselves
"""
_FRENCH = """
ainsi alors après assez aucun aucune aujourd auquel aurait aussi autour autre autres avaient avais
avait avant avec avez aviez avions avoir avons beaucoup belle bien bientôt bonjour bonne bonnes
bonsoir celle celles celui cependant cette ceux chaque chez chose choses combien comme comment
contre dans dehors deja déjà demain depuis derrière dessous dessus deux devant devez dire dit doit
doivent donc dont elle elles encore enfin entre envers environ était étaient étais étant être eux
faire fait faites fois font grand grande hier hors jamais jour journée jours juste jusqu laquelle
lequel lesquelles lesquels leur leurs lors lorsque maintenant mais malgré matin même mêmes merci
mieux mien mienne moins mois nombreux notre nôtre nous nouveau nouvelle ouvert parce parfois parmi
pendant petit petite peut peuvent peux plein plus plusieurs plutôt pour pourquoi pourrait pouvez
pouvoir premier première près presque puis puisque quand quel quelle quelles quelque quelques quels
quoi rien sans sauf selon sera serait seront ses seulement sien sienne sinon soir soit sommes sont
souvent sous suis super surtout tant telle tellement tels temps toujours tous tout toute toutes trop
trois très vers veut veux vient voici voilà voir vont votre vôtre vous vraiment
"""
_STOP_WORDS = frozenset((_ENGLISH + _FRENCH).split())


def topics(texts: Iterable[str], limit: int = 8) -> tuple[tuple[str, int], ...]:
    """Return what the texts are about with how many of them say so, most frequent first.

    Texts are counted rather than occurrences, so that one text that repeats itself does not
    decide. A hashtag absorbs the plain word it is made of, since both are the same topic, and
    counts from its first use: somebody chose it as a label. A word must come back.
    """
    tags: Counter[str] = Counter()
    words: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    for text in texts:
        tags_here, words_here = _split(text, spellings)
        tags.update(tags_here)
        words.update(words_here - tags_here)
    found = {f"#{_usual(spellings[tag])}": times + words.pop(tag, 0) for tag, times in tags.items()}
    found |= {word: times for word, times in words.items() if times >= _MIN_POSTS}
    ranked = sorted(found.items(), key=lambda topic: (-topic[1], topic[0]))
    return tuple(ranked[:limit])


def _split(text: str, spellings: dict[str, Counter[str]]) -> tuple[set[str], set[str]]:
    """Return the hashtags and the telling words of one text, folded to lower case."""
    tags: set[str] = set()
    words: set[str] = set()
    for match in _WORD.finditer(text):
        if match["tag"]:
            written = match["tag"][1:]
            tags.add(written.casefold())
            spellings.setdefault(written.casefold(), Counter())[written] += 1
        elif match["word"]:
            word = match["word"].casefold()
            if len(word) >= _MIN_LETTERS and word not in _STOP_WORDS:
                words.add(word)
    return tags, words


def _usual(spellings: Counter[str]) -> str:
    """Return the spelling used most often, the first in order among equals."""
    return min(spellings, key=lambda written: (-spellings[written], written))
