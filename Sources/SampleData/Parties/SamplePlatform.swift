/// The platforms whose extracts the sample writes; raw values are the platform names of the shipped policies.
package enum SamplePlatform: String, Sendable, CaseIterable, Codable {
    case salesforce, zuora, sap, netsuite, chargebee, stripe, dynamics, finance

    /// How many of 1,000 parties this platform knows.
    var customerShare: Int {
        switch self {
        case .salesforce: 700
        case .sap: 480
        case .zuora: 420
        case .netsuite: 300
        case .chargebee, .stripe, .dynamics: 120
        case .finance: 100
        }
    }

    /// How many of 1,000 products this platform knows.
    var productShare: Int {
        switch self {
        case .sap: 800
        case .salesforce: 750
        case .zuora, .netsuite: 450
        case .finance, .dynamics: 250
        case .chargebee, .stripe: 200
        }
    }

    /// How likely a contract with a party that this platform knows is kept here, of 1,000.
    var contractShare: Int {
        switch self {
        case .salesforce: 450
        case .zuora: 700
        case .sap: 500
        case .netsuite: 350
        case .chargebee, .stripe: 600
        case .dynamics: 300
        case .finance: 400
        }
    }
}
