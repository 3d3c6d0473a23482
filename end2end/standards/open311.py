"""Talks Open311 with a running demonstration as programs of others do: open311.py ADDRESS [FOLDER]

Somebody else's client (georeport, from PyPI) reads in both formats, the standard's schemas are held to every answer, and a
report is sent by a key that the demonstration's administrator makes on the page for it. With FOLDER, writes there
open311.json, the description narrowed to what there is and to that key: made-up governments only find that they are none.
Nothing but the given address is asked; exits with a failure when something does not fit.
"""

import http.cookiejar
import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree
from pathlib import Path

import jsonschema
from georeport import GeoReport
from referencing import Registry
from referencing.jsonschema import DRAFT4

BASE = sys.argv[1].rstrip("/")
V2 = BASE + "/open311/v2"
SCHEMA = json.loads((Path(__file__).parent / "georeport-v2.schema.json").read_text(encoding="utf-8"))
failures = 0


def check(name, fits, why=""):
    global failures
    failures += not fits
    print(("passed  " if fits else "FAILED  ") + name + ("" if fits else f": {str(why)[:400]}"))


# The files of the Open311 project (schema/georeport-v2 of open311/schema-validation), which are not part of this repository.
PUBLISHED = {p.name: json.loads(p.read_text(encoding="utf-8")) for p in Path(os.environ.get("OPEN311_SCHEMAS", "/nowhere")).glob("*.json")}
NAMES = {"services": "services.json", "definition": "service-definition.json", "requests": "requests.json"}
FILES = Registry().with_resources([(name, DRAFT4.create_resource(schema)) for name, schema in PUBLISHED.items()])


def against(part, document):
    schema = {**SCHEMA, "$ref": f"#/$defs/{part}"}
    formats = jsonschema.FormatChecker()
    errors = list(jsonschema.Draft202012Validator(schema, format_checker=formats).iter_errors(document))
    if PUBLISHED:
        errors += jsonschema.Draft4Validator(PUBLISHED[NAMES[part]], registry=FILES, format_checker=formats).iter_errors(document)
    return [f"{list(e.path)}: {e.message[:200]}" for e in errors]


def fetch(address, form=None):
    """Status and body, whatever the status."""
    try:
        with urllib.request.urlopen(address, urllib.parse.urlencode(form).encode() if form else None, timeout=60) as answer:
            return answer.status, answer.read().decode(), answer.headers["Content-Type"]
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers["Content-Type"]


