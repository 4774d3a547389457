import MasterData

/// Writes the products of all platforms, line by line.
struct ProductExtracts {
    let seed: UInt64
    let shares: SampleShares

    /// What contracts need to know of the products written.
    struct Written: Sendable {
        /// Lines `0 ..< lines` are complete.
        var lines: Int
        var ids: NativeIds
    }

    func write(to directory: String, summary: inout SampleSummary, progress: (Int) -> Void) throws(SampleError) -> Written {
        var files = try EntityExtracts(.product, directory: directory)
        var json = JSONLine()
        let ids = NativeIds(seed: seed, largestSerial: shares.largestProductSerial)
        var written = 0
        var index = 0
        while written < shares.products {
            let line = ProductLine(seed: seed, shape: ProductShape(seed: seed, index: index))
            for (variant, presence) in line.shape.variants.enumerated() {
                for (platform, copies) in presence.copies {
                    for copy in 0..<copies where written < shares.products {
                        let record = ProductRecord(seed: seed, ids: ids, line: line, variant: variant, platform: platform, copy: copy)
                        json.clear()
                        record.write(to: &json)
                        try files.append(
                            json.bytes, platform: platform, nativeId: record.nativeId, truthId: line.shape.truthId(variant: variant), later: copy > 0)
                        written += 1
                        if written % 10_000 == 0 { progress(shares.customers + written) }
                    }
                }
            }
            index += 1
        }
        try files.finish(summary: &summary)
        return Written(lines: max(0, index - 1), ids: ids)
    }
}
