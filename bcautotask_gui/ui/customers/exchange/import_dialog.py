"""The dialog before an import: what each line of the file would do, and nothing done yet."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcautotask_gui.domain.mapping_plan import Effect, ImportPlan
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.ui.customers.exchange.rows import effect_word, plan_columns
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.shared.boxes import Panel
from bcautotask_gui.ui.shared.dialog import ActDialog
from bcautotask_gui.ui.shared.notice import WrappedNotice
from bcautotask_gui.ui.shared.table_model import RowsModel
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme

# what changes something, and what stands against it, come before what stays
_FIRST = (Effect.REFUSED, Effect.CHANGED, Effect.NEW, Effect.SAME)


class ImportDialog(ActDialog):
    """Shows a plan; the one who hears `confirmed` applies it."""

    help_page = "customers"

    def __init__(self, theme: Theme, plan: ImportPlan, parent: QWidget | None = None) -> None:
        strip = EnvironmentStrip(theme)
        super().__init__(theme, self.tr("Import mappings"), strip, parent)
        self.plan = plan
        sentence = self.tr("Mappings for the test environment.")
        if plan.environment is Environment.PRODUCTION:
            sentence = self.tr("Mappings for the live environment.")
        strip.show_environment(plan.environment, "", sentence)
        model = RowsModel(plan_columns(), self)
        model.set_rows(sorted(plan.rows, key=lambda row: (_FIRST.index(row.effect), row.line)))
        self.table = TableView(theme, model, self.tr("Lines of the file"))
        self.problem = WrappedNotice(theme)
        self._lay_out_table()
        self._say_counts()
        self.resize(theme.px(980), theme.px(540))

    def _lay_out_table(self) -> None:
        theme = self._theme
        box = Panel(theme, "base", "line")
        inside = QVBoxLayout(box)
        edge = theme.px(1)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.addWidget(self.table)
        self.table.set_row_height(theme.metrics.dialog_row)
        self.body.addWidget(box, 1)
        self.body.addWidget(self.problem)

    def _say_counts(self) -> None:
        plan, number = self.plan, len(self.plan.writing)
        counts = ", ".join(
            f"{plan.count(effect)} {effect_word(effect).lower()}"
            for effect in (Effect.NEW, Effect.CHANGED, Effect.SAME, Effect.REFUSED)
        )
        heading = self.tr("{file} would map {n} customers")
        if number == 1:
            heading = self.tr("{file} would map 1 customer")
        elif not number:
            heading = self.tr("{file} would change nothing")
        told = self.tr(
            "Nothing is written until you accept; then all of it or nothing. Refused lines are "
            "left out. Every company was looked up in Autotask just now."
        )
        self.say(heading.format(file=plan.name, n=number), told)
        self.set_hint(counts)
        one, many = self.tr("Import 1 mapping"), self.tr("Import {n} mappings").format(n=number)
        self.set_primary(one if number == 1 else many, "download")
        self.set_busy("")

    def set_busy(self, reason: str) -> None:
        """Disable the act while it is under way; empty ends that."""
        nothing = "" if self.plan.writing else self.tr("No line of this file changes anything.")
        self.block(reason or nothing)
