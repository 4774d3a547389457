/// Clusters from weighed pairs: connected components, each taken apart again by average linkage.
///
/// A chain of weak links does not fuse strangers, because two groups join only while the average over all their pairs speaks for it; pairs
/// that no key brought together are compared for that.
struct ComponentClusters {
    let pairs: BlockedPairs
    /// Above the threshold of a match, hence positive when they speak for one.
    let weights: [Float]
    let weigher: PairWeigher
    let thresholds: RecordModel.Thresholds
    let identifiers: IdentifierRules
    /// For each record a hash of all it says, which decides ties: so the order of the records does not matter.
    let contents: [UInt64]
    let sides: [UInt16]?

    /// Components above this are linked by the pairs that met and a sample of the others.
    static let sizeLimit = 300
    /// No pair counts more than this for or against.
    private static let clip: Float = 20
    /// What a pair that no key brought together can count for a match at most.
    static let unmetLimit: Float = 3

    /// For each record the smallest index of its cluster.
    func labels() -> [Int32] {
        if sides != nil { return matched() }
        let components = components()
        var labels = components
        var sizes = [Int32](repeating: 0, count: labels.count)
        for label in labels { sizes[Int(label)] += 1 }
        // members of components of three and more, one component after the other
        var starts = [Int](repeating: 0, count: labels.count + 1)
        for label in labels.indices { starts[label + 1] = starts[label] + (sizes[label] >= 3 ? Int(sizes[label]) : 0) }
        var members = [Int32](repeating: 0, count: starts[labels.count])
        var places = [Int32](repeating: -1, count: labels.count)
        var filled = starts
        for record in labels.indices where sizes[Int(labels[record])] >= 3 {
            let component = Int(labels[record])
            members[filled[component]] = Int32(record)
            filled[component] += 1
        }
        for component in labels.indices where sizes[component] >= 3 {
            members[starts[component]..<starts[component + 1]].sort { (contents[Int($0)], $0) < (contents[Int($1)], $1) }
            for place in starts[component]..<starts[component + 1] { places[Int(members[place])] = Int32(place - starts[component]) }
        }
        var pairStarts = [Int](repeating: 0, count: labels.count + 1)
        for pair in weights.indices where isInside(pair, components, sizes) { pairStarts[Int(components[Int(pairs.first[pair])]) + 1] += 1 }
        for label in labels.indices { pairStarts[label + 1] += pairStarts[label] }
        var inside = [Int32](repeating: 0, count: pairStarts[labels.count])
        var pairFilled = pairStarts
        for pair in weights.indices where isInside(pair, components, sizes) {
            let component = Int(components[Int(pairs.first[pair])])
            inside[pairFilled[component]] = Int32(pair)
            pairFilled[component] += 1
        }
        let large = labels.indices.filter { sizes[$0] >= 3 }
        labels.withUnsafeMutableBufferPointer { labels in
            nonisolated(unsafe) let labels = labels
            Parallel.ranges(large.count, pieces: 64) { range, _ in
                for component in large[range] {
                    let own = members[starts[component]..<starts[component + 1]]
                    let known = inside[pairStarts[component]..<pairStarts[component + 1]]
                    let groups = own.count <= Self.sizeLimit ? agglomerate(Array(own), known, places) : agglomerateSparsely(Array(own), known, places)
                    // a cluster is named for its lowest index
                    var lowest = Array(repeating: Int32.max, count: own.count)
                    for (member, group) in zip(own, groups) { lowest[group] = min(lowest[group], member) }
                    for (member, group) in zip(own, groups) { labels[Int(member)] = lowest[group] }
                }
            }
        }
        return labels
    }

    private func isInside(_ pair: Int, _ components: [Int32], _ sizes: [Int32]) -> Bool {
        let component = components[Int(pairs.first[pair])]
        return sizes[Int(component)] >= 3 && component == components[Int(pairs.second[pair])]
    }

    /// The smallest index of each record's component.
    private func components() -> [Int32] {
        var sets = IndexSets(count: weigher.comparer.records.count)
        for pair in weights.indices where weights[pair] > 0 { sets.union(Int(pairs.first[pair]), Int(pairs.second[pair])) }
        return sets.labels()
    }

