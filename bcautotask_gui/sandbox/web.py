"""The web page behind a ticket's deep link, so that `Open ticket` shows something in the demo."""

from html import escape

from werkzeug.wrappers import Request, Response

from bcautotask_gui.sandbox import answers
from bcautotask_gui.sandbox.fields import Row
from bcautotask_gui.sandbox.tenant import Tenant

HTML = "text/html; charset=utf-8"
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{number}</title>
<style>body{{font:16px/1.5 sans-serif;max-width:50em;margin:2em auto;padding:0 1em}}
pre{{white-space:pre-wrap;font:inherit}}</style></head>
<body><p>Local Autotask (sample data)</p><h1>{number} - {title}</h1>
<p>{company} - {status}</p><h2>Description</h2><pre>{description}</pre>
<h2>Resolution</h2><pre>{resolution}</pre><h2>Notes</h2>{notes}</body></html>"""


def ticket_page(tenant: Tenant, request: Request) -> Response:
    """The page of the ticket whose id stands in the address.

    Both known links work: ExecuteCommand.aspx with `TicketID`, TicketDetail.mvc with `ticketId`.
    """
    wanted = {key.lower(): value for key, value in request.args.items()}.get("ticketid", "")
    with tenant.lock:
        rows = tenant.tables.rows("Tickets")
        row = rows.get(int(wanted)) if wanted.isdecimal() else None
        return Response(_page(tenant, row), 200, content_type=HTML) if row else answers.not_found()


def _page(tenant: Tenant, row: Row) -> str:
    company = tenant.tables.rows("Companies").get(row["companyID"], {})
    labels = {each.value: each.label for each in tenant.picklist("Ticket", "status")}
    notes = "".join(
        f"<h3>{escape(note['title'])}</h3><pre>{escape(note['description'])}</pre>"
        for note in tenant.notes(row["id"])
    )
    return PAGE.format(
        number=escape(row["ticketNumber"]),
        title=escape(row["title"]),
        company=escape(company.get("companyName", "")),
        status=escape(labels.get(row["status"], "")),
        description=escape(row["description"] or ""),
        resolution=escape(row["resolution"] or ""),
        notes=notes,
    )
