"""XML, JSON, YAML, INI, tables, plain text and bytes that nobody knows."""

from .sample import Sample, absent, fact, present

SETTINGS = """<?xml version="1.0" encoding="{encoding}"?>
<!-- written after every exposure -->
<Acquisition version="2.1" xmlns:d="urn:reticle:detector">
  <Operator>M\u00fcller</Operator>
  <Started>2026-03-14T09:26:53+01:00</Started>
  <Beam voltage="15 kV"><Current unit="pA">107</Current></Beam>
  <d:Detector name="BSE"><Gain>1.5</Gain></d:Detector>
  <d:Detector name="SE"><Gain>0.75</Gain></d:Detector>
  <Remark><![CDATA[tilt < 60 & stable]]></Remark>
  <Shutter unit="nm">Closed</Shutter>
  <Empty/>
</Acquisition>
"""

SETTINGS_FACTS = [
    fact("xml.Acquisition.version", "2.1"),
    fact("xml.Acquisition.Operator", "M\u00fcller"),
    fact("xml.Acquisition.Started", "2026-03-14T09:26:53+01:00"),
    fact("xml.Acquisition.Beam.voltage", "15 kV", unit="kV", si=15000.0),
    fact("xml.Acquisition.Beam.Current", "107", unit="pA", si=1.07e-10,
         why="a sibling attribute called unit is the number's unit"),
    fact("xml.Acquisition.Detector.name", "BSE"),
    fact("xml.Acquisition.Detector.name", "SE", element=[1]),
    fact("xml.Acquisition.Detector.Gain", "0.75", element=[1]),
    fact("xml.Acquisition.Remark", "tilt < 60 & stable"),
]

JSON = """{
  "session": "2026-03-14/7",
  "voltage": {"value": 15, "unit": "kV"},
  "frames": 18446744073709551615,
  "offset": -9007199254740993,
  "dose": 1.50,
  "drift": [0.25, -1, 3e-2],
  "live": true,
  "comment": null,
  "detectors": [
    {"name": "BSE", "gain": 1.5},
    {"name": "SE", "gain": 0.75, "note": "caf\\u00e9 \\ud83d\\udd2c"}
  ],
  "Gene Symbol": "ptc2",
  "a.b": "dotted name"
}
"""

YAML = """# one lab day
defaults: &defaults
  operator: mueller
  temperature: 22.5 \u00b0C
runs:
  - <<: *defaults
    id: 1
    started: 2026-03-14T09:26:53Z
  - <<: *defaults
    id: 2
    note: |
      first line
      second line
country: NO
version: 1.10
dose: 12 e/A^2
'pixel size': 65 nm
nothing: ~
"""

INI = """; acquisition log
[Beam]
HV = 15 kV
Current=107 pA

[Detector]
Name="BSE; upper"
Gain: 1.5
Empty =

[Scan Area]
Size X = 455 nm
Date = 2026-03-14
"""

KEY_VALUE = """Sample = B17
Fixation = glutaraldehyde
Embedding time = 36 h
Pixel Size = 65 nm
"""

STUDY = """# A section with what is known of the study as a whole, its title and its authors included\t\t
# Study\t\t
Title\tBone and its canals\t
Authors\tM\u00fcller\tKim
Type\thigh content\t
Year\t2026\t
"""

PIPELINE = """CellCounter Pipeline: http://example.org
Version:3
Modules:[version:2|enabled:True]
    Retain outlines of the identified objects?:No
    Automatically calculate the threshold using the Otsu method of this module?:Yes
    Notes:first line
        second line
"""

# A header in text, behind which binary data stand.
HEADED = (b"[Scan]\r\nSamples = 7\r\n"
          + b"".join(b"Reserved %d = 0\r\n" % index for index in range(300))
          + b"Rate = 15 kHz\r\n" + bytes(range(1, 32)) * 8 + b"x=y\r\n[a]\r\n")

PROSE = """Exported by hand, see <rdf:Bag rdf:about='seven'> below.
Number of valid frames: 7
The rest is prose: nothing more to say, and a list {a: b; c: d}.
</rdf:Bag>
"""

TABLE = [
    ["File", "Stain", "Pixel Size (nm)", "Exposure [ms]", "Gene Symbol", "Remark"],
    ["cells_1.tif", "DAPI", "65", "120", "ptc2", 'seen "twice", kept'],
    ["cells_2.tif", "osmium tetroxide", "130", "80", "shh", "two\nlines"],
    ["cells_3.tif", "", "65", "240", "ptc2", "M\u00fcller"],
]


def table(rows, divider):
    """Comma- or otherwise separated values as RFC 4180 quotes them."""
    def cell(text):
        needs_quotes = any(mark in text for mark in (divider, '"', "\n"))
        return '"' + text.replace('"', '""') + '"' if needs_quotes else text
    return "".join(divider.join(cell(text) for text in row) + "\r\n" for row in rows)


def table_facts():
    return [
        fact("csv.Stain", "DAPI", element=[0]),
        fact("csv.Stain", "osmium tetroxide", element=[1]),
        fact("csv.`Gene Symbol`", "shh", element=[1]),
        fact("csv.Remark", 'seen "twice", kept', element=[0]),
        fact("csv.Remark", "two\nlines", element=[1]),
        fact("csv.File", "cells_3.tif", element=[2]),
        fact("csv.`Pixel Size`", "130", element=[1], unit="nm", si=1.3e-7,
             why="the unit stands in the heading"),
        fact("csv.Exposure", "240", element=[2], unit="ms", si=0.24),
    ]


