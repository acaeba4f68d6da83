"""The only place that picks adapters by name."""

from app.compose.calls import CallNames, Parts, load_parts, open_demo, prepare_call, team_scorer, voice_sample
from app.compose.judging import (
    AGENT_LEXICON,
    CALLER_LEXICON,
    HEAT_FOLDER,
    SENTENCE_VOCABULARY,
    TALK_FOLDER,
    calmline_scorer,
    load_dangers,
    load_judges,
    load_reader,
    load_scorer,
    read_lexicon,
    read_vocabulary,
    sentence_model,
    talk_model,
)
from app.compose.lines import NO_DEVICE, Ask, choose_devices, open_lines
from app.compose.playbooks import load_opening, load_playbook, open_playbooks
from app.compose.privacy import privacy_facts
from app.compose.sound import device_of, open_output, open_player, open_sound
from app.compose.speech import load_transcriber, music_detectors, speech_detectors
from app.compose.stores import begin_journal, journals_left, open_pipe, open_store, open_team, read_team, store_notices
from app.compose.windows import window_system

__all__ = [
    "AGENT_LEXICON",
    "CALLER_LEXICON",
    "HEAT_FOLDER",
    "NO_DEVICE",
    "SENTENCE_VOCABULARY",
    "TALK_FOLDER",
    "Ask",
    "CallNames",
    "Parts",
    "begin_journal",
    "calmline_scorer",
    "choose_devices",
    "device_of",
    "journals_left",
    "load_dangers",
    "load_judges",
    "load_opening",
    "load_parts",
    "load_playbook",
    "load_reader",
    "load_scorer",
    "load_transcriber",
    "music_detectors",
    "open_demo",
    "open_lines",
    "open_output",
    "open_pipe",
    "open_playbooks",
    "open_player",
    "open_sound",
    "open_store",
    "open_team",
    "prepare_call",
    "privacy_facts",
    "read_lexicon",
    "read_team",
    "read_vocabulary",
    "sentence_model",
    "speech_detectors",
    "store_notices",
    "talk_model",
    "team_scorer",
    "voice_sample",
    "window_system",
]
