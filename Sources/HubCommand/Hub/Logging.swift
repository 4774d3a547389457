import Logging

extension Logger {
    /// The command line's log, on standard error: only what somebody should look at.
    static var command: Logger { standardError("mdm", level: .warning) }

    static func standardError(_ label: String, level: Logger.Level) -> Logger {
        var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = level
        return logger
    }
}
