"""Photon counting, cytometry, measuring cards, PET, tracts, surfaces, and small headers.

Sources: the specifications named in the extractors and descriptions of the same names.
"""

import struct

from .sample import Sample, fact, issue


def obf():
    name, description = b"STED 640", b"<root><laser power='12'/></root>"
    def axes(kind, *values):
        return struct.pack("<15" + kind, *(list(values) + [0] * (15 - len(values))))
    stack = b"OMAS_BF_STACK\n\xff\xff" + struct.pack("<II", 1, 2)
    stack += axes("I", 7, 5) + axes("d", 7e-6, 5e-6) + axes("d", 0, 1e-6)
    stack += struct.pack("<IIIIIQQQ", 4, 0, 0, len(name), len(description), 0, 70, 0)
    stack += name + description + bytes(70)
    labels = struct.pack("<I", 5) + b"ExpX " + struct.pack("<I", 4) + b"ExpY"
    footer = struct.pack("<I", 128) + bytes(120) + struct.pack("<I", 0)
    head = b"OMAS_BF\n\xff\xff" + struct.pack("<IQI", 2, 31, 5) + b"bone1"
    return head + stack + footer + labels


def sdt():
    info = (b"*IDENTIFICATION\r\n  ID        : _SPC Setup & Data File\r\n"
            b"  Title     : osteocyte\r\n  Date      : 2026-03-14\r\n*END\r\n")
    setup = (b"*SETUP\r\nSYS_PARA_BEGIN:\r\n  #SP [SP_TAC_R,F,5e-008]\r\n"
             b"  #SP [SP_ADC_RE,I,256]\r\nSYS_PARA_END:\r\n*END\r\n")
    measured = struct.pack("<9s11s16sh", b"09:26:53", b"03-14-2026", b"3B0012", 0)
    measured += struct.pack("<5fhffhfffh", -50, 80, -10, 5, -10, 4, -20, 5e-8, 10, 0, 10, 90, 256)
    measured = measured.ljust(211, b"\0")
    at = 42
    head = struct.pack("<hihiHihIihhHIHH", 1, at, len(info), at + len(info), len(setup),
                       at + len(info) + len(setup) + len(measured), 1, 512,
                       at + len(info) + len(setup), 1, len(measured), 0x5555, 0, 0, 0x55AA)
    return head + info + setup + measured + bytes(64)


def tag(name, kind, value, index=-1, rest=b""):
    return name.encode().ljust(32, b"\0") + struct.pack("<iI", index, kind) + value + rest


def picoquant():
    comment = b"DAPI, 2 mM\0"
    return (b"PQTTTR\0\0" + b"1.0.00\0\0"
            + tag("File_Comment", 0x4001FFFF, struct.pack("<q", len(comment)), rest=comment)
            + tag("File_CreatingTime", 0x21000008, struct.pack("<d", 46095.25))
            + tag("MeasDesc_Resolution", 0x20000008, struct.pack("<d", 5e-12))
            + tag("HWInpChan_Enabled", 0x00000008, struct.pack("<q", -1), index=1)
            + tag("TTResult_NumberOfRecords", 0x10000008, struct.pack("<q", 105))
            + tag("Header_End", 0xFFFF0008, bytes(8)) + bytes(40))


def fcs():
    words = {"$BYTEORD": "1,2,3,4", "$CYT": "Reticle Sorter", "$DATE": "14-MAR-2026",
             "$PAR": "2", "$P1N": "FSC-A", "$P2N": "DAPI/A", "$TOT": "105", "operator": "mueller"}
    text = "/" + "".join(f"{key}/{value.replace('/', '//')}/" for key, value in words.items())
    first, last = 64, 64 + len(text) - 1
    head = f"FCS3.1    {first:8}{last:8}{last + 1:8}{last + 8:8}{0:8}{0:8}"
    return head.ljust(first).encode() + text.encode() + bytes(8)