def noise(count):
    """Bytes without structure, the same on every run."""
    state, content = 12345, bytearray()
    for _ in range(count):
        state = (state * 1103515245 + 12345) % (1 << 31)
        content.append(state >> 16 & 0xFF)
    return bytes(content)


SAMPLES = [
    Sample("xml/settings.xml", SETTINGS.format(encoding="UTF-8").encode(), SETTINGS_FACTS),
    Sample("xml/settings-utf16.xml",
           b"\xff\xfe" + SETTINGS.format(encoding="UTF-16").encode("utf-16-le"), SETTINGS_FACTS),
    Sample("xml/settings-latin1.xml",
           SETTINGS.format(encoding="ISO-8859-1").encode("latin-1"), SETTINGS_FACTS),
    Sample("json/settings.json", JSON.encode(), [
        fact("json.session", "2026-03-14/7"),
        fact("json.voltage.value", "15"),
        fact("json.voltage.unit", "kV"),
        fact("json.frames", "18446744073709551615", why="larger than a signed 64-bit integer"),
        fact("json.offset", "-9007199254740993", why="not exact as a double"),
        fact("json.dose", "1.50", why="a number stays as written"),
        fact("json.live", "true"),
        fact("json.detectors.name", "BSE", element=[0]),
        fact("json.detectors.gain", "0.75", element=[1]),
        fact("json.detectors.note", "caf\u00e9 \U0001f52c", element=[1]),
        fact("json.`Gene Symbol`", "ptc2"),
        fact("json.`a.b`", "dotted name"),
        present("json.drift"),
    ]),
    Sample("yaml/day.yaml", YAML.encode(), [
        fact("yaml.defaults.operator", "mueller"),
        fact("yaml.defaults.temperature", "22.5 \u00b0C", unit="\u00b0C", si=295.65),
        fact("yaml.runs.id", "2", element=[1]),
        fact("yaml.runs.operator", "mueller", element=[1], why="a merged mapping states it"),
        fact("yaml.runs.started", "2026-03-14T09:26:53Z", element=[0]),
        fact("yaml.runs.note", "first line\nsecond line\n", element=[1]),
        fact("yaml.country", "NO", why="a country, no truth value"),
        fact("yaml.version", "1.10", why="a number stays as written"),
        fact("yaml.`pixel size`", "65 nm", unit="nm", si=6.5e-8),
        absent("yaml.runs.<<", "a merge is no key of its own"),
    ]),
    Sample("ini/acquisition.ini", INI.replace("\n", "\r\n").encode(), [
        fact("ini.Beam.HV", "15 kV", unit="kV", si=15000.0),
        fact("ini.Beam.Current", "107 pA", unit="pA", si=1.07e-10),
        fact("ini.Detector.Name", "BSE; upper"),
        fact("ini.Detector.Gain", "1.5"),
        fact("ini.Detector.Empty", "", why="an empty value is a statement too"),
        fact("ini.`Scan Area`.`Size X`", "455 nm", unit="nm", si=4.55e-7),
        fact("ini.`Scan Area`.Date", "2026-03-14"),
    ]),
    Sample("ini/preparation.txt", KEY_VALUE.encode("utf-16"), [
        fact("ini.Sample", "B17"),
        fact("ini.`Embedding time`", "36 h", unit="h", si=129600.0),
        fact("ini.`Pixel Size`", "65 nm", unit="nm", si=6.5e-8),
    ]),
    Sample("ini/pipeline.cppipe", PIPELINE.encode(), [
        fact("ini.`Retain outlines of the identified objects?`", "No",
             why="lines that are all indented alike do not continue one another"),
        fact("ini.`Automatically calculate the threshold using the Otsu method of this module?`",
             "Yes", why="a value close behind the colon makes a long key"),
        fact("ini.Notes", "first line\nsecond line"),
    ]),
    Sample("ini/header-then-data.dat", HEADED, [
        fact("ini.Scan.Samples", "7"),
        fact("ini.Scan.Rate", "15 kHz", unit="kHz", si=15000.0),
        absent("ini.a", "what stands behind the text is no text"),
        absent("ini.Scan.x", "nor are pairs found in it"),
    ]),
    Sample("text/markup.txt", PROSE.encode(), [
        fact("text.pair.`Number of valid frames`", "7"),
        absent("text.pair.</rdf", "a tag is no key"),
    ]),
    Sample("csv/samples.csv", table(TABLE, ",").encode(), table_facts()),
    Sample("tsv/study.tsv", STUDY.encode(), [
        fact("csv.comment", "# A section with what is known of the study as a whole, its title and its "
             "authors included", why="a remark in a row of its own is no heading"),
        fact("csv.Study.Title", "Bone and its canals"),
        fact("csv.Study.Authors", "Kim", element=[1]),
    ]),
    Sample("csv/european.csv", table(TABLE, ";").encode("latin-1"), table_facts()),
    Sample("tsv/samples.tsv", table(TABLE, "\t").encode(), table_facts()),
    Sample("text/notes.txt", "Session 7: cells were bright, stage drifted.\nM\u00fcller\n".encode(), [
        fact("text.encoding", "UTF-8"),
        fact("text.lines", "2"),
    ]),
    Sample("unknown/noise.bin", noise(257), [
        fact("file.type", "unknown"),
        fact("file.bytes", "257", unit="B", si=257.0),
        fact("file.extension", "bin"),
    ]),
]
