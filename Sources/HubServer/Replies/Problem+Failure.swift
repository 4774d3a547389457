import HTTPTypes
import HubStore
import Mastering
import NIOCore
import NIOHTTP1
import Notifications
import PostgresClient

extension Problem {
    /// What the client is told of an error; errors of the hub itself say no more than that there was one.
    init(failure error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as Refusal: self.init(refusal)
        case let error as PostgresError: self.init(error)
        case let error as TransactionError: self.init(failure: error.cause)
        case let busy as CrosswalkCoalescer.Busy: self.init(.busy, busy.description, fields: [.retryAfter: "1"])
        case let error as FeedError:
            switch error {
            case .malformedPosition: self.init(.invalidParameter, error.description)
            case .foreignPosition: self.init(.foreignPosition, error.description)
            }
        case is DeadlinePassed:
            self.init(
                .tooSlow,
                "the work was not done in time and was given up; whether a write took effect is not known: repeat it, with the same `Idempotency-Key`",
                fields: [.retryAfter: "1"])
        case is CancellationError:
            self.init(.shuttingDown, "the hub is shutting down; repeat the request in a moment", fields: [.retryAfter: "1"], closesConnection: true)
        case is RequestBodyStalled:
            self.init(.requestTimeout, "the body did not come in time; send it at once", closesConnection: true)
        case is HTTPParserError, is ChannelError:
            self.init(.malformed, "the body ended early or is not framed as HTTP/1.1 asks", closesConnection: true)
        default:
            self.init(.broken, "the hub failed; its log has the details under this answer's correlation id")
        }
    }

    private init(_ error: PostgresError) {
        switch error.kind {
        case .poolExhausted:
            self.init(.busy, "all connections to the database are in use; repeat the request in a moment", fields: [.retryAfter: "1"])
        case .connectionFailed, .connectionLost, .closed:
            self.init(
                .databaseAway,
                "the database does not answer; whether a write took effect is not known: repeat it in a moment, with the same `Idempotency-Key`",
                fields: [.retryAfter: "2"])
        case .cancelled:
            self.init(failure: DeadlinePassed())
        case .server where error.sqlState == .queryCanceled || error.sqlState == .lockNotAvailable:
            self.init(failure: DeadlinePassed())
        case .server, .invalidParameter, .decoding, .resultTooLarge, .misuse:
            self.init(.broken, "the hub failed; its log has the details under this answer's correlation id")
        }
    }
}
