"""What a person does in the window, in a person's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcautotask_gui.sandbox import DEMO_USER
from tests.end_to_end.site import COMPANY, CUSTOMER, SECRET, TRACKING_ID
from tests.support.processes import wait_for

if TYPE_CHECKING:
    from tests.support.window import Control, Window

CREATE = "Create Autotask ticket"
DEFAULTS = {
    "Queue": "Backup & Recovery",
    "Source": "Monitoring Alert",
    "New-ticket status": "New",
    "Priority for Warning": "Medium",
    "Priority for Error": "High",
}


def outcome(window: Window) -> str:
    """How the last act ended, as the status bar tells it."""
    return str(window.find("label", "Outcome").look()["description"])


def wait_for_outcome(window: Window, part: str, timeout: float = 60.0) -> str:
    """Waits until the outcome tells this; answers the whole sentence."""
    try:
        wait_for(lambda: part in outcome(window), f"the outcome {part!r}", timeout)
    except TimeoutError as error:
        raise TimeoutError(f"{error}; it says: {outcome(window)!r}\n{window.tree()}") from None
    return outcome(window)


def wait_to_read(window: Window, part: str, timeout: float = 60.0) -> None:
    """Waits until the window tells this anywhere."""
    try:
        wait_for(lambda: part in window.tree(), f"{part!r} to be read", timeout)
    except TimeoutError as error:
        raise TimeoutError(f"{error}; it says: {outcome(window)!r}\n{window.tree()}") from None


def prepare_the_database(window: Window) -> None:
    """Lets the application add its tables: asked, then confirmed."""
    window.find("push button", "Prepare this database").click()
    question = window.find("dialog", "Prepare this database — Backupchecks Autotask")
    window.find("push button", "Prepare this database", inside=question).click()
    window.find("page tab", "Settings")


def enter_credentials(window: Window, secret: str = SECRET, tracking_id: str = TRACKING_ID) -> None:
    """Fills in who signs in to Autotask."""
    window.find("text", "API user name").set_text(DEMO_USER)
    window.find("password text", "API secret").set_text(secret)
    window.find("password text", "Tracking identifier").set_text(tracking_id)


def choose_defaults(window: Window) -> None:
    """Chooses from what Autotask offers right now."""
    window.find("radio button", "Ticket defaults").click()
    for field, choice in DEFAULTS.items():
        window.find("combo box", field).choose(choice)


def choose_the_customer(window: Window) -> None:
    """Finds the customer and selects it."""
    window.open_tab("Customers")
    window.find("text", "Search customers").set_text("Zahnarzt")
    customers = window.find("table", "Customers")
    wait_for(lambda: customers.table(limit=0).total == 1, "one customer")
    customers.select_row_with(CUSTOMER)


def map_the_customer(window: Window) -> None:
    """Finds the company by its id and maps the customer to it."""
    choose_the_customer(window)
    companies = window.find("table", "Companies")
    wait_for(lambda: companies.table(limit=0).total, "a suggestion")
    window.find("text", "Search companies by name or id").set_text(str(COMPANY))
    wait_for(lambda: len(found := companies.table().rows) == 1 and str(COMPANY) in found[0][0],
             "the company")  # fmt: skip
    companies.cell(0).click()
    window.find("push button", "Set mapping").click()
    wait_for_outcome(window, f"{CUSTOMER} is mapped to {CUSTOMER} ({COMPANY})")


def choose_the_run(window: Window) -> Control:
    """Selects the newest run of the customer; answers the table."""
    window.open_tab("Run Checks")
    window.find("text", "Search customer, job, ticket or message").set_text("Zahnarzt")
    runs = window.find("table", "Runs")
    wait_for(lambda: runs.table(limit=0).total == 1, "one run")
    runs.select_row_with(CUSTOMER)
    return runs


def open_the_preview(window: Window) -> Control:
    """Opens the preview of the chosen run; answers the button that creates the ticket."""
    window.find("push button", CREATE).click()
    preview = window.find("dialog", f"{CREATE} — Backupchecks Autotask")
    create = window.find("push button", CREATE, inside=preview)
    wait_for(lambda: create.has("enabled"), "the checks of the preview to end")
    return create


def wait_for_ticket(runs: Control, part: str) -> None:
    """Waits until the customer's row tells this about its ticket."""
    try:
        wait_for(lambda: part in cell(runs, "Ticket"), f"{part!r} in the row")
    except TimeoutError as error:
        raise TimeoutError(f"{error}; it is {runs.table().rows}\n{runs.window.tree()}") from None


def cell(runs: Control, heading: str) -> str:
    """What the customer's row tells under a heading."""

    def told() -> tuple[str] | None:
        """A row that is being read anew says nothing for a moment."""
        seen = runs.table()
        row = next((row for row in seen.rows if CUSTOMER in row), None)
        return None if row is None else (row[seen.headings.index(heading)],)

    return wait_for(told, f"the row of {CUSTOMER}")[0]
