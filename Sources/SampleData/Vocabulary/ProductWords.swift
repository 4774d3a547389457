/// The words of which products' names are made.
enum ProductWords {
    struct Line: Sendable {
        let noun: String
        /// Another name of the same thing.
        let synonym: String
        let family: String
        /// How variants differ: sizes, colours, ratings.
        let variants: [String]
        let unit: String
        /// In cents, for the smallest variant.
        let price: Int
    }

    static let goods = SkewedList<Line>(
        [
            Line(
                noun: "Centrifugal Pump", synonym: "Pump, centrifugal", family: "pumps", variants: ["1.5 kW", "2.2 kW", "4 kW", "7.5 kW"], unit: "EA",
                price: 84_900),
            Line(
                noun: "Ball Valve", synonym: "Valve ball-type", family: "valves", variants: ["DN15", "DN20", "DN25", "DN50"], unit: "EA", price: 1_890
            ),
            Line(
                noun: "Cordless Drill", synonym: "Drill/Driver cordless", family: "tools", variants: ["12 V", "18 V", "36 V"], unit: "EA",
                price: 12_900),
            Line(
                noun: "LED Panel Light", synonym: "Panel luminaire LED", family: "lighting", variants: ["30x30 cm", "60x60 cm", "30x120 cm"],
                unit: "EA", price: 3_990),
            Line(
                noun: "Pressure Sensor", synonym: "Sensor, pressure", family: "sensors",
                variants: ["0-10 bar", "0-25 bar", "0-100 bar", "0-400 bar"], unit: "EA", price: 15_400),
            Line(noun: "Office Chair", synonym: "Swivel chair", family: "furniture", variants: ["black", "grey", "blue"], unit: "EA", price: 24_900),
            Line(
                noun: "Copy Paper A4", synonym: "Paper A4 copier", family: "office-supplies", variants: ["80 g", "90 g", "100 g"], unit: "XPK",
                price: 499),
            Line(
                noun: "Nitrile Gloves", synonym: "Gloves nitrile disposable", family: "safety", variants: ["S", "M", "L", "XL"], unit: "XPK",
                price: 1_150),
            Line(
                noun: "Hydraulic Hose", synonym: "Hose, hydraulic", family: "hydraulics", variants: ["1/4 in", "3/8 in", "1/2 in"], unit: "MTR",
                price: 920),
            Line(
                noun: "Deep Groove Bearing", synonym: "Ball bearing deep groove", family: "bearings",
                variants: ["6201-2RS", "6203-2RS", "6205-2RS", "6308-2RS"], unit: "EA", price: 640),
            Line(
                noun: "Network Switch", synonym: "Ethernet switch", family: "network", variants: ["8 port", "16 port", "24 port", "48 port"],
                unit: "EA", price: 8_900),
            Line(
                noun: "Barcode Scanner", synonym: "Scanner handheld barcode", family: "devices", variants: ["1D", "2D", "2D wireless"], unit: "EA",
                price: 17_900),
            Line(
                noun: "Engine Oil", synonym: "Motor oil", family: "lubricants", variants: ["5W-30 5 l", "5W-40 5 l", "10W-40 20 l"], unit: "EA",
                price: 3_450),
            Line(
                noun: "Steel Shelf", synonym: "Shelving unit steel", family: "storage", variants: ["100x40 cm", "120x50 cm", "150x60 cm"], unit: "EA",
                price: 7_900),
        ], flatness: 6)

    static let services = SkewedList<Line>(
        [
            Line(
                noun: "Onboarding Workshop", synonym: "Workshop onboarding", family: "services", variants: ["1 day", "3 days"], unit: "DAY",
                price: 140_000),
            Line(
                noun: "Maintenance Visit", synonym: "On-site maintenance", family: "services", variants: ["standard", "express"], unit: "EA",
                price: 38_000),
            Line(
                noun: "Calibration Service", synonym: "Service calibration", family: "services", variants: ["works", "accredited"], unit: "EA",
                price: 18_500),
            Line(
                noun: "Consulting Hour", synonym: "Consulting, hourly", family: "services", variants: ["senior", "expert"], unit: "HUR", price: 16_000
            ),
        ], flatness: 3)

    static let software = SkewedList<Line>(
        [
            Line(
                noun: "Fleet Insight", synonym: "FleetInsight subscription", family: "subscriptions", variants: ["Basic", "Pro", "Enterprise"],
                unit: "EA", price: 2_900),
            Line(
                noun: "Asset Monitor", synonym: "Asset monitoring cloud", family: "subscriptions", variants: ["Starter", "Plus", "Premium"],
                unit: "EA", price: 4_900),
            Line(
                noun: "Support Plan", synonym: "Support agreement", family: "support", variants: ["Bronze", "Silver", "Gold"], unit: "MON",
                price: 9_900),
            Line(
                noun: "Data Platform", synonym: "Data platform licence", family: "subscriptions", variants: ["Team", "Business"], unit: "EA",
                price: 19_900),
        ], flatness: 3)
}
