"""Reasons that stand against every act in Autotask alike, and how a reason is told as a failure."""

from collections.abc import Iterator

from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Operator, Permission
from bcautotask_gui.domain.sentences import listed, say, word
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.domain.tickets import Block


def while_off(settings: Settings) -> Iterator[Block]:
    """Nothing is asked of Autotask while the integration is off."""
    if not settings.enabled:
        yield Block(
            say("Autotask is off."), say("Turn the integration on in Settings."), "settings"
        )


def by_role(operator: Operator, permission: Permission) -> Iterator[Block]:
    """The active role must allow the act."""
    if not operator.may(permission):
        yield Block(
            say(
                "A {role} may not {permission}.",
                role=operator.role.value,
                permission=word(permission),
            ),
            say("Ask an admin or operator."),
        )


def blocked(block: Block) -> Failure:
    """A reason against an act as the failure that is told."""
    return Failure(Kind.BLOCKED, reason=listed(block.what, block.sentence))
