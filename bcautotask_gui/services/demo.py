"""Sets up the demo by the same acts that a person would do, so that the sample works at once."""

from collections.abc import Iterable
from dataclasses import replace

from bcautotask_gui.domain.connection import Credentials
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.settings import (
    Environment,
    PriorityChoice,
    TicketDefaults,
)
from bcautotask_gui.services.connection_test import ConnectionReport, ConnectionTest
from bcautotask_gui.services.secret_keeper import SECRET, TRACKING_ID, SecretKeeper
from bcautotask_gui.services.settings import SettingsService

BASE_URL = "https://backupchecks.example-msp.nl"
TIME_ZONE = "Europe/Amsterdam"


def set_up_demo(
    settings: SettingsService,
    test: ConnectionTest,
    keeper: SecretKeeper,
    credentials: Credentials,
) -> None:
    """Enters the demo's credentials; at the first start also tests, binds and saves settings.

    Args:
        settings: the demo's settings.
        test: the connection test.
        keeper: keeps the demo's secrets in memory.
        credentials: those of the local Autotask.

    Raises:
        Failure: what kept the local Autotask from answering.
    """
    keeper.store(Environment.SANDBOX, SECRET, credentials.secret)
    keeper.store(Environment.SANDBOX, TRACKING_ID, credentials.tracking_id)
    stored = settings.page().settings
    if stored.enabled or stored.version > 1:
        return
    form = replace(
        stored,
        enabled=True,
        base_url=BASE_URL,
        time_zone=TIME_ZONE,
        # the sample's web application works with the same sandbox
        mirrored=Environment.SANDBOX,
        resolving_allowed=True,
    ).with_current(user_name=credentials.user_name)
    report = _last(test.run(form, credentials))
    if report.zone is None or report.reference is None:
        raise Failure(Kind.UNEXPECTED, detail=str(report.checks))
    bound = settings.accept(form, report.zone, report.reference)
    current = replace(
        form.current,
        database_id=bound.current.database_id,
        zone_name=bound.current.zone_name,
        defaults=_defaults(report.reference),
        completed_status=_chosen(report.reference, TicketField.STATUS, "Complete"),
    )
    environments = {**form.environments, Environment.SANDBOX: current}
    settings.save(replace(form, version=bound.version, environments=environments))


def _last(reports: Iterable[ConnectionReport]) -> ConnectionReport:
    *_before, last = reports
    return last


def _defaults(reference: ReferenceData) -> TicketDefaults:
    def chosen(which: TicketField, label: str) -> int:
        return _chosen(reference, which, label)

    return TicketDefaults(
        queue=chosen(TicketField.QUEUE, "Backup & Recovery"),
        source=chosen(TicketField.SOURCE, "Monitoring Alert"),
        status=chosen(TicketField.STATUS, "New"),
        warning=PriorityChoice(chosen(TicketField.PRIORITY, "Medium")),
        error=PriorityChoice(chosen(TicketField.PRIORITY, "High")),
        note_type=chosen(TicketField.NOTE_TYPE, "Task Notes"),
        publish=chosen(TicketField.PUBLISH, "Internal Users Only"),
    )


def _chosen(reference: ReferenceData, which: TicketField, label: str) -> int:
    offered = reference.offered(which)
    return next((v.value for v in offered if v.label == label), offered[0].value)
