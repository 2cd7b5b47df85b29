"""What nobody has gone to is not made; what was made stays."""


def test_only_the_feeds_are_made_at_the_start(shell):
    assert [key for key in ("digest", "outbox", "settings") if shell.pages.is_made(key)] == []


def test_going_somewhere_makes_its_page(shell):
    shell.go_to("accounts")
    settings = shell.pages.settings
    shell.go_to("home")
    shell.go_to("privacy")

    assert shell.pages.settings is settings
    assert shell.pages.currentWidget() is settings


def test_the_digest_leads_to_other_places(shell):
    shell.pages.digest.tag_opened.emit("bread")

    assert shell.rail.place == "home"
    assert shell.feeds.home.filter().search == "bread"
