"""The block that tells which company a customer has now, and what is the matter with it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bcautotask_gui.domain.customers import CompanyFacts, CustomerRow, Mapping, MappingStatus
from bcautotask_gui.ui.shared.labels import IconLabel, Label, WrappingLabel
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme

_SIGNS = {
    MappingStatus.INVALID: ("no-entry", "failed_icon", "failed_text"),
    MappingStatus.RENAMED: ("pencil", "info_icon", "info_text"),
}


class CurrentCompany(QWidget):
    """Name, id, last sync, and an explanation where the mapping is renamed or invalid."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._name = Label(theme, "", "name", elided=True, weight=600)
        self._id = Label(theme, "", "small", "muted", tabular=True)
        self._facts = Label(theme, "", "small", "muted", elided=True, tabular=True)
        self._more = Label(theme, "", "small", "muted", elided=True, tabular=True)
        self._company = ""
        self._former = Label(theme, "", "small", "muted", elided=True)
        self._sync = Label(theme, "", "small", "muted", tabular=True)
        self._sign = IconLabel(theme, "", size=theme.metrics.badge_icon)
        self.explanation = WrappingLabel(theme, "", "small")
        head = QHBoxLayout()
        head.addWidget(Label(theme, self.tr("Autotask company"), "section"), 1)
        head.addWidget(self._sync)
        first = QHBoxLayout()
        first.addWidget(self._name, 1)
        first.addWidget(self._id)
        told = QHBoxLayout()
        told.setSpacing(theme.px(6))
        told.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.explanation, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space.l, theme.space.m, theme.space.l, theme.space.m)
        layout.setSpacing(theme.space.xs)
        layout.addLayout(head)
        layout.addLayout(first)
        layout.addWidget(self._former)
        layout.addWidget(self._facts)
        layout.addWidget(self._more)
        layout.addLayout(told)

    def show_row(self, row: CustomerRow) -> None:
        """Show the company of this customer; nothing where there is none."""
        mapping = row.mapping
        self.setVisible(mapping is not None)
        if mapping is None:
            self._forget_facts("")
            return
        company = f"{mapping.environment} {mapping.company_id}"
        if company != self._company:
            self._forget_facts(company)
        self._name.setText(mapping.company_name)
        self._id.setText(str(mapping.company_id))
        self._sync.setText(self._synced(mapping))
        self._former.setText(self.tr("was {name}").format(name=mapping.former_name))
        is_renamed = mapping.status is MappingStatus.RENAMED
        self._former.setVisible(is_renamed and bool(mapping.former_name))
        icon, icon_token, token = _SIGNS.get(mapping.status, ("", "", "text"))
        self._sign.show_icon(icon, icon_token or "muted")
        self.explanation.set_token(token)
        self.explanation.setText(self._explain(mapping))
        for part in (self._sign, self.explanation):
            part.setVisible(bool(icon))

    def _forget_facts(self, company: str) -> None:
        """Another company: what was told of the former one goes."""
        self._company = company
        for label in (self._facts, self._more):
            label.setText("")
            label.hide()

    def show_asking(self) -> None:
        """Say that Autotask is asked; what it told before stays."""
        if not self._facts.text():
            self._tell(self.tr("Asking Autotask…"), "")

    def show_facts(self, found: CompanyFacts | None) -> None:
        """Show what Autotask tells right now, or that it shows no such company."""
        if found is None:
            self._tell(self.tr("Autotask shows no such company."), "")
            return
        company = found.company
        active = self.tr("active") if company.is_active else self.tr("inactive")
        parts = [company.company_type, company.city, company.phone, active]
        more = []
        if found.last_activity is not None:
            when = moment_text(found.last_activity, self._now(), inside=True)
            more.append(self.tr("last activity {when}").format(when=when))
        if found.parent:
            more.append(self.tr("part of {company}").format(company=found.parent))
        self._tell(" · ".join(part for part in parts if part), " · ".join(more))

    def tell_unasked(self, sentence: str) -> None:
        """Say why Autotask told nothing."""
        self._tell(sentence, "")

    def _tell(self, facts: str, more: str) -> None:
        for label, text in ((self._facts, facts), (self._more, more)):
            label.setText(text)
            label.setVisible(bool(text))

    def _synced(self, mapping: Mapping) -> str:
        if mapping.synced_at is None:
            return self.tr("Never refreshed")
        when = moment_text(mapping.synced_at, self._now(), inside=True)
        return self.tr("Refreshed {when}").format(when=when)

    @property
    def words(self) -> str:
        """All that the block says, for reading it aloud."""
        parts = (
            self._name, self._id, self._former, self._facts, self._more, self.explanation
        )  # fmt: skip
        return " ".join(part.text() for part in parts if not part.isHidden())

    def _explain(self, mapping: Mapping) -> str:
        if mapping.status is MappingStatus.RENAMED:
            return self.tr(
                "Autotask renamed this company. The mapping stays as it is, and the customer "
                "keeps its name. Acknowledge the rename once you know it."
            )
        if mapping.claimants:
            return self.tr(
                "{first} and {second} both claim {company} ({id}), so neither gets tickets. Clear "
                "the mapping of the one that it does not belong to."
            ).format(
                first=mapping.claimants[0],
                second=mapping.claimants[-1],
                company=mapping.company_name,
                id=mapping.company_id,
            )
        if mapping.status is MappingStatus.INVALID:
            return self.tr(
                "{company} ({id}) cannot be used: {reason}. Put it right in Autotask, or map "
                "another company."
            ).format(
                company=mapping.company_name,
                id=mapping.company_id,
                reason=told(mapping.invalid_because) or self.tr("the web application marked it so"),
            )
        return ""
