import ArgumentParser
import Hummingbird
import Yams
import Crypto
import ServiceLifecycle
import Logging
import Subprocess
@main struct Probe: ParsableCommand { mutating func run() { print("hi") } }
