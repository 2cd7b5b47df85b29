"""RSS and Atom of every age are read, broken ones as far as possible, hostile ones in time."""

import string
import time
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.services.domain.errors import BadAnswer, CrieurError
from desktop.services.networks.feed_document import Document
from desktop.services.networks.feed_reading import read_posts
from desktop.services.networks.feed_xml import looks_like_xml, read_xml

BASE = "https://blog.example/feed"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def read(body: str | bytes, content_type: str = "application/xml") -> Document:
    return read_xml(body.encode() if isinstance(body, str) else body, content_type, BASE)


def rss(inside: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0" {MEDIA} {DC}'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>'
        f"{inside}</channel></rss>"
    )


ATOM = "http://www.w3.org/2005/Atom"
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
AGES = {
    "RSS 0.90": f'<rdf:RDF {RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel>'
    "<title>T</title></channel><item><title>Un</title><link>https://blog.example/1</link></item>"
    "</rdf:RDF>",
    "RSS 0.91": '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
    '"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel>'
    "<title>T</title><item><title>Un</title><link>https://blog.example/1</link></item>"
    "</channel></rss>",
    "RSS 0.92": '<rss version="0.92"><channel><title>T</title><item><title>Un</title>'
    "<link>https://blog.example/1</link></item></channel></rss>",
    "RSS 1.0": f'<rdf:RDF {RDF} {DC} xmlns="http://purl.org/rss/1.0/">'
    '<channel rdf:about="https://blog.example/"><title>T</title></channel>'
    '<item rdf:about="https://blog.example/1"><title>Un</title>'
    "<link>https://blog.example/1</link><dc:date>2026-11-01T08:00:00+01:00</dc:date></item>"
    "</rdf:RDF>",
    "RSS 2.0": '<rss version="2.0"><channel><title>T</title><item><title>Un</title>'
    "<link>https://blog.example/1</link></item></channel></rss>",
    "RSS without a version": "<rss><channel><title>T</title><item><title>Un</title>"
    "<link>https://blog.example/1</link></item></channel></rss>",
    "Atom 0.3": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry>'
    '<title>Un</title><link rel="alternate" type="text/html" href="https://blog.example/1"/>'
    "<issued>2026-11-01T08:00:00Z</issued></entry></feed>",
    "Atom 1.0": f'<feed xmlns="{ATOM}"><title>T</title><entry><title>Un</title>'
    '<link href="https://blog.example/1"/></entry></feed>',
    "Atom with a prefix": f'<a:feed xmlns:a="{ATOM}"><a:title>T</a:title><a:entry>'
    '<a:title>Un</a:title><a:link href="https://blog.example/1"/></a:entry></a:feed>',
}


@pytest.mark.parametrize("body", AGES.values(), ids=AGES)
def test_feeds_of_every_age_are_read(body: str):
    document = read(body)
    assert document.title == "T"
    assert [(each.title.value, each.link) for each in document.items] == [
        ("Un", "https://blog.example/1")
    ]


def test_everything_that_an_entry_may_hold_is_found():
    document = read(
        rss(
            "<link>https://blog.example/</link><language>fr-FR</language>"
            "<image><url>https://blog.example/i.png</url></image>"
            '<item><title>Où &lt;b&gt;manger&lt;/b&gt; ?</title><guid isPermaLink="false">12</guid>'
            "<link>/a?x=1&amp;y=2</link><dc:creator>Léa</dc:creator>"
            "<pubDate>Mon, 16 Nov 2026 10:00:00 +0100</pubDate><description>court</description>"
            '<content:encoded><![CDATA[<p>Un long <a href="/b">texte</a></p>]]></content:encoded>'
            '<enclosure url="https://blog.example/p.jpg" type="image/jpeg" length="1"/>'
            '<media:content url="https://cdn.example/m.jpg" medium="image" width="600"/>'
            '<media:content url="http://cdn.example/plain.jpg" medium="image"/>'
            '<media:thumbnail url="https://cdn.example/t.jpg"/>'
            '<enclosure url="/e.mp3" type="audio/mpeg"/></item>'
        )
    )
    assert (document.link, document.lang) == ("https://blog.example/", "fr-FR")
    assert document.picture_url == "https://blog.example/i.png"
    (item,) = document.items
    assert (item.id, item.link) == ("12", "https://blog.example/a?x=1&y=2")
    assert item.title.is_html
    assert item.body.value == '<p>Un long <a href="/b">texte</a></p>'
    assert item.author == "Léa"
    assert item.published == datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
    assert [each.url for each in item.media] == [
        "https://blog.example/p.jpg",
        "https://cdn.example/m.jpg",
    ]
    assert item.media[1].width == 600
    assert item.files == ("https://blog.example/e.mp3",)
    assert item.thumb_url == "https://cdn.example/t.jpg"