    /// Average linkage inside one component: for each member the place of its group's first member.
    private func agglomerate(_ members: [Int32], _ inside: ArraySlice<Int32>, _ places: [Int32]) -> [Int] {
        let count = members.count
        var score = [Float](repeating: -.infinity, count: count * count)
        for pair in inside {
            let (x, y) = (Int(places[Int(pairs.first[Int(pair)])]), Int(places[Int(pairs.second[Int(pair)])]))
            score[x * count + y] = clipped(weights[Int(pair)])
            score[y * count + x] = score[x * count + y]
        }
        for x in 0..<count {
            for y in x + 1..<max(count, x + 1) where score[x * count + y] == -.infinity {
                score[x * count + y] = unmet(Int(members[x]), Int(members[y]))
                score[y * count + x] = score[x * count + y]
            }
        }
        var sizes = [Float](repeating: 1, count: count)
        var group = Array(0..<count)
        var alive = Array(0..<count)
        while alive.count > 1 {
            var best: Float = 0
            var (bestX, bestY) = (-1, -1)
            for (step, x) in alive.enumerated() {
                for y in alive[(step + 1)...] where score[x * count + y] > best { (best, bestX, bestY) = (score[x * count + y], x, y) }
            }
            if bestX < 0 { break }
            let total = sizes[bestX] + sizes[bestY]
            for other in alive where other != bestX && other != bestY {
                let mean = (score[bestX * count + other] * sizes[bestX] + score[bestY * count + other] * sizes[bestY]) / total
                score[bestX * count + other] = mean
                score[other * count + bestX] = mean
            }
            sizes[bestX] = total
            alive.removeAll { $0 == bestY }
            for place in group.indices where group[place] == bestY { group[place] = bestX }
        }
        return group
    }

    /// As `agglomerate` for a component of thousands, where not every pair can be compared: the average between two groups is that of the
    /// pairs that met, and of a few others for all the others.
    private func agglomerateSparsely(_ members: [Int32], _ inside: ArraySlice<Int32>, _ places: [Int32]) -> [Int] {
        var linkage = SparseLinkage(count: members.count)
        for pair in inside {
            let (x, y) = (Int(places[Int(pairs.first[Int(pair)])]), Int(places[Int(pairs.second[Int(pair)])]))
            linkage.add(x, y, weight: clipped(weights[Int(pair)]))
        }
        let mayForbid = identifiers.mayForbid
        return linkage.groups { x, y in
            unmet(Int(members[x]), Int(members[y]))
        } mayJoin: { some, others in
            !mayForbid || some.allSatisfy { x in others.allSatisfy { !areForbidden(Int(members[x]), Int(members[$0])) } }
        }
    }

    /// No pair says more than so much, but one that is forbidden.
    private func clipped(_ weight: Float) -> Float {
        weight <= IdentifierRules.forbidden / 2 ? IdentifierRules.forbidden : min(Self.clip, max(-Self.clip, weight))
    }

    private func areForbidden(_ i: Int, _ j: Int) -> Bool {
        identifiers.identifiers.contains { Int(weigher.comparer.level($0.comparison, i, j)) == IdentifierRules.conflict && $0.strength == .exclusive }
    }

    /// What a pair counts that was not among the candidates.
    private func unmet(_ i: Int, _ j: Int) -> Float {
        let bits = weigher.weight(i, j)
        if identifiers.isEmpty { return clipped(min(Self.unmetLimit, bits - thresholds.match)) }
        let link = identifiers.link(weigher.comparer.pattern(i, j), bits: bits, thresholds)
        // an identifier that agrees has brought its records together, crowd or not
        return clipped(min(link > bits ? Self.clip : Self.unmetLimit, link - thresholds.match))
    }

    private func tie(_ pair: Int) -> UInt64 { contents[Int(pairs.first[pair])] &+ contents[Int(pairs.second[pair])] }

    /// Two clean sources: the best pairs first, each record once.
    private func matched() -> [Int32] {
        var labels = (0..<weigher.comparer.records.count).map { Int32($0) }
        let order = weights.indices.filter { weights[$0] > 0 }.map { (weight: -weights[$0], tie: tie($0), pair: $0) }.sorted { ($0.weight, $0.tie, $0.pair) < ($1.weight, $1.tie, $1.pair) }
        var taken = [Bool](repeating: false, count: labels.count)
        for (_, _, pair) in order {
            let (i, j) = (Int(pairs.first[pair]), Int(pairs.second[pair]))
            if taken[i] || taken[j] { continue }
            (taken[i], taken[j]) = (true, true)
            labels[j] = Int32(i)
        }
        return labels
    }
}

/// Disjoint sets of indices with the smallest as each set's label. R. E. Tarjan, J. ACM 22 (1975) 215–225, with path halving.
struct IndexSets {
    private var parents: [Int32]

    init(count: Int) { parents = (0..<count).map { Int32($0) } }

    mutating func find(_ index: Int) -> Int {
        var index = index
        while Int(parents[index]) != index {
            parents[index] = parents[Int(parents[index])]
            index = Int(parents[index])
        }
        return index
    }

    mutating func union(_ a: Int, _ b: Int) {
        let (x, y) = (find(a), find(b))
        if x < y { parents[y] = Int32(x) } else if y < x { parents[x] = Int32(y) }
    }

    mutating func labels() -> [Int32] { parents.indices.map { Int32(find($0)) } }
}
