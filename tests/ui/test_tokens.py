from __future__ import annotations

import pytest

from bcautotask_gui.ui.shared.badges import LOOKS
from bcautotask_gui.ui.tokens import DARK, LIGHT, Tokens

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])

TEXT_ON_GROUND = [
    *((text, ground) for text in ("text", "muted") for ground in ("base", "window", "selection")),
    ("text", "selection_idle"),
    ("muted", "selection_idle"),
    ("text", "raised"),
    ("text", "code"),
    ("text", "tint"),
    ("muted", "tint"),
    ("muted", "cap"),
    ("faint", "base"),
    ("faint", "window"),
    ("accent_text", "accent"),
    ("accent_text", "accent_pressed"),
    ("accent_text", "accent_cap"),
    ("link", "base"),
    ("link", "window"),
    ("good_text", "base"),
    ("good_text", "selection"),
    ("none_text", "base"),
    ("none_text", "selection"),
    ("failed_text", "base"),
    ("failed_text", "window"),
    *(
        (f"{family}_text", f"{family}_ground")
        for family in ("failed", "warning", "good", "info", "waiting")
    ),
    ("sandbox_text", "sandbox_ground"),
    ("sandbox_text", "sandbox_hatch"),
    ("production_text", "production_ground"),
]

ICONS_AND_EDGES = [
    *(
        (f"{family}_icon", ground)
        for family in ("failed", "warning", "good", "info", "waiting", "none")
        for ground in ("base", "window", "selection")
    ),
    *(
        (f"{family}_icon", f"{family}_ground")
        for family in ("failed", "warning", "good", "info", "waiting")
    ),
    ("edge", "base"),
    ("edge", "window"),
    ("muted", "selection"),
    ("accent", "base"),
    ("accent", "window"),
    ("bar_good", "base"),
    ("bar_good", "selection"),
]


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: Tokens, one: str, other: str) -> float:
    bright, dark = sorted((luminance(getattr(tokens, name)) for name in (one, other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_the_ratio_of_black_on_white_is_twenty_one() -> None:
    assert (luminance("#FFFFFF") + 0.05) / (luminance("#000000") + 0.05) == pytest.approx(21)


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(tokens, text, ground) >= 4.5


@SCHEMES
@pytest.mark.parametrize(("icon", "ground"), ICONS_AND_EDGES)
def test_icons_and_edges_stand_out_from_their_ground(
    tokens: Tokens, icon: str, ground: str
) -> None:
    assert contrast(tokens, icon, ground) >= 3.0


@SCHEMES
def test_every_badge_can_be_read(tokens: Tokens) -> None:
    for badge, look in LOOKS.items():
        ground = look.ground or "base"
        assert contrast(tokens, look.text_token, ground) >= 4.5, badge
        assert contrast(tokens, look.icon_token, ground) >= 3.0, badge
        if look.dashed:
            assert contrast(tokens, look.edge or "", "base") >= 3.0, badge


@SCHEMES
def test_violet_and_teal_belong_to_the_strip_alone(tokens: Tokens) -> None:
    strip = {name for name in vars(tokens) if name.startswith(("sandbox_", "production_"))}
    theirs = {getattr(tokens, name) for name in strip} - {"#FFFFFF"}
    others = {value for name, value in vars(tokens).items() if name not in strip}
    assert not theirs & others
