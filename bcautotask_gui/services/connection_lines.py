"""The lines of the connection test: what each answer means, and the remedy where it is no good."""

from collections.abc import Iterable, Mapping

from bcautotask_gui.domain.connection import Access, CallsUsed, Check, CheckState, Zone
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.sentences import listed, recalled, say
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.settings_rules import resolving_problems
from bcautotask_gui.domain.ticket_content import plain_date

# what the application does with each kind of record: query, create, update
NEEDED = {
    "Companies": Access(query=True, create=False, update=False),
    "Tickets": Access(query=True, create=True, update=True),
    "TicketNotes": Access(query=True, create=True, update=False),
    "TimeEntries": Access(query=True, create=False, update=False),
}
# a failed line is told by its title, so none says that something went well
TITLES: Mapping[str, str] = {
    "zone": say("Zone"),
    "user": say("User and secret"),
    "version": say("Autotask version"),
    "Companies": say("Companies"),
    "Tickets": say("Tickets"),
    "TicketNotes": say("Ticket notes"),
    "TimeEntries": say("Time entries"),
    "non_billable": say("Non-billable time entries"),
    "reference": say("Ticket fields and picklists"),
    "completed_status": say("Status that completes a ticket"),
    "publish": say("Who reads notes"),
}


def line(key: str, state: CheckState, value: str = "", remedy: str = "") -> Check:
    """A line by its key."""
    return Check(key, TITLES[key], state, value, remedy)


def failed(key: str, failure: Failure) -> Check:
    """A line whose question was not answered."""
    return line(key, CheckState.FAILED, failure.happened, failure.advice)


def zone_line(zone: Zone) -> Check:
    """Where the tenant lives."""
    return line(
        "zone",
        CheckState.PASSED,
        say(
            "{name} · database id (ci) {database_id}", name=zone.name, database_id=zone.database_id
        ),
    )


def user_line(calls: CallsUsed) -> Check:
    """The credentials were accepted; how many calls are used."""
    used = say(
        "{used:,} of {allowed:,} calls used this hour", used=calls.used, allowed=calls.allowed
    )
    return line("user", CheckState.PASSED, used)


def rights_line(entity: str, has: Access) -> Check:
    """Whether the user may do what the application does with a kind of record."""
    needed = {act: need for act, need in vars(NEEDED[entity]).items() if need}
    missing = [act for act in needed if not getattr(has, act)]
    if not missing:
        return line(entity, CheckState.PASSED, _acts(needed))
    failure = Failure(Kind.PERMISSION, text=f"{', '.join(missing)} {TITLES[entity].lower()}")
    return line(
        entity, CheckState.FAILED, say("may not {acts}", acts=_acts(missing)), failure.advice
    )


def _acts(names: Iterable[str]) -> str:
    return listed(*map(recalled, names), between=", ")


def non_billable_line(*, are_seen: bool) -> Check:
    """Whether time that is not billed is visible; that can be shown only where there is some."""
    if are_seen:
        return line("non_billable", CheckState.PASSED, say("visible"))
    return line(
        "non_billable",
        CheckState.LOOK_HERE,
        say("none was shown"),
        say(
            "Either Autotask holds none, or the user may not see them; it does not "
            "say which. A ticket with only such entries would look free of work and "
            "could be closed by mistake. In Autotask, see that the security level of "
            'this user has "Can view non-billable time entries".'
        ),
    )


def reference_line(reference: ReferenceData) -> Check:
    """How many choices Autotask offers."""
    values = sum(len(each) for each in reference.picklists.values())
    return line("reference", CheckState.PASSED, say("{n:,} values", n=values))


def completed_line(form: Settings, reference: ReferenceData | None) -> Check:
    """Whether the chosen status is known to complete a ticket; nothing is written to find out."""
    key, current = "completed_status", form.current
    if current.completed_status is None and not form.resolving_allowed:
        return line(key, CheckState.PASSED, say("not used: resolving is off"))
    problem = _problem(form, reference, key)
    if problem:
        return line(key, CheckState.FAILED, "", problem)
    label = reference.label(TicketField.STATUS, current.completed_status) if reference else ""
    proof = current.proof
    if proof is None:
        return line(
            key, CheckState.LOOK_HERE, say("{label}, not proven", label=label), _how_to_prove(form)
        )
    when = plain_date(proof.proven_at, form.time_zone)
    if proof.completes:
        return line(key, CheckState.PASSED, say("{label}, proven {when}", label=label, when=when))
    return line(
        key,
        CheckState.FAILED,
        say(
            "{label} did not complete the test ticket {number}, {when}.",
            label=label,
            number=proof.number,
            when=when,
        ),
        say("Choose another status under Resolving and notes."),
    )


def publish_line(form: Settings, reference: ReferenceData | None) -> Check:
    """Whether notes go to colleagues only."""
    key, publish = "publish", form.current.defaults.publish
    if publish is None and not form.resolving_allowed:
        remedy = say("Until a value is chosen under Resolving and notes, no note can be added.")
        return line(key, CheckState.LOOK_HERE, say("not chosen"), remedy)
    problem = _problem(form, reference, key)
    if problem:
        return line(key, CheckState.FAILED, "", problem)
    label = reference.label(TicketField.PUBLISH, publish) if reference else ""
    return line(key, CheckState.PASSED, label)


def _problem(form: Settings, reference: ReferenceData | None, field: str) -> str:
    found = resolving_problems(form, reference)
    return next((each.sentence for each in found if each.field == field), "")


def _how_to_prove(form: Settings) -> str:
    if form.environment is Environment.PRODUCTION:
        return say(
            "Test tickets are made in Sandbox only. Each resolved ticket is read "
            "back, and a status that does not complete it is told."
        )
    return say("Create a test ticket under Resolving and notes.")
