import Glibc

/// What the machine offers.
enum MachineChecks {
    /// Below the first the hub warns, below the second a cluster cannot be made or may stop at any time.
    private static let scarceDisk = 2 << 30
    private static let tooLittleDisk = 256 << 20

    static func run(_ place: DatabasePlace) -> [Check] {
        var checks = [Check.ok("program", "mdm \(Release.version) on \(system()), \(cores()) cores, \(memory() >> 20) MB of memory")]
        if case .embedded(let folder) = place { checks.append(disk(folder)) }
        return checks
    }

    private static func disk(_ folder: String) -> Check {
        // The folder may not be there yet: then the one that it will be made in counts.
        var path = folder
        var status = statvfs()
        while statvfs(path, &status) != 0 {
            guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
                path = path.hasPrefix("/") ? "/" : "."
                if statvfs(path, &status) != 0 { return .warn("disk", "free space under `\(folder)` is unknown", "check that the folder can be made") }
                break
            }
            path = String(path[..<slash])
        }
        let free = Int(status.f_bavail) * Int(status.f_frsize)
        let message = "\(free >> 20) MB free for \(folder)"
        if free < tooLittleDisk { return .fail("disk", message, "free at least \(tooLittleDisk >> 20) MB, or choose another folder with --data") }
        if free < scarceDisk { return .warn("disk", message, "a million records take about 6 GB with their history") }
        return .ok("disk", message)
    }

    private static func system() -> String {
        var name = utsname()
        guard uname(&name) == 0 else { return "Linux" }
        func text<Field>(_ field: Field) -> String {
            withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        }
        return "\(text(name.sysname)) \(text(name.machine))"
    }

    private static func cores() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private static func memory() -> Int { max(0, sysconf(Int32(_SC_PHYS_PAGES))) * max(0, sysconf(Int32(_SC_PAGESIZE))) }
}
