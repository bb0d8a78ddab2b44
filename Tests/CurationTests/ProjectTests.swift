import MetadataStore
import Testing

@testable import Curation

@Suite struct ProjectTests {
    private func lab() throws -> SampleLab {
        let lab = try SampleLab()
        try lab.write("/bone/1.tif", [("sample.id", "B17")])
        try lab.write("/bone/sub/2.tif", [("sample.id", "B18")])
        try lab.write("/bones/3.tif", [("sample.id", "B17")])
        return lab
    }

    @Test func `files come to a project by root, rule and by hand`() throws {
        let lab = try lab()
        var change = ProjectChange()
        change.roots = ["/bone"]
        _ = try lab.curation.createProject("bone-fatigue", change, by: lab.author)
        #expect(try lab.count("project:\"bone-fatigue\"") == 2)
        try lab.write("/bone/4.tif", [])
        #expect(try lab.curation.assignProjects(by: lab.author) == 1)
        #expect(try lab.curation.assignProjects(by: lab.author) == 0)
        change = ProjectChange()
        change.rules = ["sample.id:B17"]
        _ = try lab.curation.changeProject("bone-fatigue", change, by: lab.author)
        #expect(try lab.count("project:\"bone-fatigue\"") == 4)
        _ = try lab.curation.createProject("other", ProjectChange(), by: lab.author)
        let added = try lab.curation.addToProject(
            "other", .assets(["/bones/3.tif"]), by: lab.author)
        #expect(added.changedCount == 1)
        #expect(try lab.count("project:other") == 1)
        _ = try lab.curation.addToProject(
            "other", .query(""), isMember: false, by: lab.author)
        #expect(try lab.count("project:other") == 0)
    }

    @Test func `what belongs to a part belongs to the whole`() throws {
        let lab = try lab()
        _ = try lab.curation.createProject("whole", ProjectChange(), by: lab.author)
        var change = ProjectChange()
        change.parent = "whole"
        change.roots = ["/bone/sub"]
        _ = try lab.curation.createProject("part", change, by: lab.author)
        #expect(try lab.count("project:whole") == 1)
        change = ProjectChange()
        change.parent = "part"
        let error = #expect(throws: CurationError.self) {
            try lab.curation.changeProject("whole", change, by: lab.author)
        }
        #expect(error?.kind == .invalid)
    }

    @Test func `a project has tags, stars and members, and survives the index`() throws {
        let lab = try lab()
        var change = ProjectChange()
        change.description = "SEM of femora"
        change.isStarred = true
        change.roots = ["/bone"]
        _ = try lab.curation.createProject("bone-fatigue", change, by: lab.author)
        _ = try lab.curation.run(
            [CurationStep(.subject("project/bone-fatigue"), .tag(["funded"]))], by: lab.author)
        try lab.loseIndex()
        try lab.write("/bone/1.tif", [])
        let project = try #require(
            try lab.store.read { try Project(named: "bone-fatigue", $0) })
        #expect(project.description == "SEM of femora")
        #expect(project.stars == ["mueller"])
        #expect(project.members == ["mueller"])
        #expect(project.tags == ["funded"])
        #expect(try lab.count("project:\"bone-fatigue\"") == 1)
        let error = #expect(throws: CurationError.self) {
            try lab.curation.createProject("bone-fatigue", change, by: lab.author)
        }
        #expect(error?.kind == .conflict)
    }
}
