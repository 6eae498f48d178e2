"""Keeps a tenant's tickets in a file, so that a demo finds them again after a restart."""

import json
import os
from pathlib import Path

from bcautotask_gui.sandbox.tenant import Tenant

KEPT = ("Tickets", "TicketNotes", "TimeEntries", "TicketHistory", "DeletedTicketLogs")


def load(tenant: Tenant, path: Path) -> bool:
    """Fill a tenant from its file; answers whether there is one.

    Raises:
        ValueError: the file belongs to another database or cannot be read.
    """
    if not path.exists():
        return False
    kept = json.loads(path.read_text("utf-8"))
    if kept.get("ci") != tenant.ci:
        raise ValueError(f"{path.name} belongs to database {kept.get('ci')}, not {tenant.ci}")
    tenant.tables.load(kept["tables"])
    tenant.numbers.update(kept["numbers"])
    return True


def save(tenant: Tenant, path: Path) -> None:
    """Write the file; a crash in between leaves the old one whole."""
    content = {
        "ci": tenant.ci,
        "numbers": tenant.numbers,
        "tables": tenant.tables.dump(KEPT),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
    os.replace(fresh, path)