def key():
    """A key, made by the demonstration's administrator."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = browser.open(BASE + "/masuk", timeout=60).read().decode()
    address = next(a for a in re.findall(r"[a-z.]+@medan\.example", page) if a.startswith("admin@"))
    browser.open(BASE + "/masuk/contoh", urllib.parse.urlencode({"surel": address}).encode(), timeout=60).read()
    desk = BASE + "/petugas/direktori/medan/open311"
    form = browser.open(desk, timeout=60).read().decode()
    hidden = re.search(r'name="kunci" value="([^"]+)"|value="([^"]+)" name="kunci"', form)
    fields = {"aksi": "buat", "kunci": hidden[1] or hidden[2], "program": "Pemeriksa standar", "penanggung-jawab": "make standards"}
    made = browser.open(desk, urllib.parse.urlencode(fields).encode(), timeout=60).read().decode()
    return re.search(r"balai_[0-9a-f]{32}", made)[0]


def simplified(value):
    """A JSON answer as a reader of XML sees it: everything is text, and nothing is no text."""
    if isinstance(value, dict):
        return {name: simplified(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [simplified(inner) for inner in value]
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def unwrapped(value):
    """What a reader of XML makes of the lists inside: `{"values": {"value": [...]}}`."""
    if isinstance(value, dict):
        if len(value) == 1 and isinstance(next(iter(value.values())), list):
            return [unwrapped(inner) for inner in next(iter(value.values()))]
        return {name: unwrapped(inner) for name, inner in value.items()}
    return [unwrapped(inner) for inner in value] if isinstance(value, list) else value


def lined(value):
    """Readers of XML trim texts."""
    if isinstance(value, dict):
        return {name: lined(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [lined(inner) for inner in value]
    return value.strip() if isinstance(value, str) else value


def narrowed(folder, secret, codes, numbers, token):
    description = json.loads(fetch(BASE + "/open311/openapi.json")[1])
    of = description["components"]
    for name, values in (("jurisdiction_id", ["medan"]), ("service_code", codes), ("request_path", numbers), ("token", [token])):
        of["parameters"][name]["schema"] = {"type": "string", "enum": values}
        of["parameters"][name].pop("examples", None)
    of["parameters"]["jurisdiction_id"]["required"] = True
    for form in ("NewRequest", "NewUpdate"):
        of["schemas"][form]["properties"]["jurisdiction_id"] = {"const": "medan"}
        of["schemas"][form]["properties"]["api_key"] = {"const": secret}
    of["schemas"]["NewRequest"]["properties"]["service_code"] = {"enum": codes}
    of["schemas"]["NewUpdate"]["properties"]["service_request_id"] = {"enum": numbers}
    # In the body alone, where it belongs.
    for operations in description["paths"].values():
        operations.get("post", {}).pop("security", None)
    (folder / "open311.json").write_text(json.dumps(description), encoding="utf-8")


def main():
    print(f"schemas: ours, and {len(PUBLISHED)} files of the Open311 project (OPEN311_SCHEMAS=FOLDER)")
    for end in ("json", "xml"):
        status, body, kind = fetch(f"{BASE}/open311/discovery.{end}")
        found = json.loads(body)["endpoints"][0]["url"] if end == "json" else xml.etree.ElementTree.fromstring(body).find("endpoints/endpoint/url").text
        check(f"discovery in {end} leads here", status == 200 and found == V2, f"{status} {found}")
        check(f"{end} says what it is", kind == {"json": "application/json; charset=utf-8", "xml": "text/xml; charset=utf-8"}[end], kind)
    plain, marked = GeoReport(V2, jurisdiction="medan"), GeoReport(V2, jurisdiction="medan", output_format="xml")
    services = plain.get_service_list()
    check(f"{len(services)} services by the schema", len(services) > 5 and not against("services", services), against("services", services))
    check("the same services in XML", lined(simplified(services)) == lined(marked.get_service_list()))
    wrong, differ = [], []
    for service in services:
        definition = plain.get_service_definition(service["service_code"])
        wrong += against("definition", definition)
        if lined(simplified(definition)) != lined(unwrapped(marked.get_service_definition(service["service_code"]))):
            differ.append(service["service_code"])
    check("every definition by the schema", not wrong, wrong)
    check("the same definitions in XML", not differ, differ)
    requests = plain.get_service_requests()
    check(f"{len(requests)} requests by the schema", len(requests) > 5 and not against("requests", requests), against("requests", requests))
    check("the same requests in XML", lined(simplified(requests)) == lined(marked.get_service_requests()))
    one = plain.get_service_request(requests[0]["service_request_id"])
    check("one request by its number", one in (requests[0], [requests[0]]), one)
    some = plain.get_service_requests(status="closed", start_date=requests[-1]["requested_datetime"])
    check(f"{len(some)} closed requests of a range", some and all(r["status"] == "closed" for r in some))
    updates = json.loads(fetch(f"{V2}/servicerequestupdates.json?jurisdiction_id=medan")[1])
    check(f"{len(updates)} updates", len(updates) > len(requests))

    secret = key()
    report = {"api_key": secret, "jurisdiction_id": "medan", "service_code": "umum.pengaduan", "description": "Lampu jalan di depan pasar mati sejak tiga malam, gelap sekali.", "lat": "3.78123", "long": "98.69321"}
    status, body, _ = fetch(f"{V2}/requests.json", report)
    sent = json.loads(body)[0]
    check("a report is taken in for a token", status == 200 and sent["token"] and "service_request_id" not in sent, body)
    again = json.loads(fetch(f"{V2}/requests.json", report)[1])[0]
    check("the same report again is the same token", again == sent, again)
    number = json.loads(fetch(f"{V2}/tokens/{sent['token']}.json?jurisdiction_id=medan")[1])[0]["service_request_id"]
    check("it is hidden until it is verified", number is None, number)
    number = json.loads(fetch(f"{V2}/tokens/{sent['token']}.json?jurisdiction_id=medan&api_key={secret}")[1])[0]["service_request_id"]
    own = json.loads(fetch(f"{V2}/requests/{number}.json?jurisdiction_id=medan&api_key={secret}")[1])
    check("its key knows its state, by the schema, and no words", own[0]["status"] == "open" and own[0]["description"] is None and not against("requests", own), own)
    for change, expected in (({"api_key": ""}, 403), ({"service_code": "tidak-ada"}, 404), ({"description": ""}, 400), ({"jurisdiction_id": ""}, 400)):
        for end in ("json", "xml"):
            status, body, _ = fetch(f"{V2}/requests.{end}", {**report, **change})
            errors = [e["code"] for e in json.loads(body)] if end == "json" else [int(e.findtext("code")) for e in xml.etree.ElementTree.fromstring(body).findall("error")]
            check(f"{change} is {expected} in {end}", status == expected and expected in errors, f"{status} {body}")
    if len(sys.argv) > 2:
        narrowed(Path(sys.argv[2]), secret, [s["service_code"] for s in services], [r["service_request_id"] for r in requests] + [number], sent["token"])
    sys.exit(1 if failures else 0)


main()
