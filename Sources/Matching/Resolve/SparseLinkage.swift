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

    /// For each member the first member of its group.
    ///
    /// - Parameter weigh: the weight of a pair that is not known.
    mutating func groups(weigh: (Int, Int) -> Float) -> [Int] {
        var heap = LinkHeap()
        for x in edges.indices {
            for y in edges[x].keys.sorted() where y > x { if let edge = edges[x][y], edge.sum > 0 { heap.push(Link(weight: edge.sum, x: x, y: y)) } }
        }
        var group = Array(members.indices)
        while let link = heap.pop() {
            let (x, y) = (link.x, link.y)
            guard group[x] == x, group[y] == y, let edge = edges[x][y] else { continue }
            let average = average(x, y, edge, weigh)
            // what has changed since it was pushed goes back with its weight of today
            if average < link.weight - 1e-4 {
                if average > 0 { heap.push(Link(weight: average, x: x, y: y)) }
                continue
            }
            merge(y, into: x, &group)
            for (other, edge) in edges[x].sorted(by: { $0.key < $1.key }) where edge.sum > 0 {
                heap.push(Link(weight: edge.sum / edge.count, x: min(x, other), y: max(x, other)))
            }
        }
        return group
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

    /// The lower index stays.
    private mutating func merge(_ gone: Int, into stays: Int, _ group: inout [Int]) {
        for member in members[gone] { group[member] = stays }
        members[stays].append(contentsOf: members[gone])
        members[gone] = []
        for (other, edge) in edges[gone] where other != stays {
            let sum = Edge(sum: (edges[stays][other]?.sum ?? 0) + edge.sum, count: (edges[stays][other]?.count ?? 0) + edge.count)
            edges[stays][other] = sum
            edges[other][stays] = sum
            edges[other][gone] = nil
        }
        edges[stays][gone] = nil
        edges[gone] = [:]
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
