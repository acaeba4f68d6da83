"""Migrations of the call store."""
