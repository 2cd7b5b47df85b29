"""The one link opener: only web pages, only where they say they lead."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui import links
from desktop.ui.links import check, open_folder, open_link

HARMLESS = {
    "https://lumiere-lyon.fr/brioche": "lumiere-lyon.fr",
    "https://example.com": "example.com",
    "HTTPS://EXAMPLE.COM/A": "example.com",
    "https://example.com:8443/a?b=c#d": "example.com",
    "https://example.com/caf%C3%A9": "example.com",
    "https://example.com/café?q=é": "example.com",
    "https://lumière.fr/": "lumière.fr",
    "https://xn--lumire-6ua.fr/": "lumière.fr",
    "https://日本.jp/": "日本.jp",
    "https://हिन्दी.example/": "हिन्दी.example",
    "https://example.com/@tom": "example.com",
    "https://example.com/?next=https://evil.example": "example.com",
    "https://sub.domain.example.co.uk/a/b/c": "sub.domain.example.co.uk",
    "https://[2001:db8::1]/a": "2001:db8::1",
}
REFUSED = (
    "https://paypal.com@evil.example/",
    "https://paypal.com:443@evil.example/",
    "https://user:password@example.com/",
    "https://@evil.example/",
    "https://paypal.com%40evil.example@evil.example/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "file://server/share",
    "file:////server/share",
    "//attacker.example/share",
    "\\\\attacker.example\\share",
    "smb://attacker.example/share",
    "vbscript:x",
    "mailto:a@b.example",
    "ftp://example.com/",
    "about:blank",
    "ms-msdt:/id",
    "https:/example.com",
    "https:example.com",
    "https:///example.com",
    "https://",
    "https://?x",
    "https://#x",
    "https://exa mple.com/",
    "https://example.com/a b",
    "https://example.com\t.evil.example/",
    "https://example.com\n.evil.example/",
    "https://example.com\x00.evil.example/",
    "https://example.com\\@evil.example/",
    "https://example.com\u202egro.live/",
    "https://example.com\u2044evil.example/",
    "https://exa\u200bmple.com/",
    "https://exa\u00admple.com/",
    "https://%65xample.com%2fevil.example/",
    "https://example.com:99999/",
    "https://" + "a" * 3_000 + ".example/",
    "example.com",
    "",
)
DOUBTFUL = {
    "https://pаypal.com/": ("xn--pypal-4ve.com", "unusual_letters"),
    "https://аррӏе.com/": ("xn--80ak6aa92e.com", "unusual_letters"),
    "https://gοogle.com/": ("xn--ggle-0qd2b.com", "unusual_letters"),
    "http://example.com/": ("example.com", "not_encrypted"),
    "http://pаypal.com/": ("xn--pypal-4ve.com", "unusual_letters"),
    "https://ɑpple.com/": ("xn--pple-zld.com", "unusual_letters"),
}


@pytest.mark.parametrize("address", HARMLESS)
def test_a_web_page_may_be_opened_and_its_place_is_named(address):
    verdict = check(address)

    assert verdict.is_allowed
    assert verdict.host == HARMLESS[address]
    assert verdict.warning == ""


@pytest.mark.parametrize("address", REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_web_page_or_hides_where_it_leads_is_refused(address):
    verdict = check(address)

    assert not verdict.is_allowed
    assert verdict.url == ""
    assert verdict.reason in ("scheme", "name", "characters", "malformed")


@pytest.mark.parametrize("address", DOUBTFUL)
def test_a_doubtful_page_is_shown_as_it_really_is(address):
    verdict = check(address)

    assert verdict.is_allowed
    assert verdict.warning == DOUBTFUL[address][1]
    if verdict.host.startswith("xn--"):
        assert verdict.host.isascii()
        assert verdict.host.encode("ascii").decode("idna") in address
    else:
        assert verdict.host == DOUBTFUL[address][0]


@pytest.mark.parametrize("address", [*HARMLESS, *DOUBTFUL])
def test_what_is_opened_is_the_very_host_that_was_judged(address):
    verdict = check(address)
    opened = QUrl(verdict.url, QUrl.ParsingMode.StrictMode)

    shown = verdict.host.encode("idna").decode("ascii") if ":" not in verdict.host else ""
    assert verdict.url.isascii()
    assert not opened.userInfo()
    assert opened.host(QUrl.ComponentFormattingOption.FullyEncoded) in (shown, verdict.host)


@pytest.fixture
def browser(monkeypatch) -> list[str]:
    """What reached the browser."""
    opened: list[str] = []

    class Browser:
        @staticmethod
        def openUrl(url: QUrl) -> bool:
            opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
            return True

    monkeypatch.setattr(links, "QDesktopServices", Browser)
    return opened


@pytest.fixture
def window(qtbot) -> QWidget:
    """A window to ask in."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_harmless_page_opens_at_once(theme, window, browser):
    assert open_link("https://example.com/a", window, theme)
    assert browser == ["https://example.com/a"]


def test_where_no_browser_opens_the_address_is_copied_and_said_so(
    theme, window, browser, monkeypatch
):
    told: list[tuple[str, ...]] = []
    monkeypatch.setattr(links, "tell", lambda _theme, _window, *words: told.append(words))
    monkeypatch.setattr(links.QDesktopServices, "openUrl", lambda _url: False)

    assert not open_link("https://example.com/a", window, theme)
    assert QApplication.clipboard().text() == "https://example.com/a"
    assert "copied" in told[0][1]


def test_a_refused_address_never_reaches_the_browser_and_says_why(
    theme, window, browser, monkeypatch
):
    told = []
    monkeypatch.setattr(links, "tell", lambda _theme, _window, *words: told.append(words))
    for address in REFUSED:
        assert not open_link(address, window, theme)

    assert browser == []
    assert len(told) == len(REFUSED)
    assert all(title and text for title, text in told)


@pytest.mark.parametrize("answer", [True, False])
@pytest.mark.parametrize("address", DOUBTFUL)
def test_a_doubtful_page_opens_only_when_the_user_says_so(
    theme, window, browser, monkeypatch, address, answer
):
    asked = []

    def ask(_theme, _window, *words: str) -> bool:
        asked.append(words)
        return answer

    monkeypatch.setattr(links, "ask", ask)
    assert open_link(address, window, theme) is answer

    assert len(browser) == int(answer)
    assert check(address).host in asked[0][1]


def test_one_s_own_folder_is_shown_by_the_computer(theme, window, browser, tmp_path):
    assert open_folder(tmp_path / "a b", window, theme)

    assert [QUrl(each).toLocalFile() for each in browser] == [str(tmp_path / "a b")]


def test_where_no_folder_opens_its_place_is_copied_and_said_so(
    theme, window, browser, monkeypatch, tmp_path
):
    told = []
    monkeypatch.setattr(links, "tell", lambda _theme, _parent, *words: told.append(words))
    monkeypatch.setattr(links.QDesktopServices, "openUrl", lambda _url: False)

    assert not open_folder(tmp_path, window, theme)

    assert QApplication.clipboard().text() == str(tmp_path)
    assert told[0][0] == "The folder was not opened"
