"""The pure core: standard library only, no clock, files, threads or engines."""
