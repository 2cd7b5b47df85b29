"""What an open workspace tells its owner: alarms, mentions, and how the month's money goes."""

from dataclasses import dataclass, field, replace

import pytest
from fake_server import arrival, lose_answer, post, told
from screens import Stage, heard, press, read

from desktop.services.domain.account import AccountState
from desktop.services.domain.announcement import Announcement
from desktop.services.domain.bills import MonthBill
from desktop.services.domain.draft import Draft
from desktop.services.domain.errors import Refused, SignedOut, Unreachable
from desktop.services.domain.feed import FeedFilter, FeedKind
from desktop.services.domain.post import NotificationKind
from desktop.services.networks.contract import SignIn
from desktop.views.news_desk import NewsDesk
from desktop.views.notifier import Notifier
from desktop.views.shell import Shell

MICROS = 1_000_000
ISOLATES = str.maketrans("", "", "\u2068\u2069")


@dataclass
class Watch:
    """An open workspace, what watches it, and what rang."""

    shell: Shell
    stage: Stage
    notifier: Notifier
    rang: list[tuple[Announcement]] = field(default_factory=list)

    @property
    def titles(self) -> list[str]:
        return [each.title.translate(ISOLATES) for (each,) in self.rang]

    @property
    def waiting(self) -> list[str]:
        return [each.title.translate(ISOLATES) for each in self.notifier.waiting]

    def fetch(self) -> None:
        self.shell.refresher.refresh_all()

    def write(self, text: str, *faults: object) -> None:
        """Queue a post and let it leave, or not."""
        account = self.stage.bench.account
        self.stage.bench.server.fail("publish", *faults)
        self.stage.session.publishing.queue(account.id, Draft(text=text))
        self.shell.refresher.send_waiting(account.id)


@pytest.fixture
def watch(shell, stage) -> Watch:
    notifier = Notifier(stage.hub, stage.tasks, lambda: False, shell)
    made = Watch(shell, stage, notifier)
    made.rang = heard(notifier.pop_up_asked)
    NewsDesk(shell, stage.tasks, notifier)
    return made


def mention(number: int, by: str = "claire"):
    return told(number, NotificationKind.MENTION, by, post=post(number, "Bonjour @shop", by))


def sign_in_again(watch: Watch) -> None:
    account = watch.stage.bench.account
    watch.stage.session.accounts.reconnect(
        account.id, SignIn("bluesky", "https://shop.test", "shop", "pass-word")
    )
    watch.shell.book.reload()


def test_a_workspace_where_all_is_well_tells_nothing(watch):
    watch.fetch()
    assert (watch.rang, watch.notifier.count) == ([], 0)


def test_an_account_that_is_signed_out_is_an_alarm_until_it_is_signed_in(watch):
    watch.stage.bench.server.fail("home", SignedOut())
    watch.fetch()
    ((alarm,),) = watch.rang
    assert watch.titles == ["@shop.test needs you to sign in again."]
    assert alarm.text == "Its saved posts are still here, and what you wrote waits in the outbox."
    assert (alarm.place, alarm.account_id, alarm.is_alarm) == ("accounts", 1, True)
    watch.fetch()
    assert len(watch.rang) == watch.notifier.count == 1
    sign_in_again(watch)
    assert watch.shell.book.all()[0].state is AccountState.CONNECTED
    assert watch.notifier.waiting == ()


def test_what_was_so_before_is_counted_and_does_not_ring(watch):
    watch.write("Too long", Refused("too_long"))
    watch.stage.bench.server.fail("home", SignedOut())
    watch.fetch()
    watch.notifier.clear()
    watch.rang.clear()
    NewsDesk(watch.shell, watch.stage.tasks, watch.notifier)
    assert (watch.rang, watch.notifier.count) == ([], 2)


def test_a_refused_post_is_an_alarm_until_it_is_settled_in_the_outbox(watch):
    watch.write("Too long", Refused("too_long"))
    assert watch.titles == ["A post by @shop.test could not be sent."]
    assert watch.rang[0][0].place == "outbox"
    watch.shell.go_to("outbox")
    press(watch.shell.pages.outbox, "withdraw")
    assert watch.notifier.waiting == ()


