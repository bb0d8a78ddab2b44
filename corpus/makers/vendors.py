"""What instruments and programs write into TIFF files beside the pixels."""

import json

from .sample import Sample, fact, present
from .tiffwriter import BYTE, RATIONAL, SHORT, ascii_text, image, tiff

FEI_LINES = """[User]
Date=03/14/2026
Time=09:26:53 AM
User=mueller
[System]
Type=SEM
Dnumber=D0017
[Beam]
HV=15000
Spot=3
Beam=EBeam
Scan=EScan
[EBeam]
EmissionCurrent=0.000107
BeamShiftX=-1.5e-06
[EScan]
Dwell=1e-06
HorFieldsize=4.55e-07
VerFieldsize=3.25e-07
PixelWidth=6.5e-08
PixelHeight=6.5e-08
[Stage]
StageX=0.00417
StageT=0.0872665
WorkingDistance=0.0049
[Detectors]
Number=2
Name=TLD
Mode=SE
[TLD]
Signal=SE
Grid=50
[Image]
ResolutionX=7
ResolutionY=5
[PrivateFei]
BitShift=0
TimeOfCreation=14.03.2026 09:26:53
"""

ZEISS_LINES = """0
0
AP_WD
WD = 4.9 mm
AP_ACTUALKV
EHT = 15.00 kV
AP_IMAGE_PIXEL_SIZE
Image Pixel Size = 65.00 nm
AP_STAGE_AT_T
Stage at T = 5.0 \u00b0
AP_BEAM_TIME
Beam Time = 21.5 Hours
DP_DETECTOR_CHANNEL
Signal A = InLens
DP_FROZEN
Frozen = Yes
AP_DATE
Date :14 Mar 2026
AP_TIME
Time :09:26:53
SV_USER_NAME
User Name = mueller
""".replace("\n", "\r\n")


def fei_tiff(lines=FEI_LINES, order="<"):
    content = lines.replace("\n", "\r\n")
    return tiff([image(7, 5, tags={34682: ascii_text(content)})], order)


def image_j():
    lines = ["ImageJ=1.54f", "images=3", "slices=3", "unit=micron", "spacing=0.5", "loop=false",
             "finterval=0.25", "min=0.0", "max=250.0", ""]
    pages = [image(7, 5, level=place + 1) for place in range(3)]
    pages[0].tags |= {
        270: ascii_text("\n".join(lines)),
        282: (RATIONAL, [(1000000, 65000)]),
        283: (RATIONAL, [(1000000, 65000)]),
        296: (SHORT, [1]),
    }
    return Sample("imagej/z-stack.tif", tiff(pages, ">"), [
        fact("imagej.ImageJ", "1.54f"),
        fact("imagej.slices", "3"),
        fact("imagej.unit", "micron"),
        fact("imagej.spacing", "0.5", unit="micron", si=5e-7),
        fact("imagej.pixelWidth", "0.065", unit="micron", si=6.5e-8),
        fact("imagej.pixelHeight", "0.065", unit="micron", si=6.5e-8),
        fact("imagej.loop", "false"),
        fact("imagej.max", "250.0"),
        fact("tiff.ImageWidth", "7"),
    ])


def micro_manager():
    pages = []
    for place, exposure in enumerate((50, 25, 12.5)):
        words = {"Camera": "Flash-4", "Exposure-ms": exposure, "PixelSizeUm": 0.065,
                 "Channel": "DAPI", "ZPositionUm": round(place * 0.3, 1), "SliceIndex": place,
                 "UserData": {"Lamp": {"PropVal": "on", "PropType": "String"}}, "Binning": "1x1"}
        text = json.dumps(words, separators=(",", ":"))
        pages.append(image(7, 5, 16, tags={51123: ascii_text(text)}, level=place + 1))
    return Sample("micromanager/z-stack.tif", tiff(pages), [
        fact("tiff.MicroManagerMetadata.Camera", "Flash-4"),
        fact("tiff.MicroManagerMetadata.PixelSizeUm", "0.065"),
        fact("tiff.MicroManagerMetadata.Exposure-ms", "50", element=[0]),
        fact("tiff.MicroManagerMetadata.Exposure-ms", "12.5", element=[2]),
        fact("tiff.MicroManagerMetadata.UserData.Lamp.PropVal", "on"),
        fact("tiff.MicroManagerMetadata.Channel", "DAPI"),
    ])


def packet():
    xmp = ('<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
           '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
           '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" '
           'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Reticle corpus">'
           "<dc:creator><rdf:Seq><rdf:li>Ada M\u00fcller</rdf:li></rdf:Seq></dc:creator>"
           '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>')
    return Sample("xmp/figure.tif", tiff([image(7, 5, tags={700: (BYTE, xmp.encode())})]), [
        fact("xmp.xmp.CreatorTool", "Reticle corpus"),
        present("xmp.dc.creator"),
    ])


SAMPLES = [
    Sample("fei/sem.tif", fei_tiff(), [
        fact("fei.Beam.HV", "15000", unit="V", si=15000.0),
        fact("fei.EScan.HorFieldsize", "4.55e-07", unit="m", si=4.55e-7),
        fact("fei.EScan.PixelWidth", "6.5e-08", unit="m", si=6.5e-8),
        fact("fei.Stage.WorkingDistance", "0.0049", unit="m", si=0.0049),
        fact("fei.Detectors.Name", "TLD"),
        fact("fei.User.User", "mueller"),
        fact("fei.Image.ResolutionX", "7"),
        fact("tiff.ImageWidth", "7"),
    ]),
    Sample("zeiss/sem.tif",
           tiff([image(7, 5, tags={34118: ascii_text(ZEISS_LINES, "latin-1")})]), [
        fact("zeiss.AP_ACTUALKV", "15.00 kV", unit="kV", si=15000.0),
        fact("zeiss.AP_WD", "4.9 mm", unit="mm", si=0.0049),
        fact("zeiss.AP_IMAGE_PIXEL_SIZE", "65.00 nm", unit="nm", si=6.5e-8),
        present("zeiss.AP_STAGE_AT_T"),
        fact("zeiss.DP_DETECTOR_CHANNEL", "InLens"),
        fact("zeiss.SV_USER_NAME", "mueller"),
        present("zeiss.AP_DATE"),
    ]),
    image_j(),
    micro_manager(),
    packet(),
]
