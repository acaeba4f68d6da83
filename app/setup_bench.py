"""What the pages of the first run need: devices with their levels, the tone, the spoken test, and keeping choices."""

import threading
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace

from app.adapters.sound import default_of
from app.compose import CallNames, Parts, open_lines, open_output, open_sound, prepare_call, voice_sample
from app.core.checkup import Check, CheckName, failed_with
from app.core.errors import AudioError, CalmlineError
from app.core.events import Channel
from app.core.ports import Device, DeviceKind, SoundOutput, SoundSystem
from app.core.setting_kinds import Value
from app.core.setting_list import SETTINGS
from app.core.setup import ModelState, SetupPage, SetupState, ToneState, TrialState, Verdict, better
from app.runtime.ears import Watch
from app.runtime.listening import Heard, Listener
from app.runtime.meter_watch import Choose, MeterWatch
from app.runtime.perform import Emit
from app.runtime.speaker import Sounding
from app.runtime.tone_trial import ToneTrial
from app.runtime.voice_trial import Prepared, VoiceTrial
from app.settings import Settings
from app.settings_form import keep_changes

_METERED: Mapping[SetupPage, Choose] = {
    SetupPage.VOICE: lambda found: [device for device in found if device.kind is DeviceKind.INPUT],
    SetupPage.CALLER: lambda found: found,
}
_SIDES: Mapping[str, Channel] = {"microphone": Channel.AGENT, "caller": Channel.CALLER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the bench is joined to; `parts` may wait until they are loaded, and raises CalmlineError."""

    parts: Callable[[], Parts]
    model: Callable[[], ModelState]
    fetch: Callable[[], None]
    adopt: Callable[[Settings], None]
    sound: Callable[[], SoundSystem] = open_sound
    output: Callable[[], SoundOutput] = open_output
    voice: Callable[[], bytes] = voice_sample


class SetupBench:
    """Owned by the thread of the windows; what takes long is done on others, and shows in the next `state`.

    One sound system serves all of it: another one would end what this one captures.
    """

    def __init__(self, settings: Settings, outside: Outside) -> None:
        self._settings = settings
        self._outside = outside
        self._system: SoundSystem | None = None
        self._opening = threading.Lock()
        self._meters = MeterWatch(self._sound)
        self._trial: VoiceTrial | None = None
        self._trials: list[VoiceTrial] = []
        self._tone = ToneState()
        self._sounding = Sounding(outside.output)
        self._tried: dict[Channel, Verdict] = {}
        self._has_kept = False
        self._busy: list[threading.Thread] = []

    @property
    def state(self) -> SetupState:
        """Everything as it is now."""
        seen = self._meters.seen
        found = [it.device for it in seen.devices]
        defaults = {Channel.AGENT: default_of(DeviceKind.INPUT, found)}
        defaults[Channel.CALLER] = default_of(DeviceKind.PLAYBACK, found)
        return SetupState(
            devices=seen.devices,
            defaults={channel: device.id if device else None for channel, device in defaults.items()},
            has_looked=seen.has_looked,
            trouble=seen.trouble,
            model=self._outside.model(),
            tone=self._tone,
            trial=self._trial.state if self._trial else TrialState(),
            tried=self._tried_so_far(),
        )

    def start(self) -> None:
        """Be ready for the first page."""
        self._meters.start()

    def turn_to(self, page: SetupPage) -> None:
        """Listen to what a page is about, and to nothing else."""
        self._meters.want(_METERED.get(page))
        self._end_trial()
        if page is SetupPage.TRIAL:
            self._trial = VoiceTrial(self._prepare)
            self._trials.append(self._trial)
            self._trial.start()

    def look_again(self) -> None:
        """Let go of every device and list them anew."""
        self._meters.look_again()

    def play_tone(self, caller: str | None) -> None:
        """Play the doctor's tone on the caller's device, None for the default one."""
        if not self._tone.is_playing:
            wanted = self.state.metered(caller, Channel.CALLER)
            microphone = self.state.metered(self._settings.microphone, Channel.AGENT)
            ids = (caller if wanted is None else wanted.device.id, microphone.device.id if microphone else None)
            self._tone = ToneState(is_playing=True)
            self._sounding = sounding = Sounding(self._outside.output)
            self._beside("tone-trial", lambda: self._try_tone(sounding, *ids))

    def play_voice(self) -> None:
        """Play a voice on the caller's device, during the spoken test."""
        trial = self._trial
        caller = self.state.metered(self._settings.caller, Channel.CALLER)
        if trial is not None and caller is not None and not trial.state.is_playing:
            trial.change(lambda state: replace(state, trouble="").plays())
            self._sounding = sounding = Sounding(self._outside.output)
            self._beside("voice", lambda: self._play_voice(sounding, trial, caller.device.id))

    def fetch_model(self) -> None:
        """Fetch the speech model, which is not there."""
        self._outside.fetch()

    def keep(self, changes: Mapping[str, Value]) -> None:
        """Keep what differs from what is set; a device that is chosen anew has not been tried. Raises CalmlineError.

        The settings are written once even where nothing differs: that the set-up was opened is known from then on.
        """
        fresh = {name: value for name, value in changes.items() if self._settings.value(name) != value}
        plain = {name: None if value == SETTINGS[name].default else value for name, value in fresh.items()}
        if not fresh and self._has_kept:
            return
        self._settings = keep_changes(self._settings, plain, self._find)
        self._has_kept = True
        for name in fresh.keys() & _SIDES.keys():
            self._tried.pop(_SIDES[name], None)
            self._tone = ToneState()
        self._outside.adopt(self._settings)

    def close(self) -> None:
        """Let go of everything; returns at once."""
        self._end_trial()
        self._meters.close()

    def is_over(self) -> bool:
        """Whether every device has been let go of."""
        is_idle = all(not thread.is_alive() for thread in self._busy)
        return is_idle and self._meters.is_over() and all(trial.is_over() for trial in self._trials)

    # --- on other threads -------------------------------------------------------------------------------------

    def _sound(self) -> SoundSystem:
        with self._opening:
            self._system = self._system or self._outside.sound()
            return self._system

    def _prepare(self, view: Emit, watch: Watch) -> Prepared:
        """A live call that no store and no journal knows."""
        parts = self._outside.parts()
        lines, _ = open_lines(self._settings, microphone=None, caller=None, sound=self._sound)
        session = prepare_call(
            parts, lines, CallNames(), realtime=True, listeners=[view], keepers=[], live=True, watch=watch
        )
        return Prepared(session=session, stop=lines.stop)

    def _try_tone(self, sounding: Sounding, caller: str | None, microphone: str | None) -> None:
        checks: tuple[Check, ...] = ()
        try:
            checks = tuple(self._tone_checks(sounding, caller, microphone))
        except CalmlineError as known:
            checks = (failed_with(CheckName.TONE, known),)
        except Exception:  # noqa: BLE001 - a thread's edge: the page must learn that it is over
            error = AudioError("The tone could not be tried.", "Try again, or restart Calmline.")
            checks = (failed_with(CheckName.TONE, error),)
        finally:
            self._tone = ToneState(checks=() if sounding.stopped.is_set() else checks)

    def _tone_checks(self, sounding: Sounding, caller: str | None, microphone: str | None) -> list[Check]:
        """Raises AudioError."""
        if caller is None:
            raise AudioError("There is nothing that plays.", "Connect a headset or loudspeakers.")
        trial = ToneTrial(Listener(), stopped=sounding.stopped)
        with ExitStack() as cleanup:
            capture = self._sound().open(caller)
            cleanup.callback(capture.close)
            agent = None
            if microphone is not None:
                heard = self._sound().open(microphone)
                cleanup.callback(heard.close)
                agent = Heard(heard)
            return list(trial.checks(sounding, Heard(capture), agent))

    def _play_voice(self, sounding: Sounding, trial: VoiceTrial, device_id: str) -> None:
        trouble = ""
        try:
            sounding.play(device_id, self._outside.voice())
        except CalmlineError as error:
            trouble = error.line()
        except Exception:  # noqa: BLE001 - a thread's edge: the page must learn that it is over
            trouble = AudioError("The voice could not be played.", "Try again, or restart Calmline.").line()
        finally:
            trial.change(lambda state: state.has_played(trouble))

    # --- what has been tried ----------------------------------------------------------------------------------

    def _beside(self, name: str, work: Callable[[], None]) -> None:
        self._busy = [thread for thread in self._busy if thread.is_alive()]
        self._busy.append(threading.Thread(target=work, name=name, daemon=True))
        self._busy[-1].start()

    def _end_trial(self) -> None:
        self._sounding.stop()
        self._tried = self._tried_so_far()
        if self._trial is not None:
            self._trial.stop()
            self._trial = None

    def _tried_so_far(self) -> dict[Channel, Verdict]:
        if self._trial is None:
            return self._tried
        now = {channel: self._trial.state.verdict(channel) for channel in _SIDES.values()}
        return {channel: better(self._tried.get(channel, Verdict.UNTRIED), verdict) for channel, verdict in now.items()}

    def _find(self, device_id: str) -> Device:
        """A device that was seen. Raises AudioError."""
        for metered in self._meters.seen.devices:
            if metered.device.id == device_id:
                return metered.device
        raise AudioError("The chosen device is not there.", "Plug it in, or choose another.")
