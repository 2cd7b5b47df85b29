"""The one table of colours and type sizes that the whole window is painted from."""

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one look, named by what it is for rather than by what it is."""

    window: QColor
    rail: QColor
    surface: QColor
    sunken: QColor
    raised: QColor
    hover: QColor
    pressed: QColor
    selected: QColor
    border: QColor
    control: QColor
    text: QColor
    text2: QColor
    text3: QColor
    disabled: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    on_accent: QColor
    accent_soft: QColor
    accent_text: QColor
    danger: QColor
    danger_hover: QColor
    danger_soft: QColor
    danger_text: QColor
    on_danger: QColor
    warn: QColor
    warn_soft: QColor
    warn_text: QColor
    ok: QColor
    ok_soft: QColor
    ok_text: QColor
    focus: QColor
    link: QColor
    brass: QColor
    scrim: QColor
    shadow: QColor
    chart1: QColor
    chart2: QColor
    chart3: QColor
    chart_neg: QColor
    chart_neu: QColor
    grid: QColor
    toast: QColor
    on_toast: QColor
    toast_action: QColor
    toast_focus: QColor
    on_art: QColor
    account1: QColor
    account2: QColor
    account3: QColor
    account4: QColor
    account5: QColor
    account6: QColor

    def named(self, name: str) -> QColor:
        """Return one colour by its field name, for code that is given the name."""
        colour: QColor = getattr(self, name)
        return colour


LIGHT = Tokens(
    window=QColor("#F4F6F5"),
    rail=QColor("#ECEFED"),
    surface=QColor("#FFFFFF"),
    sunken=QColor("#F0F3F1"),
    raised=QColor("#FFFFFF"),
    hover=QColor("#F0F4F2"),
    pressed=QColor("#E4EAE7"),
    selected=QColor("#E3EFEA"),
    border=QColor("#DCE2DF"),
    control=QColor("#7F8B85"),
    text=QColor("#17211D"),
    text2=QColor("#4C5953"),
    text3=QColor("#5F6C66"),
    disabled=QColor("#98A39E"),
    accent=QColor("#17604F"),
    accent_hover=QColor("#114B3E"),
    accent_pressed=QColor("#0C382E"),
    on_accent=QColor("#FFFFFF"),
    accent_soft=QColor("#DFEDE7"),
    accent_text=QColor("#14584A"),
    danger=QColor("#B3261E"),
    danger_hover=QColor("#8F1D17"),
    danger_soft=QColor("#FBE9E7"),
    danger_text=QColor("#9A1F18"),
    on_danger=QColor("#FFFFFF"),
    warn=QColor("#96600A"),
    warn_soft=QColor("#FBF0DA"),
    warn_text=QColor("#7A4D05"),
    ok=QColor("#17604F"),
    ok_soft=QColor("#DFEDE7"),
    ok_text=QColor("#14584A"),
    focus=QColor("#0B57D0"),
    link=QColor("#14584A"),
    brass=QColor("#C79A3A"),
    scrim=QColor("#66101613"),
    shadow=QColor("#24101613"),
    chart1=QColor("#17604F"),
    chart2=QColor("#96600A"),
    chart3=QColor("#4C5F9E"),
    chart_neg=QColor("#B3261E"),
    chart_neu=QColor("#A9B4AF"),
    grid=QColor("#E6EBE8"),
    toast=QColor("#1F2A25"),
    on_toast=QColor("#F4F6F5"),
    toast_action=QColor("#7FD1B4"),
    toast_focus=QColor("#8AB4F8"),
    on_art=QColor("#F4F6F5"),
    account1=QColor("#17604F"),
    account2=QColor("#8A4FBF"),
    account3=QColor("#B3541E"),
    account4=QColor("#1F6FB2"),
    account5=QColor("#A8326B"),
    account6=QColor("#6B6B1F"),
)

DARK = Tokens(
    window=QColor("#101413"),
    rail=QColor("#0B0F0D"),
    surface=QColor("#191F1C"),
    sunken=QColor("#131816"),
    raised=QColor("#222926"),
    hover=QColor("#1F2623"),
    pressed=QColor("#29322E"),
    selected=QColor("#1C332B"),
    border=QColor("#2D3632"),
    control=QColor("#76837D"),
    text=QColor("#EBF1EE"),
    text2=QColor("#B4C0BA"),
    text3=QColor("#97A49E"),
    disabled=QColor("#5D6863"),
    accent=QColor("#63CDAA"),
    accent_hover=QColor("#7DDABB"),
    accent_pressed=QColor("#4FB493"),
    on_accent=QColor("#06251C"),
    accent_soft=QColor("#1C332B"),
    accent_text=QColor("#7AD8B8"),
    danger=QColor("#F2867C"),
    danger_hover=QColor("#F6A199"),
    danger_soft=QColor("#3B1D1A"),
    danger_text=QColor("#F7A39B"),
    on_danger=QColor("#3A0906"),
    warn=QColor("#E3B25A"),
    warn_soft=QColor("#35290F"),
    warn_text=QColor("#EDC57D"),
    ok=QColor("#63CDAA"),
    ok_soft=QColor("#1C332B"),
    ok_text=QColor("#7AD8B8"),
    focus=QColor("#8AB4F8"),
    link=QColor("#7AD8B8"),
    brass=QColor("#DDB35C"),
    scrim=QColor("#A6000000"),
    shadow=QColor("#66000000"),
    chart1=QColor("#63CDAA"),
    chart2=QColor("#E3B25A"),
    chart3=QColor("#A9B8F0"),
    chart_neg=QColor("#F2867C"),
    chart_neu=QColor("#66736D"),
    grid=QColor("#262E2A"),
    toast=QColor("#33403A"),
    on_toast=QColor("#F4F6F5"),
    toast_action=QColor("#86E0BF"),
    toast_focus=QColor("#8AB4F8"),
    on_art=QColor("#F4F6F5"),
    account1=QColor("#63CDAA"),
    account2=QColor("#C9A3F2"),
    account3=QColor("#F0A877"),
    account4=QColor("#86BDEB"),
    account5=QColor("#F09ABF"),
    account6=QColor("#CFCF7A"),
)


def in_high_contrast(tokens: Tokens) -> Tokens:
    """Return the same look with stronger edges, no soft fills and no third grey."""
    surface = tokens.surface
    return replace(
        tokens,
        border=tokens.control,
        text3=tokens.text2,
        disabled=tokens.text3,
        accent_soft=surface,
        danger_soft=surface,
        warn_soft=surface,
        ok_soft=surface,
        selected=surface,
        sunken=surface,
    )


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One size of type: height in pixels at 100 %, weight, and the height of its line."""

    px: int
    weight: int
    line: int


TYPE = {
    "display": TypeRole(28, 600, 36),
    "title": TypeRole(20, 600, 28),
    "heading": TypeRole(16, 600, 24),
    "strong": TypeRole(14, 600, 20),
    "body": TypeRole(14, 400, 20),
    "reading": TypeRole(15, 400, 22),
    "label": TypeRole(13, 500, 20),
    "button": TypeRole(13, 600, 20),
    "nav": TypeRole(14, 400, 20),
    "nav_current": TypeRole(14, 600, 20),
    "small": TypeRole(13, 400, 18),
    "caption": TypeRole(12, 400, 16),
    "badge": TypeRole(12, 500, 16),
    "caption_strong": TypeRole(12, 600, 16),
    "kpi": TypeRole(26, 600, 32),
    "overline": TypeRole(12, 600, 16),
}
