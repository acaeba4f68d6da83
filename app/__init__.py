"""Calmline: a de-escalation coach beside the phone agent's softphone."""

__version__ = "0.1.0"
