"""Layers of the scorer that need a library, and the scorer that adds them up."""
