"""The application with its windows: joins the life of calls to what is seen and pressed."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING

from app.compose import (
    Parts,
    load_parts,
    open_pipe,
    open_sound,
    store_notices,
    window_system,
)
from app.core.appearance import Dock
from app.core.checklists import Opening
from app.core.consent import Begin
from app.core.desk import DeskState, Offer
from app.core.errors import CalmlineError, PipeError
from app.core.keeping import Keep
from app.core.ports import SoundSystem
from app.core.setting_kinds import Value
from app.core.window_system import DOCK, WindowSystem
from app.desk_application import application, closed_by_signals
from app.desk_calls import DeskCalls, shown, watching_ears
from app.desk_closing import noting_what_runs, told_at_start
from app.desk_keeping import DeskKeeping
from app.desk_key import with_passphrase
from app.desk_look import allowed_by, dress, keys_of, look_for, open_tray, speak
from app.desk_parts import DeskParts, Load
from app.desk_place import DeskPlace
from app.desk_review import DeskReview
from app.desk_system import DeskSystem
from app.first_run import FirstRun
from app.first_run import Ties as SetupTies
from app.practising import Practising
from app.runtime.calls import Calls
from app.runtime.controls import CallControls
from app.runtime.one_call import Ways
from app.runtime.session import LAST_WORDS_S
from app.runtime.watching import Watching
from app.settings import Settings
from app.show import Show

if TYPE_CHECKING:
    from app.runtime.one_call import Call
    from app.settings_form import Find
    from app.ui.actions import Act

_CLOSING_S = LAST_WORDS_S + 15.0
_LOG_OUT_S = 10.0
"""A system that logs out does not wait for long; what was not stored by then is in the journal."""

_LOADING_S = 20.0


class Desk:
    """One window, any number of calls; `parts` are those that are loaded already.

    `load`, `sound` and `system` are what a test replaces by parts of its own.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        parts: Parts | None = None,
        load: Load = load_parts,
        sound: Callable[[], SoundSystem] = open_sound,
        system: Callable[[str], WindowSystem] = window_system,
    ) -> None:
        self._settings = settings
        self._sound = sound
        self._application = application()
        speak(self._application, settings)
        from app.ui.agent_window import AgentWindow
        from app.ui.bridge import CallBridge

        self._bridge = CallBridge()
        self._keeping = DeskKeeping(
            lambda: self._settings,
            self._tell,
            is_free=lambda: self._calls.state.call_id is None,
            settled=self._bridge.settle,
        )
        self._make = DeskCalls(
            settings=lambda: self._settings,
            parts=lambda: self._parts.for_call(self._settings),
            playbook=lambda: self._parts.playbook(self._settings),
            sound=sound,
            tell=self._tell,
        )
        self._calls = Calls(
            ways=Ways(live=self._make.live, by_hand=self._make.by_hand, begin=lambda: self._settings.begin),
            keeper=self._keeping.keeper,
            view=self._bridge.post,
            clear=self._bridge.clear,
            show=self._show,
            end_after_s=settings.offer_end_after_s,
        )
        self._parts = DeskParts(settings, load, self._calls.change, parts=parts, heard=self._loaded)
        self.practising = Practising(
            self._calls,
            self._make.lesson,
            settings=lambda: self._settings,
            sound=sound,
            changed=lambda: self._show(self._calls.state),
            tell=self._tell,
        )
        self._watching = Watching(self._make.lines, watching_ears, self._sounds_like_a_call)
        self._shown: Call | None = None
        self._held = ExitStack()
        self._controls = CallControls(self._calls, self._watching.decline)
        self._font = self._application.font()
        keys, self._key_notices = keys_of(settings)
        self._window = AgentWindow(
            self._bridge,
            self._do,
            settle=self._keeping.settle,
            allowed=allowed_by(settings),
            look=look_for(settings, self._font),
            keys=keys,
            opening=Opening(begin=settings.begin),
        )
        self._window.show_keep(Keep(settings.keep))
        self._window.stay_on_top(wanted=settings.on_top)
        self._system = DeskSystem(system(self._application.platformName()), self._bridge.press, self._tell)
        self._place = DeskPlace(
            self._window, lambda: self._settings, self._keep, self._tell, self._system.lacks.get(DOCK, "")
        )
        self._place.open()
        self._review = DeskReview(self._window, lambda: self._settings, self._bridge.post)
        self._tray = open_tray(self._window, self._bridge, self._do)
        self._first_run = FirstRun(
            self._window,
            SetupTies(
                settings=lambda: self._settings,
                adopt=self._adopt,
                parts=self._parts.get,
                sound=sound,
                is_in_call=lambda: self._calls.state.call_id is not None,
                tell=self._tell,
                changed=lambda: self._show(self._calls.state),
                on_practice=self.open_practice,
            ),
        )
        self._bridge.on_desk(self._first_run.follow)
        self._bridge.on_desk(self.practising.follow)
        self._keeping.look_daily(self._window)
        self._window.closed.connect(self._application.quit)
        self._window.desktop_changed.connect(self._dress)

    def run(self, show: Show | None = None, *, realtime: bool = True, set_up: bool = False) -> None:
        """Show the window until it is closed, with a call or the set-up in it. Raises the error a call ended with."""
        from PySide6.QtCore import QTimer

        from app.ui.collecting import collecting_between_events

        self._application.commitDataRequest.connect(lambda _: self._log_out())
        self._application.aboutToQuit.connect(self._end)
        self._show_window()
        QTimer.singleShot(0, lambda: self._begin(show, realtime=realtime, set_up=set_up))
        with closed_by_signals(self._window.close), collecting_between_events():
            self._application.exec()
            self._end()
        if self._shown is not None and self._shown.error is not None:
            raise self._shown.error

    def _show_window(self) -> None:
        """Where it is to be hidden from captures, that is so before it is seen."""
        self._system.follow(self._settings, self._window.keys)
        self._window.show()

    def _begin(self, show: Show | None, *, realtime: bool, set_up: bool) -> None:
        """The window is up: from here on nothing that takes long is done on its thread."""
        left = told_at_start(self._settings.home)
        for notice in (*self._settings.notices, *self._key_notices, *store_notices(self._settings), *left):
            self._tell(notice)
        self._keeping.keeper.start()
        with_passphrase(self._window, self._settings, self._keeping.begin)
        if show is not None:
            self.practising.way = show.way or self.practising.way
            self._shown = self._calls.start(show.names.call_id, lambda ties: shown(show, ties, realtime=realtime))
        self._parts.start()
        if set_up:
            self._first_run.open()
        self._watching.start()
        try:
            self._held.enter_context(open_pipe(self._settings, self._calls.tell))
        except PipeError as error:
            self._tell(error.line())

    def _log_out(self) -> None:
        """The system is about to end: what was said and typed is kept before it does."""
        self._window.settle()
        with noting_what_runs(self._bridge, self._settings.home):
            self._calls.finish(_LOG_OUT_S)

    def _end(self) -> None:
        """Finish the call that is going on: its last words are written down and it is kept."""
        self._place.keep()
        self._system.close()
        self._first_run.close()
        self._watching.close()
        self.practising.close()
        with noting_what_runs(self._bridge, self._settings.home):
            self._calls.close(_CLOSING_S)
        self._review.close()
        self._held.close()
        self._keeping.close()
        self._parts.join(_LOADING_S)
        self._bridge.close()

    # --- calls ------------------------------------------------------------------------------------------------

    def _play_demo(self) -> None:
        if self._calls.state.call_id is None:
            self._calls.start(prepare=self._make.demo)

    def _do(self, act: "Act") -> None:
        """What a button or key of the window asks for."""
        match act:
            case "demo":
                self._play_demo()
            case "practice":
                self.open_practice()
            case "again" | "next":
                self.practising.go_on(self._bridge.state, again=act == "again")
            case "calls":
                self._review.open_calls()
            case "settings":
                self._open_settings()
            case "kept":
                self._review.open_kept()
            case "dock-left" | "dock-right" | "dock-free":
                self._place.choose(Dock(act.removeprefix("dock-")))
            case "setup":
                if not self._window.raise_dialog():
                    self._first_run.open()
            case _:
                self._controls.do(act)

    def open_practice(self) -> None:
        """Let the agent choose a lesson; does nothing while a call runs, or over another dialog."""
        if not self._window.raise_dialog():
            self.practising.open(self._window)

    def _open_settings(self) -> None:
        from app.settings_window import Ties, open_settings

        if not self._window.raise_dialog():
            ties = Ties(
                settings=lambda: self._settings,
                lacks=self._system.lacks,
                sound=self._sound,
                save=self._save_settings,
                set_up=self._first_run.open,
                show_kept=self._review.open_kept,
                listens=lambda is_listening: self._system.rest(wanted=is_listening),
            )
            open_settings(self._window, ties)

    def _save_settings(self, changes: Mapping[str, Value], find: "Find | None" = None) -> None:
        """Keep what was changed; a call follows from the next one on. Raises SettingError, InputError."""
        self._keep(changes, find)
        self._dress()
        self._place.follow()
        self._system.follow(self._settings, self._window.keys)

    def _keep(self, changes: Mapping[str, Value], find: "Find | None" = None) -> None:
        from app.settings_form import keep_changes

        self._adopt(keep_changes(self._settings, changes, find))

    def _dress(self) -> None:
        dress(self._window, self._settings, self._font, self._tray)

    def _adopt(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        self._parts.follow(before, settings)
        self._window.show_keep(Keep(settings.keep))
        self._watching.look_again()
        self._show(self._calls.state)

    # --- what the desk tells ----------------------------------------------------------------------------------

    def _show(self, state: DeskState) -> None:
        self._bridge.show_desk(state)
        is_free = state.call_id is None and not self._first_run.is_open and not self.practising.is_open
        may_listen = self._settings.begin is Begin.LISTENING
        self._watching.want(wanted=state.is_loaded and is_free and may_listen and self._settings.offer_start)

    def _tell(self, sentence: str) -> None:
        self._calls.change(lambda state: state.tells(sentence))

    def _loaded(self, error: CalmlineError | None) -> None:
        from app.ui.collecting import leave_out_what_is_there

        leave_out_what_is_there()
        self._first_run.loaded(error)

    def _sounds_like_a_call(self, is_offered: bool) -> None:  # noqa: FBT001 - a callback's argument
        self._calls.change(lambda state: state.offers(Offer.START if is_offered else None))