@pytest.mark.parametrize("end", ["", "</channel"])
def test_an_id_that_is_no_address_is_not_made_one(end: str):
    item = read(rss(f"<item><guid>1</guid><title>Un</title></item>{end}")).items[0]
    assert (item.id, item.link) == ("1", "https://blog.example/1")


def test_atom_text_is_text_and_atom_markup_is_markup():
    document = read(
        f'<feed xmlns="{ATOM}" xml:base="https://other.example/"><entry><title>1 &lt; 2</title>'
        '<link href="x"/><content type="xhtml" xml:base="deep/">'
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>a <em>b</em></p></div></content></entry>'
        "</feed>"
    )
    (item,) = document.items
    assert (item.title.value, item.title.is_html) == ("1 < 2", False)
    assert item.body.is_html
    assert "<em>b</em>" in item.body.value
    assert item.body.base == "https://other.example/deep/"
    assert item.link == "https://other.example/x"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("lea@blog.example (Léa Petit)", "Léa Petit"),
        ("Léa Petit <lea@blog.example>", "Léa Petit"),
        ("Léa Petit", "Léa Petit"),
        ("lea@blog.example", ""),
    ],
)
def test_authors_are_named_without_their_mail_address(said: str, name: str):
    escaped = said.replace("<", "&lt;").replace(">", "&gt;")
    document = read(rss(f"<item><title>x</title><author>{escaped}</author></item>"))
    assert document.items[0].author == name


BROKEN = {
    "an entity that nobody defined": "<item><title>Caf&eacute;</title></item>",
    "a bare ampersand": "<item><title>Café</title><link>https://a.example/?a=1&b=2</link></item>",
    "an element left open": "<item><title>Café</title><description>a<br>b</item>",
    "an unknown prefix": "<item><title>Café</title><foo:bar>x</foo:bar></item>",
    "a character that XML has not": "<item><title>Caf\x0bé</title></item>",
    "a number of no character": "<item><title>Café&#xD800;&#x110000;</title></item>",
    "a number without end": f"<item><title>Café</title><a>&#{'9' * 9_000};</a></item>",
    "an end that is missing": "<item><title>Café</title><link>https://a.example/1</link>",
}


@pytest.mark.parametrize("inside", BROKEN.values(), ids=BROKEN)
def test_what_can_be_read_of_a_broken_feed_is_read(inside: str):
    document = read(rss(inside))
    assert document.items
    assert document.items[0].title.value.startswith("Caf")
    posts, _ = read_posts(document, BASE, NOW, {})
    assert posts[0].text.startswith("Café")


def test_a_feed_after_a_servers_complaint_is_read():
    body = "<br />\n<b>Warning</b>: it is broken\n" + rss("<item><title>Un</title></item>")
    assert read(body).items[0].title.value == "Un"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "rubbish",
        "<html><body><p>rss feed</p></body></html>",
        "<opml version='2.0'><body/></opml>",
        '<?xml version="1.0"?><urlset><url/></urlset>',
        '{"version": "1"}',
    ],
)
def test_what_is_no_feed_is_not_read(body: str):
    assert not looks_like_xml(body.encode())
    with pytest.raises(BadAnswer):
        read(body)


def test_a_page_that_only_speaks_of_feeds_is_none():
    with pytest.raises(BadAnswer):
        read("<html><body><feed >nothing</feed></body></html>")


