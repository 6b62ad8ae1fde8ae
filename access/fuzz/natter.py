"""What schemathesis has to know of Natter: see "Odd input" in docs/operations.md.

Each call gets a token as web would sign it: for this service, in a role that the description lets in, about whoever the
address names. The key is that of the installation (NATTER_ACCESS_PRIVATE_KEY, a JWK).
"""

import json
import os
import time
import uuid

import jwt
import schemathesis

KEY = json.load(open(os.environ.get("NATTER_ACCESS_PRIVATE_KEY", "data/up/keys/access-private.json"), encoding="utf-8"))
SIGNS = jwt.PyJWK(KEY, algorithm="ES256").key
SOMEBODY = uuid.UUID(int=15).hex


def roles(operation):
    """The roles that may call, as the description's security says; one of them is as good as another."""
    wanted = operation.definition.raw.get("security", [])
    return [role for requirement in wanted for role in requirement.get("token", [])] or ["PUBLIC"]


HOMES = {}


@schemathesis.hook
def before_call(context, case, **kwargs):
    """What no schema can say is made true of calls that are meant to be good: an event ends after its start, stays in
    its region and has all that publishing it wants; a key is nobody's yet. What is meant to be bad goes out as it is."""
    if case.meta is None or case.meta.generation.mode != schemathesis.GenerationMode.POSITIVE:
        return
    if case.headers and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = uuid.uuid4().hex
    if isinstance(case.body, dict) and {"startsAt", "endsAt", "region"} <= case.body.keys():
        case.body = {
            **case.body,
            "startsAt": "2031-06-05T18:30",
            "endsAt": "2031-06-05T21:00",
            "venue": {**(case.body.get("venue") or {}), "name": "Old Library"},
            "places": max(1, int(case.body.get("places") or 0)),
            "region": HOMES.get((case.path_parameters or {}).get("event"), case.body["region"]),
        }


@schemathesis.hook
def after_call(context, case, response):
    try:
        said = response.json()
    except ValueError:
        return
    if isinstance(said, dict) and "event" in said and "region" in said:
        HOMES[said["event"]] = said["region"]


@schemathesis.auth(cache_by_key=None, refresh_interval=None)
class Token:
    def get(self, case, ctx):
        said = case.path_parameters or {}
        now = int(time.time())
        claims = {
            "iss": "natter-web",
            "aud": ctx.operation.schema.raw_schema["info"]["title"],
            "sub": text(said.get("attendance")),
            "role": roles(ctx.operation)[0],
            "event": text(said.get("event")),
            "gen": 1,
            "iat": now,
            "exp": now + 60,
        }
        return jwt.encode(claims, SIGNS, algorithm="ES256", headers={"kid": KEY["kid"]})

    def set(self, case, data, ctx):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


def text(value):
    return value if isinstance(value, str) and value.strip() else SOMEBODY
