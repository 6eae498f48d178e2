"""The names under which this tab knows the question and the outcome."""

from bcautotask_gui.ui.shared.question import Ask, Asked, Question, Trouble, trouble_of
from bcautotask_gui.ui.shared.telling import OutcomeLine

__all__ = ["Ask", "Asked", "OutcomeLine", "Question", "Trouble", "trouble_of"]
