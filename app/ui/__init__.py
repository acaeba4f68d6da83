"""The PySide6 windows."""
