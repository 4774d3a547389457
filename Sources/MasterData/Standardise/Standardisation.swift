/// One record on its way through validation: walks the attributes beside their types and collects what is wrong.
struct Standardisation {
    let policy: EntityPolicy
    let platform: PlatformPolicy
    let platforms: [String: PlatformPolicy]
    let reference: [String: ReferenceList]
    let limits: Limits
    /// Where the walk stands; turned into text only when there is something to say.
    var path: [Step] = []
    var issues: [ValueIssue] = []
    /// The record's attributes with dotted keys nested.
    var input = JSONObject()
    /// Country that national phone numbers of the record are read in; found on first need.
    var recordCountry: FoundCountry?
    /// Country of the group that the walk is in (a contact's own address), before the record's.
    var groupCountry: String?

    enum Step {
        case name(String)
        case index(Int)
    }

    init(
        policy: EntityPolicy, platform: PlatformPolicy, platforms: [String: PlatformPolicy], reference: [String: ReferenceList], limits: Limits
    ) {
        self.policy = policy
        self.platform = platform
        self.platforms = platforms
        self.reference = reference
        self.limits = limits
    }

    mutating func record(_ attributes: JSONObject) -> StandardisedRecord {
        input = nested(attributes)
        var members: [JSONObject.Member] = []
        members.reserveCapacity(input.members.count)
        for member in input.members {
            guard let attribute = policy[member.key] else {
                refuseUnknown(member.key, among: policy.attributes.lazy.map(\.name), of: policy.entity.rawValue)
                continue
            }
            path.append(.name(member.key))
            if let value = standardise(member.value, as: attribute.type), let kept = meetingQuality(value, attribute) {
                members.append(JSONObject.Member(key: member.key, value: kept))
            }
            path.removeLast()
        }
        var record = StandardisedRecord(attributes: JSONObject(sortedUnique: members), issues: [])
        dropOutOfOrder(&record.attributes)
        for attribute in policy.attributes where attribute.required && record.attributes[attribute.name] == nil {
            path = [.name(attribute.name)]
            warn("required", "required, but the record has no usable value; send one")
        }
        record.issues = issues
        return record
    }

    /// The standardised value, or nil for no value; what is wrong is in `issues` then.
    mutating func standardise(_ value: JSONValue, as type: AttributeType) -> JSONValue? {
        if case .null = value { return nil }
        switch type {
        case .list(let element): return list(value, of: element)
        case .group(let fields): return group(value, of: fields)
        case .money: return money(value)
        case .quantity: return quantity(value)
        case .address: return address(value)
        case .taxId: return taxId(value)
        case .platformId: return platformId(value)
        case .boolean: return boolean(value)
        case .integer, .decimal: return number(value, as: type)
        default: return scalar(value, as: type)
        }
    }

    // MARK: What is wrong

    mutating func refuse(_ code: String, _ message: String) {
        report(code, message, .error)
    }

    mutating func warn(_ code: String, _ message: String) {
        report(code, message, .warning)
    }

    /// Past the limit only whether the record is refused still counts: the last place is kept for the first such error.
    private mutating func report(_ code: String, _ message: String, _ severity: ValueIssue.Severity) {
        guard issues.count >= Self.issueLimit else {
            issues.append(ValueIssue(attribute: pathText, code: code, message: message, severity: severity))
            return
        }
        if issues.count == Self.issueLimit {
            let message = "more is wrong with this record; correct the first \(Self.issueLimit), then send it again"
            issues.append(ValueIssue(attribute: "", code: "too-many-issues", message: message, severity: severity))
        } else if severity == .error {
            issues[Self.issueLimit].severity = .error
        }
    }

    /// Issues told of one record.
    static let issueLimit = 100

    /// What a standardiser refuses is a warning: the value is left out, the rest of the record counts.
    mutating func warn(_ refusal: ValueRefusal) {
        warn(refusal.code, refusal.message)
    }

    mutating func refuseUnknown(_ name: String, among known: some Sequence<String>, of owner: String) {
        path.append(.name(Self.shown(name)))
        if issues.count < Self.issueLimit, let near = NearestName.suggestion(for: name, among: known) {
            refuse("unknown-attribute", "unknown attribute of \(owner); did you mean `\(near)`?")
        } else {
            refuse("unknown-attribute", "unknown attribute of \(owner); add it to the policy or leave it out")
        }
        path.removeLast()
    }

    /// A name as sent, cut: it is the sender's text, and error texts have bounds too.
    private static func shown(_ name: String) -> String {
        name.utf8.count <= 64 ? name : String(name.prefix(48)) + "…"
    }

    private var pathText: String {
        var text = ""
        for step in path {
            switch step {
            case .name(let name): text += text.isEmpty ? name : "." + name
            case .index(let index): text += "[\(index)]"
            }
        }
        return text
    }
}
