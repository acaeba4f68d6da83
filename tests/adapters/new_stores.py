"""New stores, made once and copied: to make one takes ten times as long as to open it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app.adapters.database import Database
from tests.adapters.sealed import KEY


def put_new_store(file: Path) -> Path:
    """Put a new store of KEY there, which nothing has opened yet; the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_new_store())
    return file


@cache
def _new_store() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "calls.sqlite3"
        Database(file, KEY).close()
        return file.read_bytes()
