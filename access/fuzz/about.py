"""Writes what an installation holds for the hooks in natter.py: ids that belong together, a row each, as JSON.

    about.py [first port] [data folder] > about.json

Events, attendances and the tokens of mailed links are read; two people sign in by links of their own.
"""

import email
import glob
import json
import re
import sys
import time
import urllib.error
import urllib.request

from natter import SOMEBODY, token

PORTS = dict(zip(("event-service", "attendee-service", "feedback-service"), range(int(sys.argv[1]), int(sys.argv[1]) + 3)))
MAILS = f"{sys.argv[2]}/mail/*.eml"
LINK = re.compile(r"/(\w+)[/#]([\w-]+\.\d\.[\w-]{22}\.[\w-]{22})")


def call(service, path, body=None, role="OWNER", subject=SOMEBODY):
    request = urllib.request.Request(f"http://127.0.0.1:{PORTS[service]}{path}", body and json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    request.add_header("Authorization", "Bearer " + token(service, role, subject))
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def links(seen):
    """Address, page and token of each link in mails that were not seen yet."""
    for file in sorted(set(glob.glob(MAILS)) - seen):
        mail = email.message_from_file(open(file, encoding="utf-8"))
        for part in mail.walk():
            if part.get_content_type() == "text/plain":
                for page, said in LINK.findall(part.get_payload(decode=True).decode()):
                    yield mail["To"], page, said


def signed_in(address):
    """Somebody's id, by a link of their own."""
    seen = set(glob.glob(MAILS))
    wish = {"email": address, "browser": "0" * 64}
    call("attendee-service", "/sign-in-links", wish, "PUBLIC")
    for _ in range(60):
        time.sleep(0.5)
        for to, _, said in links(seen):
            try:
                if address in to:
                    press = {"token": said, "browser": wish["browser"]}
                    return call("attendee-service", "/sign-ins", press, "PUBLIC")["person"]
            except urllib.error.HTTPError:
                continue
    raise SystemExit(f"no mail to {address}")


def attendees(event):
    """Of an event that attendee-service knows: a draft has none."""
    try:
        return call("attendee-service", f"/events/{event}/attendees")
    except urllib.error.HTTPError as refused:
        if refused.code != 404:
            raise
        return []


def pairs(people):
    """Each with another one, where there is one."""
    return zip(people, people[1:] + people[:1])


def asked(event):
    """A question of each kind, and the talks, that people are asked about afterwards."""
    try:
        kept = call("feedback-service", f"/events/{event}/questions")
    except urllib.error.HTTPError as refused:
        if refused.code != 404:
            raise
        return {}, []
    kinds = {"PICK_ONE": "list", "FEW_WORDS": "open"}
    return {kinds[question["kind"]]: question["id"] for question in kept["questions"]}, kept["talks"]


def own(person):
    """What is somebody's own: evenings and what they wrote about their own learning."""
    for booking in call("attendee-service", "/me/bookings", role="ATTENDEE", subject=person):
        yield {"person": person, "event": booking["event"], "attendance": booking["attendance"]}
    for entry in call("attendee-service", "/me/cpd", role="ATTENDEE", subject=person)["entries"]:
        if entry["own"]:
            yield {"person": person, "entry": entry["id"]}


def events(region):
    """The first page of each list; an installation to try things on has no more."""
    for which in ("COMING", "PAST", "DRAFTS"):
        yield from call("event-service", f"/events?region={region}&list={which}")["events"]


rows = []
for region in call("event-service", "/regions"):
    for event in events(region["region"]):
        here = {"region": region["region"], "event": event["event"]}
        rows.append(here)
        questions, talks = asked(event["event"])
        for one, other in pairs(attendees(event["event"])[:8]):
            ids = {"attendance": one["attendance"], "code": one["code"], "other": other["attendance"]}
            rows.append({**here, **questions, **ids})
        for talk in talks:
            rows.append({**here, "page": "t", "token": talk["link"]})
    for mail in call("attendee-service", f"/outbox?region={region['region']}&limit=20")["mails"]:
        rows.append({"region": region["region"], "mail": mail["id"]})
mailed = list(links(set()))
for wanted in ("b", "f", "in", "unsubscribe"):
    rows += [{"page": page, "token": said} for _, page, said in mailed if page == wanted][-60:]
for address in sorted({to for to, page, _ in mailed if page == "f"})[:2]:
    somebody = signed_in(address)
    rows += [{"person": somebody}, *own(somebody)]
json.dump(rows, sys.stdout, indent=1)
