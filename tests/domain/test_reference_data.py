"""What a picklist offers, and what it calls an id."""

from bcautotask_gui.domain.reference_data import TicketField
from tests.domain.samples import reference_data


def test_an_id_is_called_by_autotasks_word_and_an_unknown_one_by_itself() -> None:
    data = reference_data()
    assert data.label(TicketField.QUEUE, 11) == "Backup & Recovery"
    assert data.label(TicketField.QUEUE, 12) == "Old queue"
    assert data.label(TicketField.QUEUE, 99) == "99"
    assert data.label(TicketField.QUEUE, None) == ""
    assert data.label(TicketField.NOTE_TYPE, 1) == "1"


def test_only_active_values_can_be_newly_set() -> None:
    offered = reference_data().offered(TicketField.QUEUE)
    assert [value.value for value in offered] == [11]
    assert reference_data().offered(TicketField.PUBLISH) == ()
