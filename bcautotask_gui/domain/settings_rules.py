"""What makes the shared settings valid, each rule with the field that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import (
    DueRule,
    PriorityChoice,
    Settings,
    TicketDefaults,
)
from bcautotask_gui.domain.ticket_notes import is_internal

LONGEST_ADDRESS = 500
MOST_OBJECTS = 100
MOST_HOURS = 240


@dataclass(frozen=True)
class SettingProblem:
    """Something that makes an enabled configuration invalid, with the field it belongs to."""

    field: str
    sentence: str


def problems_of(settings: Settings, reference: ReferenceData | None) -> tuple[SettingProblem, ...]:
    """Everything that would stop a ticket, in the order of the form; nothing while disabled.

    Args:
        settings: the settings to judge.
        reference: the picklists of the environment in use, or None where never read.
    """
    if not settings.enabled:
        return ()
    checks = (
        _user_name_problem(settings.current.user_name),
        _fixed_zone_problem(settings.current.fixed_zone),
        _base_url_problem(settings.base_url),
        _job_path_problem(settings.job_path),
        _zone_problem("time_zone", settings.time_zone),
        _zone_problem("storage_zone", settings.storage_zone),
        _object_errors_problem(settings.object_errors),
        *_defaults_problems(settings.current.defaults, reference),
        *(
            resolving_problems(settings, reference)
            if settings.resolving_allowed
            else _chosen_note_problems(settings.current.defaults, reference)
        ),
    )
    return tuple(problem for problem in checks if problem)


def newly_invalid(
    now: Settings,
    now_reference: ReferenceData | None,
    changed: Settings,
    changed_reference: ReferenceData | None,
) -> tuple[SettingProblem, ...]:
    """What a change makes invalid; what was invalid before it in the same environment is left out.

    Args:
        now: the settings in force.
        now_reference: the picklists of their environment.
        changed: the settings that would be saved.
        changed_reference: the picklists of their environment.
    """
    same_place = now.environment is changed.environment
    ignored = problems_of(now, now_reference) if same_place else ()
    return tuple(p for p in problems_of(changed, changed_reference) if p not in ignored)


def _user_name_problem(name: str) -> SettingProblem | None:
    if not name.strip():
        return SettingProblem("user_name", say("Enter the API user name."))
    if any(character.isspace() for character in name.strip()):
        return SettingProblem("user_name", say("An API user name holds no spaces."))
    return None


def _base_url_problem(url: str) -> SettingProblem | None:
    if not url.strip():
        return SettingProblem(
            "base_url", say("Enter the address of Backupchecks; tickets link to it.")
        )
    if not _is_address(url.strip()):
        return SettingProblem(
            "base_url", say("Write the whole address, such as https://backupchecks.example.com.")
        )
    return _too_long("base_url", url)


def _fixed_zone_problem(url: str) -> SettingProblem | None:
    if url and not _is_address(url.strip()):
        return SettingProblem(
            "fixed_zone", say("Write the zone's whole address, or leave it empty.")
        )
    return None


def _job_path_problem(path: str) -> SettingProblem | None:
    if "{job_id}" not in path or any(character.isspace() for character in path.strip()):
        return SettingProblem(
            "job_path", say("Write {{job_id}} where the number of the job belongs.")
        )
    return _too_long("job_path", path)


def _too_long(name: str, text: str) -> SettingProblem | None:
    if len(text) > LONGEST_ADDRESS:
        return SettingProblem(
            name, say("Use at most {longest_address} characters.", longest_address=LONGEST_ADDRESS)
        )
    return None


def _object_errors_problem(count: int) -> SettingProblem | None:
    if not 1 <= count <= MOST_OBJECTS:
        return SettingProblem(
            "object_errors",
            say("Choose a number from 1 to {most_objects}.", most_objects=MOST_OBJECTS),
        )
    return None


def _is_address(url: str) -> bool:
    """Whether a text is a whole web address; urlsplit alone would drop line ends silently."""
    if any(character.isspace() for character in url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _zone_problem(name: str, zone: str) -> SettingProblem | None:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        return SettingProblem(
            name, say('"{zone}" is no time zone. Choose one from the list.', zone=zone)
        )
    return None


def _defaults_problems(
    defaults: TicketDefaults, reference: ReferenceData | None
) -> list[SettingProblem | None]:
    chosen = [
        ("queue", TicketField.QUEUE, defaults.queue),
        ("source", TicketField.SOURCE, defaults.source),
        ("status", TicketField.STATUS, defaults.status),
    ]
    for name in ("warning", "error"):
        choice: PriorityChoice = getattr(defaults, name)
        if not choice.do_not_ticket:
            chosen.append((name, TicketField.PRIORITY, choice.priority))
    if defaults.missed.priority is not None and not defaults.missed.do_not_ticket:
        chosen.append(("missed", TicketField.PRIORITY, defaults.missed.priority))
    problems = [choice_problem(name, which, value, reference) for name, which, value in chosen]
    return [*problems, *optional_problems(defaults, reference), _due_problem(defaults.due)]


def optional_problems(
    defaults: TicketDefaults, reference: ReferenceData | None
) -> tuple[SettingProblem, ...]:
    """Why values cannot be used that need not be chosen."""
    chosen = defaults.optional
    problems = [choice_problem(name, which, value, reference) for name, which, value in chosen]
    if not any(each and each.field == "sub_issue_type" for each in problems):
        problems.append(_sub_issue_problem(defaults, reference))
    return tuple(problem for problem in problems if problem)


def _sub_issue_problem(
    defaults: TicketDefaults, reference: ReferenceData | None
) -> SettingProblem | None:
    """A sub-issue type belongs to one issue type; Autotask refuses it with another."""
    if defaults.sub_issue_type is None:
        return None
    if defaults.issue_type is None:
        return SettingProblem("sub_issue_type", say("Choose the issue type that it belongs to."))
    which = TicketField.SUB_ISSUE_TYPE
    known = reference.value(which, defaults.sub_issue_type) if reference else None
    if reference is None or known is None or known.parent in (None, defaults.issue_type):
        return None
    issue = reference.label(TicketField.ISSUE_TYPE, defaults.issue_type)
    return SettingProblem(
        "sub_issue_type",
        say(
            '"{known}" does not belong to "{issue}". Choose one that does.',
            known=known.label,
            issue=issue,
        ),
    )


def _due_problem(rule: DueRule) -> SettingProblem | None:
    if rule.hours is not None and not 1 <= rule.hours <= MOST_HOURS:
        return SettingProblem(
            "due", say("Choose from 1 to {most_hours} hours.", most_hours=MOST_HOURS)
        )
    return None


def resolving_problems(
    settings: Settings, reference: ReferenceData | None
) -> tuple[SettingProblem, ...]:
    """What would keep tickets from being resolved and notes from being added.

    Notes are for colleagues only: a value that customers can read is refused.
    """
    current = settings.current
    checks = (
        _completed_problem(current.completed_status, reference),
        choice_problem("note_type", TicketField.NOTE_TYPE, current.defaults.note_type, reference),
        _publish_problem(current.defaults.publish, reference),
    )
    return tuple(problem for problem in checks if problem)


def _chosen_note_problems(
    defaults: TicketDefaults, reference: ReferenceData | None
) -> Iterator[SettingProblem | None]:
    """Notes can be added while resolving is off, so what is chosen for them must be sound."""
    if defaults.note_type is not None:
        yield choice_problem("note_type", TicketField.NOTE_TYPE, defaults.note_type, reference)
    if defaults.publish is not None:
        yield _publish_problem(defaults.publish, reference)


def _completed_problem(value: int | None, reference: ReferenceData | None) -> SettingProblem | None:
    if value is None:
        return SettingProblem("completed_status", say("Choose the status that completes a ticket."))
    return choice_problem("completed_status", TicketField.STATUS, value, reference)


def _publish_problem(value: int | None, reference: ReferenceData | None) -> SettingProblem | None:
    if value is None:
        return SettingProblem("publish", say("Choose the value that keeps notes internal."))
    problem = choice_problem("publish", TicketField.PUBLISH, value, reference)
    known = reference.value(TicketField.PUBLISH, value) if reference else None
    if problem or known is None or is_internal(known):
        return problem
    return SettingProblem(
        "publish",
        say('"{known}" shows notes to customers. Choose the internal value.', known=known.label),
    )


def choice_problem(
    name: str, which: TicketField, value: int | None, reference: ReferenceData | None
) -> SettingProblem | None:
    """Why a chosen picklist value cannot be used, or None."""
    if value is None:
        words = say("Choose a {field}.", field=which.small)
        if which is TicketField.ISSUE_TYPE:
            words = say("Choose an {field}.", field=which.small)
        return SettingProblem(name, words)
    if reference is None:
        return SettingProblem(
            name,
            say(
                "Refresh the reference data, so that this {field} can be checked.",
                field=which.small,
            ),
        )
    known = reference.value(which, value)
    if known is None or not known.is_active:
        label: str = say("The {field} {value}", field=which.small, value=value)
        if known:
            label = f'"{known.label}" (id {value})'
        return SettingProblem(
            name,
            say(
                "{label} is no longer offered by Autotask. Choose another {field}.",
                label=label,
                field=which.small,
            ),
        )
    return None
