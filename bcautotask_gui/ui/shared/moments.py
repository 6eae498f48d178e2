"""Moments as people say them: today and yesterday by name, the rest by day and month."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale


def moment_text(moment: datetime, now: datetime) -> str:
    """`Today 06:40`, `Yesterday 16:12`, `Fri 20 Nov 16:12`, `Fri 20 Nov 2025 16:12`.

    Args:
        moment: aware.
        now: aware; its zone is the one that the text is in.
    """
    local = moment.astimezone(now.tzinfo)
    clock = f"{local:%H:%M}"
    day, today = local.date(), now.date()
    if day == today:
        return QCoreApplication.translate("Moments", "Today {time}").format(time=clock)
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Moments", "Yesterday {time}").format(time=clock)
    short = QLocale.FormatType.ShortFormat
    locale = QLocale()
    words = [locale.dayName(day.isoweekday(), short), str(day.day)]
    words.append(locale.monthName(day.month, short))
    if day.year != today.year:
        words.append(str(day.year))
    return " ".join([*words, clock])


def inside_sentence(text: str) -> str:
    """The text of a moment as it stands inside a sentence: `today 06:40`."""
    for word in ("Today {time}", "Yesterday {time}"):
        spoken = QCoreApplication.translate("Moments", word)
        if text.startswith(spoken.partition("{")[0]):
            return text[0].lower() + text[1:]
    return text


def here_and_now() -> datetime:
    """The time, in the zone of this computer."""
    return datetime.now().astimezone()
