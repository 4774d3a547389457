import Foundation
import MasterData
import Testing

/// The files of a sample, in an order that brings many contracts before their customers.
struct DemoFiles {
    let names: [String]

    init(in folder: URL) throws {
        let all = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".ndjson") }.sorted()
        names = ["product", "contract", "customer"].flatMap { entity in all.filter { $0.hasSuffix(".\(entity).ndjson") } }
    }

    /// `platform`, `entity` of a file's name.
    static func parts(_ name: String) -> (platform: String, entity: String) {
        let parts = name.split(separator: ".")
        return (String(parts[0]), String(parts[1]))
    }
}

extension MDM {
    /// Loads every file of the sample in `folder`; the sums of what `mdm load --json` says.
    func loadAll(_ sample: String) async throws -> [String: Int] {
        var sums: [String: Int] = [:]
        for name in try DemoFiles(in: folder.appending(path: sample)).names {
            let (platform, entity) = DemoFiles.parts(name)
            let counts = try await done("load", "\(sample)/\(name)", "--platform", platform, "--entity", entity, "--json").object()
            for key in ["read", "accepted", "rejected", "created", "linked", "merged", "unchanged", "review"] {
                sums[key, default: 0] += counts.number(key)
            }
        }
        return sums
    }

    /// `mdm verify --json`, whatever it finds.
    func verify() async throws -> (status: Int32, report: JSONObject) {
        let run = try await run("verify", "--json")
        return (run.status, try run.object())
    }
}
