"""afmformats' tab-separated text: metadata as JSON in comments, then columns."""

import json

from .sample import Sample, fact, issue

METADATA = {"imaging mode": "force-distance", "point count": 3, "position x": -0.00213,
            "setpoint": 6e-09, "software": "by hand", "spring constant": 0.0223}


def curve():
    lines = ["afmformats 0.18.0", "", "BEGIN METADATA"]
    lines += json.dumps(METADATA, indent=2).splitlines()
    lines += ["END METADATA", "", "force\theight (measured)\tsegment"]
    values = ["-6.5e-10\t5.51e-05\tFalse", "-6.0e-10\t5.52e-05\tFalse", "2.5e-09\t5.50e-05\tTrue"]
    return "\r\n".join(["# " + line for line in lines] + values).encode() + b"\r\n"


SAMPLES = [
    Sample("afmformats/curve.tab", curve(), [
        fact("afmformats.version", "0.18.0"),
        fact("afmformats.`imaging mode`", "force-distance"),
        fact("afmformats.`spring constant`", "0.0223"),
        fact("afmformats.columns.force", "-6.5e-10, -6.0e-10, 2.5e-09"),
        fact("afmformats.columns.segment", "False, False, True"),
    ]),
    Sample("hostile/cut.tab", curve()[:120], [
        fact("afmformats.version", "0.18.0"), issue("truncated", "malformed")]),
]
