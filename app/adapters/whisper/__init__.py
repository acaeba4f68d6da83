"""The speech engine: faster-whisper's model, with a text decoder made for calls."""
