"""Without a key X is asked for nothing, and everything has a page where a person does it."""

import pytest

from desktop.services.domain.account import Account, Cap
from desktop.services.domain.draft import Draft, PublishKey, ReplyTarget
from desktop.services.domain.errors import Unsupported
from desktop.services.networks import registry
from desktop.services.networks.contract import Credential, Network, SignIn
from desktop.services.networks.x_hand_off import HandOff

INTENT = "https://x.com/intent"
TARGET = ReplyTarget("20", "20", "20", "20")


@pytest.fixture
def account() -> Account:
    return registry.Networks().sign_in(SignIn("x", "", "@Le_Fournil", ""))[0]


@pytest.fixture
def network(account: Account) -> Network:
    return registry.Networks().open_network(account, Credential(""), lambda _: None)


def test_the_account_is_what_was_typed(network: Network, account: Account):
    assert isinstance(network, HandOff)
    assert network.me() == account
    assert (account.native_id, account.handle) == ("le_fournil", "Le_Fournil")
    assert account.caps == Cap.KEYLESS | Cap.HAND_OFF


def test_nothing_is_read(network: Network):
    assert (network.home().items, network.home().older) == ((), "")
    assert (network.notifications().items, network.notifications().older) == ((), "")
    network.mark_seen()
    network.sign_out()
    network.close()


@pytest.mark.parametrize(
    ("draft", "page"),
    [
        (Draft("Du pain"), f"{INTENT}/post?text=Du%20pain"),
        (Draft("Merci", reply_to=TARGET), f"{INTENT}/post?text=Merci&in_reply_to=20"),
        (
            Draft("Vu", quote_of=("20", "20")),
            f"{INTENT}/post?text=Vu&url=https%3A%2F%2Fx.com%2Fi%2Fweb%2Fstatus%2F20",
        ),
    ],
)
def test_what_was_written_waits_on_the_page(
    network: Network, account: Account, draft: Draft, page: str
):
    key = PublishKey("uuid", "key", account.connected_at)
    with pytest.raises(Unsupported) as refused:
        network.publish(draft, key)
    assert refused.value.web_url == page
    assert network.find_published(draft, key) is None


@pytest.mark.parametrize(
    ("name", "asked", "page"),
    [
        ("like", ("20", "20"), f"{INTENT}/like?tweet_id=20"),
        ("repost", ("20", "20"), f"{INTENT}/retweet?tweet_id=20"),
        ("follow", ("lea",), f"{INTENT}/follow?screen_name=lea"),
        ("block", ("30",), "https://x.com/i/user/30"),
        ("delete", ("20",), "https://x.com/i/web/status/20"),
        ("thread", ("20",), "https://x.com/i/web/status/20"),
        ("profile", ("@lea",), "https://x.com/lea"),
        ("author_posts", ("30",), "https://x.com/i/user/30"),
        ("profile", ("a/b",), "https://x.com/a%2Fb"),
        ("posts", (["20"],), None),
        ("search", ("pain",), None),
        ("tagged", ("pain",), None),
        ("lists", (), None),
        ("list_posts", ("5",), None),
        ("counts", ("pain",), None),
        ("followers", ("30",), None),
        ("following", ("30",), None),
        ("relations", (["30"],), None),
        ("undo", ("repost 20",), None),
        ("reading_place", (), None),
        ("keep_reading_place", ("20",), None),
    ],
)
def test_everything_else_says_so_with_the_page_that_does_it(
    network: Network, name: str, asked: tuple[object, ...], page: str | None
):
    with pytest.raises(Unsupported) as refused:
        getattr(network, name)(*asked)
    assert refused.value.web_url == page


def test_nobody_asks_to_follow(network: Network):
    with pytest.raises(Unsupported):
        network.answer_follow_request("30", is_welcome=True)
