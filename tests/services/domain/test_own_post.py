"""A post that just left looks as its network will show it."""

from workbench import Workbench

from desktop.services.domain.draft import Draft, Published, ReplyTarget
from desktop.services.domain.own_post import as_post

PUBLISHED = Published("at://shop/1", "v1", "https://shop.test/1")


def test_it_is_the_accounts_own_with_its_links_found(bench: Workbench) -> None:
    item = bench.publishing().queue(bench.account.id, Draft("Fresh #bread", lang="en"))
    post = as_post(bench.account, item, PUBLISHED)

    assert (post.native_id, post.version, post.url) == ("at://shop/1", "v1", "https://shop.test/1")
    assert post.author.native_id == bench.account.native_id
    assert post.created_at == item.key.created_at
    assert [facet.target for facet in post.facets] == ["bread"]
    assert (post.lang, post.visibility, post.reply_to) == ("en", "public", "")


def test_an_answer_stands_in_its_conversation(bench: Workbench) -> None:
    answered = ReplyTarget("at://anna/2", "v2", "at://anna/1", "v1")
    item = bench.publishing().queue(bench.account.id, Draft("Yes", reply_to=answered, facets=()))
    post = as_post(bench.account, item, PUBLISHED)

    assert (post.reply_to, post.root) == ("at://anna/2", "at://anna/1")
    assert post.facets == ()
