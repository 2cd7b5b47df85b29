"""What a person is said to write about."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.topics import topics


def test_hashtags_and_words_that_come_back_are_topics() -> None:
    texts = ["Fresh #brioche and coffee", "More coffee, more #Brioche!", "A walk by the river"]
    assert topics(texts) == (("#Brioche", 2), ("coffee", 2))


def test_stop_words_of_both_languages_are_not_topics() -> None:
    assert topics(["toujours dans cette chose with something"] * 5) == ()


def test_a_hashtag_absorbs_the_word_it_is_made_of() -> None:
    assert topics(["#levain du jour", "le levain lève", "levain encore"]) == (("#levain", 3),)


def test_a_text_that_repeats_itself_counts_once() -> None:
    assert topics(["pizza pizza pizza #pizza"]) == (("#pizza", 1),)


def test_links_and_mentions_are_not_topics() -> None:
    assert topics(["https://boulangerie.example @marie.example"] * 3) == ()
    assert topics(["marche-lyon.example/samedi farine"] * 3) == (("farine", 3),)


def test_the_most_frequent_come_first_and_ties_are_in_order() -> None:
    texts = ["croissant farine", "croissant farine", "croissant #zeste", "#Anis"]
    assert topics(texts, limit=3) == (("croissant", 3), ("farine", 2), ("#Anis", 1))


@given(st.lists(st.text(max_size=60), max_size=20), st.integers(0, 10))
def test_counts_never_exceed_the_texts_and_the_order_does_not_matter(
    texts: list[str], limit: int
) -> None:
    found = topics(texts, limit)
    assert len(found) <= limit
    assert all(1 <= times <= len(texts) for _, times in found)
    assert topics(reversed(texts), limit) == found
