"""The confirmation before the team goes to Production: a word has to be typed."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.ui.frame.environment_strip import EnvironmentStrip
from bcautotask_gui.ui.shared.confirm_dialog import TypedConfirmDialog
from bcautotask_gui.ui.shared.telling import told
from bcautotask_gui.ui.theme import Theme

translate = QCoreApplication.translate


@dataclass(frozen=True)
class SwitchFacts:
    """What the switch means, in sentences.

    Attributes:
        where: the database of Production as the strip names it; empty before one is bound.
        points: icon and sentence of each consequence.
    """

    where: str
    points: tuple[tuple[str, str], ...]


def switch_facts(settings: Settings, held: frozenset[tuple[Environment, str]]) -> SwitchFacts:
    """What the switch means now.

    Args:
        settings: those in force.
        held: which secrets this workstation has, as (environment, name).
    """
    new = settings.environments[Environment.PRODUCTION]
    old = settings.environments[Environment.SANDBOX]
    where = ""
    database = translate(
        "SwitchDialog", "No Autotask database is bound to Production yet; the test does that"
    )
    if new.database_id is not None:
        where = translate("SwitchDialog", "Database {id}").format(id=new.database_id)
        text = translate("SwitchDialog", "Autotask database {new} instead of {old}, zone {zone}")
        database = text.format(new=new.database_id, old=old.database_id or "-", zone=new.zone_name)
    everyone = translate(
        "SwitchDialog",
        "Everyone who works on this Backupchecks database switches with you when you save",
    )
    marked = translate(
        "SwitchDialog", "Tickets made in Sandbox stay visible and are marked Sandbox"
    )
    credentials = translate(
        "SwitchDialog", "This computer has no complete credentials of Production yet"
    )
    if sum(place is Environment.PRODUCTION for place, _name in held) > 1:
        credentials = translate(
            "SwitchDialog", "This computer holds the secret and tracking identifier of Production"
        )
    points = (
        ("database", database),
        ("person", everyone),
        ("ticket", marked),
        ("key", credentials),
    )
    return SwitchFacts(where, points)


def switch_dialog(theme: Theme, facts: SwitchFacts, parent: QWidget) -> TypedConfirmDialog:
    """The dialog; whoever opens it closes it when `confirmed` comes."""
    sentence = translate("SwitchDialog", "This is how every screen will look.")
    strip = EnvironmentStrip(theme, Environment.PRODUCTION, sentence, facts.where)
    dialog = TypedConfirmDialog(
        theme,
        translate("SwitchDialog", "Switch to Production"),
        told(Environment.PRODUCTION.label).upper(),
        (translate("SwitchDialog", "Switch to Production"), "globe"),
        translate("SwitchDialog", "Stay in Sandbox"),
        strip,
        parent,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.say(
        translate("SwitchDialog", "Switch to Production?"),
        translate(
            "SwitchDialog",
            "From then on tickets are real: engineers see them, customers may be notified, time "
            "is billed.",
        ),
    )
    for icon, point in facts.points:
        dialog.add_point(icon, point)
    dialog.setMinimumWidth(theme.px(638))
    return dialog