def ecat():
    main = b"MATRIX72v".ljust(14, b"\0") + b"study.v".ljust(32, b"\0")
    main += struct.pack(">hhh", 72, 962, 7) + b"SN-4".ljust(10, b"\0")
    main += struct.pack(">I", 1_773_480_413) + b"F-18".ljust(8, b"\0")
    main += struct.pack(">f", 6586.2) + b"FDG".ljust(32, b"\0")
    main = main.ljust(352, b"\0") + struct.pack(">hh", 3, 1)
    main = main.ljust(512, b"\0")
    directory = struct.pack(">4i", 30, 2, 2, 1) + struct.pack(">4i", 16842753, 3, 4, 1)
    image = struct.pack(">hhhhh3fffhh3f", 6, 3, 7, 5, 3, 0, 0, 0, 1, 0.5, 0, 100, 0.2, 0.2, 0.3)
    return main + directory.ljust(512, b"\0") + image.ljust(512, b"\0") + bytes(512)


AFNI = (b"\ntype = string-attribute\nname = HISTORY_NOTE\ncount = 11\n'3dcopy a b~\n"
        b"\ntype = integer-attribute\nname = DATASET_DIMENSIONS\ncount = 5\n"
        b"  7  5  3  0  0\n"
        b"\ntype = float-attribute\nname = DELTA\ncount = 3\n  2.5  -2.5  3\n")


def tdms():
    def text(value):
        return struct.pack("<I", len(value)) + value
    none = struct.pack("<I", 0xFFFFFFFF)
    objects = struct.pack("<I", 3)
    objects += text(b"/") + none + struct.pack("<I", 1) + text(b"name")
    objects += struct.pack("<I", 0x20) + text(b"creep test")
    objects += text(b"/'Stage'") + none + struct.pack("<I", 0)
    objects += text(b"/'Stage'/'Load'") + struct.pack("<IIIQ", 20, 10, 1, 3)
    objects += struct.pack("<I", 3) + text(b"unit_string") + struct.pack("<I", 0x20) + text(b"N")
    objects += text(b"wf_increment") + struct.pack("<Id", 10, 0.004)
    objects += text(b"wf_start_time") + struct.pack("<IQq", 0x44, 1 << 63, 3_856_325_213)
    return (b"TDSm" + struct.pack("<IIQQ", 0x0E, 4713, len(objects) + 24, len(objects))
            + objects + bytes(24))


def stl():
    return b"bone surface".ljust(80, b"\0") + struct.pack("<I", 2) + bytes(100)


PLY = (b"ply\nformat ascii 1.0\ncomment cortical bone\nelement vertex 3\nproperty float x\n"
       b"property float y\nelement face 1\nproperty list uchar int vertex_index\nend_header\n"
       b"0 0\n1 0\n0 1\n3 0 1 2\n")


def gipl():
    head = struct.pack(">4HH4f", 7, 5, 3, 1, 16, 0.2, 0.2, 0.3, 0) + b"femur".ljust(80, b"\0")
    head = head.ljust(188, b"\0") + struct.pack(">dd4dffff", 0, 100, 1, 2, 3, 0, 0, 1, 0, 0)
    return head + struct.pack(">I", 0xEFFFE9B0) + bytes(210)


def trk():
    head = b"TRACK\0" + struct.pack("<3h3f3fh", 7, 5, 3, 2, 2, 2.5, 0, 0, 0, 1)
    head += b"FA".ljust(200, b"\0") + struct.pack("<h", 0)
    head = head.ljust(948, b"\0") + b"LPS\0"
    head = head.ljust(988, b"\0") + struct.pack("<iii", 2, 2, 1000)
    return head + bytes(16)


def imagic():
    head = struct.pack("<14i4s", 1, 0, 0, 1, 3, 14, 2026, 9, 26, 53, 0, 0, 7, 5, b"REAL")
    head = head.ljust(116, b"\0") + b"ribosome".ljust(80, b"\0")
    head = head.ljust(272, b"\0") + struct.pack("<i", 33686018)
    return head.ljust(1024, b"\0")


def wmf():
    return (struct.pack("<IH4hHIH", 0x9AC6CDD7, 0, 0, 0, 700, 500, 1440, 0, 0)
            + struct.pack("<HHHIHIH", 1, 9, 768, 12, 0, 3, 0) + bytes(6))


