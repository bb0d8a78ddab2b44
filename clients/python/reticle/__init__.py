"""Asks a Reticle server which imaging files say what about themselves.

>>> import reticle
>>> index = reticle.connect("http://127.0.0.1:8750")
>>> [hit.path for hit in index.find("voltage>200kV")]
"""

from .answers import Difference, Found, Hit, Selection
from .client import Index, connect, local_token
from .errors import ReticleError

__all__ = [
    "Difference",
    "Found",
    "Hit",
    "Index",
    "ReticleError",
    "Selection",
    "connect",
    "local_token",
]
