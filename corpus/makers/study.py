"""A lab day: images, what was written beside them, and one disagreement.

`corpus/study.facts.json` says what each image must state once sidecars are taken in. A fact with
`from` comes from that sidecar; one with `loses` is kept but does not win.
"""

from .mrc import mrc
from .ome import ome_tiff
from .sample import Sample, fact
from .texts import table
from .tiffwriter import image, tiff
from .vendors import FEI_LINES, fei_tiff

ROWS = [
    ["file", "Stain", "Fixation", "Operator", "Embedding time (h)"],
    ["B17_lacuna.tif", "osmium tetroxide", "glutaraldehyde", "Mueller", "36"],
    ["B18_*.tif", "uranyl acetate", "glutaraldehyde", "Novak", "48"],
    ["B19_cells.ome.tif", "DAPI", "formaldehyde", "Mueller", "12"],
]

DAY = """study: bone-fatigue
operator: Mueller
instrument: SEM-2
room temperature: 22.5 \u00b0C
license: CC-BY-4.0
"""

TILT = """operator: Novak
tilt range: 60 deg
"""

# The table says glutaraldehyde: the note beside the image is nearer, so it wins, and the
# disagreement is an issue of the image.
NOTE = """Fixation = formaldehyde
Section thickness = 70 nm
"""

CELLS = '{"Objective": "Plan 63x", "Immersion": "oil", "Temperature": "37 \u00b0C"}\n'


def sidecar(path, key, value, **more):
    return fact(key, value, **{name: more[name] for name in ("unit", "si") if name in more}) | {
        "from": path} | ({"loses": True} if more.get("loses") else {})


def day(operator_loses=False):
    return [
        sidecar("metadata.yaml", "yaml.operator", "Mueller", loses=operator_loses),
        sidecar("metadata.yaml", "yaml.instrument", "SEM-2"),
        sidecar("metadata.yaml", "yaml.`room temperature`", "22.5 \u00b0C", unit="\u00b0C",
                si=295.65),
    ]


def overview(volts, pixel="6.5e-08"):
    return fei_tiff(
        FEI_LINES.replace("HV=15000", f"HV={volts}").replace("6.5e-08", pixel), ">")


FILES = [
    Sample("B17_lacuna.tif", fei_tiff(), [
        fact("fei.Beam.HV", "15000", unit="V", si=15000.0),
        sidecar("B17_lacuna.ini", "ini.Fixation", "formaldehyde"),
        sidecar("B17_lacuna.ini", "ini.`Section thickness`", "70 nm", unit="nm", si=7e-8),
        sidecar("samples.csv", "csv.Fixation", "glutaraldehyde", loses=True),
        sidecar("samples.csv", "csv.Stain", "osmium tetroxide"),
        sidecar("samples.csv", "csv.`Embedding time`", "36", unit="h", si=129600.0),
    ] + day()),
    Sample("B17_lacuna.ini", NOTE.encode()),
    Sample("B18_canal.tif", overview(5000, "3.25e-08"), [
        fact("fei.Beam.HV", "5000", unit="V", si=5000.0),
        sidecar("samples.csv", "csv.Stain", "uranyl acetate"),
    ] + day()),
    Sample("B18_overview.tif", overview(20000), [
        fact("fei.Beam.HV", "20000", unit="V", si=20000.0),
        sidecar("samples.csv", "csv.Operator", "Novak"),
    ] + day()),
    ome_tiff("B19_cells.ome.tif"),
    Sample("B19_cells.json", CELLS.encode()),
    Sample("B20_blank.tif", tiff([image(7, 5, 16)]), [fact("tiff.ImageWidth", "7")] + day()),
    Sample("samples.csv", table(ROWS, ",").encode()),
    Sample("metadata.yaml", DAY.encode()),
    Sample("notes.md", b"# 14 March\n\nStage drifted after lunch; B20 is the blank.\n"),
    Sample("tilt/B17_series.mrc", mrc(), [
        fact("mrc.NX", "7"),
        sidecar("tilt/metadata.yaml", "yaml.operator", "Novak"),
    ] + day(operator_loses=True)),
    Sample("tilt/metadata.yaml", TILT.encode()),
]
