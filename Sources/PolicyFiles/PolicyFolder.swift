internal import FoundationEssentials

/// The files of a policy folder, as bytes.
struct PolicyFolder {
    /// Bounds of one folder (I10).
    static let maximumFiles = 2_000
    static let maximumDepth = 4
    static let maximumBytes = 33_554_432

    struct File {
        /// Relative to the folder, with `/`.
        var path: String
        var kind: PolicyFileKind
        var bytes: [UInt8]
    }

    /// Sorted by the bytes of their paths; policy files only, not cases and schemas.
    private(set) var files: [File] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var entries = 0
    private var bytes = 0

    init(path: String) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
            report(".", "no policy folder `\(path)`", hint: "name it with `--policies DIR`")
            return
        }
        list(path, prefix: "", depth: 0)
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private mutating func list(_ folder: String, prefix: String, depth: Int) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            report(prefix.isEmpty ? "." : String(prefix.dropLast()), "the folder cannot be read", hint: "check its permissions")
            return
        }
        // Names with a dot first are editors' and mounts' own (`.git`, `..data`), and no policies.
        for name in names.sorted() where !name.hasPrefix(".") {
            entries += 1
            guard entries <= Self.maximumFiles else {
                if entries == Self.maximumFiles + 1 {
                    report(".", "more than \(Self.maximumFiles) files in the policy folder", hint: "keep policies alone in their folder")
                }
                return
            }
            let path = prefix + name
            let absolute = folder + "/" + name
            var isFolder = false
            guard FileManager.default.fileExists(atPath: absolute, isDirectory: &isFolder) else {
                report(path, "a link that leads nowhere", hint: "remove it")
                continue
            }
            if isFolder {
                descend(absolute, path: path, depth: depth)
            } else {
                take(absolute, path: path)
            }
        }
    }

    private mutating func descend(_ absolute: String, path: String, depth: Int) {
        if depth == 0, !PolicyFileKind.knownFolders.contains(path) {
            warn(path, "unknown folder `\(path)`: nothing in it is read", hint: Spelling.hint(for: path, among: PolicyFileKind.knownFolders))
        } else if depth + 1 >= Self.maximumDepth {
            warn(path, "the folder lies more than \(Self.maximumDepth) levels deep: nothing in it is read", hint: "move it up")
        } else {
            list(absolute, prefix: path + "/", depth: depth + 1)
        }
    }

    private mutating func take(_ absolute: String, path: String) {
        guard let kind = PolicyFileKind(path: path) else {
            let hint =
                if path.hasSuffix(".yml") {
                    "name it `\(path.dropLast(4)).yaml`"
                } else {
                    Spelling.hint(
                        for: path, among: PolicyFileKind.knownPaths,
                        else: "pages are " + PolicyFileKind.knownPaths.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
                            + "; the rest goes into folders")
                }
            warn(path, "unknown file `\(path)`: it is not read", hint: hint)
            return
        }
        guard kind.isPolicy else { return }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: Self.target(of: absolute)),
            attributes[.type] as? FileAttributeType == .typeRegular
        else {
            report(path, "not a plain file", hint: "replace it by one")
            return
        }
        // Looked at before it is read: a file of any size must not fill the memory.
        let size = (attributes[.size] as? Int) ?? (attributes[.size] as? UInt64).map { Int(clamping: $0) } ?? 0
        bytes += size
        guard size <= PolicyText.maximumBytes else {
            report(
                path, "the file has \(size) bytes, more than the \(PolicyText.maximumBytes) allowed",
                hint: "split it, or move data out of the policies")
            return
        }
        guard bytes <= Self.maximumBytes else {
            report(path, "the policy files have more than \(Self.maximumBytes) bytes together", hint: "move data out of the policies")
            return
        }
        guard let data = FileManager.default.contents(atPath: absolute) else {
            report(path, "the file cannot be read", hint: "check its permissions")
            return
        }
        files.append(File(path: path, kind: kind, bytes: Array(data)))
    }

    /// The file behind a link: configuration mounts are folders of links.
    private static func target(of path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().path
    }

    private mutating func report(_ file: String, _ message: String, hint: String) {
        diagnostics.append(Diagnostic(file: file, line: 1, severity: .error, message: message, hint: hint))
    }

    private mutating func warn(_ file: String, _ message: String, hint: String?) {
        diagnostics.append(Diagnostic(file: file, line: 1, severity: .warning, message: message, hint: hint))
    }
}
