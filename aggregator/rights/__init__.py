"""What outlets and their readers may ask for: to be left out, taken out, put right, and not kept for ever."""

from __future__ import annotations

from aggregator.rights.forget import Forgotten, forget
from aggregator.rights.outlet import correct_outlet
from aggregator.rights.purge import Purged, purge_bodies
from aggregator.rights.undo import take_back

__all__ = ["Forgotten", "Purged", "correct_outlet", "forget", "purge_bodies", "take_back"]
