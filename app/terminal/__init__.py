"""Both windows' content as scrolling text, for consoles without a display, logs and pipes."""
