"""What Set mapping will do, told before it is done, with both sides by name."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.domain.customers import CompanyHit, CustomerRow, Suggestion
from bcautotask_gui.domain.mapping_rules import shared_words
from bcautotask_gui.ui.shared.labels import WrappingLabel
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


class Consequence(QWidget):
    """One sentence in bold, and a quiet one below it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point = WrappingLabel(theme, "", "caption_strong")
        self._more = WrappingLabel(theme, "", "small", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space.l, theme.px(10), theme.space.l, theme.px(10))
        layout.setSpacing(theme.px(3))
        layout.addWidget(self._point)
        layout.addWidget(self._more)

    @property
    def words(self) -> str:
        """All that it says."""
        return f"{self._point.text()} {self._more.text()}".strip()

    def show_for(self, row: CustomerRow | None, hit: CompanyHit | None, off: str) -> None:
        """Tell what mapping this company to this customer does, or why it cannot be done.

        Args:
            row: the customer.
            hit: the chosen company, or None.
            off: why Autotask cannot be asked; empty where it can.
        """
        if row is None:
            return
        point, more = _told(row, hit, off)
        self._point.setText(point)
        self._more.setText(more)
        self._point.setVisible(bool(point))
        self._more.setVisible(bool(more))


def why_not(row: CustomerRow | None, hit: CompanyHit | None) -> str:
    """Why this company cannot be mapped to this customer; empty where it can."""
    if row is None or hit is None:
        return translate("Consequence", "Choose a company in the list first.")
    company = hit.company
    values = {"company": company.name, "id": company.id, "customer": hit.taken_by}
    if not company.is_active:
        text = translate(
            "Consequence",
            "{company} ({id}) is inactive in Autotask. Activate it there, or map another company.",
        )
        return text.format(**values)
    if hit.taken_by:
        text = translate(
            "Consequence",
            "{company} ({id}) is already mapped to {customer}. One company belongs to one "
            "customer: clear that mapping first.",
        )
        return text.format(**values)
    if row.mapping and row.mapping.company_id == company.id and row.status.allows_tickets:
        return translate("Consequence", "{company} ({id}) is the company of this customer.").format(
            **values
        )
    return ""


def _told(row: CustomerRow, hit: CompanyHit | None, off: str) -> tuple[str, str]:
    if off:
        return "", off
    if hit is None:
        hint = translate("Consequence", "Choose the company that {customer} is in Autotask.")
        return "", hint.format(customer=row.name)
    reason = why_not(row, hit)
    if reason:
        return "", reason
    sentence = translate("Consequence", "Set mapping will store company {company} for {customer}.")
    point = sentence.format(company=f"{hit.company.name} ({hit.company.id})", customer=row.name)
    more = translate(
        "Consequence",
        "The customer keeps its name. Runs can get tickets from then on. The act is written to "
        "the audit log with your name.",
    )
    if hit.suggestion is Suggestion.SIMILAR:
        more = f"{likeness_words(row, hit)} {more}"
    if row.mapping and row.mapping.company_id != hit.company.id:
        instead = translate("Consequence", "It takes the place of {company}.")
        old = f"{row.mapping.company_name} ({row.mapping.company_id})"
        more = f"{instead.format(company=old)} {more}"
    return point, more


def likeness_words(row: CustomerRow, hit: CompanyHit) -> str:
    """Why the names count as similar."""
    both, ours, theirs = shared_words(row.name, hit.company.name)
    parts = [translate("Consequence", "Similar {n}%:").format(n=hit.score)]
    if not both:
        parts.append(translate("Consequence", "spelled alike, but no word is the same."))
        return " ".join(parts)
    parts.append(translate("Consequence", "both say “{words}”").format(words=both))
    if ours:
        parts.append(translate("Consequence", "only here “{words}”").format(words=ours))
    if theirs:
        parts.append(translate("Consequence", "only in Autotask “{words}”").format(words=theirs))
    return f"{parts[0]} {', '.join(parts[1:])}."
