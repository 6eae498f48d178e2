"""What a field and an entity of Autotask are, and short ways to write many of them down."""

from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """One field as the metadata describes it.

    Attributes:
        name: the name on the wire.
        kind: integer, long, string, datetime, double or boolean.
        length: the most characters of a string; 0 for everything else.
        required: what the metadata calls required; category rules come on top.
        read_only: ignored in the body of a create or an update.
        queryable: whether a filter may name it.
        reference: the name of the entity that it points at, or "".
        picklist: whether its values come from a picklist.
        parent: the picklist field that its values depend on, or "".
    """

    name: str
    kind: str
    length: int = 0
    required: bool = False
    read_only: bool = False
    queryable: bool = True
    reference: str = ""
    picklist: bool = False
    parent: str = ""


@dataclass(frozen=True)
class Entity:
    """One entity: its names and its fields.

    Attributes:
        name: the singular that metadata and error texts use.
        collection: the plural in the URL.
        fields: without the user-defined ones.
        can_create: whether the API creates it at all.
        can_update: whether the API updates it at all.
    """

    name: str
    collection: str
    fields: tuple[Field, ...]
    can_create: bool = False
    can_update: bool = False
    by_key: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {each.name.lower(): each for each in self.fields})

    def find(self, name: str) -> Field | None:
        """The field of this name in any casing, as Autotask reads names."""
        return self.by_key.get(name.lower())

    def blank(self) -> Row:
        """A row with every field empty."""
        return {each.name: None for each in self.fields}

    @property
    def writable(self) -> tuple[Field, ...]:
        """The fields that a body can set."""
        return tuple(each for each in self.fields if not each.read_only)


ID = (Field("id", "long", required=True, read_only=True),)


def many(kind: str, names: str, *, read_only: bool = False) -> tuple[Field, ...]:
    """Plain fields of one kind, named in one line."""
    return tuple(Field(name, kind, read_only=read_only) for name in names.split())


def text(names: str) -> tuple[Field, ...]:
    """String fields, each written as `name:length`."""
    pairs = (each.split(":") for each in names.split())
    return tuple(Field(name, "string", length=int(length)) for name, length in pairs)


def picks(names: str) -> tuple[Field, ...]:
    """Integer fields with a picklist."""
    return tuple(Field(name, "integer", picklist=True) for name in names.split())


def refs(names: str) -> tuple[Field, ...]:
    """Fields that point at another entity, each written as `name:Entity`."""
    pairs = (each.split(":") for each in names.split())
    return tuple(Field(name, "integer", reference=entity) for name, entity in pairs)
