"""Describes the entities: what a user may do with them, their fields, picklists, custom fields.

What a ticket category demands is not told here: `isRequired` knows only the entity's own rules.
"""

from typing import Any

from bcautotask_gui.sandbox.fields import Entity, Field
from bcautotask_gui.sandbox.model import ApiUser, CustomField, Level, PickValue
from bcautotask_gui.sandbox.tenant import Tenant


def information(tenant: Tenant, user: ApiUser, entity: Entity) -> dict[str, Any]:
    """What the API can do with an entity, and what this user may."""
    may = user.may(entity.name)
    levels = {
        "Create": may.create if entity.can_create else Level.NONE,
        "Delete": may.delete,
        "Query": may.query,
        "Update": may.update if entity.can_update else Level.NONE,
    }
    access = {
        f"userAccessFor{act}": int(level) if tenant.access_as_numbers else level.name.capitalize()
        for act, level in levels.items()
    }
    return {
        "info": {
            "name": entity.name,
            "canCreate": entity.can_create,
            "canDelete": False,
            "canQuery": True,
            "canUpdate": entity.can_update,
            **access,
            "hasUserDefinedFields": bool(tenant.custom_fields.get(entity.name)),
            "supportsWebhookCallouts": entity.name == "Ticket",
        }
    }


def fields(tenant: Tenant, entity: Entity) -> dict[str, Any]:
    """All fields of an entity, each picklist with its values (contract section 3)."""
    return {"fields": [_field(tenant, entity, field) for field in entity.fields]}


def custom_fields(tenant: Tenant, entity: Entity) -> dict[str, Any]:
    """The user-defined fields of an entity."""
    return {"fields": [_custom(each) for each in tenant.custom_fields.get(entity.name, ())]}


def _field(tenant: Tenant, entity: Entity, field: Field) -> dict[str, Any]:
    values = [
        _value(place, each)
        for place, each in enumerate(tenant.picklist(entity.name, field.name), 1)
    ]
    return {
        "name": field.name,
        "dataType": field.kind,
        "length": field.length,
        "isRequired": field.required,
        "isReadOnly": field.read_only,
        "isQueryable": field.queryable,
        "isReference": bool(field.reference),
        "referenceEntityType": field.reference,
        "isPickList": field.picklist,
        "picklistValues": values if field.picklist else None,
        "picklistParentValueField": field.parent,
        "isSupportedWebhookField": False,
    }


def _value(place: int, each: PickValue) -> dict[str, Any]:
    """A picklist value: a number on tickets, but text here."""
    return {
        "value": str(each.value),
        "label": each.label,
        "isDefaultValue": each.is_default,
        "sortOrder": place,
        "parentValue": "" if each.parent is None else str(each.parent),
        "isActive": each.is_active,
        "isSystem": each.is_system,
    }


def _custom(each: CustomField) -> dict[str, Any]:
    return {
        "name": each.name,
        "label": each.label,
        "type": each.kind,
        "length": each.length,
        "description": "",
        "isRequired": False,
        "isReadOnly": False,
        "isQueryable": True,
        "isReference": False,
        "referenceEntityType": "",
        "isPickList": False,
        "picklistValues": None,
        "picklistParentValueField": "",
        "defaultValue": None,
        "isSupportedWebhookField": False,
    }
