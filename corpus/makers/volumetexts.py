"""Volumes behind headers of text: Interfile, VTK, Amira.

Sources are named beside the extractors.
"""

from .sample import Sample, absent, fact

INTERFILE = b"""!INTERFILE :=
!imaging modality := nucmed
; reconstructed twice
name of data file := mouse.v
number of dimensions := 3
!matrix size [1] := 7
!matrix size [2] := 5
scaling factor (mm/pixel) [1] := 0.5
!END OF INTERFILE :=
"""

VTK = b"""# vtk DataFile Version 3.0
a bone
BINARY
DATASET STRUCTURED_POINTS
DIMENSIONS 7 5 3
SPACING 0.5 0.25 3
ORIGIN 0 0 0
POINT_DATA 105
SCALARS density short
LOOKUP_TABLE default
""" + bytes(210)

AMIRA = b"""# AmiraMesh BINARY-LITTLE-ENDIAN 2.1
# made by hand

define Lattice 7 5 3

Parameters {
    Units {
        Coordinates "um"
    }
    Content "7x5x3 ushort, uniform coordinates",
    BoundingBox 0 3 0 1 0 6,
    CoordType "uniform"
}

Lattice { ushort Data } @1

# Data section follows
@1
""" + bytes(210)

SAMPLES = [
    Sample("interfile/mouse.hv", INTERFILE, [
        fact("interfile.`matrix size`.1", "7"), fact("interfile.`matrix size`.2", "5"),
        fact("interfile.`scaling factor`.1", "0.5", unit="mm", si=0.0005),
        fact("interfile.comment", "reconstructed twice")]),
    Sample("vtk/bone.vtk", VTK, [
        fact("vtk.version", "3.0"), fact("vtk.title", "a bone"), fact("vtk.encoding", "BINARY"),
        fact("vtk.DIMENSIONS.x", "7"), fact("vtk.SPACING.y", "0.25"),
        fact("vtk.SCALARS", "density short")]),
    Sample("amira/lattice.am", AMIRA, [
        fact("amira.format", "AmiraMesh BINARY-LITTLE-ENDIAN 2.1"),
        fact("amira.define.Lattice", "7 5 3"), fact("amira.Parameters.Units.Coordinates", "um"),
        fact("amira.Parameters.Content", "7x5x3 ushort, uniform coordinates"),
        fact("amira.Parameters.CoordType", "uniform"),
        fact("amira.data", "Lattice { ushort Data } @1")]),
    Sample("hostile/open-group.am", AMIRA[:AMIRA.index(b"    Content")] + b"}\n" * 5, [
        fact("amira.define.Lattice", "7 5 3"),
        absent("amira.Parameters.Content", "the file ends before")]),
]
