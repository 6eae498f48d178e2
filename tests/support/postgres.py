"""A throw-away PostgreSQL server: no port, no password, one for the whole test run."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

if TYPE_CHECKING:
    from collections.abc import Callable

SERVER_OPTIONS = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
)


def libpq(url: str) -> str:
    """The address of a test database as psycopg reads it, from SQLAlchemy's form."""
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


class Cluster:
    """A PostgreSQL server with user `bc` as its owner, reached through a socket in its folder."""

    def __init__(self) -> None:
        self._programs = _server_programs()
        # not pytest's folder: a socket's path has at most 107 bytes
        self.folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
        self._templates: set[str] = set()

    def start(self) -> None:
        """Makes the cluster and starts its server.

        Raises:
            RuntimeError: one of the two failed; the text is the server's own.
        """
        if os.geteuid() == 0:
            server = pwd.getpwnam("postgres")
            os.chown(self.folder, server.pw_uid, server.pw_gid)
        self._run("initdb", "--username=bc", "--auth=trust", "--encoding=UTF8", "--no-sync",
                  "--locale=C.UTF-8")  # fmt: skip
        self._run("pg_ctl", "start", "--wait", "--timeout=60", f"--log={self.folder}/log",
                  f"--options={SERVER_OPTIONS} -k {self.folder}")  # fmt: skip

    def stop(self) -> None:
        """Stops the server at once and removes its folder."""
        if (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "--mode=immediate")
        shutil.rmtree(self.folder)

    def url(self, name: str) -> str:
        """The address of a database, in the form that SQLAlchemy and the application take."""
        return f"postgresql+psycopg://bc@/{name}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """A new database, a copy of the template; returns its name."""
        name = f"t_{uuid.uuid4().hex}"
        self._execute("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, template)
        return name

    def drop(self, name: str) -> None:
        """Removes a database even where somebody is still connected."""
        self._execute("DROP DATABASE {} WITH (FORCE)", name)

    def create_from(self, template: str, fill: Callable[[str], None]) -> str:
        """A new database that holds what `fill` writes; `fill` runs once per template name.

        Args:
            template: any name; it stands for what `fill` writes.
            fill: gets the address of an empty database and leaves no connection open.

        Returns:
            The name of the copy.
        """
        database = f"template_{template}"
        if template not in self._templates:
            self._execute("CREATE DATABASE {} TEMPLATE template0", database)
            try:
                fill(self.url(database))
            except BaseException:
                self.drop(database)
                raise
            self._templates.add(template)
        return self.create(database)

    def _execute(self, statement: str, *names: str) -> None:
        command = sql.SQL(statement).format(*map(sql.Identifier, names))
        with psycopg.connect(libpq(self.url("postgres")), autocommit=True) as connection:
            connection.execute(command)

    def _run(self, program: str, *arguments: str) -> None:
        as_server = []
        if os.geteuid() == 0:  # the server refuses root; the tests need not
            as_server = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
        errors = self.folder / "errors.txt"
        with errors.open("wb") as sink:  # a pipe would stay open in the server
            result = subprocess.run(
                [*as_server, self._programs / program, f"--pgdata={self.folder}/data", *arguments],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=sink,
                check=False,
            )
        if result.returncode:
            raise RuntimeError(f"{program} failed: {errors.read_text()}")


def _server_programs() -> Path:
    """The folder of the newest server on this machine: Debian keeps it off the PATH."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    folders = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if not folders:
        raise RuntimeError("The tests need a PostgreSQL server: apt-get install postgresql")
    return max(folders, key=lambda folder: int(folder.parent.name))
