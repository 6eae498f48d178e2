"""Who acts, and the entry that each act leaves in the trail."""

from dataclasses import dataclass, replace

from bcautotask_gui.domain.audit import Act, AuditEvent
from bcautotask_gui.domain.operators import Instance, Operator, Permission, Role
from bcautotask_gui.domain.settings import Environment
from bcautotask_gui.domain.tickets import Claim
from bcautotask_gui.logs import correlation


@dataclass
class Actor:
    """The person at this workstation and the running application they act through.

    All services share one, so that each of them knows at once who signed in, or under which role
    somebody goes on. It changes only while no act is at work.
    """

    operator: Operator
    instance: Instance

    def act_as(self, operator: Operator) -> None:
        """Another person, or the same one under another role, acts from now on."""
        self.operator = operator

    def nobody(self) -> None:
        """Nobody is signed in: nothing is allowed until somebody is."""
        self.operator = replace(self.operator, role=Role.VIEWER)

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

    def claim_event(self, act: Act, claim: Claim, after: str = "") -> AuditEvent:
        """An entry about an attempt to create a run's ticket."""
        return self.event(act, f"run {claim.run_id}", after=after, environment=claim.environment)
