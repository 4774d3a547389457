import ArgumentParser
import MasterData

/// `customer`, `product`, `contract` as arguments; ArgumentParser lists them in help and in errors.
extension Entity: ExpressibleByArgument {}
