"""What a person types is looked for as it stands, whatever X's operators would make of it."""

import pytest
from services.networks.x_search import matcher

from desktop.services.domain.errors import InvalidField
from desktop.services.networks.x_search import conversation_query, query_of


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("pain", "pain"),
        ("  pain  chocolat ", "pain chocolat"),
        ("@shop #pain $PAIN café_1", "@shop #pain $PAIN café_1"),
        ('"pain au chocolat" Lyon', '"pain au chocolat" Lyon'),
        ('"pain au', "pain au"),
        ('pain"au"lait', "pain au lait"),
        ("prix:10 from:shop", '"prix:10" "from:shop"'),
        ("(pain OR brioche) -sel", '"(pain" "OR" "brioche)" "-sel"'),
        ("l'épi d'or 5€", '"l\'épi" "d\'or" "5€"'),
        ("pain\\\n\x00lait", "pain lait"),
        ("", ""),
        ('"" - () !', ""),
    ],
)  # fmt: skip
def test_words_become_a_query_that_means_them(words: str, query: str):
    assert query_of(words) == query


@pytest.mark.parametrize(
    "words", ["prix:10", "a OR", "NOT", "((", '"', "-", ":", "is:retweet", "%"]
)
def test_no_words_make_a_query_that_x_refuses(words: str):
    query = query_of(words)
    if query:
        matcher(query)


def test_more_than_x_takes_is_said_before_it_is_asked():
    assert len(query_of("a" * 512)) == 512
    with pytest.raises(InvalidField):
        query_of("a" * 513)


def test_a_conversation_is_found_by_what_began_it():
    assert conversation_query("20") == "conversation_id:20"
