"""The runners that perform what the core asks for."""
