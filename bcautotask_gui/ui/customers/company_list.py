"""The companies that a search found: a list of two lines each, best fit first."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bcautotask_gui.domain.customers import CompanyHit, Suggestion
from bcautotask_gui.ui.shared.badge_painting import badge_size, paint_badge
from bcautotask_gui.ui.shared.badges import Badge, badge_word
from bcautotask_gui.ui.shared.column import Column
from bcautotask_gui.ui.shared.table_model import ROW_ROLE, RowsModel
from bcautotask_gui.ui.shared.table_view import TableView
from bcautotask_gui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate

_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def suggestion_badge(hit: CompanyHit) -> tuple[Badge, str]:
    """The badge of a hit with its word: what stands in the way comes before how well it fits."""
    if not hit.company.is_active:
        return Badge.INACTIVE, badge_word(Badge.INACTIVE)
    if hit.taken_by:
        text = translate("CompanyList", "Mapped to {customer}").format(customer=hit.taken_by)
        return Badge.TAKEN, text
    if hit.suggestion is Suggestion.EXACT:
        return Badge.EXACT, badge_word(Badge.EXACT)
    if hit.suggestion is Suggestion.SIMILAR:
        return Badge.SIMILAR, translate("CompanyList", "Similar {n}%").format(n=hit.score)
    return Badge.NO_MATCH, badge_word(Badge.NO_MATCH)


def company_line(hit: CompanyHit) -> str:
    """Id, type, city and telephone, as far as Autotask knows them."""
    company = hit.company
    parts = (str(company.id), company.company_type, company.city, company.phone)
    return " · ".join(part for part in parts if part)


def _spoken(hit: CompanyHit) -> str:
    return " · ".join((hit.company.name, company_line(hit), suggestion_badge(hit)[1]))


class CompanyList(TableView):
    """Shows hits; Enter or a double click asks to map the chosen one."""

    activated_by_key = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = translate("CompanyList", "Companies")
        self._hits = RowsModel((Column("company", title, _spoken, stretch=True, hideable=False),))
        super().__init__(theme, self._hits, title, parent=parent)
        self._hits.setParent(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_TwoLines(theme, self))
        theme.changed.connect(self._take_height)
        self._take_height()

    @Slot()
    def _take_height(self) -> None:
        self.set_row_height(self._theme.metrics.two_line_row)

    def show_hits(self, hits: tuple[CompanyHit, ...]) -> None:
        """Show what a search found."""
        self._hits.set_rows(hits)

    @property
    def hits(self) -> tuple[CompanyHit, ...]:
        """What is shown."""
        return self._hits.rows

    @property
    def chosen(self) -> CompanyHit | None:
        """The chosen company, or None."""
        rows = self.selected_rows()
        return rows[0] if rows else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter maps; everything else is the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_by_key.emit()
        else:
            super().keyPressEvent(event)


class _TwoLines(QStyledItemDelegate):
    """Name and badge above, the quiet facts below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as two lines."""
        return QSize(self._theme.px(200), self._theme.metrics.two_line_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, hairline, name, badge, facts."""
        hit = index.data(ROW_ROLE)
        theme = self._theme
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.colour("selection" if selected else "base"))
        if not selected:
            line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
            painter.fillRect(line, theme.colour("line"))
        room = rect.adjusted(theme.space.l, theme.px(7), -theme.space.l, -theme.px(7))
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = upper.translated(0, room.height() - upper.height())
        used = self._paint_badge(painter, upper, hit, selected=selected)
        upper.setRight(upper.right() - used - theme.space.s)
        self._paint_name(painter, upper, hit)
        self._paint_text(painter, lower, company_line(hit), "small", "muted", 400)

    def _paint_badge(
        self, painter: QPainter, room: QRect, hit: CompanyHit, *, selected: bool
    ) -> int:
        badge, text = suggestion_badge(hit)
        width = min(badge_size(self._theme, badge, text).width(), room.width() * 3 // 5)
        place = QRect(room.right() + 1 - width, room.top(), width, room.height())
        return paint_badge(painter, place, self._theme, badge, text, selected=selected)

    def _paint_name(self, painter: QPainter, room: QRect, hit: CompanyHit) -> None:
        token = "text" if hit.company.is_active else "muted"
        self._paint_text(painter, room, hit.company.name, "name", token, 600)

    def _paint_text(
        self, painter: QPainter, room: QRect, text: str, role: str, token: str, weight: int
    ) -> None:
        theme = self._theme
        painter.setFont(theme.font(role, weight, tabular=True))
        painter.setPen(theme.colour(token))
        shown = theme.elide(text, room.width(), theme.font_metrics(role, weight, tabular=True))
        painter.drawText(room, _LINE, shown)
