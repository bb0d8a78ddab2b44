"""OME-XML alone, beside its pixels, and inside a TIFF.

Source: <https://docs.openmicroscopy.org/ome-model/6.3.1/ome-xml/>
"""

from .sample import Sample, fact, present
from .tiffwriter import ascii_text, image, tiff

NAMESPACE = 'xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06"'


def document(pixels, uuid="urn:uuid:018f3c5e-7b1a-7c3d-9e4f-0123456789ab"):
    """Two channels of one image, 7 × 5 × 3."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OME {NAMESPACE} UUID="{uuid}" Creator="Reticle corpus">
  <Experimenter ID="Experimenter:0" FirstName="Ada" LastName="M\u00fcller"/>
  <Instrument ID="Instrument:0">
    <Microscope Manufacturer="Reticle Works" Model="Confocal-1" Type="Inverted"/>
    <Detector ID="Detector:0" Model="HyD" Gain="1.5"/>
    <Objective ID="Objective:0" Model="Plan 63x" NominalMagnification="63" LensNA="1.4"
        Immersion="Oil" WorkingDistance="0.14" WorkingDistanceUnit="mm"/>
  </Instrument>
  <Image ID="Image:0" Name="osteocytes &amp; lacunae">
    <AcquisitionDate>2026-03-14T09:26:53</AcquisitionDate>
    <Description>cells in cortical bone</Description>
    <InstrumentRef ID="Instrument:0"/>
    <ObjectiveSettings ID="Objective:0" RefractiveIndex="1.515"/>
    <Pixels ID="Pixels:0" DimensionOrder="XYZCT" Type="uint8" SizeX="7" SizeY="5" SizeZ="3"
        SizeC="2" SizeT="1" PhysicalSizeX="65" PhysicalSizeXUnit="nm" PhysicalSizeY="65"
        PhysicalSizeYUnit="nm" PhysicalSizeZ="0.3">
      <Channel ID="Channel:0:0" Name="DAPI" ExcitationWavelength="405" EmissionWavelength="461"/>
      <Channel ID="Channel:0:1" Name="GFP" ExcitationWavelength="488" EmissionWavelength="509"
          PinholeSize="1.2"/>
      {pixels}
      <Plane TheZ="0" TheC="0" TheT="0" ExposureTime="120" ExposureTimeUnit="ms"/>
      <Plane TheZ="0" TheC="1" TheT="0" ExposureTime="80" ExposureTimeUnit="ms"/>
    </Pixels>
  </Image>
  <StructuredAnnotations>
    <MapAnnotation ID="Annotation:0" Namespace="openmicroscopy.org/omero/client/mapAnnotation">
      <Value><M K="Stain">osmium tetroxide</M><M K="Fixation">glutaraldehyde</M></Value>
    </MapAnnotation>
  </StructuredAnnotations>
</OME>
"""


FACTS = [
    fact("ome.Image.Pixels.SizeX", "7"),
    fact("ome.Image.Pixels.SizeY", "5"),
    fact("ome.Image.Pixels.SizeZ", "3"),
    fact("ome.Image.Pixels.PhysicalSizeX", "65", unit="nm", si=6.5e-8),
    fact("ome.Image.Pixels.PhysicalSizeZ", "0.3", unit="\u00b5m", si=3e-7,
         why="the schema's default unit of length is the micrometre"),
    fact("ome.Image.Pixels.Channel.Name", "DAPI"),
    fact("ome.Image.Pixels.Channel.Name", "GFP"),
    fact("ome.Image.Pixels.Channel.ExcitationWavelength", "488", unit="nm", si=4.88e-7),
    fact("ome.Image.Pixels.Plane.ExposureTime", "120", unit="ms", si=0.12),
    fact("ome.Image.Name", "osteocytes & lacunae"),
    fact("ome.Image.AcquisitionDate", "2026-03-14T09:26:53"),
    fact("ome.Instrument.Objective.NominalMagnification", "63"),
    fact("ome.Instrument.Objective.Immersion", "Oil"),
    fact("ome.Instrument.Objective.WorkingDistance", "0.14", unit="mm", si=1.4e-4),
    fact("ome.Instrument.Microscope.Model", "Confocal-1"),
    fact("ome.Experimenter.LastName", "M\u00fcller"),
]


def ome_tiff(path, order="<", big=False):
    planes = "".join(f'<TiffData IFD="{place}" FirstZ="{place % 3}" FirstC="{place // 3}"/>'
                     for place in range(6))
    pages = [image(7, 5, level=place + 1) for place in range(6)]
    pages[0].tags[270] = ascii_text(document(planes))
    pages[0].tags[305] = ascii_text("Reticle corpus")
    return Sample(path, tiff(pages, order, big), FACTS + [
        fact("tiff.ImageWidth", "7"),
        fact("tiff.Software", "Reticle corpus"),
        fact("ome.Image.Pixels.TiffData.FirstC", "1"),
    ])


def companion():
    files = "".join(
        f'<TiffData IFD="0" FirstC="{channel}"><UUID FileName="cells_C{channel}.tif">'
        f'urn:uuid:018f3c5e-7b1a-7c3d-9e4f-00000000000{channel}</UUID></TiffData>'
        for channel in range(2))
    return Sample("omexml/cells.companion.ome", document(files).encode(), FACTS + [
        fact("ome.Image.Pixels.TiffData.UUID.FileName", "cells_C1.tif"),
    ])


SAMPLES = [
    ome_tiff("ometiff/two-channel.ome.tif"),
    ome_tiff("ometiff/two-channel-big.ome.tf8", ">", True),
    Sample("omexml/two-channel.ome", document("<MetadataOnly/>").encode(), FACTS),
    companion(),
]
