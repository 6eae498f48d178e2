"""Brings the translations up to date with the sources, and compiles them.

    .venv/bin/python packaging/languages.py

New sentences come into resources/languages/nl.ts as unfinished: translate them there, by hand or in
Qt Linguist, and run it once more. What no source says any more is taken out.
"""

import ast
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "bcautotask_gui"
LANGUAGES = ROOT / "resources" / "languages"
DUTCH = LANGUAGES / "nl.ts"
# the context of what rooms without Qt say
DOMAIN = "Domain"
WITHOUT_QT = ("autotask", "credentials", "database", "domain", "services")

sys.path.insert(0, str(ROOT))


def main() -> int:
    """Updates and compiles; says how many sentences want a translation."""
    update(DUTCH, "-no-obsolete")
    compile_into(DUTCH, DUTCH.with_suffix(".qm"))
    unfinished = DUTCH.read_text(encoding="utf-8").count('type="unfinished"')
    sys.stdout.write(f"{unfinished} sentences want a translation.\n")
    return 0


def update(ts: Path, *options: str) -> None:
    """Lets a file of translations follow the sources.

    Args:
        ts: the file; what is translated in it stays.
        options: of lupdate; without any, what no source says is marked as vanished.
    """
    with tempfile.TemporaryDirectory() as folder:
        # lupdate reads translate() and tr() only, so the words of rooms without Qt are shown to it
        shown = Path(folder) / "said_without_qt.py"
        lines = [f'translate("{DOMAIN}", {_literal(each)})\n' for each in domain_words()]
        shown.write_text("".join(lines), encoding="utf-8")
        _run("lupdate", *options, "-silent", "-locations", "none", "-extensions", "py",
             "-source-language", "en", "-target-language", "nl",
             str(PACKAGE), str(shown), "-ts", str(ts))  # fmt: skip


def compile_into(ts: Path, qm: Path) -> None:
    """Makes the file that the application reads."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def domain_words() -> list[str]:
    """Everything that rooms without Qt say to people, each once, sorted."""
    return sorted({each for each in (*_from_sources(), *_from_tables(), *_lost()) if each})


def _from_sources() -> Iterator[str]:
    for room in WITHOUT_QT:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from _from_call(node)


def _from_call(call: ast.Call) -> Iterator[str]:
    """Templates of `say`, sentences of `Words`, and words given to a failure or its like."""
    from bcautotask_gui.ui.shared.telling import OUR_WORDS

    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    if name == "say":
        yield from _literals(call.args[:1])
    elif name == "Words":
        yield from _literals(call.args)
    elif name == "Failure":
        yield from _literals(each.value for each in call.keywords if each.arg in OUR_WORDS)
    elif name == "_missing":
        yield from _literals(call.args)


def _literals(nodes: Iterable[ast.expr]) -> Iterator[str]:
    """Texts that stand there, also as the last resort of `or` and in both arms of an `if`."""
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.BoolOp):
            yield from _literals(node.values)
        elif isinstance(node, ast.IfExp):
            yield from _literals((node.body, node.orelse))


def _from_tables() -> Iterator[str]:
    """Words that are members of a table, or are made from one."""
    from bcautotask_gui.credentials import backends
    from bcautotask_gui.domain.audit import Act
    from bcautotask_gui.domain.connection import CheckState
    from bcautotask_gui.domain.operators import Permission
    from bcautotask_gui.domain.reference_data import TicketField
    from bcautotask_gui.domain.settings import Environment
    from bcautotask_gui.domain.ticket_content import DAYS, MONTHS
    from bcautotask_gui.domain.tickets import Origin

    tables: tuple[type[StrEnum], ...] = (Act, CheckState, Origin, Permission)
    for table in tables:
        yield from (each.value for each in table)
    for field in TicketField:
        yield from (field.label, field.small)
    yield from (each.label for each in Environment)
    yield from (*DAYS, *MONTHS, "query", "create", "update")
    yield from backends.REFUSED.values()


def _lost() -> Iterator[str]:
    """What cannot be done without a table or a column."""
    with (ROOT / "resources" / "backupchecks_schema.toml").open("rb") as file:
        yield from _values_of("lost", tomllib.load(file))


def _values_of(name: str, table: object) -> Iterator[str]:
    if isinstance(table, dict):
        for key, value in table.items():
            if key == name and isinstance(value, str):
                yield value
            else:
                yield from _values_of(name, value)


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(tool: str, *arguments: str) -> None:
    import PySide6

    program = Path(PySide6.__file__).parent / tool
    if sys.platform == "win32":
        program = program.with_suffix(".exe")
    subprocess.run([program, *arguments], check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
