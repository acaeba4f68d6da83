"""Makes ready beside a new window what is likely to be asked for next."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def ahead(*acts: Callable[[], object]) -> None:
    """Have each done, one after the other; returns at once.

    What goes wrong is left for whoever asks: it is told then.
    """
    thread = ThreadPoolExecutor(1, thread_name_prefix="ahead")
    for act in acts:
        thread.submit(act)
    thread.shutdown(wait=False)
