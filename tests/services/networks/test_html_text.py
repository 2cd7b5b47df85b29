"""Strangers' HTML becomes plain text whose marked stretches are exact to the byte."""

import time

import pytest
from hostile_words import WORDS
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.post import FacetKind
from desktop.services.networks.html_text import read_html

MARTIN = "martin@boulangerie.example"
LONG = (
    '<a href="https://www.example.com/menu/2026" rel="nofollow noopener" target="_blank">'
    '<span class="invisible">https://www.</span><span class="ellipsis">example.com/menu</span>'
    '<span class="invisible">/2026</span></a>'
)
MENTION = (
    '<span class="h-card" translate="no"><a href="https://boulangerie.example/@martin" '
    'class="u-url mention">@<span>martin</span></a></span>'
)
TAG = '<a href="https://x.example/t/pain" class="mention hashtag" rel="tag">#<span>Pain</span></a>'


def marked(html: str, **mentions: str) -> list[tuple[FacetKind, str, str]]:
    """Return each facet with the words that it marks."""
    shown, facets = read_html(html, mentions=mentions)
    encoded = shown.encode()
    return [(f.kind, encoded[f.start : f.end].decode(), f.target) for f in facets]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("", ""),
        ("Bonjour", "Bonjour"),
        ("<p>Bonjour</p>", "Bonjour"),
        ("<p>Un</p><p>Deux</p>", "Un\n\nDeux"),
        ("<p>Un<br>Deux<br/>Trois<br /></p><p>Quatre</p>", "Un\nDeux\nTrois\n\nQuatre"),
        ("Un<br><br><br>Deux", "Un\n\n\nDeux"),
        ("<p>Un</p>\n<p></p>\n<p> </p>\n<p>Deux</p>\n", "Un\n\nDeux"),
        ("<p>Il   dit</p>", "Il   dit"),
        ("<p>Il\n   dit<b> \n</b>fort \n<span> !</span></p>", "Il dit fort !"),
        ("<div>Un</div><div>Deux</div>", "Un\nDeux"),
        ("<h1>Titre</h1>Texte<hr>Fin", "Titre\n\nTexte\n\nFin"),
        ("<blockquote>Cité</blockquote>Dit", "Cité\n\nDit"),
        ("<p>Liste :</p><ul><li>un</li><li><p>deux</p></li></ul>", "Liste :\n\n• un\n• deux"),
        ("<ol><li>un<ul><li>a<li>b</ul><li>deux</ol>fin", "1. un\n  • a\n  • b\n2. deux\n\nfin"),
        ("<li>seul</li>", "• seul"),
        ("<pre>\n  a\n\n    b</pre>c", "  a\n\n    b\n\nc"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<p>1 &lt; 2 &amp;&amp; &quot;3&quot; &copy;</p>", '1 < 2 && "3" ©'),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
        ("<p>Voil&agrave;&nbsp;!</p>", "Voilà\xa0!"),
        ("1 < 2", "1 < 2"),
        ("<p>:blobcat: 👩‍👩‍👧‍👦</p>", ":blobcat: 👩‍👩‍👧‍👦"),
        ("a<script>alert(1)</script><style>b{}</style><img src=x onerror=y alt=z>c", "ac"),
        ("a<iframe>b</iframe><svg><title>c</title></svg><!-- d --><title>e</title>f", "af"),
        ("<b>jamais fermé <i>ni lui", "jamais fermé ni lui"),
        ("nul\0 et \ud800", "nul  et \ufffd"),
        ("\u202eenvers", "\u202eenvers"),
    ],
)
def test_a_reader_sees_the_words_and_their_lines(html: str, shown: str):
    assert read_html(html) == (shown, ())


def test_a_shortened_address_is_shown_short_and_leads_to_the_whole():
    assert read_html(f"<p>é {LONG}</p>")[0] == "é example.com/menu…"
    assert marked(f"<p>é {LONG}</p>") == [
        (FacetKind.LINK, "example.com/menu…", "https://www.example.com/menu/2026")
    ]


def test_a_link_keeps_the_words_its_author_gave_it():
    html = '<p>Lire <a href="https://example.com/a?b=1&amp;c=2"> notre <b>carte</b> </a>!</p>'
    assert read_html(html)[0] == "Lire notre carte !"
    assert marked(html) == [(FacetKind.LINK, "notre carte", "https://example.com/a?b=1&c=2")]


def test_a_mention_leads_to_the_person_found_by_address_or_by_name():
    person = [(FacetKind.MENTION, "@martin", MARTIN)]
    assert marked(MENTION, **{"https://boulangerie.example/@martin": MARTIN}) == person
    assert marked(MENTION, **{"@martin": MARTIN}) == person
    assert marked(MENTION.replace("martin<", "Martin<"), **{"@martin": MARTIN})[0][2] == MARTIN


def test_a_mention_of_somebody_unknown_is_a_link():
    assert marked(MENTION) == [(FacetKind.LINK, "@martin", "https://boulangerie.example/@martin")]


def test_a_link_to_a_persons_page_under_other_words_stays_a_link():
    address = "https://boulangerie.example/@martin"
    html = f'<a href="{address}">le boulanger</a>'
    assert marked(html, **{address: MARTIN}) == [(FacetKind.LINK, "le boulanger", address)]


