"""What Autotask checks before it writes a row, in its own words.

A missing field is answered alone; everything else is collected into one list.
"""

from collections.abc import Iterator
from typing import Any

from bcautotask_gui.sandbox.answers import RefusedError
from bcautotask_gui.sandbox.entities import COLLECTION_OF, TICKET
from bcautotask_gui.sandbox.fields import Entity, Field, Row
from bcautotask_gui.sandbox.tenant import Tenant
from bcautotask_gui.sandbox.values import value_for

API_LICENSE = 7
GENERAL_CODES = 1
RECORD = "; on record number [1]."


def read_body(entity: Entity, body: Any) -> Row:
    """The writable fields of a body by their proper names.

    Unknown and read-only fields are ignored without a word.

    Raises:
        RefusedError: where it is no object, or a value does not fit its field.
    """
    if not isinstance(body, dict):
        raise RefusedError("The request body is missing or cannot be read.")
    given = {}
    for key, value in body.items():
        field = entity.find(str(key))
        if field and not field.read_only:
            given[field.name] = value_for(field, value)
        elif str(key).lower() == "userdefinedfields":
            if not isinstance(value, list | None):
                raise RefusedError("userDefinedFields is a list of names and values.")
            given["userDefinedFields"] = value
    return given


def read_id(body: Any) -> int:
    """The id of the row that a body replaces.

    Raises:
        RefusedError: where it names none.
    """
    written: Any = next((value for key, value in body.items() if str(key).lower() == "id"), None)
    try:
        return int(written)
    except (TypeError, ValueError):
        raise RefusedError(f"Missing Required Field: id. {RECORD}") from None


def require(entity: Entity, given: Row, further: tuple[str, ...] = ()) -> None:
    """Refuse where a required field is absent or empty; the first one is named.

    Args:
        entity: what is written.
        given: the body after defaults were filled in.
        further: fields that a rule of the tenant demands, such as a ticket category's.
    """
    for field in entity.writable:
        if field.required and field.name not in given:
            raise RefusedError(f"Missing Required Field: {field.name}. {RECORD}")
        if field.required and given[field.name] in (None, ""):
            raise RefusedError(f"Value does not exist for the required field {field.name}")
    for name in further:
        if given.get(name) in (None, ""):
            raise RefusedError(f"{name} is required")


def check(tenant: Tenant, entity: Entity, values: Row, before: Row) -> None:
    """Refuse values that are too long, not on offer, or point nowhere; all are named at once.

    Only what differs from `before` is checked: an inactive value stays on an old row.
    """
    changed = [
        field
        for field in entity.writable
        if values.get(field.name) is not None and values[field.name] != before.get(field.name)
    ]
    errors = [error for field in changed for error in _field_errors(tenant, entity, field, values)]
    if entity is TICKET:
        errors += _pair_errors(tenant, values)
    if errors:
        raise RefusedError(*errors)


def _field_errors(tenant: Tenant, entity: Entity, field: Field, values: Row) -> Iterator[str]:
    value = values[field.name]
    if field.length and len(value) > field.length:
        yield f"{field.name} exceeds the maximum length of {field.length}. {RECORD}"
    if field.picklist and not _is_offered(tenant, entity, field, values):
        yield f"Picklist value [{value}] does not exist for {field.name}. {RECORD}"
    if field.reference in COLLECTION_OF and not _is_found(tenant, field, values):
        if field.name == "companyLocationID":
            yield (
                f"The companyLocationID[{value}] cannot be associated with the Ticket. "
                "The CompanyLocation must belong to the Ticket's Company."
            )
        else:
            yield (
                f"Reference value on field: {field.name} of type: {field.reference} "
                f"does not exist or is invalid. {RECORD}"
            )


def _is_offered(tenant: Tenant, entity: Entity, field: Field, values: Row) -> bool:
    parent = values.get(field.parent) if field.parent else None
    return any(
        each.value == values[field.name] and each.is_active and each.parent in (None, parent)
        for each in tenant.picklist(entity.name, field.name)
    )


def _is_found(tenant: Tenant, field: Field, values: Row) -> bool:
    row = tenant.tables.rows(COLLECTION_OF[field.reference]).get(values[field.name])
    if row is None:
        return False
    if field.reference in ("Contact", "Contract", "CompanyLocation", "ConfigurationItem"):
        return bool(row["companyID"] == values.get("companyID"))
    if field.reference == "Resource":
        return bool(row["isActive"] and row["licenseType"] != API_LICENSE)
    if field.reference == "BillingCode":
        return bool(row["isActive"] and row["useType"] == GENERAL_CODES)
    return True


def _pair_errors(tenant: Tenant, values: Row) -> list[str]:
    """A resource is assigned in one of its roles, never without one."""
    resource, role = values.get("assignedResourceID"), values.get("assignedResourceRoleID")
    if (resource is None) != (role is None):
        return [
            "Data violation: When assigning a Resource, you must assign both a "
            "assignedResourceID and assignedResourceRoleID."
        ]
    pairs = tenant.tables.rows("ResourceServiceDeskRoles").values()
    known = any((row["resourceID"], row["roleID"]) == (resource, role) for row in pairs)
    if resource is None or known:
        return []
    return [
        "The specified AssignedResourceID and AssignedRoleID combination is not currently defined"
    ]
