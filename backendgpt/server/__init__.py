"""`bgpt serve`: every path is an endpoint.

target.py       what a request line means                              pure
settings.py     what `bgpt serve` is told                              pure
app.py          which path goes where
calls.py        a request becomes a call, a turn becomes a response
reserved.py     the server's own paths under /-/; events.py, openapi.py, console.py are the larger ones
hall.py         what the endpoints share: backends, threads, what goes on
guard.py        who may call: Host, Origin, token
body.py         bounded reading of bodies
idempotency.py  retried requests
problems.py     errors as problem documents
access_log.py   one line a request
run.py          uvicorn, its timeouts, a graceful stop
"""
