"""The shared settings: read, judged, tested against Autotask and saved."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

from bcautotask_gui.domain.audit import Act
from bcautotask_gui.domain.connection import Zone
from bcautotask_gui.domain.errors import Failure, Kind
from bcautotask_gui.domain.operators import Permission
from bcautotask_gui.domain.ports import SettingsStore
from bcautotask_gui.domain.progress import Progress
from bcautotask_gui.domain.reference_data import ReferenceData, TicketField
from bcautotask_gui.domain.sentences import say
from bcautotask_gui.domain.settings import Environment, Settings
from bcautotask_gui.domain.settings_rules import SettingProblem, newly_invalid
from bcautotask_gui.services.access import AutotaskAccess
from bcautotask_gui.services.acts import Actor
from bcautotask_gui.services.secret_keeper import SecretKeeper


@dataclass(frozen=True)
class SettingsPage:
    """All that the form shows.

    Attributes:
        reference: the picklists by environment; None where never read.
        held: which secrets this workstation has, as (environment, name).
    """

    settings: Settings
    reference: dict[Environment, ReferenceData | None]
    held: frozenset[tuple[Environment, str]]
    may_save: bool


class SettingsService:
    """Settings of the team; secrets stay with the workstation."""

    def __init__(
        self,
        store: SettingsStore,
        access: AutotaskAccess,
        keeper: SecretKeeper,
        actor: Actor,
    ) -> None:
        self._store = store
        self._access = access
        self._keeper = keeper
        self._actor = actor

    def page(self) -> SettingsPage:
        """The settings in force with what the form needs beside them."""
        reference = {each: self._store.reference_data(each) for each in Environment}
        may_save = self._actor.operator.may(Permission.SETTINGS)
        return SettingsPage(self._store.read(), reference, self._keeper.held(), may_save)

    def blocking(self, changed: Settings) -> tuple[SettingProblem, ...]:
        """What keeps these settings from being saved: only what this change makes invalid.

        Disabling, and saving while disabled, always works.
        """
        now = self._store.read()
        return newly_invalid(
            now,
            self._store.reference_data(now.environment),
            changed,
            self._store.reference_data(changed.environment),
        )

    def save(self, changed: Settings) -> Settings:
        """Saves settings that were changed from `changed.version`.

        Raises:
            Failure: NOT_ALLOWED, INVALID_SETTINGS, STALE.
        """
        self._actor.require(Permission.SETTINGS)
        problems = self.blocking(changed)
        if problems:
            raise Failure(
                Kind.INVALID_SETTINGS, field=problems[0].field, problem=problems[0].sentence
            )
        event = self._actor.event(
            Act.SETTINGS_SAVED,
            "settings",
            after=difference(self._store.read(), changed),
            environment=changed.environment,
        )
        return self._store.save(changed, event)

    def accept(self, form: Settings, zone: Zone, reference: ReferenceData) -> Settings:
        """Binds the environment to the database that a test reached, and keeps its picklists.

        Args:
            form: the settings that were tested.
            zone: where the test arrived.
            reference: the picklists that it read.

        Raises:
            Failure: NOT_ALLOWED, ONE_DATABASE_TWICE, OTHER_DATABASE.
        """
        self._actor.require(Permission.SETTINGS)
        environment = form.environment
        stored = self._store.read()
        refuse_wrong_database(stored, environment, zone)
        bound = stored.environments[environment]
        if bound.database_id is None:
            bound = replace(bound, database_id=zone.database_id, zone_name=zone.name)
            event = self._actor.event(
                Act.DATABASE_BOUND,
                f"database {zone.database_id}",
                after=zone.name,
                environment=environment,
            )
            environments = {**stored.environments, environment: bound}
            stored = self._store.save(replace(stored, environments=environments), event)
        self._keep(environment, reference)
        return stored

    def refresh_reference_data(self) -> Generator[Progress, None, ReferenceData]:
        """Reads the picklists of the environment in use again.

        Raises:
            Failure: NOT_ALLOWED, DISABLED, or what kept Autotask from answering.
        """
        self._actor.require(Permission.SETTINGS)
        yield Progress(0, None, say("Reading ticket fields and picklists"))
        opened = self._access.open()
        reference = opened.autotask.reference_data()
        self._keep(opened.settings.environment, reference)
        return reference

    def read_picklists_after_refusal(self) -> None:
        """Reads the picklists again because Autotask refused a value that they still offer.

        The next preview then names that value as dropped. Whoever may create a ticket may do it.

        Raises:
            Failure: NOT_ALLOWED, DISABLED, or what kept Autotask from answering.
        """
        self._actor.require(Permission.CREATE)
        opened = self._access.open()
        self._keep(opened.settings.environment, opened.autotask.reference_data())

    def category_defaults(self, category: int) -> Mapping[TicketField, int]:
        """What a ticket category fills in, in the environment in use.

        Raises:
            Failure: DISABLED, SECRET_MISSING, or what kept Autotask from answering.
        """
        return self._access.open().autotask.category_defaults(category)

    def _keep(self, environment: Environment, reference: ReferenceData) -> None:
        values = sum(len(each) for each in reference.picklists.values())
        event = self._actor.event(
            Act.REFERENCE_DATA_READ,
            "reference data",
            after=f"{values} values",
            environment=environment,
        )
        self._store.keep_reference_data(environment, reference, event)


def refuse_wrong_database(settings: Settings, environment: Environment, zone: Zone) -> None:
    """Sandbox and Production are two databases, each bound once.

    Raises:
        Failure: ONE_DATABASE_TWICE, OTHER_DATABASE.
    """
    for other, values in settings.environments.items():
        if other is not environment and values.database_id == zone.database_id:
            raise Failure(Kind.ONE_DATABASE_TWICE, found=zone.database_id, other=other.label)
    bound = settings.environments[environment].database_id
    if bound not in (None, zone.database_id):
        raise Failure(
            Kind.OTHER_DATABASE,
            found=zone.database_id,
            environment=environment.label,
            bound=bound,
        )


def difference(before: Settings, after: Settings) -> str:
    """What differs between two settings, in short words for the trail."""
    changes = _changes("", before, after)
    for environment in Environment:
        old, new = before.environments[environment], after.environments[environment]
        changes += _changes(f"{environment.value} ", old, new)
    return "; ".join(changes)


def _changes(prefix: str, before: object, after: object) -> list[str]:
    told = []
    for each in fields(before):  # type: ignore[arg-type]
        if each.name in ("environments", "version", "saved_by", "saved_at"):
            continue
        old, new = getattr(before, each.name), getattr(after, each.name)
        if is_dataclass(old):
            told += _changes(f"{prefix}{each.name} ", old, new)
        elif old != new:
            told.append(f"{prefix}{each.name}: {old} -> {new}")
    return told