def emf():
    head = struct.pack("<II4i4i", 1, 108, 0, 0, 6, 4, 0, 0, 1800, 1300) + b" EMF"
    head += struct.pack("<IIIHHIII2i2i", 0x10000, 128, 2, 1, 0, 0, 0, 0, 1920, 1080, 508, 286)
    return head.ljust(108, b"\0") + struct.pack("<IIIII", 14, 20, 0, 16, 20)


def sqlite():
    head = b"SQLite format 3\0" + struct.pack(">HBBBBBBIIII", 512, 1, 1, 0, 64, 32, 32, 7, 1, 0, 0)
    head += struct.pack(">IIIIIIII", 3, 4, 0, 0, 1, 9, 0, 0x5254434C)
    return head.ljust(92, b"\0") + struct.pack(">II", 7, 3040001) + b"\x0d".ljust(412, b"\0")


def klb():
    head = struct.pack("<B5I5fBB", 2, 7, 5, 3, 1, 1, 0.4, 0.4, 2, 1, 1, 1, 2)
    return head + b"zebrafish".ljust(256, b"\0") + struct.pack("<5I", 7, 5, 3, 1, 1) + bytes(16)


def dcimg():
    head = b"DCIMG\0\0\0" + struct.pack("<I", 7) + bytes(20)
    head += struct.pack("<IIIIQ", 1, 3, 72, 0, 500) + bytes(16)
    session = struct.pack("<Q", 428) + bytes(24)
    session += struct.pack("<II4xIIII8xI", 3, 2, 7, 14, 5, 70, 100)
    return (head + session).ljust(500, b"\0")


def pco():
    return (b"PCO-" + struct.pack("<8i", 198, 128, 7, 5, -1, 0, 10, 4000) + bytes(4)).ljust(
        198, b"\0")


def qoi():
    return b"qoif" + struct.pack(">IIBB", 7, 5, 3, 0) + bytes(8)


STACK, PHOTONS = obf(), picoquant()

