import Foundation
import MasterData
import RecordFiles
import Testing

@testable import FieldMapFiles

/// Payloads that nobody here wrote: recorded ones beside the checkout, or where `MDM_SHARED` says. Skipped, by name, where there are none.
@Suite struct RecordedPayloadsTests {
    static let folder: String? = {
        let given = ProcessInfo.processInfo.environment["MDM_SHARED"]
        let folder = (given.map { URL(fileURLWithPath: $0) } ?? ShippedMapsTests.root.deletingLastPathComponent().appendingPathComponent("shared"))
            .appendingPathComponent("fixtures")
        return FileManager.default.fileExists(atPath: folder.path) ? folder.path : nil
    }()

    @Test(
        .enabled(if: folder != nil, "no recorded payloads: set MDM_SHARED to the folder that holds fixtures/"),
        arguments: [
            ("salesforce/fivetran_seed_sf_account.csv", "salesforce.customer.warehouse", 1),
            ("salesforce/fivetran_seed_sf_contact.csv", "salesforce.customer.contact.warehouse", 4),
            ("salesforce/fivetran_seed_sf_product_2.csv", "salesforce.product.warehouse", 2),
            ("salesforce/contact_query_small.json", "salesforce.customer.contact", 20),
            ("salesforce/contract_order_query_nested.json", "salesforce.contract", 1),
            ("zuora/fivetran_seed_zuora_account.csv", "zuora.customer.warehouse", 4),
            ("zuora/fivetran_seed_zuora_product.csv", "zuora.product.warehouse", 5),
            ("zuora/fivetran_seed_zuora_subscription.csv", "zuora.contract.warehouse", 3),
            ("netsuite/fivetran_seed_netsuite2_customer.csv", "netsuite.customer.warehouse", 5),
            ("netsuite/fivetran_seed_netsuite2_item.csv", "netsuite.product.warehouse", 3),
            ("chargebee/amp_customers.json", "chargebee.customer", 1),
            ("chargebee/amp_subscriptions.json", "chargebee.contract", 1),
            ("stripe/amp_customers_page1.json", "stripe.customer", 2),
            ("stripe/amp_customers_page2.json", "stripe.customer", 1),
            ("stripe/amp_customer_with_metadata.json", "stripe.customer", 1),
            ("sap/mock_A_BusinessPartner_odata_v2.json", "sap.customer", 5),
            ("sap/sandbox_bp_business-partner-customer-general-01.json", "sap.customer", 1),
            ("sap/sandbox_contract_sales-contract-header-01.json", "sap.contract", 1),
            ("sap/sandbox_prod_product-master-general-01.json", "sap.product", 1),
            ("dynamics365/contacts_list_page1.json", "dynamics.customer.contact", 2),
        ])
    func `a recorded payload gives records and no refusals`(payload: String, map: String, count: Int) async throws {
        let folder = try #require(Self.folder)
        let reading = FieldMapReader.read(path: ShippedMapsTests.root.appendingPathComponent("maps/\(map).yaml").path)
        let fieldMap: FieldMap = try #require(reading.map)
        var records: [RawRecord] = []
        var refusals: [LineError] = []
        for try await batch in RecordFile(path: folder + "/" + payload, map: fieldMap) {
            for line in batch.lines {
                switch line.result {
                case .success(let record): records.append(record)
                case .failure(let error): refusals.append(error)
                }
            }
        }
        #expect(refusals == [])
        // Deleted rows, history and earlier versions are passed over.
        #expect(records.count == count)
        #expect(records.allSatisfy { !$0.nativeId.isEmpty })
        #expect(Set(records.map(\.nativeId)).count == records.count)
    }
}
