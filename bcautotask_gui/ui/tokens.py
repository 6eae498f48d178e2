"""The colours of the window, by the work they do, for a light and a dark desktop.

Ratios of text and icons on their grounds are computed in the tests: text keeps 4.5, icons and
field edges keep 3.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    """One colour scheme; every value is written as #RRGGBB."""

    window: str
    base: str
    raised: str
    code: str
    text: str
    muted: str
    faint: str
    line: str
    row_line: str
    edge: str
    button_edge: str
    thumb: str
    cap: str
    accent: str
    accent_pressed: str
    accent_cap: str
    accent_text: str
    link: str
    selection: str
    selection_idle: str
    tint: str
    failed_ground: str
    failed_text: str
    failed_icon: str
    warning_ground: str
    warning_text: str
    warning_icon: str
    good_ground: str
    good_text: str
    good_icon: str
    info_ground: str
    info_text: str
    info_icon: str
    waiting_ground: str
    waiting_text: str
    waiting_icon: str
    none_text: str
    none_icon: str
    bar_good: str
    sandbox_ground: str
    sandbox_hatch: str
    sandbox_text: str
    production_ground: str
    production_text: str


LIGHT = Tokens(
    window="#F4F5F7",
    base="#FFFFFF",
    raised="#FBFBFC",
    code="#F7F8FA",
    text="#1A1E24",
    muted="#59626F",
    faint="#66707D",
    line="#DADDE3",
    row_line="#ECEEF1",
    edge="#7F8895",
    button_edge="#C3C8D0",
    thumb="#B9BFC8",
    cap="#EEF0F3",
    accent="#1F5FBF",
    accent_pressed="#1A52A6",
    accent_cap="#194C98",
    accent_text="#FFFFFF",
    link="#1B57B0",
    selection="#DCE8FB",
    selection_idle="#E9ECF1",
    tint="#FDF6E0",
    failed_ground="#FCE4E1",
    failed_text="#8E1B14",
    failed_icon="#C3281E",
    warning_ground="#FDF0CC",
    warning_text="#654400",
    warning_icon="#9A6300",
    good_ground="#E1F2E5",
    good_text="#1F5A32",
    good_icon="#2C7A43",
    info_ground="#DFEBFC",
    info_text="#17427F",
    info_icon="#2766B8",
    waiting_ground="#E5E9EF",
    waiting_text="#364050",
    waiting_icon="#566273",
    none_text="#4A535F",
    none_icon="#6D7682",
    bar_good="#478C5C",
    sandbox_ground="#EBE3FB",
    sandbox_hatch="#DFD2F8",
    sandbox_text="#46257F",
    production_ground="#0B5F66",
    production_text="#FFFFFF",
)

DARK = Tokens(
    window="#1F2227",
    base="#181A1E",
    raised="#24272D",
    code="#14161A",
    text="#E7E9EC",
    muted="#A7AFBA",
    faint="#8D96A2",
    line="#373C45",
    row_line="#25282E",
    edge="#79828F",
    button_edge="#4A515C",
    thumb="#4B525D",
    cap="#33383F",
    accent="#3A72CF",
    accent_pressed="#3465B8",
    accent_cap="#2E5BA5",
    accent_text="#FFFFFF",
    link="#8DB8FF",
    selection="#263A5C",
    selection_idle="#2C3139",
    tint="#2E2A1E",
    failed_ground="#4A201E",
    failed_text="#FFC2BB",
    failed_icon="#FF8A7E",
    warning_ground="#42330F",
    warning_text="#F7DA93",
    warning_icon="#F0BC4B",
    good_ground="#1C3A26",
    good_text="#B0E3BF",
    good_icon="#6CC487",
    info_ground="#1D3457",
    info_text="#BBD6FF",
    info_icon="#7FB0FF",
    waiting_ground="#333A44",
    waiting_text="#D3D9E1",
    waiting_icon="#A9B3C0",
    none_text="#BAC1CB",
    none_icon="#929BA7",
    bar_good="#57996B",
    sandbox_ground="#35285A",
    sandbox_hatch="#3E2F69",
    sandbox_text="#DFD2FF",
    production_ground="#0D656C",
    production_text="#FFFFFF",
)
