import HTTPTypes
import Hummingbird
import MasterData
import NIOCore
import ServiceLifecycle

/// `/v1/events`: the change feed, pulled page by page or streamed.
struct EventRoutes: Sendable {
    let services: HubServices
    let limits: ServerLimits
    let places: ListenerPlaces

    var routes: [Route] { [] }
}
