// swift-tools-version: 6.2
import PackageDescription

// Tests may use members that come with a module's own imports, as those of a test client do.
let testSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]
// Exclusive access to memory is checked as tests run, not in what is released.
let settings =
    testSettings + [
        .enableUpcomingFeature("MemberImportVisibility"),
        .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release)),
    ]

// What is released carries Swift's libraries within it: it starts in half the time, and runs where
// Swift is not installed.
let staticLinking: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims",
            "-l_FoundationCollections", "-lBlocksRuntime",
        ], .when(configuration: .release))
]

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(
    name: "HummingbirdTesting", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let ssl = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func program(
    _ name: String, _ dependencies: [Target.Dependency], excluding excluded: [String] = []
) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies, exclude: excluded, swiftSettings: settings,
        linkerSettings: staticLinking)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: testSettings)
}

let package = Package(
    name: "reticle",
    products: [.executable(name: "reticle", targets: ["CommandLineTool"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    // In the order of the table in Sources/README.md: a target imports only what stands above it.
    targets: [
        .systemLibrary(name: "CExpat"),
        .systemLibrary(name: "CZlib"),
        .systemLibrary(name: "CRoaring"),
        .systemLibrary(name: "CZstd"),
        .systemLibrary(name: "CTIFF"),
        target("MetadataModel"),
        target("Units", ["MetadataModel"]),
        target("Extraction", ["MetadataModel", "Units"]),
        target("XMLReading", ["MetadataModel", "Extraction", "CExpat"]),
        target("JSONReading", ["MetadataModel", "Extraction"]),
        target(
            "FormatExtractors",
            ["MetadataModel", "Extraction", "XMLReading", "JSONReading", "CZlib", yams]),
        target(
            "DeclarativeExtractors",
            ["MetadataModel", "Units", "Extraction", "JSONReading", "FormatExtractors", yams]),
        target(
            "ExtractionWorker",
            ["MetadataModel", "Extraction", "FormatExtractors", "DeclarativeExtractors"]),
        target("Thumbnails", ["Extraction", "ExtractionWorker", "CTIFF"]),
        target("MetadataStore", ["MetadataModel", "CRoaring", "CZstd", grdb]),
        target("Access", ["MetadataModel", "MetadataStore", crypto]),
        target("QueryLanguage"),
        target("Search", ["MetadataModel", "Units", "MetadataStore", "QueryLanguage", yams]),
        target(
            "Harvesting",
            [
                "MetadataModel", "Extraction", "JSONReading", "ExtractionWorker", "MetadataStore",
                crypto,
            ]),
        target(
            "Curation",
            [
                "MetadataModel", "Units", "Extraction", "MetadataStore", "QueryLanguage", "Search",
                yams, crypto,
            ]),
        target(
            "WireFormat",
            [
                "MetadataModel", "Units", "Extraction", "MetadataStore", "QueryLanguage", "Search",
                "Harvesting", "Curation",
            ]),
        target("Selecting", ["MetadataModel", "MetadataStore", "Search", "WireFormat", crypto]),
        target(
            "Hooks", ["MetadataModel", "MetadataStore", "Search", crypto, hummingbirdCore, ssl]),
        target(
            "HTTPInterface",
            [
                "MetadataModel", "Units", "ExtractionWorker", "Thumbnails", "MetadataStore",
                "Access", "QueryLanguage", "Search", "Harvesting", "Curation", "WireFormat",
                "Selecting", hummingbird, hummingbirdCore, hummingbirdTLS, ssl, lifecycle,
                mustache, yams,
            ]),
        program(
            "CommandLineTool",
            [
                "MetadataModel", "Units", "Extraction", "DeclarativeExtractors", "ExtractionWorker",
                "Thumbnails", "MetadataStore", "Access", "QueryLanguage", "Search", "Harvesting",
                "Curation", "WireFormat", "Selecting", "Hooks", "HTTPInterface", argumentParser,
            ]),
        program(
            "Benchmarks", ["MetadataModel", "MetadataStore", "Search", argumentParser],
            excluding: ["Peers", "Runs"]),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        tests("Architecture", []),
        tests("Units", ["MetadataModel", "Units"]),
        tests("XMLReading", ["MetadataModel", "Extraction", "XMLReading"]),
        tests("JSONReading", ["MetadataModel", "Extraction", "JSONReading"]),
        tests(
            "FormatExtractors", ["MetadataModel", "Extraction", "FormatExtractors", "TestSupport"]),
        tests("Thumbnails", ["Thumbnails"]),
        tests("MetadataStore", ["MetadataModel", "MetadataStore", grdb]),
        tests("Access", ["MetadataModel", "MetadataStore", "Access"]),
        tests("QueryLanguage", ["QueryLanguage"]),
        tests("Search", ["MetadataModel", "Units", "MetadataStore", "QueryLanguage", "Search"]),
        tests(
            "Curation",
            ["MetadataModel", "Extraction", "MetadataStore", "QueryLanguage", "Search", "Curation"]),
        tests("Hooks", ["Hooks"]),
        tests("WireFormat", ["MetadataModel", "MetadataStore", "Search", "WireFormat"]),
        tests(
            "HTTPInterface",
            [
                "MetadataModel", "MetadataStore", "Access", "Search", "Harvesting", "Curation",
                "HTTPInterface",
                crypto,
                hummingbird, hummingbirdTesting,
            ]),
        tests("DeclarativeExtractors", ["MetadataModel", "Extraction", "DeclarativeExtractors"]),
        tests("CommandLineTool", ["CommandLineTool"]),
        tests("Corpus", ["MetadataModel", "Extraction", "ExtractionWorker"]),
    ]
)
