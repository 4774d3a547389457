-- Single lookups of random known ids: 100,000 requests a thread, made beforehand, so that the generator costs little beside the hub.
-- No `response` function: with one, wrk copies every answer's fields into Lua. It counts answers that are not 2xx by itself.
local platforms = { "sap", "zuora", "netsuite" }
local rows = tonumber(os.getenv("BENCH_ROWS"))
local count = 100000
local requests = {}
local seed = 0
function setup(thread)
    seed = seed + 1
    thread:set("seed", seed)
end
function init(args)
    math.randomseed(seed)
    wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_KEY")
    for i = 1, count do
        local n = math.random(1, rows)
        requests[i] = wrk.format("GET", "/v1/crosswalks/" .. platforms[1 + n % 3] .. "/customer/B" .. n)
    end
end
local turn = 0
function request()
    turn = turn % count + 1
    return requests[turn]
end
