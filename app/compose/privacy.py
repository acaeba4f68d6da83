"""What there is to be told of privacy on this computer."""

from app.adapters.disks import SystemDisks
from app.adapters.open_sockets import sockets_of_running
from app.adapters.stored_files import count_calls, entries_in, mode_of, outside_entries
from app.core.after_call import Keep
from app.core.ports import Disks
from app.core.privacy import PrivacyFacts
from app.settings import Settings


def privacy_facts(settings: Settings, disks: Disks | None = None) -> PrivacyFacts:
    """Where things are stored, who can read them and what is open; nothing is changed, and no word is read."""
    home = settings.home.absolute()
    return PrivacyFacts(
        home=str(home),
        is_there=home.is_dir(),
        mode=mode_of(home),
        disk=(disks or SystemDisks()).disk_of(str(home)),
        stored=tuple(entries_in(home)),
        outside=outside_entries(),
        calls=count_calls(settings.store_file),
        keep=Keep(settings.keep),
        is_keep_locked=settings.is_locked("keep"),
        sockets=sockets_of_running(home),
    )
