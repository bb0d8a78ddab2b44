"""A sample file and what must be found in it."""

from dataclasses import dataclass, field


@dataclass
class Sample:
    """One file of the corpus, with its golden facts."""

    path: str
    content: bytes
    facts: list = field(default_factory=list)


def fact(key, value, element=None, unit=None, si=None, why=None):
    """The fact is there, with exactly this value; what is not given is not compared."""
    stated = {"key": key, "element": element, "value": value, "unit": unit, "si": si, "why": why}
    return {name: content for name, content in stated.items() if content is not None}


def present(key, why=None):
    """The key is there, whatever its value."""
    return {"key": key, "present": True} | ({"why": why} if why else {})


def absent(key, why):
    """The key is not there."""
    return {"key": key, "absent": True, "why": why}


def issue(*kinds, why=None):
    """The reading ends with an issue of one of these kinds."""
    return {"issue": list(kinds)} | ({"why": why} if why else {})
