"""Who acts, and the entry that each act leaves in the trail."""

from dataclasses import dataclass

from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.operators import Instance, Operator, Permission
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.logs import correlation


@dataclass(frozen=True)
class Actor:
    """The person at this workstation and the running application they act through."""

    operator: Operator
    instance: Instance

    def require(self, permission: Permission) -> None:
        """Refuses an act that the active role does not allow.

        Raises:
            Failure: NOT_ALLOWED.
        """
        self.operator.require(permission)

    def event(
        self,
        act: Act,
        subject: str,
        *,
        before: str = "",
        after: str = "",
        environment: Environment | None = None,
    ) -> AuditEvent:
        """An entry for the trail, tied to the log by the current correlation id."""
        return AuditEvent(
            act=act,
            operator=self.operator.name,
            workstation=self.operator.workstation,
            correlation=correlation(),
            subject=subject,
            before=before,
            after=after,
            environment=environment.value if environment else "",
        )
