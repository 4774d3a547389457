package import PostgresClient

/// SQL in and out. Decides nothing.
package struct HubStore: Sendable {
    package let client: PostgresClient

    package init(client: PostgresClient) {
        self.client = client
    }
}
