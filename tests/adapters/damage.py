"""Ways in which a file that came with Calmline can be damaged."""

from pathlib import Path

KINDS = ("missing", "empty", "cut", "changed")


def damage(file: Path, kind: str) -> None:
    """Damage a file."""
    data = file.read_bytes()
    middle = len(data) // 2
    damaged = {"cut": data[:middle], "changed": data[:middle] + b"\xff" * 999 + data[middle + 999 :]}
    file.write_bytes(damaged.get(kind, b""))
    if kind == "missing":
        file.unlink()
