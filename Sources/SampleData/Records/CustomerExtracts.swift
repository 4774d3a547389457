import MasterData

/// Writes the customers of all platforms, family by family.
struct CustomerExtracts {
    let seed: UInt64
    let shares: SampleShares

    /// What contracts need to know of the customers written.
    struct Written: Sendable {
        /// Families `0 ..< families` are complete.
        var families: Int
        var ids: NativeIds
    }

    func write(to directory: String, summary: inout SampleSummary, progress: (Int) -> Void) throws(SampleError) -> Written {
        var files = try EntityExtracts(.customer, directory: directory)
        var line = JSONLine()
        let ids = NativeIds(seed: seed, largestSerial: shares.largestCustomerSerial)
        var written = 0
        var index = 0
        while written < shares.customers {
            let family = Family(seed: seed, shape: FamilyShape(seed: seed, index: index))
            for (member, presence) in family.shape.members.enumerated() {
                for (platform, copies) in presence.copies {
                    for copy in 0..<copies where written < shares.customers {
                        let record = CustomerRecord(seed: seed, ids: ids, family: family, member: member, platform: platform, copy: copy)
                        line.clear()
                        record.write(to: &line)
                        try files.append(
                            line.bytes, platform: platform, nativeId: record.nativeId, truthId: family.shape.truthId(member: member), later: copy > 0)
                        written += 1
                        if written % 10_000 == 0 { progress(written) }
                    }
                }
            }
            index += 1
        }
        try files.finish(summary: &summary)
        // The last family may have been cut short: unless it is the only one, contracts leave it alone.
        return Written(families: index > 1 ? index - 1 : 0, ids: ids)
    }
}
