-- Bulk lookups, 1,000 random known ids a call; 64 prepared bodies, so that the generator costs little.
local platforms = { "sap", "zuora", "netsuite" }
local rows = tonumber(os.getenv("BENCH_ROWS"))
local bodies = {}
function init(args)
    math.randomseed(os.time())
    wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_KEY")
    wrk.headers["Content-Type"] = "application/json"
    for b = 1, 64 do
        local ids = {}
        for i = 1, 1000 do
            local n = math.random(1, rows)
            ids[i] = '{"platform":"' .. platforms[1 + n % 3] .. '","entity":"customer","nativeId":"B' .. n .. '"}'
        end
        bodies[b] = '{"ids":[' .. table.concat(ids, ",") .. ']}'
    end
end
local turn = 0
function request()
    turn = turn % 64 + 1
    return wrk.format("POST", "/v1/crosswalks:resolve", nil, bodies[turn])
end
