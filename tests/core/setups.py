"""States of the first run, for its pages and for what is said of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core.checkup import CheckName, CheckStatus, failed, ok
from app.core.errors import AudioError, ModelError
from app.core.events import Channel, TextFinal, TextPartial
from app.core.ports import Device, DeviceKind, Frame
from app.core.setup import (
    Metered,
    ModelPhase,
    ModelState,
    SetupPage,
    SetupState,
    ToneState,
    TrialState,
    Verdict,
)

HEADSET = Device(id="room:headset", name="Evolve2 40 headset", kind=DeviceKind.INPUT, is_default=True)
CAMERA = Device(id="room:camera", name="Microphone of the camera C920 on the second screen", kind=DeviceKind.INPUT)
BROKEN = Device(id="room:broken", name="Line in", kind=DeviceKind.INPUT)
EARPIECE = Device(id="room:earpiece", name="Evolve2 40 earpiece", kind=DeviceKind.PLAYBACK, is_default=True)
SPEAKERS = Device(id="room:speakers", name="Loudspeakers", kind=DeviceKind.PLAYBACK)
SOFTPHONE = Device(id="room:softphone", name="Zoiper", kind=DeviceKind.APPLICATION)
TROUBLE = AudioError("The sound server stopped playing.", "Check that the device is still there.").line()

DEVICES = (
    Metered(device=HEADSET, level_dbfs=-22.0, loudest_dbfs=-20.0),
    Metered(device=CAMERA, level_dbfs=-52.0, loudest_dbfs=-50.0),
    Metered(device=BROKEN, trouble=TROUBLE),
    Metered(device=EARPIECE, level_dbfs=-100.0),
    Metered(device=SPEAKERS, level_dbfs=-100.0),
    Metered(device=SOFTPHONE, level_dbfs=-30.0, loudest_dbfs=-25.0),
)
LOOKED = SetupState(
    devices=DEVICES,
    defaults={Channel.AGENT: HEADSET.id, Channel.CALLER: EARPIECE.id},
    has_looked=True,
    model=ModelState(phase=ModelPhase.READY),
)


def frames(channel: Channel, seconds: float, *, level: float = 0.1, speech: float = 0.9, begin: int = 0) -> list[Frame]:
    return [
        Frame(channel=channel, index=index, pcm=b"", speech=speech, level=level, peak=level)
        for index in range(begin, begin + round(seconds / 0.032))
    ]


def heard(trial: TrialState, pieces: Sequence[Frame]) -> TrialState:
    for piece in pieces:
        trial = trial.hears(piece)
    return trial


def final(channel: Channel, text: str, start_s: float = 1.0, end_s: float = 3.0, number: int = 1) -> TextFinal:
    return TextFinal(number=number, channel=channel, start_s=start_s, end_s=end_s, text=text, confidence=0.9)


def tried(*, reads: bool = True) -> TrialState:
    """The agent has read the sentence, and the caller is speaking."""
    trial = heard(TrialState(), frames(Channel.AGENT, 4))
    trial = heard(trial, frames(Channel.CALLER, 4, level=0.05))
    if not reads:
        return trial
    said = "The parcel will be at your door on Friday morning."
    guess = TextPartial(
        number=1, channel=Channel.CALLER, start_s=1.0, end_s=3.0, stable="Hi. I am calling about a", guess="washing"
    )
    return trial.follows(final(Channel.AGENT, said)).follows(guess)


def silent() -> TrialState:
    """Nothing but digital silence on both sides, for a long time."""
    trial = heard(TrialState(), frames(Channel.AGENT, 20, level=0.0, speech=0.0))
    return heard(trial, frames(Channel.CALLER, 20, level=0.0, speech=0.0))


CAME_BACK = ToneState(checks=(ok(CheckName.TONE, "ok"), ok(CheckName.LEAKAGE, "ok")))
NOT_BACK = ToneState(checks=(failed(CheckName.TONE, "no", "advice"), ok(CheckName.LEAKAGE, "ok")))
LEAKED = ToneState(
    checks=(ok(CheckName.TONE, "ok"), replace(ok(CheckName.LEAKAGE, "loud"), status=CheckStatus.WARNING))
)
FETCHING = ModelState(phase=ModelPhase.FETCHING, done=48_000_000, total=145_000_000)
FAILED = ModelState(
    phase=ModelPhase.FAILED,
    trouble=ModelError(
        "The speech model {name!r} is not installed.", "Install it with: calmline models install {name}", name="base.en"
    ).line(),
    can_fetch=True,
)


def at_work() -> Iterator[tuple[SetupPage, SetupState]]:
    """Each page in a state that shows it at work."""
    yield SetupPage.VOICE, replace(LOOKED, model=ModelState())
    yield SetupPage.CALLER, replace(LOOKED, tone=CAME_BACK)
    yield SetupPage.TRIAL, replace(LOOKED, trial=tried())
    yield SetupPage.KEEPING, LOOKED
    yield SetupPage.READY, replace(LOOKED, tried={Channel.AGENT: Verdict.WORKS})
