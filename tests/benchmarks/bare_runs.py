"""The reference of the list of runs: SQL written by hand, through the driver and nothing else.

Each statement brings what our page shows, with the tickets of every place, and only that; rows stay
what the driver makes of them.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any

import psycopg

from tests.support.postgres import libpq

NEWEST = "r.run_at DESC NULLS LAST, r.id DESC"
BY_CUSTOMER = f"lower(c.name) ASC NULLS LAST, {NEWEST}"
NOT_REVIEWED = (
    "r.reviewed_at IS NULL AND r.run_at >= '{since}' "
    "AND r.job_id NOT IN (SELECT id FROM jobs WHERE archived)"
)
# what a person types stands in a name, a remark or a ticket's number
FOUND = """r.id IN (
  SELECT id FROM job_runs WHERE job_id IN (
    SELECT jobs.id FROM jobs JOIN customers ON customers.id = jobs.customer_id
    WHERE lower(jobs.job_name) LIKE '%{text}%' OR lower(customers.name) LIKE '%{text}%')
  UNION SELECT id FROM job_runs
    WHERE lower(remark) LIKE '%{text}%' OR lower(autotask_ticket_number) LIKE '%{text}%'
  UNION SELECT run_id FROM {ours}ticket_link
    WHERE unlinked_at IS NULL AND lower(number) LIKE '%{text}%'
  UNION SELECT q.job_run_id FROM ticket_job_runs q JOIN tickets y ON y.id = q.ticket_id
    WHERE lower(y.ticket_code) LIKE '%{text}%')"""
_JOINED = """job_runs r LEFT JOIN jobs j ON j.id = r.job_id
  LEFT JOIN customers c ON c.id = j.customer_id"""
_PAGE = """
SELECT r.id, r.job_id, r.run_at, r.status, r.remark, r.missed, r.override_applied, r.reviewed_at,
  r.source_type, r.external_id, j.job_name, j.backup_software, j.backup_type, c.id, c.name,
  m.status, k.state, k.operator, k.instance, o.failed, o.total, x.failed, x.total,
  r.autotask_ticket_id, r.autotask_ticket_number, r.autotask_ticket_created_at,
  r.autotask_ticket_deleted_at, s.status_label, s.is_complete, s.is_deleted, t.*
FROM {joined}
LEFT JOIN {ours}mapping m ON m.customer_id = c.id AND m.environment = 'production'
LEFT JOIN {ours}claim k ON k.run_id = r.id AND k.environment = 'production'
  AND k.state <> 'released'
LEFT JOIN {ours}ticket_snapshot s ON s.environment = 'production'
  AND s.ticket_id = r.autotask_ticket_id
LEFT JOIN (
  SELECT mail_message_id, count(*) AS total,
    count(*) FILTER (WHERE lower(status) <> 'success') AS failed
  FROM mail_objects
  WHERE mail_message_id IN (SELECT mail_message_id FROM job_runs WHERE id {among})
  GROUP BY mail_message_id) o ON o.mail_message_id = r.mail_message_id
LEFT JOIN (
  SELECT run_id, count(*) AS total, count(*) FILTER (WHERE lower(status) <> 'success') AS failed
  FROM run_object_links WHERE run_id {among} GROUP BY run_id) x ON x.run_id = r.id
LEFT JOIN (
  SELECT l.run_id, l.environment, l.ticket_id, l.number, l.origin, l.operator, l.created_at,
    n.status_label, n.is_complete, n.is_deleted, n.read_at
  FROM {ours}ticket_link l
  LEFT JOIN {ours}ticket_snapshot n ON n.environment = l.environment AND n.ticket_id = l.ticket_id
  WHERE l.unlinked_at IS NULL AND l.run_id {among}
    AND l.environment IN ('production', 'sandbox')
  UNION ALL SELECT l.run_id, NULL, NULL, l.number, l.origin, l.operator, l.created_at,
    NULL, NULL, NULL, NULL
  FROM {ours}ticket_link l
  WHERE l.unlinked_at IS NULL AND l.run_id {among} AND l.environment IS NULL
  UNION ALL SELECT z.run_id, z.environment, z.ticket_id, z.number, 'created', z.operator,
    z.seen_at, NULL, NULL, NULL, NULL
  FROM {ours}second_ticket z WHERE z.run_id {among}
  UNION ALL SELECT q.job_run_id, NULL, NULL, y.ticket_code, 'web', '', NULL,
    NULL, NULL, NULL, NULL
  FROM ticket_job_runs q JOIN tickets y ON y.id = q.ticket_id WHERE q.job_run_id {among}
) t ON t.run_id = r.id
WHERE r.id {among}"""


class Bare:
    """One open connection of the driver."""

    def __init__(self, url: str) -> None:
        """Connect to a database at its SQLAlchemy address."""
        self._is_file = url.startswith("sqlite")
        self._line: Any
        if self._is_file:
            self._line = sqlite3.connect(url.removeprefix("sqlite:///"))
            among, self.ours = "IN (SELECT value FROM json_each(:ids))", "bcautotask_"
        else:
            self._line = psycopg.connect(libpq(url))
            among, self.ours = "= ANY(%(ids)s)", "bcautotask."
        self._page = _PAGE.format(among=among, ours=self.ours, joined=_JOINED)

    def first_page(self, where: str = "true", order: str = NEWEST) -> list[Any]:
        """The newest id, the ids of the first page, and their rows."""
        chosen = f"SELECT r.id FROM job_runs r WHERE {where} ORDER BY {order} LIMIT 100"
        self._line.execute("SELECT max(id) FROM job_runs").fetchone()
        ids = [row[0] for row in self._line.execute(chosen).fetchall()]
        return self.rows(ids)

    def rows(self, ids: Sequence[int]) -> list[Any]:
        """Rows by id."""
        given = "[" + ",".join(map(str, ids)) + "]" if self._is_file else list(ids)
        found: list[Any] = self._line.execute(self._page, {"ids": given}).fetchall()
        self._line.rollback()
        return found

    def order(self, where: str = "true", order: str = NEWEST) -> list[int]:
        """All ids in order."""
        source = _JOINED if order != NEWEST else "job_runs r"
        chosen = f"SELECT r.id FROM {source} WHERE {where} ORDER BY {order}"
        found = [row[0] for row in self._line.execute(chosen).fetchall()]
        self._line.rollback()
        return found

    def close(self) -> None:
        """Gives the connection back."""
        self._line.close()
