"""A draft as the fields of the request, in text that can be read and copied."""

from datetime import UTC

from bcautotask_gui.domain.tickets import Choice, TicketDraft


def request_text(draft: TicketDraft) -> str:
    """Every field by its name in Autotask, one on a line; the description last, as it is."""
    optional = {
        "ticketCategory": draft.category,
        "issueType": draft.issue_type,
        "subIssueType": draft.sub_issue_type,
        "billingCodeID": draft.work_type,
        "contactID": draft.contact,
        "contractID": draft.contract,
    }
    return "\n".join(
        (
            f"companyID: {_known(draft.company_id)}",
            f"queueID: {_id(draft.queue)}",
            f"source: {_id(draft.source)}",
            f"status: {_id(draft.status)}",
            f"priority: {_id(draft.priority)}",
            *(f"{name}: {choice.id}" for name, choice in optional.items() if choice),
            f"dueDateTime: {draft.due_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            f"externalID: {draft.marker}",
            f"title: {draft.title}",
            f"description:\n{draft.description}",
        )
    )


def _id(choice: Choice | None) -> str:
    return _known(choice.id if choice else None)


def _known(value: int | None) -> str:
    return "-" if value is None else str(value)
