"""Moments as people say them: today and yesterday by name, the rest by day and month."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate


def moment_text(moment: datetime, now: datetime, *, inside: bool = False) -> str:
    """`Today 06:40`, `Yesterday 16:12`, `Fri 20 Nov 16:12`, `Thu 20 Nov 2025 16:12`.

    Args:
        moment: aware.
        now: aware; its zone is the one that the text is in.
        inside: the text stands inside a sentence, so that today is written small.
    """
    local = moment.astimezone(now.tzinfo)
    clock = f"{local:%H:%M}"
    day, today = local.date(), now.date()
    if day == today:
        small, capital = translate("Moments", "today {time}"), translate("Moments", "Today {time}")
        return (small if inside else capital).format(time=clock)
    if day == today - timedelta(days=1):
        small = translate("Moments", "yesterday {time}")
        capital = translate("Moments", "Yesterday {time}")
        return (small if inside else capital).format(time=clock)
    short = QLocale.FormatType.ShortFormat
    locale = QLocale()
    words = [locale.dayName(day.isoweekday(), short), str(day.day)]
    words.append(locale.monthName(day.month, short))
    if day.year != today.year:
        words.append(str(day.year))
    return " ".join([*words, clock])


def here_and_now() -> datetime:
    """The time, in the zone of this computer."""
    return datetime.now().astimezone()
