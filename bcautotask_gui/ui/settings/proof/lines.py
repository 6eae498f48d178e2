"""What test tickets showed, as lines to read: one for each status, the newest first."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.connection import Check, CheckState
from bcautotask_gui.domain.proof import Proof
from bcautotask_gui.domain.settings import Settings
from bcautotask_gui.ui.settings.state import Line
from bcautotask_gui.ui.shared.moments import moment_text
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


def kept_lines(settings: Settings, now: datetime) -> tuple[Line, ...]:
    """Every proof that is kept, in both environments.

    Args:
        settings: those in force.
        now: the time in the zone of the operator.
    """
    kept = [
        (told(environment.label), here.database_id, proof)
        for environment, here in settings.environments.items()
        for proof in here.proofs
    ]
    kept.sort(key=lambda each: each[2].proven_at, reverse=True)
    return tuple(Line(_check(label, bound, proof, now)) for label, bound, proof in kept)


def _check(environment: str, bound: int | None, proof: Proof, now: datetime) -> Check:
    when = moment_text(proof.proven_at.astimezone(now.tzinfo), now)
    title = f"{proof.status_label} ({proof.status}) · {environment}"
    told = [_told(proof), *_others(proof)]
    if bound != proof.database_id:
        told.append(
            translate(
                "ProofLines", "It was made in Autotask database {id}, so it proves nothing here."
            ).format(id=proof.database_id)
        )
    made = translate("ProofLines", "Ticket {number}, by {who}.")
    told.append(made.format(number=proof.number, who=proof.proven_by))
    is_fine = proof.completes and not proof.changed and bound == proof.database_id
    state = CheckState.PASSED if is_fine else CheckState.LOOK_HERE
    key = f"{proof.database_id}-{proof.status}"
    return Check(key, title, state, when, " ".join(told))


def _told(proof: Proof) -> str:
    if proof.completes:
        return translate("ProofLines", "Sets completedDate and resolvedDateTime.")
    if proof.sets_completed or proof.sets_resolved:
        one = "completedDate" if proof.sets_completed else "resolvedDateTime"
        return translate("ProofLines", "Sets {one} alone.").format(one=one)
    return translate("ProofLines", "Sets neither completedDate nor resolvedDateTime.")


def _others(proof: Proof) -> tuple[str, ...]:
    if not proof.changed:
        return (translate("ProofLines", "Updates changed nothing else."),)
    names = ", ".join(proof.changed)
    return (translate("ProofLines", "Updates also changed {names}.").format(names=names),)
