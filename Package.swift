// swift-tools-version: 6.3
import PackageDescription

// One array of settings for every target: see docs/decisions/0001-house-rules.md.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // Small functions of one target are used by others a million times a second.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let deque = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "mdm-hub",
    products: [.executable(name: "mdm", targets: ["HubCommand"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "PostgresClient", dependencies: ["CLibPQ", logging]),
        .target(name: "LocalPostgres", dependencies: ["PostgresClient", logging]),
        .target(name: "MasterData"),
        .target(name: "Matching"),
        .target(name: "PolicyFiles", dependencies: ["MasterData", yams, crypto]),
        .target(name: "RecordFiles", dependencies: ["MasterData"]),
        .target(name: "FieldMapFiles", dependencies: ["RecordFiles", yams]),
        .target(name: "MatchFiles", dependencies: ["Matching", yams]),
        .target(name: "SampleData", dependencies: ["MasterData"]),
        .target(name: "HubStore", dependencies: ["PostgresClient", "MasterData", crypto]),
        .target(name: "Mastering", dependencies: ["HubStore", "PostgresClient", "MasterData", "Matching", crypto]),
        .target(name: "Notifications", dependencies: ["HubStore", "PostgresClient", "MasterData", lifecycle, logging]),
        .target(
            name: "HubServer",
            dependencies: [
                "Mastering", "HubStore", "PostgresClient", "Notifications", "MasterData", hummingbird, httpTypes, lifecycle, logging, crypto, deque,
                nioCore, nioHTTP1, nioHTTPTypes,
            ]
        ),
        .executableTarget(
            name: "HubCommand",
            dependencies: [
                "HubServer", "Mastering", "HubStore", "Notifications", "MasterData", "Matching", "MatchFiles", "PolicyFiles", "RecordFiles",
                "FieldMapFiles", "SampleData", "LocalPostgres", "PostgresClient", "CMalloc", argumentParser, lifecycle, logging, unixSignals,
            ]
        ),

        // What tests share: a PostgreSQL for the run, a migrated database for each suite.
        .target(name: "HTTPTesting", dependencies: ["MasterData"], path: "Tests/HTTPTesting"),
        .target(name: "PostgresTesting", dependencies: ["LocalPostgres", "PostgresClient", logging], path: "Tests/PostgresTesting"),
        .testTarget(name: "PostgresClientTests", dependencies: ["PostgresClient", "PostgresTesting", logging]),
        .testTarget(name: "LocalPostgresTests", dependencies: ["LocalPostgres", "PostgresClient", "PostgresTesting", logging]),
        .testTarget(name: "MasterDataTests", dependencies: ["MasterData"]),
        .testTarget(name: "MatchingTests", dependencies: ["Matching"]),
        .testTarget(name: "PolicyFilesTests", dependencies: ["PolicyFiles", "MasterData"]),
        .testTarget(name: "RecordFilesTests", dependencies: ["RecordFiles", "MasterData"]),
        .testTarget(name: "FieldMapFilesTests", dependencies: ["FieldMapFiles", "RecordFiles", "MasterData"], exclude: ["Fixtures"]),
        .testTarget(name: "MatchFilesTests", dependencies: ["MatchFiles", "Matching"]),
        .testTarget(name: "SampleDataTests", dependencies: ["SampleData", "MasterData"]),
        .testTarget(
            name: "MasteringTests",
            dependencies: [
                "Mastering", "HubStore", "MasterData", "Matching", "PolicyFiles", "PostgresClient", "SampleData", "PostgresTesting", logging,
            ]
        ),
        .target(
            name: "HubStoreTesting", dependencies: ["HubStore", "PostgresClient", "PostgresTesting", "MasterData"], path: "Tests/HubStoreTesting"
        ),
        .testTarget(name: "HubStoreTests", dependencies: ["HubStore", "HubStoreTesting", "PostgresClient", "PostgresTesting", "MasterData"]),
        .testTarget(
            name: "NotificationsTests",
            dependencies: ["Notifications", "HubStore", "HubStoreTesting", "PostgresClient", "PostgresTesting", "MasterData", lifecycle, logging]
        ),
        .testTarget(
            name: "HubServerTests",
            dependencies: [
                "HubServer", "Mastering", "Matching", "Notifications", "HubStore", "PostgresClient", "PostgresTesting", "HTTPTesting", "MasterData", httpTypes,
                lifecycle, logging, nioCore,
            ]
        ),
        .testTarget(
            name: "HubCommandTests",
            dependencies: ["HubCommand", "HubServer", "LocalPostgres", "MasterData", "PostgresClient", "HTTPTesting", argumentParser, logging]
        ),
    ]
)
for target in package.targets where target.type != .system { target.swiftSettings = (target.swiftSettings ?? []) + settings }
