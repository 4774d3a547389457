import HTTPTypes
import Hummingbird
import HummingbirdCore
import MasterData
import Mastering
import NIOCore
import ServiceLifecycle

/// `POST /v1/source-records`: reports line by line, each answered by one line, in order.
///
/// While one batch is mastered the next lines are read, so a fast client gets large batches and a slow one prompt answers.
/// Back-pressure is TCP's: past the read-ahead nothing is read, and a batch waits until its answer could be written.
struct SourceRecordStream: Sendable {
    let pipeline: MasteringPipeline
    let names: PolicyNames
    let limits: ServerLimits

    func post(_ call: Call) async throws -> Reply {
        if call.request.headers[.idempotencyKey] != nil {
            throw Problem(.malformed, "a stream takes no `Idempotency-Key`; reporting the same record again changes nothing, so just send it again")
        }
        // Before the answer's head: once that is out, nothing but the body may follow it.
        try await call.request.continueIfExpected(on: call.channel)
        return Reply(.ok, fields: [.contentType: "application/x-ndjson"], body: .stream { writer in try await run(call, &writer) })
    }

    @concurrent private func run(_ call: Call, _ writer: inout any ResponseBodyWriter) async throws {
        let queue = LineQueue(byteLimit: limits.readAheadBytes)
        let limits = limits
        let outcome: Result<Problem?, any Error> = await withTaskGroup(of: Void.self) { group in
            group.addTask { await Self.read(call, into: queue, limits: limits) }
            let outcome: Result<Problem?, any Error>
            do {
                outcome = .success(try await answer(queue, call, &writer))
            } catch {
                outcome = .failure(error)
            }
            group.cancelAll()
            await queue.abandon()
            return outcome
        }
        if let failure = try outcome.get() {
            var bytes: [UInt8] = []
            failure.object(correlationId: call.trace.correlationId).append(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
            // Whatever is still being sent has no reader.
            try await call.channel.triggerUserOutboundEvent(LastAnswer()).get()
            try await writer.write(ByteBuffer(bytes: bytes))
        }
        try await writer.finish(nil)
    }

    /// Answers line after line; what it returns is why it stopped before the end.
    @concurrent private func answer(_ queue: LineQueue, _ call: Call, _ writer: inout any ResponseBodyWriter) async throws -> Problem? {
        while true {
            let lines = await queue.next(limits.batchLines)
            if lines.isEmpty { return await queue.ending?.problem }
            let batch = await master(lines, call)
            try await writer.write(ByteBuffer(bytes: batch.text))
            if let failure = batch.failure { return failure }
        }
    }

    private static func read(_ call: Call, into queue: LineQueue, limits: ServerLimits) async {
        do {
            try await cancelWhenGracefulShutdown {
                var cutter = LineCutter(limit: limits.lineBytes)
                for try await piece in call.request.body {
                    let lines = cutter.cut(piece.readableBytesView)
                    if !lines.isEmpty, await !queue.put(lines) { return }
                }
                try Task.checkCancellation()
                let rest = cutter.finish()
                if !rest.isEmpty { _ = await queue.put(rest) }
            }
            await queue.finish(LineQueue.End())
        } catch {
            await queue.finish(LineQueue.End(problem: Problem(failure: error)))
        }
    }

    /// The answers to a batch; with `failure` nothing further should be read.
    private func master(_ lines: [StreamLine], _ call: Call) async -> (text: [UInt8], failure: Problem?) {
        let read = lines.map { line in Result { () throws(Problem) in try report(line, call) } }
        let reports = read.compactMap { try? $0.get() }
        var receptions: [Result<Receipt, Problem>] = []
        var failure: Problem?
        do {
            receptions = try await receive(reports)
        } catch {
            let problem = Problem(failure: error)
            failure = problem
            receptions = reports.map { _ in .failure(problem) }
        }
        var text: [UInt8] = []
        text.reserveCapacity(lines.count * 512)
        var next = 0
        for (line, result) in zip(lines, read) {
            var object: JSONObject
            switch result {
            case .failure(let problem):
                object = problem.object(correlationId: nil)
            case .success(let report):
                switch receptions[next] {
                case .success(let receipt):
                    object = receipt.object(correlationId: call.trace.correlationId)
                    object["status"] = .number(receipt.isNew ? "201" : "200")
                case .failure(let problem):
                    object = problem.object(correlationId: nil)
                }
                object["platform"] = .string(report.platform)
                object["entity"] = .string(report.entity.rawValue)
                object["nativeId"] = .string(report.nativeId)
                next += 1
            }
            object["line"] = .number(String(line.number))
            object.append(to: &text)
            text.append(UInt8(ascii: "\n"))
        }
        return (text, failure)
    }

    /// A batch that fails for a reason of its own is repeated report by report, so that only the culprit is refused.
    private func receive(_ reports: [SourceReport]) async throws -> [Result<Receipt, Problem>] {
        guard !reports.isEmpty else { return [] }
        do {
            return try await pipeline.receive(reports).map { $0.mapError { Problem($0) } }
        } catch {
            guard reports.count > 1, Problem(failure: error).code == .broken else { throw error }
            var results: [Result<Receipt, Problem>] = []
            for report in reports {
                do {
                    results += try await pipeline.receive([report]).map { $0.mapError { Problem($0) } }
                } catch {
                    let problem = Problem(failure: error)
                    guard problem.code == .broken else { throw error }
                    results.append(.failure(problem))
                }
            }
            return results
        }
    }

    private func report(_ line: StreamLine, _ call: Call) throws(Problem) -> SourceReport {
        guard case .bytes(let bytes) = line.content else {
            throw Problem(.tooLarge, "the line is longer than \(limits.lineBytes) bytes, which is the most a report may have")
        }
        let value: JSONValue
        do {
            value = try JSONParser.parse(bytes, limits: JSONLimits(depth: limits.jsonDepth, bytes: limits.lineBytes))
        } catch {
            throw Problem(error)
        }
        guard case .object(let object) = value else { throw Problem(.malformedJSON, "each line must be a JSON object") }
        let body = try ReportBody(object, namesRecord: true)
        guard let platform = body.platform ?? call.caller?.platform else { throw Problem(.malformed, "the report has no `platform`") }
        guard let entity = body.entity else { throw Problem(.malformed, "the report has no `entity`; it is `customer`, `product` or `contract`") }
        guard let nativeId = body.nativeId else { throw Problem(.malformed, "the report has no `nativeId`; send the platform's own id as a string") }
        let key = try names.key(platform: platform, entity: entity, nativeId: nativeId)
        try call.caller?.requireOwn(key.platform)
        return SourceReport(
            entity: key.entity, platform: key.platform, nativeId: nativeId, attributes: body.attributes, updatedAt: body.updatedAt,
            version: body.version, origin: call.origin)
    }
}

/// Sent down a connection before an answer that turns out to be its last when its head is already written.
struct LastAnswer: Sendable {}
