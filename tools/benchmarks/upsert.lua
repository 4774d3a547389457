-- Single durable writes of customers: half of them new parties, a quarter new records of known parties, a quarter updates.
local syllables = { "bar", "del", "fon", "gam", "hel", "kor", "lin", "mar", "nor", "pel", "rin", "sol", "tav", "ul", "vir", "zan" }
local forms = { "GmbH", "AG", "Ltd", "Inc", "SA", "BV", "SpA", "Oy" }
local cities = { "Hamburg", "Lyon", "Leeds", "Boston", "Torino", "Utrecht", "Bern", "Turku" }
local started = 0
function setup(thread)
    started = started + 1
    thread:set("seed", os.time() % 100000 * 10 + started)
end
local count = 0
-- One of 16^5 words; the factors keep every product exact in a double.
local function name(n)
    local word = ""
    local rest = (n % 1048576) * 40503 % 1048576
    for _ = 1, 5 do
        word = word .. syllables[1 + rest % 16]
        rest = math.floor(rest / 16)
    end
    return word
end
function init(args)
    wrk.headers["Authorization"] = "Bearer " .. os.getenv("BENCH_PLATFORM_KEY")
    wrk.headers["Content-Type"] = "application/json"
end
function request()
    count = count + 1
    local party = count
    local id = seed .. "-" .. count
    local kind = count % 4
    if kind == 2 then
        party = count - 2
    elseif kind == 3 then
        party = count - 2
        id = seed .. "-" .. (count - 2)
    end
    -- Two words that no other party of this run has both of.
    local key = seed % 1000 * 100000 + party
    local word, second = name(key), name(key * 7 + math.floor(key / 1048576) * 1009 + 77)
    local body = '{"attributes":{"name":"' .. word .. ' ' .. second .. ' ' .. forms[1 + key % 8] .. '","email":"office@' .. word .. party .. '.example",'
        .. '"phone":"+49 40 ' .. (1000000 + key % 8999999) .. '","billTo":{"street":"' .. name(key + 31) .. 'strasse ' .. (1 + key % 200) .. '","city":"' .. cities[1 + key % 8]
        .. '","postcode":"' .. (10000 + key % 89999) .. '","country":"DE"},"website":"https://' .. word .. party .. '.example","status":"active"},"version":"' .. count .. '"}'
    return wrk.format("PUT", "/v1/source-records/zuora/customer/U" .. id, nil, body)
end
