"""The tour is offered once, shows the window part by part, and ends on something to do."""

from dataclasses import replace

import pytest
from fake_server import arrival, post, told
from PySide6.QtWidgets import QAbstractButton
from screens import find, open_dialog, read, settle

from desktop.services.domain.post import NotificationKind
from desktop.ui.coach import Coach
from desktop.views.post_dialog import PostDialog


@pytest.fixture(autouse=True)
def newcomer(stage) -> None:
    """Somebody who has not seen the tour."""
    stage.hub.preferences = replace(stage.hub.preferences, tour_seen=False)


def coach_of(shell) -> Coach | None:
    return next((each for each in shell.findChildren(Coach) if each.isVisible()), None)


def go_through(shell) -> list[str]:
    seen = []
    for _ in range(5):
        coach = coach_of(shell)
        seen.append(coach.title)
        find(coach, "tourOn", QAbstractButton).click()
    return seen


def test_the_tour_is_offered_until_it_was_seen(build_shell, stage):
    shell = build_shell()
    assert "New here?" in shell.feeds.home.banner.title.text()

    shell.feeds.home.banner.button.click()
    assert coach_of(shell) is not None
    assert stage.hub.preferences.tour_seen

    assert build_shell().feeds.home.banner.isHidden()


def test_who_does_not_want_it_is_not_asked_again(build_shell, stage):
    build_shell().feeds.home.banner.close_button.click()

    assert build_shell().feeds.home.banner.isHidden()


def test_nobody_is_led_through_an_empty_window(build_shell, stage):
    stage.bench.accounts.disconnect(stage.bench.account.id)
    stage.book.reload()

    assert build_shell().feeds.home.banner.isHidden()


def test_it_ends_with_an_answer_to_whoever_spoke_to_the_shop(build_shell, stage):
    stage.bench.server.tell(
        told(5, NotificationKind.MENTION, post=post(5, "Do you have rye?", "bob"))
    )
    shell = build_shell()
    shell.refresher.refresh_all()
    shell.feeds.home.banner.button.click()
    seen = go_through(shell)

    assert len(set(seen)) == 5
    assert coach_of(shell) is None
    assert "Do you have rye?" in read(open_dialog(shell, PostDialog))


def test_it_ends_with_a_first_post_where_nobody_has_spoken(build_shell, stage):
    stage.bench.server.write(arrival(1))
    shell = build_shell()
    shell.feeds.home.banner.button.click()
    go_through(shell)

    assert open_dialog(shell, PostDialog).isVisible()


def test_it_can_be_had_again_from_the_commands(build_shell, stage):
    shell = build_shell()
    shell.feeds.home.banner.close_button.click()
    shell.commands.run("tour")

    assert coach_of(shell) is not None


def test_leaving_it_leads_back_to_the_list(build_shell, stage):
    stage.bench.server.write(arrival(1))
    shell = build_shell()
    shell.activateWindow()
    shell.commands.run("tour")
    settle()
    find(coach_of(shell), "leaveTour", QAbstractButton).click()

    assert coach_of(shell) is None
    assert shell.feeds.home.panel.list.hasFocus()
