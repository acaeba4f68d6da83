"""Playbooks as TOML files."""
