"""Several sound systems as one, and which device is heard."""

import pytest

from app.adapters.sound import JoinedSystems, Pick, default_of, find_again, pick
from app.core.errors import AudioError
from app.core.ports import Capture, Device, DeviceKind
from tests.runtime.cards import Card, Room

INPUT, PLAYBACK, APPLICATION = DeviceKind.INPUT, DeviceKind.PLAYBACK, DeviceKind.APPLICATION


def device(device_id: str, kind: DeviceKind = INPUT, product: str | None = None, *, is_default: bool = False) -> Device:
    return Device(id=device_id, name=device_id.upper(), kind=kind, product=product, is_default=is_default)


LAPTOP = device("laptop", product="input:built-in", is_default=True)
LEFT_SOCKET, RIGHT_SOCKET = (device(f"headset {side}", product="input:jabra") for side in ("left", "right"))
SPEAKERS = device("speakers", PLAYBACK)


class Broken:
    """A sound system that does not answer."""

    def devices(self) -> list[Device]:
        raise AudioError("Nothing answers.", "Start it.")

    def open(self, device_id: str) -> Capture:
        raise AudioError(f"{device_id} does not open.", "Start it.")


def test_systems_that_answer_are_listed_together_and_opened_by_prefix() -> None:
    room = Room([Card("headset")])
    joined = JoinedSystems({"broken": Broken(), "room": room})
    assert [it.id for it in joined.devices()] == ["room:headset"]
    joined.open("room:headset").close()
    assert room.opened == ["headset"]
    with pytest.raises(AudioError, match="does not open"):
        joined.open("broken:headset")


def test_where_no_system_answers_the_reason_is_told() -> None:
    with pytest.raises(AudioError, match="Nothing answers"):
        JoinedSystems({"broken": Broken()}).devices()


@pytest.mark.parametrize("device_id", ["nowhere:headset", "headset", ""])
def test_an_id_of_no_system_is_named(device_id: str) -> None:
    with pytest.raises(AudioError, match=f"no device {device_id}"):
        JoinedSystems({"room": Room([])}).open(device_id)


def test_a_device_is_found_by_its_id_and_else_as_the_only_one_of_its_product() -> None:
    assert find_again("headset left", "input:jabra", [LEFT_SOCKET, RIGHT_SOCKET]) is LEFT_SOCKET
    assert find_again("headset left", "input:jabra", [LAPTOP, RIGHT_SOCKET]) is RIGHT_SOCKET
    assert find_again("gone", "input:jabra", [LEFT_SOCKET, RIGHT_SOCKET]) is None
    assert find_again("gone", None, [device("other")]) is None


def test_the_default_is_the_computers_else_the_first_of_the_kind() -> None:
    assert default_of(INPUT, [SPEAKERS, LEFT_SOCKET, LAPTOP]) is LAPTOP
    assert default_of(INPUT, [SPEAKERS, LEFT_SOCKET, RIGHT_SOCKET]) is LEFT_SOCKET
    assert default_of(APPLICATION, [SPEAKERS, LAPTOP]) is None


@pytest.mark.parametrize(
    ("chosen", "devices", "refused", "picked"),
    [
        ((None, None), [LEFT_SOCKET, LAPTOP], (), Pick(device_id="laptop")),
        ((None, None), [SPEAKERS], (), Pick(device_id=None)),
        (("headset left", "input:jabra"), [LAPTOP, LEFT_SOCKET], (), Pick(device_id="headset left")),
        (("headset left", "input:jabra"), [LEFT_SOCKET], ("headset left",), Pick(device_id="headset left")),
        (
            ("headset left", "input:jabra"),
            [LAPTOP, RIGHT_SOCKET],
            (),
            Pick(device_id="headset right", moved=RIGHT_SOCKET),
        ),
        (
            ("headset left", "input:jabra"),
            [LAPTOP, RIGHT_SOCKET],
            ("headset right",),
            Pick(device_id="laptop", is_missing=True),
        ),
        (("gone", "input:gone"), [LAPTOP, LEFT_SOCKET], (), Pick(device_id="laptop", is_missing=True)),
        (("gone", "input:gone"), [SPEAKERS], (), Pick(device_id=None, is_missing=True)),
        (("zoom", "application:Zoom"), [SPEAKERS, LAPTOP], (), Pick(device_id="zoom", is_missing=True)),
        (("speakers", None), [SPEAKERS, LAPTOP], (), Pick(device_id="speakers")),
    ],
)
def test_the_chosen_device_is_heard_and_else_its_like_or_the_default(
    chosen: tuple[str | None, str | None], devices: list[Device], refused: tuple[str, ...], picked: Pick
) -> None:
    assert pick(INPUT, chosen, devices, refused) == picked
