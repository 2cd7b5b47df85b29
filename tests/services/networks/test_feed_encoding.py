"""What a feed says of its encoding is a hint; what its bytes say counts."""

import codecs
import time

import pytest

from desktop.services.networks.feed_encoding import decoded

WORDS = "Boulangerie Léa, où l'on mange à 5 €"


def declared(name: str) -> str:
    return f'<?xml version="1.0" encoding="{name}"?><rss>{WORDS}</rss>'


@pytest.mark.parametrize(
    ("named", "real"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-15", "iso-8859-15"),
        ("windows-1252", "windows-1252"),
        ("iso-8859-1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("utf-8", "windows-1252"),
        ("iso-8859-1", "utf-8"),
        ("us-ascii", "utf-8"),
        ("x-unheard-of", "utf-8"),
        ("utf-16", "utf-8"),
        ("gb2312", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16", "utf-16-le"),
        ("utf-16", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("utf-8", "utf-8-sig"),
    ],
)
def test_the_words_come_out_whole(named: str, real: str):
    assert WORDS in decoded(declared(named).encode(real))


def test_the_header_is_believed_where_the_text_says_nothing():
    body = f"<rss>{WORDS}</rss>".encode("iso-8859-15")
    assert WORDS in decoded(body, "text/xml; charset=iso-8859-15")
    assert "Привет" in decoded("<rss>Привет</rss>".encode("koi8-r"), 'text/xml; charset="KOI8-R"')


def test_japanese_in_seven_bits_is_not_taken_for_english():
    body = '<?xml version="1.0" encoding="iso-2022-jp"?><rss>パン</rss>'.encode("iso-2022-jp")
    assert "パン" in decoded(body)


def test_one_bad_byte_does_not_spoil_the_rest():
    assert WORDS in decoded(declared("utf-8").encode() + b"\xff")


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "unicode_escape", "utf-7", "zip", "hex", "rot13", "undefined"]
)
def test_what_is_no_encoding_of_honest_people_is_not_used(name: str):
    start = time.monotonic()
    assert "\\u0041" in decoded(declared(name).encode("cp1252") + b"\\u0041" * 100_000)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("body", [b"", codecs.BOM_UTF8, b"\0", b"<\0", codecs.BOM_UTF16_LE + b"\0"])
def test_hardly_anything_is_hardly_anything(body: bytes):
    assert len(decoded(body)) <= 1
