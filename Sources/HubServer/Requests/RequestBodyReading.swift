import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// Reads a whole body within its bounds of size and time.
struct RequestBodyReader: Sendable {
    var limit: Int
    /// From the first byte to the last, however steadily it drips.
    var time: Duration

    /// - Throws: `Problem`: 413 where the body is too large, 408 where it comes too slowly, 400 where it ends early.
    func read(_ request: Request, on channel: any Channel) async throws -> [UInt8] {
        let tooLarge = Problem(
            .tooLarge, "the body is larger than \(limit) bytes, which is the most this resource takes; send several smaller requests",
            closesConnection: true)
        if let text = request.headers[.contentLength] {
            guard let length = Int(text), length >= 0 else {
                throw Problem(.malformed, "`Content-Length` must be a whole number", closesConnection: true)
            }
            guard length <= limit else { throw tooLarge }
            if length == 0 { return [] }
        } else if request.headers[.transferEncoding] == nil {
            return []
        }
        try await request.continueIfExpected(on: channel)
        let deadline = ContinuousClock.now + time
        var body = ByteBuffer()
        do {
            for try await piece in request.body {
                guard body.readableBytes + piece.readableBytes <= limit else { throw tooLarge }
                if body.readableBytes == 0 { body = piece } else { body.writeImmutableBuffer(piece) }
                if ContinuousClock.now > deadline { throw RequestBodyStalled() }
            }
        } catch is RequestBodyStalled {
            throw Problem(.requestTimeout, "the body did not come within \(time); send it at once", closesConnection: true)
        } catch let problem as Problem {
            throw problem
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw Problem(.malformed, "the body ended early or is not framed as HTTP/1.1 asks", closesConnection: true)
        }
        return Array(body.readableBytesView)
    }
}

extension Request {
    /// Tells a client that waits for leave to send its body (`Expect: 100-continue`) that it may.
    func continueIfExpected(on channel: any Channel) async throws {
        guard headers[.expect]?.lowercased() == "100-continue" else { return }
        try await channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue)))
    }

    /// Whether the client says that a body follows, other than one small enough to be skipped.
    func leavesBodyBehind(read: Bool) -> Bool {
        guard !read else { return false }
        // Whether a client that asked first still sends its body after a refusal, nobody can know.
        if headers[.expect] != nil { return true }
        if headers[.transferEncoding] != nil { return true }
        guard let length = headers[.contentLength] else { return false }
        return Int(length).map { $0 > 65_536 } ?? true
    }
}
