import MasterData

/// Writes the contracts of all platforms.
struct ContractExtracts {
    let seed: UInt64
    let shares: SampleShares
    let customers: CustomerExtracts.Written
    let products: ProductExtracts.Written

    func write(to directory: String, summary: inout SampleSummary, progress: (Int) -> Void) throws(SampleError) {
        var files = try EntityExtracts(.contract, directory: directory)
        var json = JSONLine()
        let ids = NativeIds(seed: seed, largestSerial: shares.contracts)
        var written = 0
        var index = 0
        while written < shares.contracts {
            let truth = ContractTruth(seed: seed, index: index, customers: customers, products: products)
            for platform in truth.platforms where written < shares.contracts {
                let record = ContractRecord(seed: seed, contractIds: ids, customers: customers, products: products, truth: truth, platform: platform)
                json.clear()
                record.write(to: &json)
                try files.append(json.bytes, platform: platform, nativeId: record.nativeId, truthId: truth.truthId, later: false)
                written += 1
                if written % 10_000 == 0 { progress(shares.customers + shares.products + written) }
            }
            index += 1
        }
        try files.finish(summary: &summary)
        progress(shares.customers + shares.products + written)
    }
}
