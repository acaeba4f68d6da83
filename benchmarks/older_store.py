"""How long the first look at trends takes after an update, and what can be done beside it.

    python -m benchmarks.older_store --file calls.sqlite3

Takes a copy of a store that `benchmarks.library --file` has filled back to schema 0004, which kept no figures of each
call, and times how it is opened, and a reference looked up. Then its calls are counted, as `playbooks followed`
does and as a window does that is told how far it is; each time the list is scrolled in a window meanwhile, and a call
is stored now and then.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread

from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from app.adapters.call_store import SqlCallStore
from app.adapters.call_tables import UncountedTable
from app.adapters.database import Database
from app.adapters.older_calls import OlderCalls
from app.adapters.store_file import connect
from app.adapters.team_store import SqlTeamStore
from app.core.call_search import CallFilter, CallOrder
from app.core.trend_port import Told
from app.ui.supervisor_window import SupervisorWindow
from benchmarks.library import KEY, ms
from benchmarks.scrolling import scroll
from tests.adapters.older import make_older

SAVE_EVERY_S = 0.5
WAYS: dict[str, Told | None] = {"as a command": None, "beside a window": lambda *_: None}


def main() -> None:
    """Print milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, required=True)
    options = parser.parse_args()
    application = QApplication(["calmline"])
    with tempfile.TemporaryDirectory(dir=options.file.parent) as folder:
        file = Path(shutil.copy(options.file, folder))
        with closing(connect(file, KEY)) as other:
            make_older(other, "0004")
        print(f"opened for the first time: {ms(lambda: Database(file, KEY).close()):.0f} ms")
        with closing(SqlCallStore(file, KEY)) as store:
            named = CallFilter(reference="r-1")
            first_ms, second_ms = (ms(lambda: store.find(named, CallOrder(), 0, 1)) for _ in range(2))
            print(f"a reference looked up for the first time: {first_ms:.0f} ms, then {second_ms:.1f}")
            window = SupervisorWindow(store, SqlTeamStore(Path(folder, "team.sqlite3"), KEY))
            window.show()
            for _ in range(20):
                application.processEvents()
            print("nothing counted:")
            scroll(window.table.verticalScrollBar())
            for name, told in WAYS.items():
                print(f"counted {name}:")
                with _counting(file, told), _saving(file):
                    scroll(window.table.verticalScrollBar())
            window.close()


@contextmanager
def _counting(file: Path, told: Told | None) -> Iterator[None]:
    with closing(Database(file, KEY)) as database:
        older = OlderCalls(database)
        thread = Thread(target=older.count, args=(told,))
        first, last = _left(database)
        began_s = time.perf_counter()
        thread.start()
        yield
        older.stop()
        thread.join()
        each_ms = 1000 * (time.perf_counter() - began_s) / (_left(database)[0] - first)
    print(f"{each_ms:.1f} ms a call, {each_ms * last / 60_000:.1f} minutes for all {last}")


def _left(database: Database) -> tuple[int, int]:
    with database.session("read") as session:
        left = session.scalars(select(UncountedTable)).one()
        return left.first, left.last


@contextmanager
def _saving(file: Path) -> Iterator[None]:
    """Store calls on a thread, as those that end do."""
    is_over, took_ms = Event(), list[float]()
    with closing(SqlCallStore(file, KEY)) as store:
        ended = store.load("call-00000001")

        def save() -> None:
            while not is_over.wait(SAVE_EVERY_S):
                one = replace(ended, call=replace(ended.call, id=f"ended-{len(took_ms)}"))
                took_ms.append(ms(lambda: store.save(one)))  # noqa: B023 - at once

        thread = Thread(target=save)
        thread.start()
        yield
        is_over.set()
        thread.join()
    print(f"a call stored: longest {', '.join(f'{one:.0f}' for one in sorted(took_ms)[-5:])} ms of {len(took_ms)}")


if __name__ == "__main__":
    main()
