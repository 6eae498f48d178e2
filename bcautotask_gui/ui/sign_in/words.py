"""What the roles are called, and what each may do, in a line."""

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.operators import Role

translate = QCoreApplication.translate


def role_line(role: Role) -> str:
    """What a person under this role can do here."""
    return {
        Role.ADMIN: translate("SignIn", "Everything, settings and the audit log included"),
        Role.OPERATOR: translate("SignIn", "Tickets, mappings and reviews"),
        Role.REPORTER: translate("SignIn", "Looks and exports, changes nothing"),
        Role.VIEWER: translate("SignIn", "Looks, changes nothing"),
    }[role]


def role_name(role: Role) -> str:
    """The role, as Backupchecks calls it."""
    return {
        Role.ADMIN: translate("SignIn", "Admin"),
        Role.OPERATOR: translate("SignIn", "Operator"),
        Role.REPORTER: translate("SignIn", "Reporter"),
        Role.VIEWER: translate("SignIn", "Viewer"),
    }[role]
