"""How a piece of work is carried out: a function whole, a generator from yield to yield."""

from collections.abc import Callable, Generator
from contextlib import closing

from bcautotask_gui.domain.progress import Progress


def carry_out(
    work: Callable[[], object],
    stopped: Callable[[], bool],
    progressed: Callable[[Progress], None],
) -> object:
    """Does the work and answers its result.

    Args:
        work: a function, or a generator function that yields Progress and returns its result.
        stopped: asked before each step of a generator; once it says yes, the generator is closed,
            so that its `finally` blocks run, and the result is None.
        progressed: is handed each Progress.

    Raises:
        BaseException: whatever the work raises.
    """
    answer = work()
    if not isinstance(answer, Generator):
        return answer
    with closing(answer):
        while not stopped():
            try:
                progress = next(answer)
            except StopIteration as end:
                result: object = end.value
                return result
            progressed(progress)
    return None
