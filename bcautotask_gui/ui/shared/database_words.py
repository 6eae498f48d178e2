"""What a look at a database found, in sentences."""

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.schema_report import DatabaseLook
from bcautotask_gui.ui.shared.notice import Tone
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


def found_words(look: DatabaseLook) -> tuple[Tone, str, str]:
    """How serious it is, the point, and what follows.

    Args:
        look: what was found.
    """
    if look.report.is_empty:
        heading = translate("DatabaseWords", "{label} holds nothing of Backupchecks")
        advice = translate(
            "DatabaseWords", "Check the name of the database at the end of the address."
        )
        return Tone.WARNING, heading.format(label=look.label), advice
    tables = sum(not part.column for part in look.report.found)
    heading = translate("DatabaseWords", "{label}: {n} tables of Backupchecks found")
    missing = look.report.missing
    sentences = []
    if missing:
        names = ", ".join(
            f"{part.table}.{part.column}" if part.column else part.table for part in missing
        )
        lacks = translate("DatabaseWords", "Not found or not readable: {names}.")
        sentences.append(lacks.format(names=names))
        sentences += dict.fromkeys(told(part.lost) for part in missing if part.lost)
    else:
        sentences.append(translate("DatabaseWords", "Everything that is looked for is there."))
    if not look.is_prepared:
        sentences.append(
            translate(
                "DatabaseWords",
                "The tables of this application are not in it yet; the next start offers to add "
                "them.",
            )
        )
    tone = Tone.WARNING if missing else Tone.GOOD
    return tone, heading.format(label=look.label, n=tables), " ".join(sentences)
