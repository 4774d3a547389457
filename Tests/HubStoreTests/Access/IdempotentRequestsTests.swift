import HubStore
import HubStoreTesting
import Testing

@Suite struct IdempotentRequestsTests {
    private let answer = KeptAnswer(requestHash: [1, 2], status: 201, headersJSON: #"{"etag":"x"}"#, body: [0, 255])

    @Test func theFirstAnswerStays() async throws {
        try await withStore { store in
            let none = try await store.keptAnswer(keyId: "k", idempotencyKey: "a")
            #expect(none == nil)
            #expect(try await store.keepAnswer(answer, keyId: "k", idempotencyKey: "a"))
            var second = answer
            second.status = 500
            #expect(try await store.keepAnswer(second, keyId: "k", idempotencyKey: "a") == false)
            #expect(try await store.keptAnswer(keyId: "k", idempotencyKey: "a") == answer)
            #expect(try await store.keptAnswer(keyId: "other", idempotencyKey: "a") == nil)
        }
    }

    @Test func answersExpireAfterTwoDays() async throws {
        try await withStore { store in
            _ = try await store.keepAnswer(answer, keyId: "k", idempotencyKey: "old")
            _ = try await store.keepAnswer(answer, keyId: "k", idempotencyKey: "older")
            try await store.run("UPDATE mdm.idempotent_request SET recorded_at = now() - interval '49 hours'")
            _ = try await store.keepAnswer(answer, keyId: "k", idempotencyKey: "young")
            #expect(try await store.keptAnswer(keyId: "k", idempotencyKey: "old") == nil)
            #expect(try await store.keepAnswer(answer, keyId: "k", idempotencyKey: "old"), "an expired answer gives way")
            #expect(try await store.expireAnswers() == 1)
            #expect(try await store.keptAnswer(keyId: "k", idempotencyKey: "young") == answer)
        }
    }
}
