"""One outside thing per file, one port each."""
