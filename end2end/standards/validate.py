"""Validates what a running portal publishes, with validators that others wrote: validate.py ADDRESS

Each check prints a line; the last line counts them. Nothing but the given address is asked.
"""

import csv
import hashlib
import io
import json
import os
import re
import sys
import urllib.request
import xml.etree.ElementTree
from pathlib import Path

import jsonschema
import pyshacl
import rdflib
from openapi_spec_validator import OpenAPIV31SpecValidator

HERE = Path(__file__).parent
BASE = sys.argv[1].rstrip("/")
# An employee number (18 digits) or a national identity number (16) anywhere is one too many.
REGISTER_NUMBER = re.compile(r"(?<![0-9a-f])[0-9]{16}(?:[0-9]{2})?(?![0-9a-f])")

passed = failed = 0


def fetch(path):
    with urllib.request.urlopen(BASE + path, timeout=60) as answer:
        return answer.read(), answer.headers


def check(name, problems):
    global passed, failed
    problems = [str(p) for p in problems]
    if problems:
        failed += 1
        print(f"FAILED  {name}")
        for problem in problems[:8]:
            print(f"        {problem[:600]}")
    else:
        passed += 1
        print(f"passed  {name}")


def against(schema, document):
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    return [f"{'/'.join(map(str, e.path))}: {e.message}" for e in validator.iter_errors(document)]


def services_as_linked_data(gov):
    body, headers = fetch(f"/{gov}/data/layanan.jsonld")
    if headers.get_content_type() != "application/ld+json":
        yield f"content type {headers.get_content_type()}"
    graph = rdflib.Graph().parse(data=body, format="json-ld")
    services = list(graph.subjects(rdflib.RDF.type, rdflib.URIRef("http://purl.org/vocab/cpsv#PublicService")))
    if not services:
        yield "no service in it"
    shapes = [HERE / "cpsv-ap-3.2.0.ttl"]
    if os.environ.get("CPSV_AP_SHAPES"):
        shapes.append(Path(os.environ["CPSV_AP_SHAPES"]))
    for file in shapes:
        conforms, _, report = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(file), inference="none", advanced=False)
        if not conforms:
            yield f"{file.name}: {report}"


def shapes_find_mistakes(gov):
    """The shapes are worth something only if they refuse what is wrong."""
    document = json.loads(fetch(f"/{gov}/data/layanan.jsonld")[0])
    service = next(n for n in document["@graph"] if n["@type"] == "cpsv:PublicService")
    shapes = rdflib.Graph().parse(HERE / "cpsv-ap-3.2.0.ttl")
    for spoiled in ("dct:identifier", "dct:title", "dct:description", "cv:hasCompetentAuthority"):
        broken = {**document, "@graph": [{k: v for k, v in n.items() if not (n is service and k == spoiled)} for n in document["@graph"]]}
        graph = rdflib.Graph().parse(data=json.dumps(broken), format="json-ld")
        if pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False)[0]:
            yield f"a service without {spoiled} conforms"


def people_and_posts(gov):
    document = json.loads(fetch(f"/{gov}/data/popolo.json")[0])
    yield from against(json.loads((HERE / "popolo.schema.json").read_text()), document)
    ids = {kind: {thing["id"] for thing in document[kind]} for kind in ("organizations", "posts", "persons", "memberships")}
    for kind, known in ids.items():
        if len(known) != len(document[kind]):
            yield f"ids of {kind} repeat"
    for membership in document["memberships"]:
        for key, kind in (("person_id", "persons"), ("organization_id", "organizations"), ("post_id", "posts")):
            if membership[key] not in ids[kind]:
                yield f"membership {membership['id']}: {key} {membership[key]} is nobody"
    for post in document["posts"]:
        if post["organization_id"] not in ids["organizations"]:
            yield f"post {post['id']} is of no organization"
    for organization in document["organizations"]:
        if organization["parent_id"] and organization["parent_id"] not in ids["organizations"]:
            yield f"organization {organization['id']} has no parent {organization['parent_id']}"


def dataset(gov, name):
    body, headers = fetch(f"/{gov}/data/{name}.json")
    document = json.loads(body)
    schema = json.loads(fetch(document["schema"].removeprefix(BASE))[0])
    yield from against(schema, document)
    if headers["ETag"].strip('"') != hashlib.sha256(body).hexdigest():
        yield "the ETag is not the checksum"
    table, headers = fetch(f"/{gov}/data/{name}.csv")
    rows = list(csv.reader(io.StringIO(table.decode())))
    if rows[0] != schema["x-csv-columns"]:
        yield f"columns {rows[0]}"
    if len(rows) - 1 != len(document["items"]):
        yield f"{len(rows) - 1} rows in CSV, {len(document['items'])} in JSON"
    formulas = [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    if formulas:
        yield f"a cell that a spreadsheet runs: {formulas[0]}"


def structured_data(gov):
    for path, kind in ((f"/{gov}/unit/disdukcapil", "GovernmentOrganization"), (f"/{gov}/layanan/akta-kelahiran", "GovernmentService"), (f"/{gov}/data", "DataCatalog")):
        html = fetch(path)[0].decode()
        blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
        if len(blocks) != 1 or json.loads(blocks[0])["@type"] != kind:
            yield f"{path}: no {kind}"


def description():
    document = json.loads(fetch("/api/openapi.json")[0])
    yield from (f"{'/'.join(map(str, e.path))}: {e.message}" for e in OpenAPIV31SpecValidator(document).iter_errors())
    if document["servers"][0]["url"] != BASE:
        yield f"its server is {document['servers']}"


def map_of_the_site():
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    index = xml.etree.ElementTree.fromstring(fetch("/sitemap.xml")[0])
    maps = [loc.text for loc in index.findall("s:sitemap/s:loc", names)]
    if not maps:
        yield "no map in the index"
    for at in maps:
        addresses = [loc.text for loc in xml.etree.ElementTree.fromstring(fetch(at.removeprefix(BASE))[0]).findall("s:url/s:loc", names)]
        if not 1 <= len(addresses) <= 10_007 or not all(a.startswith(BASE + "/") for a in addresses):
            yield f"{at}: {len(addresses)} addresses"
    if f"Sitemap: {BASE}/sitemap.xml" not in fetch("/robots.txt")[0].decode():
        yield "robots.txt does not name it"


def no_register_numbers(gov):
    for file in ("units.csv", "positions.csv", "tenures.csv", "services.csv", "popolo.json", "layanan.jsonld"):
        found = REGISTER_NUMBER.search(fetch(f"/{gov}/data/{file}")[0].decode())
        if found:
            yield f"{file}: {found.group()}"


governments = [g["slug"] for g in json.loads(fetch("/api/v1/governments")[0])["items"]]
for gov in governments:
    check(f"{gov}: services in CPSV-AP 3.2 conform (pyshacl)", services_as_linked_data(gov))
    check(f"{gov}: Popolo is valid and refers only to itself (jsonschema)", people_and_posts(gov))
    for name in ("units", "positions", "tenures", "services"):
        check(f"{gov}: {name} follow their own schema, in JSON and CSV (jsonschema)", dataset(gov, name))
    check(f"{gov}: pages carry schema.org data", structured_data(gov))
    check(f"{gov}: no number of a register in any file", no_register_numbers(gov))
check("the shapes refuse a service that lacks what is mandatory", shapes_find_mistakes(governments[0]))
check("the description of the interface is OpenAPI 3.1 (openapi-spec-validator)", description())
check("the map of the site", map_of_the_site())
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
