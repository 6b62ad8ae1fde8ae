"""What schemathesis has to know of Natter: see "Odd input" in docs/operations.md.

Each call gets a token as web would sign it: for this service, in any of the roles that the description lets in, about
whoever and wherever the call names. The key is that of the installation (NATTER_ACCESS_PRIVATE_KEY, a JWK); its clock
is this machine's, or that of a demo (NATTER_FUZZ_CLOCK, a file). Calls that are meant to be good are about what the
installation holds (NATTER_FUZZ_ABOUT, a file of ids by their names; see about.py), else about nothing.
"""

import json
import os
import random
import re
import time
import unicodedata
import uuid

import jwt
import schemathesis
from schemathesis.checks import CHECKS
from schemathesis.specs.openapi import checks

KEY = json.load(open(os.environ.get("NATTER_ACCESS_PRIVATE_KEY", "data/up/keys/access-private.json"), encoding="utf-8"))
SIGNS = jwt.PyJWK(KEY, algorithm="ES256").key
SOMEBODY = uuid.UUID(int=15).hex
# Rows such as {"event": …, "region": …, "attendance": …, "person": …}: what belongs together stands together.
ABOUT = json.load(open(os.environ["NATTER_FUZZ_ABOUT"], encoding="utf-8")) if "NATTER_FUZZ_ABOUT" in os.environ else []
HOMES = {row["event"]: row["region"] for row in ABOUT if "event" in row and "region" in row}
# The version of an event, or of its questions, that was answered last.
VERSIONS = {}
# The rows of what was made under an id of its own, and what it is called where it is taken back.
MADE = {}
CALLED = {"/outcomes": "outcome", "/me/history/outcomes": "outcome", "/me/history/meetings": "meeting"}
# Whose token a call wants, by the first step of its address: that of the page which the mailed link opens.
PAGES = {"booking-links": "b", "sign-ins": "in", "stop-links": "unsubscribe", "links": "f", "follow-ups": "f", "talks": "t"}
CHOICE = random.Random(6)
# Codes of refusals that depend on what is kept, on the day, or on two entries of a list: no description can say them.
BEYOND = {
    *("NOT_ONESELF", "OF_THE_EVENT", "ON_THE_LIST", "ONCE_ONLY", "TICKED_FIRST", "STILL_ASKED"),
    *("NOT_TOO_MANY", "SINCE_THE_EVENT", "SINCE_YOU_MET", "NOT_TO_COME"),
}
SIGNED = set()


def ahead(clock):
    """Seconds by which a demo's clock, as kept in its folder, is ahead of this machine's."""
    sizes = {"H": 3600, "M": 60, "S": 1}
    return sum(float(number) * sizes[unit] for number, unit in re.findall(r"(-?[\d.]+)([HMS])", clock))


CLOCK = os.environ.get("NATTER_FUZZ_CLOCK")
AHEAD = ahead(open(CLOCK, encoding="utf-8").read()) if CLOCK else 0

YESTERDAY = time.gmtime(time.time() + AHEAD - 86_400)
BEEN = {"on": time.strftime("%Y-%m-%d", YESTERDAY), "year": YESTERDAY.tm_year, "month": YESTERDAY.tm_mon}


def token(service, role, subject=SOMEBODY, event=SOMEBODY, region=SOMEBODY):
    """A token as web signs them: an organiser is one of a region, who helps at a door or answers one of an event."""
    now = int(time.time() + AHEAD)
    claims = {"iss": "natter-web", "aud": service, "sub": subject, "role": role, "gen": 1}
    claims |= {"ORGANISER": {"region": region}, "DOOR": {"event": event}, "ANSWER": {"event": event}}.get(role, {})
    return jwt.encode({**claims, "iat": now, "exp": now + 60}, SIGNS, algorithm="ES256", headers={"kid": KEY["kid"]})


def roles(operation):
    """The roles that may call, as the description's security says: any of them will do."""
    wanted = operation.definition.raw.get("security", [])
    return [role for requirement in wanted for role in requirement.get("token", [])] or ["PUBLIC"]


def meant_well(case):
    return case.meta is not None and case.meta.generation.mode == schemathesis.GenerationMode.POSITIVE


