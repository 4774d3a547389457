import HubStore
import MasterData

/// `/v1/reviews`: pairs of which the hub is not sure whether they are the same.
struct ReviewRoutes: Sendable {
    let services: HubServices

    var routes: [Route] { [] }
}
