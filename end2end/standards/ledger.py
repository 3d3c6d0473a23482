"""Checks the public ledger as a stranger would, with nothing of ours but what is published:

    ledger.py ADDRESS [PROOF.json | --send]

Copies every entry, builds the tree by the text of RFC 9162, and holds to it the root of now, the roots of all days, and
the proofs. With a proof file, checks that too; with --send (only for a demonstration) sends a report first and checks
the proof file of its receipt. Standard library only; exits with a failure when something does not fit.
"""

import hashlib
import http.cookiejar
import json
import re
import sys
import urllib.parse
import urllib.request

BASE = sys.argv[1].rstrip("/")
failures = 0


def fetch(path):
    with urllib.request.urlopen(path if path.startswith("http") else BASE + path, timeout=60) as answer:
        return json.load(answer)


def check(name, fits):
    global failures
    failures += not fits
    print(("passed  " if fits else "FAILED  ") + name)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def sized(*parts):
    """SHA-256 over parts that each have their length, in eight bytes, before them."""
    return sha(*(piece for part in parts for piece in (len(part).to_bytes(8, "big"), part)))


def leaf(entry):
    lines = ["balai-ledger-1", *(str(entry[name]) for name in ("number", "at", "government", "kind", "mark", "commitment"))]
    return sha(b"\0", "".join(line + "\n" for line in lines).encode())


def root(leaves):
    if not leaves:
        return sha()
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return sha(b"\1", root(leaves[:half]), root(leaves[half:]))


def from_path(index, size, hash, path):
    """RFC 9162, 2.1.3.2."""
    low, high = index, size - 1
    for beside in path:
        if high == 0:
            return None
        if low & 1 or low == high:
            hash = sha(b"\1", beside, hash)
            while low and not low & 1:
                low, high = low >> 1, high >> 1
        else:
            hash = sha(b"\1", hash, beside)
        low, high = low >> 1, high >> 1
    return hash if high == 0 else None


def consistent(first, first_root, second, second_root, path):
    """RFC 9162, 2.1.4.2."""
    if first == second:
        return not path and first_root == second_root
    if not path:
        return False
    if first & (first - 1) == 0:
        path = [first_root, *path]
    low, high = first - 1, second - 1
    while low & 1:
        low, high = low >> 1, high >> 1
    old = new = path[0]
    for beside in path[1:]:
        if high == 0:
            return False
        if low & 1 or low == high:
            old, new = sha(b"\1", beside, old), sha(b"\1", beside, new)
            while low and not low & 1:
                low, high = low >> 1, high >> 1
        else:
            new = sha(b"\1", new, beside)
        low, high = low >> 1, high >> 1
    return high == 0 and old == first_root and new == second_root


def hashes(texts):
    return [bytes.fromhex(text) for text in texts]


def check_proof(file):
    own = leaf(file)
    check("the proof file's leaf is the hash of its entry", own.hex() == file["leaf"])
    check("the proof file leads from its entry to its root", from_path(file["number"] - 1, file["size"], own, hashes(file["path"])) == bytes.fromhex(file["root"]))
    if file["opening"]:
        salt = bytes.fromhex(file["opening"]["salt"])
        check("its salt opens the subject", sized(salt, b"subject", file["opening"]["subject"].encode()).hex() == file["mark"])
        check("its salt opens the very words", sized(salt, file["opening"]["content"].encode()).hex() == file["commitment"])
    now = fetch("/api/v1/ledger")
    proof = fetch(f"/api/v1/ledger/consistency?first={file['size']}&second={now['size']}")
    check("the tree of now only adds to that of the proof file", consistent(file["size"], bytes.fromhex(file["root"]), now["size"], bytes.fromhex(now["root"]), hashes(proof["path"])))


STORY = "Loket tutup pukul sepuluh, akta anak saya belum jadi."


def send():
    """A report, as the form sends it without scripting, and the proof file that its receipt brings."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    form = browser.open(BASE + "/medan/lapor?tentang=layanan:akta-kelahiran", timeout=60).read().decode()
    key = re.search(r'name="kunci" value="([^"]+)"|value="([^"]+)" name="kunci"', form)
    fields = {
        "layar": "kontak", "asal": "1", "kunci": key[1] or key[2], "tentang": "layanan:akta-kelahiran", "aksi": "kirim",
        "perlindungan": "anonim", "jenis": "pengaduan", "cerita": STORY,
    }
    page = browser.open(BASE + "/medan/lapor", urllib.parse.urlencode(fields).encode(), timeout=60).read().decode()
    check("the confirmation shows the proof", "bukti.json" in page)
    return json.load(browser.open(BASE + "/lacak/laporan/bukti.json", timeout=60))


def main():
    own = send() if "--send" in sys.argv else None
    now = fetch("/api/v1/ledger")
    entries, address = [], "/api/v1/ledger/entries?limit=100"
    while address and len(entries) < now["size"]:
        page = fetch(address)
        entries += page["items"]
        address = page["next"]
    entries = entries[: now["size"]]
    leaves = [leaf(entry) for entry in entries]
    check(f"{len(leaves)} leaves are the hashes of their entries", leaves and all(own.hex() == entry["leaf"] for own, entry in zip(leaves, entries)))
    check("numbers have no gap", [entry["number"] for entry in entries] == list(range(1, now["size"] + 1)))
    check("the root of now", root(leaves).hex() == now["root"])
    days, address = [], "/api/v1/ledger/heads?limit=100"
    while address:
        page = fetch(address)
        days += page["items"]
        address = page["next"]
    check(f"the roots of {len(days)} days", days and all(root(leaves[: day["size"]]).hex() == day["root"] for day in days))
    trees = [*reversed(days), now]
    fits = True
    for old, new in zip(trees, trees[1:]):
        proof = fetch(f"/api/v1/ledger/consistency?first={old['size']}&second={new['size']}")
        fits = fits and consistent(old["size"], bytes.fromhex(old["root"]), new["size"], bytes.fromhex(new["root"]), hashes(proof["path"]))
    check("each day only adds to the day before, by the proofs", fits)
    fits = True
    for number in sorted({1, 2, now["size"] // 3, now["size"] // 2, now["size"] - 1, now["size"]} - {0}):
        for size in sorted({number, (number + now["size"]) // 2, now["size"]}):
            proof = fetch(f"/api/v1/ledger/inclusion?number={number}&size={size}")
            fits = fits and from_path(number - 1, size, leaves[number - 1], hashes(proof["path"])) == root(leaves[:size])
            spoiled = hashes(proof["path"])[:-1] + [bytes(32)]
            fits = fits and (size == 1 or from_path(number - 1, size, leaves[number - 1], spoiled) != root(leaves[:size]))
    check("entries are in the tree, by the proofs, and by no other", fits)
    if own:
        check("the proof file holds the words that were sent", json.loads(own["opening"]["content"])[0] == STORY)
        check_proof(own)
    for path in (argument for argument in sys.argv[2:] if argument != "--send"):
        with open(path, encoding="utf-8") as file:
            check_proof(json.load(file))
    sys.exit(1 if failures else 0)


main()
