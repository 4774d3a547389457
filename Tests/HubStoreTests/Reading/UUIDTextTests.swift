import FoundationEssentials
import HubStore
import MasterData
import Testing

@Suite struct UUIDTextTests {
    @Test func itIsTheTextInLowerCase() {
        for id in [UUID(), UUID(), TimeOrderedId.make()] {
            var bytes: [UInt8] = []
            id.append(to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == id.text)
        }
    }
}
