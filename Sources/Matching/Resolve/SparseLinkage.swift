/// Average linkage over the pairs that are known, the others estimated from a few: for components too large to compare all pairs.
struct SparseLinkage {
    private struct Edge {
        var sum: Float
        var count: Float
    }

    /// Between groups, from either side.
    private var edges: [[Int: Edge]]
    private var members: [[Int]]
    /// How many unknown pairs speak for all unknown pairs of two groups.
    private static let sampleSize = 6

    init(count: Int) {
        edges = Array(repeating: [:], count: count)
        members = (0..<count).map { [$0] }
    }

    mutating func add(_ x: Int, _ y: Int, weight: Float) {
        edges[x][y] = Edge(sum: weight, count: 1)
        edges[y][x] = Edge(sum: weight, count: 1)
    }

    /// For each member the lowest member of its group.
    ///
    /// - Parameters:
    ///   - weigh: the weight of a pair that is not known.
    ///   - mayJoin: whether two groups may be one, whatever their weights say.
    mutating func groups(weigh: (Int, Int) -> Float, mayJoin: ([Int], [Int]) -> Bool = { _, _ in true }) -> [Int] {
        var heap = LinkHeap()
        for x in edges.indices {
            for y in edges[x].keys.sorted() where y > x { if let edge = edges[x][y], edge.sum > 0 { heap.push(Link(weight: edge.sum, x: x, y: y)) } }
        }
        var group = Array(members.indices)
        while let link = heap.pop() {
            guard group[link.x] == link.x, group[link.y] == link.y, let edge = edges[link.x][link.y] else { continue }
            let average = average(link.x, link.y, edge, weigh)
            // what has changed since it was pushed goes back with its weight of today
            if average < link.weight - 1e-4 {
                if average > 0 { heap.push(Link(weight: average, x: link.x, y: link.y)) }
                continue
            }
            if !mayJoin(members[link.x], members[link.y]) { continue }
            // the one with less to move goes
            let isLighter = edges[link.x].count + members[link.x].count < edges[link.y].count + members[link.y].count
            let (gone, stays) = isLighter ? (link.x, link.y) : (link.y, link.x)
            for other in merge(gone, into: stays, &group) {
                guard let edge = edges[stays][other], edge.sum > 0 else { continue }
                heap.push(Link(weight: edge.sum / edge.count, x: min(stays, other), y: max(stays, other)))
            }
        }
        var lowest = Array(repeating: Int.max, count: group.count)
        for member in group.indices { lowest[group[member]] = min(lowest[group[member]], member) }
        return group.map { lowest[$0] }
    }

    private func average(_ x: Int, _ y: Int, _ edge: Edge, _ weigh: (Int, Int) -> Float) -> Float {
        let all = Float(members[x].count) * Float(members[y].count)
        let unknown = all - edge.count
        if unknown < 1 { return edge.sum / edge.count }
        var sum: Float = 0
        var count: Float = 0
        for step in 0..<Self.sampleSize {
            let a = members[x][members[x].count * step / Self.sampleSize]
            let b = members[y][(members[y].count * (step * 5 % Self.sampleSize)) / Self.sampleSize]
            sum += weigh(a, b)
            count += 1
        }
        return (edge.sum + unknown * sum / count) / all
    }

    /// The groups whose links to the one that stays have changed.
    private mutating func merge(_ gone: Int, into stays: Int, _ group: inout [Int]) -> [Int] {
        for member in members[gone] { group[member] = stays }
        members[stays].append(contentsOf: members[gone])
        members[gone] = []
        let neighbours = edges[gone].keys.filter { $0 != stays }.sorted()
        for other in neighbours {
            guard let edge = edges[gone][other] else { continue }
            let sum = Edge(sum: (edges[stays][other]?.sum ?? 0) + edge.sum, count: (edges[stays][other]?.count ?? 0) + edge.count)
            edges[stays][other] = sum
            edges[other][stays] = sum
            edges[other][gone] = nil
        }
        edges[stays][gone] = nil
        edges[gone] = [:]
        return neighbours
    }

    private struct Link: Comparable {
        var weight: Float
        var x: Int
        var y: Int

        /// The heavier is the greater; ties go to the lower indices.
        static func < (a: Link, b: Link) -> Bool { a.weight != b.weight ? a.weight < b.weight : (a.x, a.y) > (b.x, b.y) }
    }

    /// A binary heap, the greatest on top.
    private struct LinkHeap {
        private var links: [Link] = []

        mutating func push(_ link: Link) {
            links.append(link)
            var place = links.count - 1
            while place > 0, links[(place - 1) / 2] < links[place] {
                links.swapAt(place, (place - 1) / 2)
                place = (place - 1) / 2
            }
        }

        mutating func pop() -> Link? {
            guard let top = links.first, let last = links.popLast() else { return nil }
            if links.isEmpty { return top }
            links[0] = last
            var place = 0
            while true {
                var largest = place
                for child in [2 * place + 1, 2 * place + 2] where child < links.count && links[largest] < links[child] { largest = child }
                if largest == place { return top }
                links.swapAt(place, largest)
                place = largest
            }
        }
    }
}