@schemathesis.hook
def before_call(context, case, kwargs):
    """What no schema can say is made true of calls that are meant to be good: they are about what there is; an event
    ends after its start, stays in its region and has all that publishing it wants; whom somebody met and what came of it
    has been; a key and an id that comes with a call are nobody's yet; an address's letters are those of IDN. What is meant
    to be bad goes out as it is."""
    if meant_well(case):
        row = about(case)
        if case.headers and "Idempotency-Key" in case.headers:
            case.headers["Idempotency-Key"] = uuid.uuid4().hex
        for place in (case.path_parameters, case.query, case.body):
            if isinstance(place, dict):
                place.update({name: row[name] for name in place.keys() & row.keys()})
        named(case.body, row)
        if case.method == "POST" and isinstance(case.body, dict) and "id" in case.body:
            case.body["id"] = uuid.uuid4().hex
            MADE[case.body["id"]] = row
        if case.query and "version" in case.query:
            read = VERSIONS.get((case.path_parameters or {}).get("event"))
            case.query["version"] = case.query["version"] if read is None else read
        if isinstance(case.body, dict) and isinstance(case.body.get("email"), str):
            case.body = {**case.body, "email": writable(case.body["email"])}
        if isinstance(case.body, dict):
            case.body.update({name: been for name, been in BEEN.items() if case.body.get(name) is not None})
        if isinstance(case.body, dict) and {"startsAt", "endsAt", "region"} <= case.body.keys():
            case.body = {
                **case.body,
                "startsAt": "2031-06-05T18:30",
                "endsAt": "2031-06-05T21:00",
                "venue": {**(case.body.get("venue") or {}), "name": "Old Library"},
                "places": max(1, int(case.body.get("places") or 0)),
                "region": HOMES.get((case.path_parameters or {}).get("event"), case.body["region"]),
            }
        if case.headers and case.headers.get("Authorization") in SIGNED:
            case.headers["Authorization"] = f"Bearer {signed(case, row)}"


def named(body, row):
    """Whoever is named somewhere in a body is somebody of the same event, and what is answered was asked there."""
    if isinstance(body, list):
        for entry in body:
            named(entry, row)
    if isinstance(body, dict):
        if "ATTENDANCE" in (body.get("kind"), body.get("by")) and "id" in body and "other" in row:
            body["id"] = row["other"]
        if "question" in body:
            body["question"] = row.get("list" if "pick" in body else "open", body["question"])
        for name in {"hosts", "listed"} & body.keys():
            if isinstance(body[name], list) and "other" in row:
                body[name] = [row["other"]]
        for entry in body.values():
            named(entry, row)


def writable(address):
    """As it is, or at a domain that a name server could know, and before it no more letters than a mailbox may have."""
    before, _, domain = address.rpartition("@")
    try:
        known = domain.encode("idna").decode().encode().decode("idna") == domain.lower() and not any(
            unicodedata.ucd_3_2_0.category(letter) == "Cn" for letter in domain
        )
    except UnicodeError:
        known = False
    return address if known and len(before) <= 64 or not domain else f"{before[:64].rstrip('.')}@library.example"


def about(case):
    """Something that the installation holds, with whatever the call's address names."""
    path = case.path_parameters or {}
    own = case.path.startswith("/me")
    wanted = set(path) | ({"person"} if own else set(case.query or {}))
    if isinstance(case.body, dict) and not own:
        wanted |= case.body.keys()
    if "ANSWER" in roles(case.operation) and "token" not in wanted:
        wanted.add("attendance")
    page = PAGES.get(case.path.split("/")[1])
    known = [row for row in ABOUT if own == ("person" in row) and row.get("page") in (None, page)]
    known = [row for row in known if wanted & row.keys()]
    most = max((len(wanted & row.keys()) for row in known), default=0)
    return CHOICE.choice([row for row in known if len(wanted & row.keys()) == most] or [{}])


@schemathesis.hook
def after_call(context, case, response):
    made = case.body.get("id") if isinstance(case.body, dict) else None
    if response.status_code == 204 and case.path in CALLED and made in MADE:
        ABOUT.append({**MADE[made], CALLED[case.path]: made})
    try:
        said = response.json()
    except ValueError:
        return
    if isinstance(said, dict) and "event" in said:
        HOMES[said["event"]] = said.get("region", HOMES.get(said["event"]))
        VERSIONS[said["event"]] = said.get("version", VERSIONS.get(said["event"]))


CHECKS.unregister("positive_data_acceptance")


@schemathesis.check
def positive_data_acceptance(context, response, case):
    """As it was, but that what no description can say may be refused."""
    if response.status_code == 422:
        refusals = {(error["field"], error["code"]) for error in response.json().get("errors", [])}
        if refusals and all(code in BEYOND or field == "steps" for field, code in refusals):
            return None
    return checks.positive_data_acceptance(context, response, case)


@schemathesis.auth(cache_by_key=None, refresh_interval=None)
class Token:
    def get(self, case, ctx):
        return signed(case, {})

    def set(self, case, data, ctx):
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {data}"}


def signed(case, row):
    """In a role that may call, about somebody, an event and a region: those of the call, else those of the row."""
    body = case.body if isinstance(case.body, dict) else {}
    said_of = {**row, **body, **(case.query or {}), **(case.path_parameters or {})}
    subject = row.get("person") if case.path.startswith("/me") else said_of.get("attendance")
    event = text(said_of.get("event"))
    said = token(
        case.operation.schema.raw_schema["info"]["title"],
        CHOICE.choice(roles(case.operation)),
        text(subject),
        event,
        text(said_of.get("region") or HOMES.get(event)),
    )
    SIGNED.add(f"Bearer {said}")
    return said


def text(value):
    return value if isinstance(value, str) and value.strip() else SOMEBODY
