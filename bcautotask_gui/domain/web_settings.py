"""What the settings of the web application hold of Autotask; its secrets are never read."""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bcautotask_gui.domain.settings import Environment, PriorityChoice, Settings


@dataclass(frozen=True)
class WebSettings:
    """Values that a team may begin with; empty or None where the web application has none.

    Attributes:
        environment: the Autotask database that it uses, or None where it does not say.
        time_zone: the zone in which it shows times.
    """

    environment: Environment | None = None
    user_name: str = ""
    base_url: str = ""
    time_zone: str = ""
    queue: int | None = None
    source: int | None = None
    status: int | None = None
    warning: int | None = None
    error: int | None = None


def read_environment(text: str | None) -> Environment | None:
    """The environment that the web application means by a text."""
    word = (text or "").strip().lower()
    return next((each for each in Environment if each.value == word), None)


def taken_over(settings: Settings, web: WebSettings) -> Settings:
    """The settings with what the web application has; the rest stays as it is.

    What belongs to one Autotask database goes to the environment that the web application uses,
    whichever is in use here.
    """
    place = web.environment or settings.environment
    here = settings.environments[place]
    chosen = {
        name: value
        for name in ("queue", "source", "status")
        if (value := getattr(web, name)) is not None
    }
    for name in ("warning", "error"):
        value = getattr(web, name)
        if value is not None:
            chosen[name] = PriorityChoice(value)
    here = replace(
        here,
        user_name=web.user_name or here.user_name,
        defaults=replace(here.defaults, **chosen),
    )
    return replace(
        settings,
        base_url=web.base_url or settings.base_url,
        time_zone=web.time_zone if _is_zone(web.time_zone) else settings.time_zone,
        mirrored=web.environment or settings.mirrored,
        environments={**settings.environments, place: here},
    )


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and bool(ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return False
