import HTTPTypes
import MasterData
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// The body of a request came too slowly or not at all.
struct RequestBodyStalled: Error {}

/// Bounds what a client can do to a connection, and gives a problem to those who do not speak HTTP.
///
/// Sits between the HTTP codec and Hummingbird's own handlers, and puts a `ByteClock` before the codec.
/// Whatever answer carries `Connection: close` ends the connection: the output is closed after it, and what the client still sends
/// is thrown away for a moment, because closing at once would make the kernel discard the answer too (RFC 9112, 9.6).
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var state: ConnectionState
    private var tick: Scheduled<Void>?
    private var context: ChannelHandlerContext?
    /// Set when bytes came that are not HTTP: Hummingbird then answers an empty 400, which gets this problem as its body.
    private var parseProblem: Problem?
    private var isLastAnswer = false

    init(bounds: ConnectionBounds) {
        state = ConnectionState(bounds: bounds)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        // It cannot fail: the handler is new and the pipeline is on this event loop.
        try? context.pipeline.syncOperations.addHandler(ByteClock(owner: self), position: .first)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        tick?.cancel()
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        tick?.cancel()
        tick = nil
        context.fireChannelInactive()
    }

    /// Called by `ByteClock`.
    func bytesArrived() {
        perform(state.bytesArrived(at: .now()))
    }

    func read(context: ChannelHandlerContext) {
        state.readRequested(at: .now())
        context.read()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            // Nobody will answer it.
            if state.isLingering { return context.close(promise: nil) }
            state.requestHead(at: .now())
        case .body: state.requestBody(at: .now())
        case .end: state.requestEnd()
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case let error as HTTPParserError:
            // The first error says what was wrong; what comes behind it is called wrong as well.
            parseProblem = parseProblem ?? Problem(parserError: error)
            context.fireErrorCaught(error)
        case is ChannelError, is IOError, is RequestBodyStalled:
            context.fireErrorCaught(error)
        default:
            // A head that parses but is no valid HTTP request, for Hummingbird to answer like one that does not parse.
            parseProblem = parseProblem ?? Problem(.malformed, "the request's head is not valid HTTP/1.1")
            context.fireErrorCaught(HTTPParserError.unknown)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        perform(state.writability(context.channel.isWritable, at: .now()))
        context.fireChannelWritabilityChanged()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.kind != .informational:
            if head.headerFields[.connection] == "close" { isLastAnswer = true }
            if let parseProblem, head.status == .badRequest, head.headerFields[.contentLength] == "0" {
                write(parseProblem, context: context, promise: promise)
            } else {
                context.write(data, promise: promise)
            }
        case .end where isLastAnswer:
            let action = state.answerEnd(isLast: true, at: .now())
            let written = context.eventLoop.makePromise(of: Void.self)
            written.futureResult.cascade(to: promise)
            let loopBound = NIOLoopBound(context, eventLoop: context.eventLoop)
            written.futureResult.whenComplete { _ in loopBound.value.close(mode: .output, promise: nil) }
            context.writeAndFlush(data, promise: written)
            perform(action)
        case .end:
            _ = state.answerEnd(isLast: false, at: .now())
            context.write(data, promise: promise)
        default:
            context.write(data, promise: promise)
        }
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is LastAnswer else { return context.triggerUserOutboundEvent(event, promise: promise) }
        isLastAnswer = true
        promise?.succeed()
    }

    /// Writes the head and the body of a problem, without the end.
    private func write(_ problem: Problem, context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        var bytes: [UInt8] = []
        problem.object(correlationId: nil).append(to: &bytes)
        let fields: HTTPFields = [.contentType: "application/problem+json", .contentLength: String(bytes.count), .connection: "close"]
        context.write(wrapOutboundOut(.head(HTTPResponse(status: problem.code.status, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(bytes: bytes))), promise: promise)
    }

    private func perform(_ action: ConnectionState.Action) {
        guard let context else { return }
        switch action {
        case .none: break
        case .tick(let time):
            let loopBound = NIOLoopBound(self, eventLoop: context.eventLoop)
            tick?.cancel()
            tick = context.eventLoop.scheduleTask(deadline: time) {
                let guarding = loopBound.value
                guarding.tick = nil
                guarding.perform(guarding.state.tick(at: .now()))
            }
        case .refuseHead:
            isLastAnswer = true
            write(Problem(.requestTimeout, "the request's head did not come in time; send it at once"), context: context, promise: nil)
            write(context: context, data: wrapOutboundOut(.end(nil)), promise: nil)
        case .refuseBody:
            context.fireErrorCaught(RequestBodyStalled())
        case .close:
            context.close(promise: nil)
        }
    }
}

/// Tells the guard when bytes arrive, before the codec makes requests of them.
private final class ByteClock: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let owner: ConnectionGuard

    init(owner: ConnectionGuard) {
        self.owner = owner
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        owner.bytesArrived()
        context.fireChannelRead(data)
    }
}

extension Problem {
    init(parserError: HTTPParserError) {
        self =
            switch parserError {
            case .headerOverflow: Problem(.headersTooLarge, "the request's head is larger than the hub takes; send fewer or shorter header fields")
            default: Problem(.malformed, "what was sent is not HTTP/1.1: \(parserError)")
            }
    }
}