SAMPLES = [
    Sample("obf/sted.msr", STACK, [
        fact("obf.FormatVersion", "2"),
        fact("obf.Description", "bone1"),
        fact("obf.Stack.Name", "STED 640", element=[0]),
        fact("obf.Stack.Size", "7", element=[0, 0], unit="px"),
        fact("obf.Stack.Size", "5", element=[0, 1], unit="px"),
        fact("obf.Stack.Label", "ExpY", element=[0, 1]),
        fact("obf.Stack.DataType", "4"),
    ]),
    Sample("hostile/cut.msr", STACK[:120], [issue("truncated")]),
    Sample("sdt/decay.sdt", sdt(), [
        fact("sdt.header.no_of_data_blocks", "1"),
        fact("sdt.info.Title", "osteocyte"),
        fact("sdt.setup.SP_TAC_R", "5e-008"),
        fact("sdt.setup.SP_ADC_RE", "256"),
        fact("sdt.measurement.mod_ser_no", "3B0012"),
        fact("sdt.measurement.tac_r", "5e-08", unit="s"),
        fact("sdt.measurement.adc_re", "256"),
    ]),
    Sample("hostile/far.sdt", sdt()[:2] + b"\xff\xff\xff\x7f" + sdt()[6:], [
        issue("truncated")]),
    Sample("picoquant/decay.ptu", PHOTONS, [
        fact("picoquant.File_Comment", "DAPI, 2 mM"),
        fact("picoquant.MeasDesc_Resolution", "5e-12", unit="s"),
        fact("picoquant.HWInpChan_Enabled", "true", element=[1]),
        fact("picoquant.TTResult_NumberOfRecords", "105"),
    ]),
    Sample("hostile/cut.ptu", PHOTONS[:100], [issue("truncated")]),
    Sample("fcs/cells.fcs", fcs(), [
        fact("fcs.Version", "FCS3.1"),
        fact("fcs.$CYT", "Reticle Sorter"),
        fact("fcs.$P.N", "FSC-A", element=[1]),
        fact("fcs.$P.N", "DAPI/A", element=[2]),
        fact("fcs.operator", "mueller"),
    ]),
    Sample("hostile/cut.fcs", fcs()[:100], [issue("truncated")]),
    Sample("ecat/study.v", ecat(), [
        fact("ecat.isotope_name", "F-18"),
        fact("ecat.num_planes", "3"),
        fact("ecat.scan_start_time", "1773480413"),
        fact("ecat.matrix.id", "16842753", element=[0]),
        fact("ecat.matrix.x_dimension", "7", element=[0], unit="px"),
        fact("ecat.matrix.x_pixel_size", "0.2", element=[0], unit="cm"),
    ]),
    Sample("hostile/cut.v", ecat()[:700], [issue("truncated")]),
    Sample("afni/brain.HEAD", AFNI, [
        fact("afni.HISTORY_NOTE", "3dcopy a b"),
        fact("afni.DATASET_DIMENSIONS", "7, 5, 3, 0, 0"),
        fact("afni.DELTA", "2.5, -2.5, 3", unit="mm"),
    ]),
    Sample("hostile/cut.HEAD", AFNI[:-10], [issue("truncated")]),
    Sample("tdms/creep.tdms", tdms(), [
        fact("tdms.Version", "4713"),
        fact("tdms.name", "creep test"),
        fact("tdms.Stage.Load.unit_string", "N"),
        fact("tdms.Stage.Load.wf_increment", "0.004"),
        fact("tdms.Stage.Load.wf_start_time", "2026-03-14T09:26:53.5Z"),
        fact("tdms.Stage.Load.ValueCount", "3"),
    ]),
    Sample("hostile/cut.tdms", tdms()[:90], [issue("truncated")]),
    Sample("stl/bone.stl", stl(), [
        fact("stl.Header", "bone surface"), fact("stl.TriangleCount", "2")]),
    Sample("stl/text.stl", b"solid femur\nfacet normal 0 0 1\nendsolid femur\n", [
        fact("stl.Name", "femur")]),
    Sample("ply/bone.ply", PLY, [
        fact("ply.comment", "cortical bone"),
        fact("ply.element.vertex", "3"),
        fact("ply.element.face", "1"),
    ]),
    Sample("hostile/cut.ply", PLY[:60], [issue("truncated")]),
    Sample("gipl/femur.gipl", gipl(), [
        fact("gipl.dim_x", "7", unit="px"), fact("gipl.dim_z", "3", unit="px"), fact("gipl.image_type", "16"),
        fact("gipl.line1", "femur")]),
    Sample("trk/tracts.trk", trk(), [
        fact("trk.dim_y", "5", unit="px"), fact("trk.voxel_size_z", "2.5", unit="mm"), fact("trk.voxel_order", "LPS"),
        fact("trk.n_count", "2")]),
    Sample("imagic/ribosome.hed", imagic(), [
        fact("imagic.IXLP", "7", unit="px"), fact("imagic.IYLP", "5", unit="px"),
        fact("imagic.NAME", "ribosome")]),
    Sample("wmf/plot.wmf", wmf(), [fact("wmf.Right", "700"), fact("wmf.Version", "768")]),
    Sample("emf/plot.emf", emf(), [
        fact("emf.Frame", "0, 0, 1800, 1300"), fact("emf.Records", "2")]),
    Sample("sqlite/tags.db", sqlite(), [
        fact("sqlite.PageSize", "512", unit="B"), fact("sqlite.UserVersion", "9")]),
    Sample("klb/fish.klb", klb(), [
        fact("klb.size_x", "7", unit="px"), fact("klb.size_z", "3", unit="px"), fact("klb.metadata", "zebrafish")]),
    Sample("dcimg/flow.dcimg", dcimg(), [
        fact("dcimg.nfrms", "3"), fact("dcimg.session.xsize", "7", unit="px"),
        fact("dcimg.session.ysize", "5", unit="px")]),
    Sample("pco/flow.b16", pco(), [
        fact("pco.XSize", "7", unit="px"), fact("pco.BWMax", "4000")]),
    Sample("qoi/bone.qoi", qoi(), [
        fact("qoi.width", "7", unit="px"), fact("qoi.height", "5", unit="px")]),
]
