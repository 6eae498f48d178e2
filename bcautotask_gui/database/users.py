"""Who works here, as far as the database's own accounts can tell."""

from sqlalchemy import func, select

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.domain.operators import Operator, Role


def operator_by_database_role(ground: Ground, workstation: str) -> Operator:
    """The operator that the connected database user stands for.

    An admin may save settings, an operator may claim runs, everybody else looks.

    Args:
        ground: a PostgreSQL database.
        workstation: the name of this computer.

    Raises:
        Failure: what kept the database from answering.
    """
    tables = ground.tables
    asked = select(
        func.session_user().label("name"),
        func.has_table_privilege(str(tables.settings), "INSERT").label("may_save"),
        func.has_table_privilege(str(tables.claim), "INSERT").label("may_claim"),
    )
    with ground.connections.reading() as connection:
        row = connection.execute(asked).one()
    held = {Role.REPORTER}
    if row.may_claim:
        held.add(Role.OPERATOR)
    if row.may_save:
        held.add(Role.ADMIN)
    role = next(each for each in (Role.ADMIN, Role.OPERATOR, Role.REPORTER) if each in held)
    return Operator(row.name, role, workstation, frozenset(held))
