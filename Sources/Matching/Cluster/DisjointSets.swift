/// Union–find over 0..<count; the smallest member stands for its set, so the result depends on the unions alone, not on their order.
struct DisjointSets {
    private var parent: [Int32]

    init(count: Int) {
        parent = (0..<Int32(count)).map { $0 }
    }

    mutating func root(_ member: Int) -> Int {
        var at = member
        while Int(parent[at]) != at {
            parent[at] = parent[Int(parent[at])]
            at = Int(parent[at])
        }
        return at
    }

    mutating func unite(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        if x < y { parent[y] = Int32(x) } else if y < x { parent[x] = Int32(y) }
    }

    /// The sets with their members ascending, in the order of their first members.
    mutating func sets() -> [[Int]] {
        var place = [Int32](repeating: -1, count: parent.count)
        var sets: [[Int]] = []
        for member in parent.indices {
            let top = root(member)
            if place[top] < 0 {
                place[top] = Int32(sets.count)
                sets.append([member])
            } else {
                sets[Int(place[top])].append(member)
            }
        }
        return sets
    }
}
