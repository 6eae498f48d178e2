"""The mapping that counts for each customer: ours, else what the web application wrote."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    Subquery,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
)

from bcautotask_gui.database.ground import Ground
from bcautotask_gui.database.times import TheirTime, from_their_clock
from bcautotask_gui.domain.customers import Mapping, MappingStatus
from bcautotask_gui.domain.mapping_rules import contested
from bcautotask_gui.domain.settings import Environment, Settings

PSA_TYPE = "autotask"
_STATUSES = {each.value: each for each in MappingStatus}
COLUMNS = (
    "customer_id",
    "company_id",
    "company_name",
    "status",
    "former_name",
    "invalid_because",
    "version",
    "synced_at",
    "their_sync_at",
    "a_claimant",
    "b_claimant",
)
"""What makes a mapping, of all that `mappings_that_count` tells."""
_in = itemgetter(*COLUMNS)


def mappings_that_count(ground: Ground, settings: Settings, environment: Environment) -> Subquery:
    """One row for each customer that has a company in this environment.

    What the web application wrote counts only in the environment that it belongs to, and only
    where nobody mapped the customer here. A company that two customers claim so is invalid for
    both, until a person takes it from one of them.
    """
    theirs = ground.theirs["customers"] if ground.theirs.has("customers") else None
    if environment is not settings.mirrored or theirs is None or not theirs.has("company_id"):
        return _ours_alone(ground, environment).subquery("mapping_that_counts")
    both = _ours_and_theirs(ground, environment).subquery("mapping_of_customer")
    company = both.c.company_id
    twice = func.count().over(partition_by=company) > 1
    columns = {each.name: each for each in both.c if each.name != "name"}
    columns["status"] = case((twice, literal("invalid")), else_=both.c.status).label("status")
    for label, pick in (("a_claimant", func.min), ("b_claimant", func.max)):
        name = case((twice, pick(both.c.name).over(partition_by=company)))
        columns[label] = name.label(label)
    chosen = select(*columns.values()).where(company.is_not(None))
    return chosen.subquery("mapping_that_counts")


def mapping_of(row: RowMapping, environment: Environment, zone: ZoneInfo) -> Mapping | None:
    """The mapping in a row that holds the columns of `mappings_that_count`, or None."""
    return mapping_in(_in(row), environment, zone)


def mapping_in(values: Sequence[Any], environment: Environment, zone: ZoneInfo) -> Mapping | None:
    """The mapping in the values of `COLUMNS`, or None; thousands may be read at once."""
    customer, company, name, status, former, reason, version, asked, theirs, first, last = values
    if company is None:
        return None
    mapping = Mapping(
        environment,
        customer,
        company,
        name or "",
        _STATUSES[status],
        former or "",
        reason or "",
        version,
        asked or from_their_clock(theirs, zone),
    )
    return mapping if first is None else contested(mapping, (first, last))


def _ours_alone(ground: Ground, environment: Environment) -> Select[Any]:
    ours = ground.tables.mapping
    return select(
        ours.c.customer_id,
        ours.c.company_id,
        ours.c.company_name,
        ours.c.status,
        ours.c.former_name,
        ours.c.invalid_because,
        ours.c.version,
        ours.c.synced_at,
        cast(null(), TheirTime).label("their_sync_at"),
        ours.c.changed_by,
        cast(null(), Text).label("a_claimant"),
        cast(null(), Text).label("b_claimant"),
    ).where(
        ours.c.psa_type == PSA_TYPE,
        ours.c.environment == environment.value,
        ours.c.company_id.is_not(None),
    )


def _ours_and_theirs(ground: Ground, environment: Environment) -> Select[Any]:
    ours, theirs = ground.tables.mapping, ground.theirs["customers"]
    here = ours.c.company_id.is_not(None)
    # a mapping that was cleared here counts again once the web application names another company
    over_there = or_(ours.c.set_aside.is_(None), ours.c.set_aside != theirs["company_id"])

    def either(mine: ColumnElement[Any], other: ColumnElement[Any]) -> ColumnElement[Any]:
        return case((here, mine), else_=other)

    return select(
        theirs["id"].label("customer_id"),
        case((here, ours.c.company_id), (over_there, theirs["company_id"])).label("company_id"),
        either(ours.c.company_name, cast(theirs["company_name"], Text)).label("company_name"),
        either(ours.c.status, _their_status(theirs["mapping_status"])).label("status"),
        either(ours.c.former_name, literal("")).label("former_name"),
        either(ours.c.invalid_because, literal("")).label("invalid_because"),
        either(ours.c.version, literal(0)).label("version"),
        case((here, ours.c.synced_at)).label("synced_at"),
        case((here, null()), else_=theirs["last_sync_at"]).label("their_sync_at"),
        either(ours.c.changed_by, literal("the web application")).label("changed_by"),
        func.coalesce(theirs["name"], "").label("name"),
    ).select_from(
        theirs.source.outerjoin(
            ours,
            and_(
                ours.c.customer_id == theirs["id"],
                ours.c.psa_type == PSA_TYPE,
                ours.c.environment == environment.value,
            ),
        )
    )


def _their_status(status: ColumnElement[str]) -> ColumnElement[str]:
    known = [each.value for each in (MappingStatus.RENAMED, MappingStatus.INVALID)]
    spelled = func.lower(func.trim(status))
    return case((spelled.in_(known), spelled), else_=literal(MappingStatus.OK.value))
