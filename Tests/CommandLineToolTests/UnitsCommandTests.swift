import Testing

@Suite struct UnitsCommandTests {
    let reticle: Reticle

    init() throws {
        reticle = try Reticle()
    }

    @Test(arguments: [
        (["5kV", "--to", "V"], "5000 V\n"), (["5", "kV", "--to", "V"], "5000 V\n"),
        (["20°C", "--to", "K"], "293.15 K\n"), (["-60deg", "--to", "deg"], "-60 deg\n"),
        (["65nm", "--to", "µm"], "0.065 µm\n"), (["in", "--to", "mm"], "25.4 mm\n"),
        (["40e-/Å^2", "--to", "e-/nm^2"], "4000 e-/nm^2\n"),
        (["50%", "--to", "ppm"], "500000 ppm\n"),
    ])
    func `converts`(arguments: [String], output: String) throws {
        let run = try reticle.run(arguments: ["units"] + arguments)
        #expect(run.output == output, "\(run.complaints)")
        #expect(run.exitCode == 0)
    }

    @Test func `a quantity alone is shown in the usual units`() throws {
        let run = try reticle.run("units", "65nm")
        #expect(run.output.hasPrefix("65 nm: length, 6.5e-08 m in SI\n"), "\(run.output)")
        #expect(run.lines.contains("  0.065 µm"))
        let json = try reticle.run("units", "65nm", "--to", "pm", "--json").output
        #expect(json.contains(#""converted":[{"number":65000,"unit":"pm"}]"#), "\(json)")
    }

    @Test(arguments: [
        (["5kV", "--to", "nm"], "`5kV` is electric potential, `nm` is length"),
        (["5kilovlt", "--to", "V"], "no unit is written `kilovlt`; did you mean `kilovolt`"),
        (["5NA", "--to", "nA"], "`NA` may mean several units"),
    ])
    func `says what is wrong`(arguments: [String], complaint: String) throws {
        let run = try reticle.run(arguments: ["units"] + arguments)
        #expect(run.exitCode == 2)
        #expect(run.complaints.contains(complaint), "\(run.complaints)")
    }

    @Test func `lists the units of the index, and those that are not understood`() throws {
        let folder = Reticle.project.appendingPathComponent("corpus")
        for name in ["study", "jeol", "nanosims"] {
            _ = try reticle.run("harvest", folder.appendingPathComponent(name).path)
        }
        let all = try reticle.run("units")
        #expect(all.exitCode == 0)
        #expect(all.lines.contains { $0.contains("  nm ") && $0.contains("length") })
        let unknown = try reticle.run("units", "--unknown")
        #expect(!unknown.output.contains("  nm "))
        #expect(
            unknown.output.contains("not understood   jeol.Element.RoiMax"), "\(unknown.output)")
        #expect(unknown.output.contains("may be Da or µm  nanosims."))
    }
}
