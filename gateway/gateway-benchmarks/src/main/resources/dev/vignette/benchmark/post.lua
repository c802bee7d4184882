-- The request wrk repeats: its body is in the file that VIGNETTE_BODY names.
local file = assert(io.open(os.getenv("VIGNETTE_BODY"), "rb"))
wrk.method = "POST"
wrk.body = file:read("*a")
wrk.headers["Content-Type"] = "application/json"
file:close()

done = function(summary, latency, requests)
    local bad = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
    io.write(string.format("result %d %d %f %f %d\n", summary.requests, summary.duration,
        latency:percentile(50), latency:percentile(99), bad))
end
