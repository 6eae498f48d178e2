"""The columns of the tickets among which a person chooses the one to link."""

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.linking import LinkCandidate
from bcautotask_gui.ui.shared.badges import Badge, badge_word
from bcautotask_gui.ui.shared.column import BadgeCell, Column

translate = QCoreApplication.translate


def candidate_columns() -> tuple[Column, ...]:
    """Number, title, company, status, and the runs that have the ticket already."""
    return (
        Column(
            "number",
            translate("LinkColumns", "Number"),
            lambda found: found.ticket.number,
            tabular=True,
            width=142,
        ),
        Column(
            "title",
            translate("LinkColumns", "Title"),
            lambda found: found.ticket.title,
            weight=500,
            width=220,
            stretch=True,
        ),
        Column(
            "company",
            translate("LinkColumns", "Company"),
            lambda found: found.company_name,
            width=200,
            stretch=True,
        ),
        Column(
            "status",
            translate("LinkColumns", "Status"),
            _status,
            look=status_badge,
            width=112,
        ),
        Column(
            "holders",
            translate("LinkColumns", "Linked to"),
            holders_words,
            quiet=True,
            tabular=True,
            width=96,
        ),
    )


def status_badge(found: LinkCandidate) -> BadgeCell:
    """Autotask's own word for an open ticket; Complete for one that is done."""
    if found.ticket.is_complete:
        return BadgeCell(Badge.TICKET_COMPLETE)
    return BadgeCell(Badge.TICKET_OPEN, found.status_label)


def holders_words(found: LinkCandidate) -> str:
    """`Run 47911`, `3 runs`, or nothing."""
    holders = found.holders
    if len(holders) == 1:
        return translate("LinkColumns", "Run {id}").format(id=holders[0].run_id)
    return translate("LinkColumns", "{n} runs").format(n=len(holders)) if holders else ""


def _status(found: LinkCandidate) -> str:
    cell = status_badge(found)
    return cell.text or badge_word(cell.badge)
