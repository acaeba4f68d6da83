"""A model is put on the shelf whole or not at all, and what was fetched is not fetched again."""

import hashlib
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.model_hub import HubSource
from app.adapters.model_shelf import FolderSource, ModelShelf
from app.adapters.models import find_model
from app.core.errors import ModelError
from tests.adapters.model_folders import FILES, a_model


def nothing(_done: int, _total: int) -> None:
    """Nobody looks how far it is."""


def states(shelf: ModelShelf) -> dict[str, str]:
    return {row.name: row.state for row in shelf.rows()}


# --- from a folder -----------------------------------------------------------------------------------------------


def test_a_folder_is_copied_and_found_by_its_name_when_the_folder_is_gone(tmp_path: Path) -> None:
    stick = a_model(tmp_path / "stick" / "ours")
    shelf = ModelShelf(tmp_path / "models")
    told: list[tuple[int, int]] = []
    place = shelf.install(FolderSource(stick), lambda done, total: told.append((done, total)))
    shutil.rmtree(stick)
    assert find_model("ours", tmp_path / "models") == place
    assert states(shelf)["ours"] == "ready"
    assert told[-1][0] == told[-1][1] == sum(map(len, FILES.values()))


def test_a_folder_that_another_computer_installed_is_checked_against_its_receipt(tmp_path: Path) -> None:
    first = ModelShelf(tmp_path / "first").install(FolderSource(a_model(tmp_path / "ours")), nothing)
    (first / "model.bin").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="damaged"):
        ModelShelf(tmp_path / "second").install(FolderSource(first), nothing)
    assert not (tmp_path / "second" / "ours").exists()


def test_too_little_space_is_told_before_anything_is_written(tmp_path: Path) -> None:
    shelf = ModelShelf(tmp_path / "models", free=lambda _: 10)
    with pytest.raises(ModelError, match="too little space"):
        shelf.install(FolderSource(a_model(tmp_path / "ours")), nothing)
    assert not (tmp_path / "models").exists()


def test_a_removed_model_is_gone_and_the_built_in_one_stays(tmp_path: Path) -> None:
    shelf = ModelShelf(tmp_path / "models")
    shelf.install(FolderSource(a_model(tmp_path / "ours")), nothing)
    shelf.remove("ours")
    assert "ours" not in states(shelf)
    for name in ("ours", "tiny.en", "../ours"):
        with pytest.raises(ModelError):
            shelf.remove(name)


@pytest.mark.parametrize("name", ["../up", "", "a/b", ".hidden"])
def test_a_name_that_leads_out_of_the_shelf_is_refused(tmp_path: Path, name: str) -> None:
    source = FolderSource(a_model(tmp_path / "ours"))
    source.name = name
    with pytest.raises(ModelError, match="cannot be a model's name"):
        ModelShelf(tmp_path / "models").install(source, nothing)


# --- from a hub --------------------------------------------------------------------------------------------------


class Hub(http.server.ThreadingHTTPServer):
    """A hub of one model, whose connection can break after so many bytes of the weights."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.breaks_after: int | None = None
        self.weights = FILES["model.bin"]
        self.ranges: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def listing(self) -> bytes:
        files = [self.about(name, content) for name, content in FILES.items()]
        return json.dumps({"sha": "revision", "siblings": files}).encode()

    @staticmethod
    def about(name: str, content: bytes) -> dict[str, object]:
        blob = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
        about: dict[str, object] = {"rfilename": name, "size": len(content), "blobId": blob}
        if name == "model.bin":
            about["lfs"] = {"sha256": hashlib.sha256(content).hexdigest()}
        return about


class Page(http.server.BaseHTTPRequestHandler):
    server: Hub

    def do_GET(self) -> None:
        name = self.path.rsplit("/", 1)[-1]
        if "/api/" in self.path:
            self.answer(200, self.server.listing())
            return
        content = self.server.weights if name == "model.bin" else FILES[name]
        asked = self.headers.get("Range")
        if asked is not None:
            self.server.ranges.append(asked)
        begin = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        self.answer(206 if asked else 200, content[begin:], self.server.breaks_after if name == "model.bin" else None)

    def answer(self, status: int, content: bytes, breaks_after: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[:breaks_after])
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Silence."""


@pytest.fixture
def hub() -> Iterator[Hub]:
    server = Hub()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_model_of_the_hub_arrives_whole(tmp_path: Path, hub: Hub) -> None:
    shelf = ModelShelf(tmp_path / "models")
    place = shelf.install(HubSource("base.en", "team/model", hub.address), nothing)
    assert {name: (place / name).read_bytes() for name in FILES} == FILES
    assert states(shelf)["base.en"] == "ready"


def test_a_broken_connection_goes_on_where_it_stopped(tmp_path: Path, hub: Hub) -> None:
    hub.breaks_after = 4000
    place = ModelShelf(tmp_path / "models").install(HubSource("base.en", "team/model", hub.address), nothing)
    assert (place / "model.bin").read_bytes() == FILES["model.bin"]
    assert hub.ranges == ["bytes=4000-"]


def test_what_had_arrived_when_the_network_went_is_not_fetched_again(tmp_path: Path, hub: Hub) -> None:
    shelf = ModelShelf(tmp_path / "models")
    arrived = shelf.partial("base.en") / "model"
    arrived.mkdir(parents=True)
    (arrived / "model.bin").write_bytes(FILES["model.bin"][:1234])
    assert states(shelf)["base.en"] == "partly fetched"
    shelf.install(HubSource("base.en", "team/model", hub.address), nothing)
    assert hub.ranges == ["bytes=1234-"]


def test_a_file_that_is_not_what_the_hub_lists_is_not_installed(tmp_path: Path, hub: Hub) -> None:
    hub.weights = b"w" * len(FILES["model.bin"])
    shelf = ModelShelf(tmp_path / "models")
    with pytest.raises(ModelError, match="arrived damaged"):
        shelf.install(HubSource("base.en", "team/model", hub.address), nothing)
    assert not shelf.has("base.en")


def test_without_a_network_one_line_says_what_to_do(tmp_path: Path, hub: Hub) -> None:
    hub.server_close()
    address = "http://127.0.0.1:9"
    with pytest.raises(ModelError) as refused:
        ModelShelf(tmp_path / "models").install(HubSource("base.en", "team/model", address), nothing)
    assert "calmline models install FOLDER" in refused.value.advice
