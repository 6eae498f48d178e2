"""What belongs to this computer and not to the team: profile, keyring, the database in use."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bcautotask_gui.domain.ports import Secrets
from bcautotask_gui.domain.start import StartOptions
from bcautotask_gui.profile import Profile

Restart = Callable[[StartOptions], None]


@dataclass(frozen=True)
class Local:
    """Handed to the pages that look after this computer.

    Attributes:
        options: how the application was started.
        profile: the folder with everything local.
        secrets: the keyring, or the memory of this session.
        url: the address of the database in use, without its password.
        restart: begins anew in another way; the window asks about unsaved changes first.
    """

    options: StartOptions
    profile: Profile
    secrets: Secrets
    url: str
    restart: Restart

    def remove_sample(self) -> None:
        """Begins anew without the sample, whose folder is deleted in between."""
        self.restart(replace(self.options, demo=False, without_sample=True))

    def connect_again(self) -> None:
        """Begins anew with the same database, which is then looked at again."""
        self.restart(self.options)

    def use_database(self, url: str) -> None:
        """Begins anew with another database, now and at later starts."""
        self.profile.remember_database(url)
        self.restart(replace(self.options, demo=False, database=url))
