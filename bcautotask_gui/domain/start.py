"""How the application is asked to start."""

from dataclasses import dataclass, field
from pathlib import Path

AUTOTASK_URL = "https://webservices.autotask.net/ATServicesRest"


@dataclass(frozen=True)
class StartOptions:
    """What the command line and the environment ask for.

    Attributes:
        demo: use the sample database and the local Autotask.
        profile: the folder with everything local, or None for the usual one.
        database: the address of the database, or empty; may hold a password if it came from the
            environment, so it never shows in a repr.
        autotask_url: the REST address used to find a user's zone.
        tour: perform the main job and leave pictures there, or None.
        without_sample: delete the sample data first.
        names_stalls: log by name what holds up the window.
    """

    demo: bool = False
    profile: Path | None = None
    database: str = field(default="", repr=False)
    autotask_url: str = AUTOTASK_URL
    tour: Path | None = None
    without_sample: bool = False
    names_stalls: bool = False
