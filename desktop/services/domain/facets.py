"""Find what a text leads to: its links, the people it mentions and its hashtags."""

import regex

from desktop.services.domain.post import Facet, FacetKind

_COUNTRIES = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw
by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et
eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie
il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv
ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr
nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl
sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz
va vc ve vg vi vn vu wf ws ye yt za zm zw
"""
_GENERIC = """
academy agency alsace app art bakery bank bar beer best bike bio blog boutique brussels build
business bzh cafe camp cards care cash cat catering charity chat church city click clinic clothing
cloud club coach coffee com community company consulting cooking coop corsica courses dance deals
delivery dental design dev digital direct dog domains earth education email energy events expert
farm fashion film fish fit florist flowers food foundation fun fund fyi gallery games garden gent
gift gifts gives global gmbh gold golf gov green group guide guru hair health help holiday host
hotel house immo info ink institute int jewelry jobs kids kitchen land law legal life limited link
live living london love ltd market marketing media menu mobi mobile money museum music name net
network news ngo ninja one ong online org organic paris partners party pet photo photography photos
pics pizza place plus press pro productions pub quebec radio recipes rent repair report rest
restaurant review reviews rocks run sale salon sarl school science services shoes shop shopping show
site ski social software solutions space store studio style supply support surf swiss systems taxi
team tech tennis tickets tips today tools top tours town toys trade training travel university vet
video villas vin vip vision voyage watch webcam website wedding wiki wine work works world wtf xyz
yoga zone edu mil
"""
_ENDINGS = frozenset((_COUNTRIES + _GENERIC).split())
_FILE_ENDINGS = frozenset({"cc", "md", "pl", "ps", "py", "rs", "sh", "so"})
"""Country domains that are far more often the ending of a file's name ("notes.md")."""
_MAX_TAG = 64
_MAX_HANDLE = 253
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
# More labels than a name can have would be walked back one by one, in quadratic time.
_LABELS = rf"(?:{_LABEL}\.){{1,126}}"
# A facet starts the text or follows a space or something that opens: never the middle of a word
# or of an address, so that neither "a#b" nor "me@shop.fr" is one.
_START = r"(?<![^\s\p{Ps}\p{Pi}\p{Pf}\"'/|:;,*~])"
_START_OR_STOP = r"(?<![^\s\p{Ps}\p{Pi}\p{Pf}\"'/|:;,*~.!?…])"
_REST = r"[^\s<>\"«»“”‹›\p{Cc}]"
_CANDIDATE = regex.compile(
    rf"""
    (?<!\w)(?P<link>https?://{_REST}++)
    | {_START_OR_STOP}@(?P<mention>{_LABELS}[a-zA-Z](?:[a-zA-Z0-9-]{{0,61}}[a-zA-Z0-9])?)
      (?![\w@])
    | {_START_OR_STOP}[\#＃](?![\ufe0f\u20e3])(?P<tag>[\p{{L}}\p{{M}}\p{{N}}_]++)
    | {_START}(?<![/:])(?P<bare>{_LABELS}(?P<tld>[a-z]{{2,24}}))(?![\w@-])
      (?::\d{{2,5}}(?!\d))?(?P<path>[/?\#]{_REST}*+)?
    """,
    regex.VERBOSE,
)
_HOST_END = regex.compile(r"[/?#]")
_LETTER = regex.compile(r"\p{L}")
_TRAILING = ".,;:!?'’…*_~"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def find_facets(text: str) -> tuple[Facet, ...]:
    """Return the links, mentions and hashtags of `text` in order; none overlaps another.

    A bare domain ("shop.example.com/menu") becomes an https link when its ending is a known one.
    The target of a mention is the handle as written: only the network knows who that is.
    """
    facets = []
    at_char = at_byte = 0
    for match in _CANDIDATE.finditer(text):
        found = _facet_of(match)
        if found is None:
            continue
        kind, shown, target = found
        start = at_byte + _size(text[at_char : match.start()])
        at_char, at_byte = match.start(), start
        facets.append(Facet(kind, start, start + _size(shown), target))
    return tuple(facets)


def _facet_of(match: "regex.Match[str]") -> tuple[FacetKind, str, str] | None:
    """Return the kind, the stretch of text and the target of a candidate that holds up."""
    whole: str = match.group()
    if match["link"]:
        link = _without_trailing(whole)
        return (FacetKind.LINK, link, link) if _has_host(link) else None
    if match["mention"]:
        handle: str = match["mention"]
        return (FacetKind.MENTION, whole, handle) if len(handle) <= _MAX_HANDLE else None
    if match["tag"]:
        tag: str = match["tag"]
        is_tag = len(tag) <= _MAX_TAG and _LETTER.search(tag)
        return (FacetKind.TAG, whole, tag) if is_tag else None
    ending, path = match["tld"], match["path"]
    if ending not in _ENDINGS or (ending in _FILE_ENDINGS and not path):
        return None
    shown = _without_trailing(whole)
    return FacetKind.LINK, shown, f"https://{shown}"


def _has_host(link: str) -> bool:
    """Say whether a link names a host, and no user: "https://bank.com@evil.com" is a trap."""
    host = _HOST_END.split(link.partition("://")[2], maxsplit=1)[0]
    return "@" not in host and any(character.isalnum() for character in host)


def _without_trailing(link: str) -> str:
    """Cut the punctuation that ends the sentence rather than the address."""
    spare = {closing: link.count(closing) - link.count(_PAIRS[closing]) for closing in _PAIRS}
    end = len(link)
    while end:
        last = link[end - 1]
        if spare.get(last, 0) > 0:
            spare[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return link[:end]


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
