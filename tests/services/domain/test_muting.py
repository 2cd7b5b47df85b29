import pytest

from desktop.services.domain.muting import holds_any


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Un CAFÉ, vite", "café"),
        ("Un café", "CAFE"),
        ("le petit-déjeuner", "petit déjeuner"),
        ("#promo du jour", "promo"),
        ("l'été arrive", "ÉTÉ"),
        ("snake_case", "case"),
        ("пироги и хлеб", "ХЛЕБ"),
        ("e\u0301te\u0301", "été"),
    ],
)
def test_a_word_or_phrase_is_found_as_people_read_it(text: str, phrase: str):
    assert holds_any(text, ["something else", phrase])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Une cafetière", "cafe"),
        ("petit et déjeuner", "petit déjeuner"),
        ("déjeuner petit", "petit déjeuner"),
        ("", "bread"),
        ("bread", ""),
        ("bread 🥐", "🥐"),
    ],
)
def test_only_whole_words_in_their_order_count(text: str, phrase: str):
    assert not holds_any(text, [phrase])
