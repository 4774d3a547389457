import MasterData

/// The files of one entity: an extract a platform, and the truth.
struct EntityExtracts {
    private let entity: Entity
    private let directory: String
    private var extracts: [ExtractFile]
    private let truth: OutputFile
    private var truths = 0
    private var lastTruth = ""

    init(_ entity: Entity, directory: String) throws(SampleError) {
        self.entity = entity
        self.directory = directory
        extracts = []
        for platform in SamplePlatform.allCases {
            extracts.append(try ExtractFile(path: directory + "/" + Self.name(platform, entity)))
        }
        truth = try OutputFile(path: directory + "/truth.\(entity.rawValue).csv")
        try truth.append(Array("platform,native_id,truth_id\n".utf8))
    }

    /// - Parameters:
    ///   - truthId: records of one real thing have one; its records must come one after another.
    ///   - later: see `ExtractFile.append`.
    mutating func append(
        _ line: [UInt8], platform: SamplePlatform, nativeId: String, truthId: String, later: Bool
    ) throws(SampleError) {
        guard let place = SamplePlatform.allCases.firstIndex(of: platform) else { return }
        try extracts[place].append(line, later: later)
        // No native id of the sample holds a comma or a quote.
        try truth.append(Array((platform.rawValue + "," + nativeId + "," + truthId + "\n").utf8))
        if truthId != lastTruth {
            truths += 1
            lastTruth = truthId
        }
    }

    func finish(summary: inout SampleSummary) throws(SampleError) {
        try truth.finish()
        for (place, platform) in SamplePlatform.allCases.enumerated() {
            try extracts[place].finish()
            summary.files.append(
                .init(
                    name: Self.name(platform, entity), platform: platform, entity: entity, records: extracts[place].records,
                    bytes: extracts[place].bytes))
        }
        summary.truths[entity] = truths
    }

    private static func name(_ platform: SamplePlatform, _ entity: Entity) -> String {
        platform.rawValue + "." + entity.rawValue + ".ndjson"
    }
}
