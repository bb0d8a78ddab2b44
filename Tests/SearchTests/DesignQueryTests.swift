import MetadataModel
import Search
import Testing

/// The thirty queries by which the language was designed.
@Suite struct DesignQueryTests {
    @Test(arguments: [
        "osteocyte lacuna",
        "format:tiff file.bytes>2GB file.modified:-30d",
        "pixel.size<50nm",
        #"voltage:5kV..20kV instrument.model:"SEM-2" detector:BSE"#,
        "voltage~=200kV",
        "*.exposure*>100ms",
        "Channel{ Name:DAPI ExposureTime>100ms }",
        "count(Channel)>=3 -Channel{ Name:brightfield }",
        "ome.Instrument.Objective.NominalMagnification>=60 immersion:(oil OR water)",
        #"stain:"osmium tetroxide" sample.fixation:* missing:sample.embedding"#,
        #"acquired:2026-03 project:"bone-fatigue" tag:reviewed"#,
        "acquired>=-7d missing:tag owner:me",
        "tiff.Make:Zeiss has:zeiss.AP_ACTUALKV missing:pixel.size",
        "temperature:20°C..25°C humidity>60%",
        "stage.tilt>=-60deg stage.tilt<=60deg | sort stage.tilt | select id, stage.tilt in deg",
        "operator~mueler | distinct operator",
        "path:/data/2026/** has:issue | facet reticle.extractor, issue.kind top 20",
        "coverage<0.9 | facet format, instrument.model",
        "has:issue.conflict",
        "has:pixel.size | stats pixel.size | facet pixel.size by 10nm, instrument.model",
        "license:CC-BY-4.0 project:public | sample 100 seed 7 | select id, sha256",
    ])
    func `answers`(query: String) throws {
        let index = try SmallIndex([("a.tif", [.text("note", "osteocyte lacuna")])])
        let answer = try index.engine.answer(query)
        #expect(answer.total <= 1)
    }

    @Test func `a selection that is not there is a fault of the query`() throws {
        let index = try SmallIndex([])
        let errors = #expect(throws: SearchErrors.self) {
            try index.engine.answer("sel:9f2c pixel.size>100nm | count by instrument.model")
        }
        #expect(errors?.faults.map(\.kind) == [.unknownSelection])
    }

    @Test(arguments: [
        (#"kind:raw -has_output( made_by{ op:segment model="unet-v3" } )"#, "has_output"),
        ("descendants( id:img_0042 ) format:(csv OR stl)", "descendants"),
        (
            #"ancestors( name:"fig3_panelB.tif" ) kind:raw | select id, path, acquired"#,
            "ancestors"
        ),
        ("made_by{ op:gaussian sigma>2px }", "made_by"),
        ("made_by{ op:threshold } -made_by{ op:denoise }", "made_by"),
        (
            #"used_by{ op:train } instrument.model:"SEM-2" acquired:2026-02-10..2026-02-14"#,
            "used_by"
        ),
        ("parents( sample.id=B17 ) has_output( mesh.triangles>1e6 )", "parents"),
        ("same( sample.id, id:img_0042 ) modality:(XRM OR EBSD)", "same"),
    ])
    func `says of itself that it is not yet available`(query: String, name: String) throws {
        let index = try SmallIndex([])
        let errors = #expect(throws: SearchErrors.self) { try index.engine.answer(query) }
        #expect(errors?.faults.first?.kind == .notYetAvailable)
        #expect(errors?.faults.first?.message == "`\(name)` is not yet available")
    }
}
