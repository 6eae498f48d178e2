"""The connection test as the checklist shows it: its lines, and its text for Copy report."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.connection import Access, Check, CheckState
from bcautotask_gui.ui.settings.state import Checklist, Line, Right, RightsRow
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


def checklist(
    checks: tuple[Check, ...],
    rights: Mapping[str, Access],
    needed: Mapping[str, Access],
    *,
    is_running: bool,
    step: str,
) -> Checklist:
    """The lines of a test; the four that ask for rights become one with a table.

    Args:
        checks: as far as the test has come.
        rights: what the user may do, by kind of record.
        needed: what the application does with each kind of record.
        is_running: whether the test goes on.
        step: how far it is, in words.
    """
    lines: list[Line] = []
    of_rights = tuple(check for check in checks if check.key in needed)
    for check in checks:
        if check.key not in needed:
            lines.append(Line(check))
        elif check is of_rights[0]:
            lines.append(_rights_line(of_rights, rights, needed))
    return Checklist(tuple(lines), step, is_running, _report(checks))


def broken_off(shown: Checklist, step: str) -> Checklist:
    """The checklist after the test ended before its end: what ran is to come again.

    Args:
        shown: as far as the test had come.
        step: how it ended, in words.
    """
    lines = tuple(
        replace(line, check=replace(line.check, state=CheckState.TO_COME))
        if line.check.state is CheckState.RUNNING
        else line
        for line in shown.lines
    )
    return replace(shown, lines=lines, step=step, is_running=False)


def _rights_line(
    checks: tuple[Check, ...], rights: Mapping[str, Access], needed: Mapping[str, Access]
) -> Line:
    title = translate("ConnectionTest", "What this user may do")
    remedies = dict.fromkeys(check.remedy for check in checks if check.remedy)
    failed = [check for check in checks if check.state is CheckState.FAILED]
    lines = [f"{told(each.title)}: {told(each.value)}".rstrip(". ") for each in failed]
    value = f"{'. '.join(lines)}." if lines else ""
    check = Check("rights", title, _together(checks), value, " ".join(map(told, remedies)))
    rows = tuple(
        RightsRow(each.title, _cells(rights.get(each.key), needed[each.key])) for each in checks
    )
    has_begun = check.state is not CheckState.TO_COME
    return Line(check, rows if has_begun else ())


def _together(checks: tuple[Check, ...]) -> CheckState:
    """One state for several lines: the worst that is known, running while one is."""
    states = {check.state for check in checks}
    if CheckState.RUNNING in states:
        return CheckState.RUNNING
    if CheckState.FAILED in states:
        return CheckState.FAILED
    if states == {CheckState.PASSED}:
        return CheckState.PASSED
    return CheckState.TO_COME if states == {CheckState.TO_COME} else CheckState.RUNNING


def _cells(has: Access | None, needs: Access) -> tuple[Right, Right, Right]:
    return (
        _right(has.query if has else None, needs=needs.query),
        _right(has.create if has else None, needs=needs.create),
        _right(has.update if has else None, needs=needs.update),
    )


def _right(has: bool | None, *, needs: bool) -> Right:
    if not needs:
        return Right.NOT_USED
    if has is None:
        return Right.UNKNOWN
    return Right.GRANTED if has else Right.MISSING


def _report(checks: tuple[Check, ...]) -> str:
    lines = []
    for check in checks:
        parts = (
            f"[{told(check.state.value)}] {told(check.title)}",
            told(check.value),
            told(check.remedy),
        )
        lines.append(": ".join(part for part in parts if part))
    return "\n".join(lines)
