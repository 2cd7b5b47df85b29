"""Where an answer costs money, the user is told how much before anything is asked."""

from feed_scene import Scene, meet, texts
from screens import offers, press, read

from desktop.services.domain.account import Cap
from desktop.services.domain.errors import BudgetReached


def test_of_a_person_what_is_stored_is_shown_and_more_is_offered(anna: Scene):
    anna.be_able_to(caps=anna.account.caps | Cap.METERED)
    pane = meet(anna)

    assert "Eats bread" not in read(pane)
    assert anna.server.called("profile") == 0
    assert "Asking Bluesky for more costs at most $0.06." in read(pane).replace("\xa0", " ")
    press(pane, "Ask Bluesky")
    assert "Eats bread" in read(pane)
    assert texts(pane.list) == ["Croissants and more #croissants", "An older one"]
    assert not offers(pane, "Ask Bluesky")


def test_a_person_who_was_not_told_of_can_be_asked_for_again(anna: Scene):
    anna.be_able_to(caps=anna.account.caps | Cap.METERED)
    anna.server.fail("profile", BudgetReached(5_000_000, 4_990_000, 60_000))
    pane = meet(anna)
    press(pane, "Ask Bluesky")

    assert pane.card.banner.isVisible()
    press(pane, "Ask Bluesky")
    assert "Eats bread" in read(pane)
    assert not pane.card.banner.isVisible()


def test_who_was_paid_for_today_is_not_offered_again(anna: Scene, monkeypatch):
    class Paid:
        def was_read_today(self, operation: str, native_id: str) -> bool:
            return (operation, native_id) == ("user_read", "did:anna")

    monkeypatch.setattr(anna.stage.session.spending, "meter", lambda _account_id: Paid())
    anna.be_able_to(caps=anna.account.caps | Cap.METERED)

    assert not offers(meet(anna), "Ask Bluesky")


def test_nobody_is_asked_for_a_person_where_only_an_archive_is_there(anna: Scene):
    anna.be_able_to(caps=Cap.KEYLESS | Cap.HAND_OFF)
    calls = len(anna.server.calls)
    pane = meet(anna)

    assert len(anna.server.calls) == calls
    assert not offers(pane, "Ask Bluesky")
