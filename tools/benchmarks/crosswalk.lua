-- Single lookups of random known ids.
local platforms = { "sap", "zuora", "netsuite" }
local rows = tonumber(os.getenv("BENCH_ROWS"))
local seed = 0
function setup(thread)
    seed = seed + 1
    thread:set("seed", seed)
end
function init(args)
    math.randomseed(seed)
    wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_KEY")
end
function request()
    local n = math.random(1, rows)
    return wrk.format("GET", "/v1/crosswalks/" .. platforms[1 + n % 3] .. "/customer/B" .. n)
end
local bad = 0
function response(status) if status ~= 200 then bad = bad + 1 end end