def test_a_post_of_which_nobody_knows_whether_it_left_is_an_alarm(watch):
    watch.stage.bench.server.is_idempotent = False
    watch.stage.bench.server.fail("find_published", Unreachable())
    watch.write("Fresh bread", lose_answer)
    assert watch.titles == ["It is not certain whether a post by @shop.test was sent."]


def test_one_more_stuck_post_rings_again_and_they_are_counted_together(watch):
    watch.write("Too long", Refused("too_long"))
    watch.write("Blocked", Refused("blocked"))
    assert len(watch.rang) == 2
    assert watch.titles[1].startswith("2 post")
    assert (watch.notifier.count, len(watch.waiting)) == (2, 1)


def test_a_post_that_waits_for_the_network_is_no_alarm(watch):
    watch.write("Later", Unreachable())
    assert (watch.rang, watch.notifier.count) == ([], 0)


def test_new_mentions_are_told_together_with_who_wrote_last(watch):
    watch.stage.bench.server.tell(mention(1, "ben"))
    watch.fetch()
    watch.stage.bench.server.tell(mention(2, "ben"), mention(3, "claire"))
    watch.fetch()
    assert [title[:5] for title in watch.titles] == ["1 new", "3 new"]
    assert watch.titles[1].endswith("the latest from Claire")
    (group,) = {each.group for (each,) in watch.rang}
    assert not watch.rang[0][0].is_alarm
    assert watch.notifier.count == 3
    assert group == "mentions"


def test_mentions_that_are_seen_wait_no_longer(watch):
    watch.stage.bench.server.tell(mention(1))
    watch.fetch()
    assert watch.notifier.count == 1
    watch.stage.session.timeline.mark_all_read(FeedFilter(kind=FeedKind.MENTION))
    watch.shell.feeds.keeper.count_unread()
    assert watch.notifier.waiting == ()


def test_a_name_that_tries_something_is_made_harmless(watch):
    nasty = replace(post(4), author=replace(post(4).author, name="Eve\n\u202e<b>evil</b>"))
    watch.stage.bench.server.tell(told(4, NotificationKind.MENTION, "eve", post=nasty))
    watch.fetch()
    assert watch.titles[0].endswith(" from Eve <b>evil</b>")


def test_the_month_s_money_is_told_at_each_step_and_over_once_it_was_seen(watch):
    near = MonthBill("2026-12", "USD", 4_100_000, 5 * MICROS, 0, (), (), ())
    watch.shell.watch.crossed.emit("X", near)
    watch.shell.watch.crossed.emit("X", replace(near, total=5 * MICROS))
    assert [title.replace("\u00a0", " ") for title in watch.titles] == [
        "X: $4.10 of $5 are spent this month.",
        "X: the monthly cap of $5 is reached.",
    ]
    assert watch.rang[1][0].text == (
        "Nothing more is asked of it until January 2027, or until you raise the cap."
    )
    assert watch.notifier.count == 0
    watch.notifier.see()
    assert watch.notifier.waiting == ()


def test_an_alarm_that_did_not_get_through_is_told_where_the_user_is(watch):
    hub = watch.stage.hub
    hub.preferences = replace(hub.preferences, second_channel="https://alarms.test")
    hub.second_channel.trouble = Unreachable()
    watch.stage.bench.server.fail("home", SignedOut())
    watch.shell.go_to("mentions")
    watch.fetch()
    assert "An alarm may not have reached your second channel." in read(watch.shell)


def test_an_error_of_ours_is_not_hidden(watch):
    hub, bug = watch.stage.hub, ValueError("bug")
    hub.preferences = replace(hub.preferences, second_channel="https://alarms.test")
    hub.second_channel.trouble = bug
    watch.stage.bench.server.fail("home", SignedOut())
    watch.fetch()
    assert watch.stage.tasks.unhandled == [bug]
    watch.stage.tasks.unhandled.clear()


def test_what_arrives_in_the_feed_alone_is_not_told(watch):
    watch.stage.bench.server.write(arrival(9))
    watch.fetch()
    assert watch.rang == []