def test_nothing_is_read_from_this_computer_or_fetched():
    document = read(
        rss(
            "<item><title>x</title><description>&a;</description></item>",
            '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        )
    )
    assert "root" not in repr(document)


LAUGHS = "".join(f'<!ENTITY {chr(98 + step)} "{f"&{chr(97 + step)};" * 10}">' for step in range(9))
SIZE = 100_000
HOSTILE = {
    "laughs": rss(
        "<item><description>&j;</description></item>", f'<!DOCTYPE x [<!ENTITY a "l">{LAUGHS}]>'
    ),
    "one long entity": rss(
        f"<item><description>{'&a;' * (SIZE // 6)}</description></item>",
        f'<!DOCTYPE x [<!ENTITY a "{"x" * 50_000}">]>',
    ),
    "nested": rss("<item>" + "<a>" * (SIZE // 7) + "</a>" * (SIZE // 7) + "</item>"),
    "nested and open": rss("<item>" + "<a>" * (SIZE // 3)),
    "nested entries": rss("<item>" * (SIZE // 13) + "</item>" * (SIZE // 13)),
    "nested bases": rss("<a xml:base='a/'>" * (SIZE // 21) + "</a>" * (SIZE // 21)),
    "a long mail address": rss(f"<item><author>{'a.' * (SIZE // 2)}</author></item>"),
    "attributes": rss("<a " + " ".join(f"n{number}='u'" for number in range(SIZE // 9)) + "/>"),
    "namespaces": rss("".join(f"<a xmlns:n{n}='u{n}'/>" for n in range(SIZE // 22))),
    "categories": rss(
        f"<item>{''.join(f'<category>{n}</category>' for n in range(SIZE // 24))}</item>"
    ),
    "declarations": "<?xml " + "encoding='" * (SIZE // 10) + "?>" + rss(""),
    "quotes": rss("<item>&bad;<a " + "'\"" * (SIZE // 2)),
    "open tags": rss("<item>&bad;" + "<a " * (SIZE // 3)),
    "short tags": rss("<item>&bad;" + "<a/" * (SIZE // 3)),
    "ampersands": rss("<item>&bad;" + "&" * SIZE),
    "markups": rss("<item>&bad;" + "<!" * (SIZE // 2)),
    "dates": rss(f"<item><pubDate>{'1 ' * (SIZE // 2)}</pubDate></item>"),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_feeds_end_soon(body: str):
    start = time.monotonic()
    with suppress(CrieurError):
        read_posts(read(body), BASE, NOW, {})
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("piece", ["<a></a>", "&bad;<a></a>", "&bad;</a"])
def test_the_time_of_one_feed_has_an_end(monkeypatch: pytest.MonkeyPatch, piece: str):
    monkeypatch.setattr("desktop.services.networks.feed_xml._SECONDS", 0.3)
    body = rss("<item>" + piece * 400_000)
    start = time.monotonic()
    with suppress(CrieurError):
        read(body)
    assert time.monotonic() - start < 3


def test_a_feed_of_countless_entries_is_cut():
    assert len(read(rss("<item/>" * 5_000)).items) == 2_000


ODD_ONES = (
    "<item> </item> <title> ]]> <![CDATA[ &amp; <links\ta='b'/> <content> <updated> <enclosure/> "
    "<media:content/> <id\ta='b'> <source> <entry> <link/> <tags\tx='y'> <category/> <image> "
    "<author>"
)
PIECES = st.sampled_from([*AGES.values(), *BROKEN.values(), *ODD_ONES.split(" ")])


@settings(max_examples=150)
@given(st.lists(st.one_of(PIECES, st.text(string.printable, max_size=20)), max_size=12))
def test_whatever_is_put_together_raises_only_what_crieur_foresees(pieces: list[str]):
    body = rss("<item>" + "".join(pieces))
    posts, _ = read_posts(read(body), BASE, NOW, {})
    assert len({post.native_id for post in posts}) == len(posts)


@settings(max_examples=150)
@given(st.sampled_from([*AGES.values()]), st.data())
def test_spoiled_bytes_raise_only_what_crieur_foresees(body: str, data: st.DataObject):
    spoiled = bytearray(body.encode())
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(spoiled)))
        spoiled[place : place + data.draw(st.integers(0, 5))] = data.draw(st.binary(max_size=5))
    with suppress(CrieurError):
        read_posts(read(bytes(spoiled)), BASE, NOW, {})


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_random_bytes_raise_only_what_crieur_foresees(body: bytes):
    with suppress(CrieurError):
        read_posts(read(b"<rss " + body), BASE, NOW, {})
