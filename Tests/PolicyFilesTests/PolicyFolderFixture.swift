import Foundation
import Testing

@testable import PolicyFiles

/// A small policy folder that is right; tests put mistakes into it.
enum PolicyFolderFixture {
    static let files: [String: String] = [
        "customer.yaml": "entity: customer\nattributes:\n  name: { type: text, owner: crm }\n  status: { type: code, reference: customer-status }\n",
        "product.yaml": "entity: product\nattributes: {}\n",
        "contract.yaml": "entity: contract\nattributes: {}\n",
        "platforms/salesforce.yaml": "platform: salesforce\nkind: salesforce\nroles: [crm]\n",
        "platforms/dynamics.yaml": "platform: dynamics\nkind: dataverse\nroles: [crm]\norder: 2\n",
        "platforms/zuora.yaml": "platform: zuora\nkind: zuora\nroles: [billing]\n",
        "platforms/sap.yaml": "platform: sap\nkind: sap\n",
        "platforms/netsuite.yaml": "platform: netsuite\nkind: netsuite\n",
        "reference/customer-status.yaml": "list: customer-status\ncodes:\n  active: Active\n  closed: Closed\n",
        "reference/payment-terms.yaml": "list: payment-terms\ncodes:\n  NET30: 30 days net\n",
    ]

    /// Reads the folder with `changes` made to it; nil takes a file away.
    static func read(_ changes: [String: String?] = [:], readsDocuments: Bool = false) throws -> PolicyReading {
        try inFolder { folder in
            for (path, text) in files where changes[path] == nil { try write(Array(text.utf8), to: path, in: folder) }
            for (path, text) in changes { if let text { try write(Array(text.utf8), to: path, in: folder) } }
            return PolicyReader.read(folder: folder.path, readsDocuments: readsDocuments)
        }
    }

    /// What is found in a customer page that holds `attributes`, whose first line is line 3: `line: message; hint`.
    static func mistakes(attributes: String) throws -> [String] {
        try read(["customer.yaml": "entity: customer\nattributes:\n" + attributes]).diagnostics.map(text)
    }

    /// The customer page that holds `attributes`, without any finding.
    static func reading(attributes: String) throws -> PolicyReading {
        let reading = try read(["customer.yaml": "entity: customer\nattributes:\n" + attributes])
        #expect(reading.diagnostics.map(\.description) == [])
        return reading
    }

    static func text(_ diagnostic: Diagnostic) -> String {
        "\(diagnostic.line): \(diagnostic.severity == .warning ? "warning: " : "")\(diagnostic.message)" + (diagnostic.hint.map { "; \($0)" } ?? "")
    }

    static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mdm-policies-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    static func write(_ bytes: [UInt8], to path: String, in folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}
