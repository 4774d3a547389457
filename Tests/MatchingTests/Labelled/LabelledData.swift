import Foundation
import Testing

@testable import Matching

/// Sets of records with known true pairs, where they are at hand: in the folder named by `MDM_SHARED`, or in a folder
/// `shared` beside the package. They are not part of the project.
enum LabelledData {
    static let folder: URL? = {
        let given = ProcessInfo.processInfo.environment["MDM_SHARED"].map { URL(fileURLWithPath: $0) }
        var root = URL(fileURLWithPath: #filePath)
        while root.path != "/", !FileManager.default.fileExists(atPath: root.appendingPathComponent("Package.swift").path) {
            root.deleteLastPathComponent()
        }
        let data = (given ?? root.deletingLastPathComponent().appendingPathComponent("shared")).appendingPathComponent("data")
        return FileManager.default.fileExists(atPath: data.path) ? data : nil
    }()

    static func rows(_ set: String, _ file: String) throws -> [[String]] {
        let folder = try #require(folder)
        return parse(try Data(contentsOf: folder.appendingPathComponent(set).appendingPathComponent(file)))
    }

    /// RFC 4180: quoted cells, doubled quotes.
    private static func parse(_ data: Data) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var quoted = false
        func endCell() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell = []
        }
        for byte in data {
            switch byte {
            case 0x22: quoted.toggle(); if quoted, !cell.isEmpty { cell.append(0x22) }
            case 0x2C where !quoted: endCell()
            case 0x0A where !quoted:
                endCell()
                rows.append(row)
                row = []
            case 0x0D where !quoted: continue
            default: cell.append(byte)
            }
        }
        if !row.isEmpty || !cell.isEmpty {
            endCell()
            rows.append(row)
        }
        return rows
    }
}

/// How well predicted pairs agree with the true ones.
struct PairQuality: CustomStringConvertible {
    var truePositives: Int
    var predicted: Int
    var actual: Int

    var precision: Double { predicted == 0 ? 0 : Double(truePositives) / Double(predicted) }
    var recall: Double { actual == 0 ? 0 : Double(truePositives) / Double(actual) }
    var f1: Double { predicted + actual == 0 ? 0 : 2 * Double(truePositives) / Double(predicted + actual) }
    var description: String { "precision \(rounded(precision)), recall \(rounded(recall)), F1 \(rounded(f1))" }

    private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
