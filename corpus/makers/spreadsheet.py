"""XLSX workbooks, part by part.

Source: ECMA-376 <https://ecma-international.org/publications-and-standards/standards/ecma-376/>
"""

import io
import zipfile
from xml.sax.saxutils import escape

from .sample import Sample, fact

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
GENERAL, DATE, PERCENT = 0, 1, 2


class Workbook:
    """Sheets of rows; a cell is a text, a number, a truth value, (number, style) or None."""

    def __init__(self, sheets):
        self.sheets = sheets
        self.strings = []

    def cell(self, place, value, inline):
        value, style = value if isinstance(value, tuple) else (value, GENERAL)
        if isinstance(value, bool):
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        if isinstance(value, str) and inline:
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        if isinstance(value, str):
            if value not in self.strings:
                self.strings.append(value)
            return f'<c r="{place}" t="s"><v>{self.strings.index(value)}</v></c>'
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'

    def sheet(self, rows, inline):
        lines = []
        for number, row in enumerate(rows, 1):
            cells = "".join(self.cell(f"{chr(65 + column)}{number}", value, inline)
                            for column, value in enumerate(row) if value is not None)
            lines.append(f'<row r="{number}">{cells}</row>')
        return (f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>'
                "</worksheet>")

    def parts(self):
        names = list(self.sheets)
        sheets = {f"xl/worksheets/sheet{place}.xml": self.sheet(self.sheets[name], place > 1)
                  for place, name in enumerate(names, 1)}
        strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in self.strings)
        types = "".join(
            f'<Override PartName="/{path}" ContentType="application/vnd.openxmlformats-officedocument'
            f'.spreadsheetml.{kind}+xml"/>' for path, kind in
            [("xl/workbook.xml", "sheet.main"), ("xl/styles.xml", "styles"),
             ("xl/sharedStrings.xml", "sharedStrings")] + [(path, "worksheet") for path in sheets])
        targets = [("worksheet", f"worksheets/sheet{place}.xml")
                   for place in range(1, len(names) + 1)]
        targets += [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
        links = "".join(f'<Relationship Id="rId{place}" Type="{OFFICE}/{kind}" Target="{path}"/>'
                        for place, (kind, path) in enumerate(targets, 1))
        listed = "".join(f'<sheet name="{escape(name)}" sheetId="{place}" r:id="rId{place}"/>'
                         for place, name in enumerate(names, 1))
        return {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default '
            'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
            f'+xml"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
            f'Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}'
            "</sheets></workbook>",
            "xl/_rels/workbook.xml.rels":
            f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
            "xl/styles.xml": f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="3">'
            '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
            '<xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>',
            "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>',
        } | sheets

    def file(self, replacing=None):
        return archive(self.parts() | (replacing or {}))


def archive(parts):
    """A zip file without a clock in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2026, 3, 14, 9, 26, 52))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)
    return target.getvalue()


PREPARATION = Workbook({
    "Preparation": [
        ["File", "Stain", "Fixation", "Embedded on", "Section (nm)", "Kept", "Yield"],
        ["B17_lacuna.tif", "osmium tetroxide", "glutaraldehyde", (46095, DATE), 70, True,
         (0.85, PERCENT)],
        ["B18_canal.tif", "uranyl acetate", "glutaraldehyde", (46096, DATE), 62.5, False, None],
    ],
    "Session log": [
        ["Image", "Operator", "Voltage (kV)"],
        ["B17_lacuna.tif", "Mueller & Novak", 15],
    ],
})

SAMPLES = [
    Sample("xlsx/preparation.xlsx", PREPARATION.file(), [
        fact("xlsx.Preparation.Stain", "osmium tetroxide", element=[0]),
        fact("xlsx.Preparation.Stain", "uranyl acetate", element=[1]),
        fact("xlsx.Preparation.`Embedded on`", "2026-03-14", element=[0],
             why="a serial number under a date's style is a date"),
        fact("xlsx.Preparation.Section", "62.5", element=[1], unit="nm", si=6.25e-8),
        fact("xlsx.Preparation.Kept", "true", element=[0]),
        fact("xlsx.`Session log`.Operator", "Mueller & Novak", element=[0]),
        fact("xlsx.`Session log`.Voltage", "15", element=[0], unit="kV", si=15000.0),
    ]),
    Sample("zip/day.zip", archive({"cells/one.txt": "first", "cells/two.txt": "second " * 9}), [
        fact("zip.EntryCount", "2"),
        fact("zip.Entry.FileName", "cells/two.txt", element=[1]),
        fact("zip.Entry.UncompressedSize", "63", element=[1], unit="B", si=63.0),
    ]),
]
