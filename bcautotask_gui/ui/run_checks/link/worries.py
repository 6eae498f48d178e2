"""What a person must know before linking: reasons against it, or things to confirm by a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bcautotask_gui.domain.linking import Confirmation, Doubt, LinkPreview
from bcautotask_gui.domain.tickets import Block
from bcautotask_gui.ui.shared.telling import told

translate = QCoreApplication.translate


def heading_of(confirmations: Sequence[Confirmation]) -> str:
    """`This ticket belongs to another company and is already linked`; the run's own part after."""
    ticket = _joined([each for each in confirmations if each.doubt is not Doubt.ATTEMPT])
    run = _joined([each for each in confirmations if each.doubt is Doubt.ATTEMPT])
    parts = []
    if ticket:
        parts.append(translate("LinkWorries", "This ticket {is_so}").format(is_so=ticket))
    if run:
        words = (
            translate("LinkWorries", "the run {is_so}")
            if ticket
            else translate("LinkWorries", "This run {is_so}")
        )
        parts.append(words.format(is_so=run))
    return "; ".join(parts)


def _joined(confirmations: Sequence[Confirmation]) -> str:
    headings = dict.fromkeys(told(each.heading) for each in confirmations)
    return translate("LinkWorries", " and ").join(headings)


def text_of(confirmations: Sequence[Confirmation]) -> str:
    """All sentences, one after another."""
    return " ".join(told(each.sentence) for each in confirmations)


def blocks_text(blocks: Sequence[Block]) -> str:
    """Each reason once."""
    return "\n".join(dict.fromkeys(f"{told(each.what)} {told(each.sentence)}" for each in blocks))


def left_out(preview: LinkPreview) -> str:
    """Which of several runs will not be linked, and why; empty where all will."""
    refused = [each for each in preview.verdicts if each.blocks]
    if not refused or not preview.run_ids:
        return ""
    lines = [
        translate("LinkWorries", "Run {id}: {reason}").format(
            id=each.run_id, reason=blocks_text(each.blocks[:1])
        )
        for each in refused
    ]
    return "\n".join(lines)
