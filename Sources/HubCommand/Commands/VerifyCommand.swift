import ArgumentParser
import FoundationEssentials
import HubStore
import MasterData
import Mastering
import Notifications

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recompute what the hub holds and compare.",
        discussion: """
            Every golden record is made anew from its source records and the policies, every crosswalk row and redirect followed, every match
            key recomputed, the change feed folded, and the audit chain hashed. Can run beside a hub at work. Exits with 0 only if all agrees.

            Example:
              mdm verify --json
            """)

    @OptionGroup var policies: PolicyOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let set = try readPolicies(policies)
        let start = ContinuousClock.now
        let (report, fold) = try await withDatabase(database, Database.Use(statementTimeout: .zero)) { store in
            var progress = ProgressLine("records")
            defer { progress.clear() }
            let report = try await MasteringPipeline(store: store, policies: set).verify { state in
                progress.show(state.done, fraction: Double(state.done) / Double(max(1, state.total)), detail: state.stage)
            }
            return (report, try await EventFeed(store: store, ticked: FeedSignal()).fold())
        }
        let holds = report.mismatches == 0 && report.auditBreaks == 0 && fold.mismatches == 0
        output.print(json(report, fold, seconds: start.duration(to: .now)), text: text(report, fold))
        if !holds { throw ExitCode(Exit.failure) }
    }

    private func json(_ report: VerificationReport, _ fold: FoldReport, seconds: Duration) -> JSONObject {
        [
            "goldenRecords": JSONValue(report.goldenRecords), "sourceRecords": JSONValue(report.sourceRecords),
            "auditEntries": JSONValue(report.auditEntries), "mismatches": JSONValue(report.mismatches), "feedMismatches": JSONValue(fold.mismatches),
            "auditBreaks": JSONValue(report.auditBreaks), "events": JSONValue(fold.events), "feedTruncated": .bool(fold.isTruncated),
            "details": .object([
                "goldenMismatches": JSONValue(report.goldenMismatches), "danglingRecords": JSONValue(report.danglingRecords),
                "endlessRedirects": JSONValue(report.endlessRedirects), "keyMismatches": JSONValue(report.keyMismatches),
            ]),
            "findings": .array(findings(report, fold).map { finding in
                .object(["goldenId": JSONValue(finding.goldenId?.text), "what": .string(finding.what)])
            }),
            "seconds": .number(seconds.secondsText),
        ]
    }

    private func findings(_ report: VerificationReport, _ fold: FoldReport) -> [(goldenId: UUID?, what: String)] {
        report.findings.map { ($0.goldenId, $0.what) } + fold.examples.map { ($0, "the feed's events do not add up to the golden record") }
    }

    private func text(_ report: VerificationReport, _ fold: FoldReport) -> String {
        let findings = findings(report, fold).map { finding in "  \(finding.goldenId.map { $0.text + ": " } ?? "")\(finding.what)\n" }
        return """
            golden records  \(report.goldenRecords.grouped), \(report.goldenMismatches.grouped) differ from their \(report.sourceRecords.grouped) source records
            crosswalk       \(report.danglingRecords.grouped) dangling, \(report.endlessRedirects.grouped) endless redirects
            match keys      \(report.keyMismatches.grouped) differ
            change feed     \(fold.events.grouped) events, folded: \(fold.mismatches.grouped) golden records differ\(fold.isTruncated ? " (its start has expired)" : "")
            audit chain     \(report.auditEntries.grouped) entries, \(report.auditBreaks.grouped) breaks

            """ + findings.joined()
    }
}
