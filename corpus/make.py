#!/usr/bin/env python3
"""Makes the corpus: small files of every format, and beside each what must be found in it.

    corpus/make.py            writes the files
    corpus/make.py --check    says which files differ from what would be written, and exits with 1

Every run writes the same bytes. Images are 7 × 5 × 3, so that a swapped axis shows.
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from makers import (  # noqa: E402
    gatan,
    headers,
    afmformats,
    hdf4,
    hdf5,
    cellsens,
    compound,
    cameras,
    counting,
    detectors,
    dicom,
    hostile,
    merlin,
    microscopy,
    mrc,
    netcdf,
    ome,
    probes,
    bruker,
    ebsd,
    hostile,
    jeol,
    microscopes,
    jet,
    mrc,
    ome,
    phenom,
    photographs,
    pictures,
    spectrometry,
    probesmore,
    programs,
    rasters,
    profilers,
    spectra,
    raws,
    sets,
    spreadsheet,
    study,
    texts,
    tia,
    tiff,
    unknown,
    vendors,
    volumes,
    videos,
    volumetexts,
)

FOLDER = Path(__file__).resolve().parent
MODULES = [
    tiff,
    ome,
    probes,
    probesmore,
    profilers,
    vendors,
    texts,
    spreadsheet,
    mrc,
    gatan,
    tia,
    merlin,
    jeol,
    bruker,
    phenom,
    ebsd,
    photographs,
    pictures,
    hdf5,
    hdf4,
    netcdf,
    microscopes,
    compound,
    spectrometry,
    dicom,
    volumes,
    detectors,
    rasters,
    afmformats,
    microscopy,
    cellsens,
    jet,
    cameras,
    volumetexts,
    spectra,
    raws,
    sets,
    programs,
    videos,
    counting,
    headers,
    unknown,
    hostile,
]


def golden(facts):
    """Golden facts, one a line."""
    lines = [json.dumps(fact, ensure_ascii=False) for fact in facts]
    return ("[\n  " + ",\n  ".join(lines) + "\n]\n").encode()


def files():
    """Every file of the corpus, as {path: bytes}."""
    made = {}
    for sample in (sample for module in MODULES for sample in module.SAMPLES):
        made[sample.path] = sample.content
        if sample.facts:
            made[sample.path + ".facts.json"] = golden(sample.facts)
    made["sets.json"] = (json.dumps(sets.expected(), indent=1) + "\n").encode()
    expected = {}
    for sample in study.FILES:
        made["study/" + sample.path] = sample.content
        if sample.facts:
            expected[sample.path] = sample.facts
    parts = [f"{json.dumps(path)}: {golden(facts).decode().strip()}"
             for path, facts in expected.items()]
    made["study.facts.json"] = ("{\n" + ",\n".join(parts) + "\n}\n").encode()
    return made


def main():
    made = files()
    if "--check" in sys.argv[1:]:
        differing = [path for path, content in made.items()
                     if not (FOLDER / path).is_file() or (FOLDER / path).read_bytes() != content]
        for path in differing:
            print(f"{path}: differs from what corpus/make.py writes")
        return 1 if differing else 0
    for path, content in made.items():
        target = FOLDER / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    print(f"{len(made)} files, {sum(map(len, made.values()))} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