@pytest.mark.parametrize("mark", ['class="hashtag"', 'rel="nofollow tag"'])
def test_a_hashtag_is_its_bare_word(mark: str):
    assert marked(TAG) == [(FacetKind.TAG, "#Pain", "Pain")]
    assert marked(f'<a href="https://x.example/t/fête" {mark}>#fête</a>')[0][2] == "fête"


def test_a_link_that_only_begins_like_a_hashtag_is_a_link():
    assert marked('<a href="https://x.example/">#pain</a>')[0][0] == FacetKind.LINK
    assert marked('<a href="https://x.example/" rel="tag"># 1 en pain</a>')[0][0] == FacetKind.LINK


@pytest.mark.parametrize(
    "address",
    [
        "mailto:a@b.fr",
        "javascript:x",
        "/relative",
        "//a.fr",
        "file:///x",
        "data:,x",
        "x",
        "https://bank@evil.fr",
        "https://",
        "?",
    ],
)
def test_only_whole_web_addresses_are_links(address: str):
    assert read_html(f'<p><a href="{address}">mot</a></p>') == ("mot", ())
    assert read_html("<a>mot</a>") == ("mot", ())


def test_a_link_with_nothing_to_see_is_none():
    assert read_html('a<a href="https://x.example/"><img src=x> <br></a>b') == ("a\nb", ())


@pytest.mark.parametrize(
    "html",
    [
        f'<p class="quote-inline">RE: {LONG}</p><p>Bravo</p>',
        f'<p>Bravo<span class="quote-inline"><br><br>RE: {LONG}</span></p>',
    ],
)
def test_the_line_that_repeats_a_quoted_posts_address_is_hidden_where_the_post_is_told_apart(
    html: str,
):
    assert read_html(html, is_quote_apart=True) == ("Bravo", ())
    shown, facets = read_html(html)
    assert sorted(shown.split("\n\n")) == ["Bravo", "RE: example.com/menu…"]
    assert len(facets) == 1


def test_a_link_over_two_paragraphs_covers_both():
    html = '<a href="https://x.example/"><p>un</p><p>deux</p></a>'
    assert "".join(words for _, words, _ in marked(html)).replace("\n", "") == "undeux"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 50_000 + "x",
        "<blockquote>" * 50_000,
        "<ul><li>x" * 50_000,
        "<a href='https://x.example'>x" * 50_000,
        "<b><i><p>x" * 20_000,
        "<p>" + "x" * 2_000_000,
        "<a " + "b=c " * 500_000 + ">x",
        "<" * 2_000_000,
        "&" * 2_000_000,
        " \n x" * 500_000,
        "<pre>" + "\n" * 2_000_000 + "x",
        "<br>" * 500_000 + "x",
        "<table><tr><td>" * 100_000,
        "\ud800" * 2_000_000,
        "<!--" * 500_000,
        "<script>" * 200_000,
    ],
    ids=lambda html: html[:9],
)
def test_what_an_enemy_wrote_is_read_quickly_and_cut(html: str):
    before = time.process_time()
    shown, facets = read_html(html)
    assert time.process_time() - before < 2
    assert len(shown) <= 20_001
    assert len(facets) <= 5_000


def test_what_was_cut_says_so():
    assert read_html("mot " * 10_000)[0].endswith("mot mot…")
    assert read_html("<p>mot" * 10_000)[0].endswith("mot…")
    assert read_html("x" * 20_000)[0] == "x" * 20_000


@pytest.mark.parametrize("words", WORDS, ids=lambda words: repr(words[:20]))
def test_words_that_look_like_markup_are_no_markup_any_more(words: str):
    sound(words)
    sound(f'<p><a href="https://x.example/">{words}</a></p>')


MARKUP = (
    LONG,
    MENTION,
    TAG,
    "<a href='https://a.example/'>",
    "</a>",
    "<p>",
    "</p>",
    "<br>",
    "<ul>",
)
MARKUP += ("<ol>", "<li>", "</ul>", "<pre>", "</pre>", '<span class="invisible">', "</span>", "<b")
MARKUP += ('<span class="ellipsis">', "&amp;", "&#x1F35E;", "<script>", "</script>", "é", " ", "\n")
PIECES = st.sampled_from(MARKUP) | st.text(st.characters(codec=None), max_size=20)


def sound(html: str) -> str:
    """Read `html` and prove that its facets are in order, apart, and on whole characters."""
    shown, facets = read_html(html, mentions={"@martin": MARTIN})
    encoded = shown.encode()
    end = 0
    for facet in facets:
        assert end <= facet.start < facet.end <= len(encoded)
        assert encoded[facet.start : facet.end].decode().strip()
        assert facet.target
        end = facet.end
    assert not shown.startswith("\n")
    assert not shown.endswith("\n")
    return shown


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_written_is_read(html: str):
    sound(html)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=200))
def test_escaped_words_are_shown_as_they_were_written(words: str):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    shown = sound(f"<pre>x{escaped}</pre>")
    assert "".join(shown.split()) == "".join(f"x{words}".split())
