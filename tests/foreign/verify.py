#!/usr/bin/env python3
"""Verifies ledgers and receipts of a kiosk, from docs/ledger.md and docs/receipt.md alone.

Needs python3 and python3-cryptography. What entries may hold, and what the database declares, is read out of docs/ledger.md itself.

  verify.py ledger FILE [--checkpoint CODE_OR_FILE] [--fingerprint KEY]
  verify.py receipt CODE_OR_FILE [--ledger FILE] [--checkpoint CODE_OR_FILE] [--fingerprint KEY]
  verify.py batch FILE    one such question a line, as JSON; one answer a line
"""

import base64
import calendar
import hashlib
import json
import os
import re
import sqlite3
import struct
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs")
MOST = 2**53 - 1
LATEST = 8_640_000_000_000_000
INTERVAL = 4096
SPKI = bytes.fromhex("302a300506032b6570032100")
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Refused(Exception):
    """Nothing can be said of it: it is not what it should be."""


class Broken(Exception):
    """The ledger does not hold at an entry, for a reason."""

    def __init__(self, entry, reason):
        super().__init__(f"{entry} {reason}")
        self.entry = entry
        self.reason = reason


# What docs/ledger.md declares.


def read_page():
    with open(os.path.join(DOCS, "ledger.md"), encoding="utf-8") as file:
        return file.read()


def read_declaration(page):
    """Each kind with its fields, in order: a name, and what it holds."""
    kinds = {}
    for section in re.split(r"^### ", page, flags=re.M)[1:]:
        name = re.match(r"`([a-z-]+)`\n", section)
        rows = re.findall(r"^\| `(\w+)` +\| (.*?) +\| ", section.split("\n## ")[0], flags=re.M)
        kinds[name.group(1)] = [(field, holds.strip()) for field, holds in rows]
    return kinds


def declared_sql(page):
    return re.search(r"```sql\n(.*?)```", page, flags=re.S).group(1)


PAGE = read_page()
KINDS = read_declaration(PAGE)


def is_day(year, month, day):
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def is_round(number):
    step = 1
    while number > 99 * step:
        step *= 10
    return number % step == 0


def fits(holds, number):
    """Whether a field of numbers may hold this one."""
    if holds == "day":
        return is_day(number // 10_000, number // 100 % 100, number % 100)
    if holds.startswith("count"):
        least, most = re.match(r"count, (\d+) to (\d+)", holds).groups()
        return int(least) <= number <= int(most)
    if holds == "rounded figure":
        return number <= MOST and is_round(number)
    if holds == "moment":
        return number <= LATEST
    if holds == "number, from 1":
        return 1 <= number <= MOST
    if holds == "number of things":
        return number <= MOST
    raise ValueError(holds)


LENGTHS = {"identifier": 16, "hash": 32, "public key": 32}


def words_of(holds):
    return re.findall(r"`([^`]*)`", holds)


def value_of(holds, part):
    """What the bytes of a field hold; None: they are not canonical."""
    if holds in LENGTHS:
        return part.hex() if len(part) == LENGTHS[holds] else None
    if holds.startswith("`"):
        return next((word for word in words_of(holds) if word.encode("ascii") == part), None)
    if not 1 <= len(part) <= 7 or (len(part) > 1 and part[0] == 0):
        return None
    number = int.from_bytes(part, "big")
    return number if fits(holds, number) else None


def decode(entry):
    """The kind and fields of an entry; None: it is unreadable."""
    parts = []
    at = 0
    while at < len(entry):
        end = at + 1 + entry[at]
        if end > len(entry):
            return None
        parts.append(entry[at + 1 : end])
        at = end
    if not parts:
        return None
    kind = parts[0].decode("latin-1")
    fields = KINDS.get(kind)
    if fields is None or len(parts) != len(fields) + 1:
        return None
    values = {"kind": kind}
    for (name, holds), part in zip(fields, parts[1:]):
        value = value_of(holds, part)
        if value is None:
            return None
        values[name] = value
    return values


# Exports.


def whole(value):
    """A JSON number whose value is whole; None: it is none."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")) or not value.is_integer():
            return None
        value = int(value)
    return value


def moment_of(text):
    form = re.fullmatch(r"(\d{4}|\+\d{6})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z", text, flags=re.A)
    if form is None:
        return None
    year_text, *rest = form.groups()
    year = int(year_text)
    month, day, hour, minute, second, millisecond = map(int, rest)
    if (year > 9999) != year_text.startswith("+") or not 1 <= month <= 12:
        return None
    # The calendar repeats after 400 years.
    if not 1 <= day <= calendar.monthrange(2000 + year % 400, month)[1] or hour > 23 or minute > 59 or second > 59:
        return None
    shifted = year - (month <= 2)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    days = era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468
    return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + millisecond


def shortest(number):
    return number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big")


def bytes_of_field(holds, value):
    """The bytes of a field of an export; None: no such field."""
    if holds in LENGTHS:
        is_hex = isinstance(value, str) and re.fullmatch(r"[0-9a-f]{%d}" % (2 * LENGTHS[holds]), value)
        return bytes.fromhex(value) if is_hex else None
    if holds.startswith("`"):
        return value.encode("ascii") if isinstance(value, str) and value in words_of(holds) else None
    if holds == "day":
        form = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value, flags=re.A) if isinstance(value, str) else None
        if form is None:
            return None
        year, month, day = map(int, form.groups())
        number = year * 10_000 + month * 100 + day
        if not is_day(year, month, day):
            return None
    elif holds == "moment":
        number = moment_of(value) if isinstance(value, str) else None
    else:
        number = whole(value)
    if number is None or number < 0 or not fits(holds, number):
        return None
    return shortest(number)


def encode(kind, fields):
    """The bytes of an entry of an export; none at all where it is no entry."""
    declared = KINDS.get(kind)
    if declared is None or set(fields) != {name for name, _ in declared}:
        return b""
    parts = [kind.encode("ascii")]
    for name, holds in declared:
        part = bytes_of_field(holds, fields[name])
        if part is None:
            return b""
        parts.append(part)
    return b"".join(bytes([len(part)]) + part for part in parts)


def line_of(value):
    """A line as an export has it: what is read is written anew."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def line_of_entry(sequence, digest, kind, fields):
    """The only form of an entry's line, where its bytes follow from it."""
    values = {name: fields[name] if isinstance(fields[name], str) else whole(fields[name]) for name, _ in KINDS[kind]}
    return line_of({"sequence": sequence, "hash": digest.hex(), "kind": kind, "fields": values})


def members(value, names):
    if not isinstance(value, dict) or set(value) != set(names):
        raise Refused("other members")
    return [value[name] for name in names]


def number_of(value):
    number = whole(value)
    if number is None or not -MOST <= number <= MOST:
        raise Refused("no number")
    return number


def hex_of(value, length):
    if not isinstance(value, str) or re.fullmatch(r"[0-9a-f]{%d}" % (2 * length), value) is None:
        raise Refused("no hex")
    return bytes.fromhex(value)


BASE64 = re.compile(r"(?:[0-9a-zA-Z+/]{4})*(?:[0-9a-zA-Z+/]{2}==|[0-9a-zA-Z+/]{3}=)?")


def base64_of(value, length=None):
    if not isinstance(value, str) or BASE64.fullmatch(value) is None:
        raise Refused("no base64")
    decoded = base64.b64decode(value)
    if base64.b64encode(decoded).decode("ascii") != value:
        raise Refused("another text of these bytes")
    if length is not None and len(decoded) != length:
        raise Refused("another length")
    return decoded


DEEPEST = 100


def is_too_deep(text):
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", re.sub(r'"(?:[^"\\]|\\.)*"?', "", text, flags=re.S)):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            return True
    return False


def json_of(text):
    def nothing(_name):
        raise ValueError("no JSON")

    def number(digits):
        # Beyond that it is no number of anything, and Python reads no longer ones.
        return int(digits) if len(digits) < 400 else float("inf")

    if is_too_deep(text):
        raise Refused("no JSON")
    try:
        return json.loads(text, parse_constant=nothing, parse_int=number)
    except ValueError:
        raise Refused("no JSON") from None


class Tables:
    """The tables of a ledger: rows by their numbers."""

    def __init__(self):
        self.entries = {}
        self.signer = None
        self.head = None
        self.kept = {}
        self.rolls = {}


def add(rows, number, row):
    if number in rows:
        raise Refused("two of one number")
    rows[number] = row


def signed_of(value):
    sequence, digest, signature = members(value, ["sequence", "hash", "signature"])
    return number_of(sequence), hex_of(digest, 32), base64_of(signature, 64)


def list_of(value):
    if not isinstance(value, list):
        raise Refused("no list")
    return value


def line_of_head(value):
    """The only form of the first line."""

    def signed(row):
        return {"sequence": whole(row["sequence"]), "hash": row["hash"], "signature": row["signature"]}

    return line_of(
        {
            "format": value["format"],
            "kiosk": value["kiosk"],
            "publicKey": value["publicKey"],
            "rolls": [{"sequence": whole(roll["sequence"]), "signature": roll["signature"]} for roll in value["rolls"]],
            "intervals": [signed(row) for row in value["intervals"]],
            "head": None if value["head"] is None else signed(value["head"]),
        }
    )


def tables_of_export(text):
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    if not lines:
        raise Refused("empty")
    tables = Tables()
    names = ["format", "kiosk", "publicKey", "rolls", "intervals", "head"]
    form, kiosk, key, rolls, intervals, head = members(json_of(lines[0]), names)
    if form != "counterfoil ledger export 2":
        raise Refused("no export")
    tables.signer = (hex_of(kiosk, 16), base64_of(key))
    for roll in list_of(rolls):
        sequence, signature = members(roll, ["sequence", "signature"])
        add(tables.rolls, number_of(sequence), base64_of(signature, 64))
    for interval in list_of(intervals):
        sequence, digest, signature = signed_of(interval)
        add(tables.kept, sequence, (digest, signature))
    tables.head = None if head is None else signed_of(head)
    if line_of_head(json_of(lines[0])) != lines[0]:
        raise Refused("written otherwise")
    for line in lines[1:]:
        sequence, digest, kind, fields = members(json_of(line), ["sequence", "hash", "kind", "fields"])
        if not isinstance(kind, str) or not isinstance(fields, dict):
            raise Refused("no entry")
        number, stored = number_of(sequence), hex_of(digest, 32)
        entry = encode(kind, fields)
        if entry and line_of_entry(number, stored, kind, fields) != line:
            entry = b""
        add(tables.entries, number, (entry, stored))
    return tables


# The database.


def declarations(database):
    rows = database.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    return sorted((kind, name, table, re.sub("[ \t\r\n]+", " ", sql or "")) for kind, name, table, sql in rows)


def tables_of_database(path):
    with open(path, "rb") as file:
        header = file.read(100)
    if len(header) < 100 or os.path.exists(path + "-wal"):
        raise Refused("no database of ours")
    application, version = struct.unpack(">i", header[68:72])[0], struct.unpack(">i", header[60:64])[0]
    expected = re.search(r"is (\d+), `CFLd`; its user version \(4 bytes from byte 60\) is (\d+)", PAGE)
    if header[18:20] != b"\x01\x01" or header[56:60] != b"\0\0\0\x01" or [application, version] != [int(number) for number in expected.groups()]:
        raise Refused("no database of ours")
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    model = sqlite3.connect(":memory:")
    try:
        model.executescript(declared_sql(PAGE))
        if declarations(database) != declarations(model):
            raise Refused("declares something else")
        if database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise Refused("damaged")
        tables = Tables()
        tables.signer = database.execute("SELECT kiosk, public_key FROM signer").fetchone()
        tables.head = database.execute("SELECT sequence, hash, signature FROM head").fetchone()
        for number, digest, signature in database.execute("SELECT sequence, hash, signature FROM checkpoints"):
            tables.kept[number] = (digest, signature)
        for number, signature in database.execute("SELECT sequence, signature FROM rolls"):
            tables.rolls[number] = signature
        for number, entry, digest in database.execute("SELECT sequence, entry, hash FROM entries"):
            tables.entries[number] = (entry, digest)
        return tables
    except sqlite3.Error:
        raise Refused("damaged") from None
    finally:
        model.close()
        database.close()


def read_ledger(path):
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        raise Refused("cannot be read") from None
    if content.startswith(b"SQLite format 3\0"):
        return tables_of_database(path)
    return tables_of_export(content.decode("utf-8", errors="replace"))


# Signatures.


def holds_signature(spki, signed, signature):
    if len(spki) != 44 or not spki.startswith(SPKI) or len(signature) != 64:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(spki[12:]).verify(signature, signed)
        return True
    except (InvalidSignature, ValueError):
        return False


def is_signed(spki, purpose, kiosk, sequence, digest, signature):
    signed = f"counterfoil ledger {purpose} 1\n".encode() + kiosk + sequence.to_bytes(8, "big") + digest
    return holds_signature(spki, signed, signature)


def fingerprint_of(spki):
    return hashlib.sha256(spki).hexdigest()[:32]


# The verdict on a ledger, step by step as the page has them.


def follow_chain(tables):
    digest = b"counterfoil ledger 2\n" + bytes(11)
    expected = 0
    decoded = {}
    for number in sorted(tables.entries):
        entry, stored = tables.entries[number]
        expected += 1
        if number != expected:
            raise Broken(expected, "missing" if number > expected else "out-of-order")
        if len(entry) > 127:
            raise Broken(expected, "changed")
        digest = hashlib.sha256(digest + bytes([len(entry)]) + entry).digest()
        if digest != stored:
            raise Broken(expected, "changed")
        decoded[number] = decode(entry)
        if decoded[number] is None or (decoded[number]["kind"] in ("opened", "opened-after")) != (number == 1):
            raise Broken(expected, "unreadable")
    return decoded


def follow_rolls(tables, entries, kiosk, opening):
    """The keys, each with the entry from which on it signs; and what is wrong, which is not told yet."""
    keys = [(1, 0, opening)]
    rolls = {number: signature for number, signature in tables.rolls.items() if number > 0}
    for number in sorted(entries):
        if entries[number]["kind"] != "key-rolled":
            continue
        _, epoch, before = keys[-1]
        signature = rolls.pop(number, None)
        if entries[number]["epoch"] != epoch + 1:
            return keys, Broken(number, "wrong-key")
        if signature is None:
            return keys, Broken(number, "unsigned")
        if not is_signed(before, "roll", kiosk, number, tables.entries[number][1], signature):
            return keys, Broken(number, "bad-signature")
        keys.append((number, epoch + 1, SPKI + bytes.fromhex(entries[number]["publicKey"])))
    return keys, Broken(min(min(rolls), MOST), "bad-signature") if rolls else None


def key_at(keys, number):
    return [key for start, _, key in keys if start <= number][-1]


def check_kept(tables, keys, kiosk, count, up_to):
    expected = 0
    for number in sorted(tables.kept):
        digest, signature = tables.kept[number]
        expected += INTERVAL
        if up_to < count and expected > up_to:
            return
        if number > count:
            raise Broken(count + 1, "truncated")
        if number != expected:
            raise Broken(expected, "unsigned")
        is_same = tables.entries[number][1] == digest
        if not is_same or not is_signed(key_at(keys, number), "interval", kiosk, number, digest, signature):
            raise Broken(expected, "bad-signature")
    if expected + INTERVAL <= up_to:
        raise Broken(expected + INTERVAL, "unsigned")


def check_head(tables, keys, kiosk, count):
    if tables.head is None:
        raise Broken(max(tables.kept, default=0) + 1, "unsigned")
    number, digest, signature = tables.head
    if number > count:
        raise Broken(count + 1, "truncated")
    if number < count:
        raise Broken(max(number, 0) + 1, "unsigned")
    is_same = tables.entries[count][1] == digest
    if not is_same or not is_signed(key_at(keys, count), "head", kiosk, count, digest, signature):
        raise Broken(count, "bad-signature")


def check_known(tables, keys, kiosk, count, checkpoint, fingerprint):
    if fingerprint is not None and fingerprint not in [fingerprint_of(key) for _, _, key in keys]:
        raise Broken(1, "wrong-key")
    if checkpoint is None:
        return
    sequence, beginning = checkpoint["sequence"], checkpoint["hash"]
    if checkpoint.get("kiosk", kiosk) != kiosk:
        raise Broken(1, "wrong-key")
    if sequence > count:
        raise Broken(count + 1, "truncated")
    if "key" in checkpoint and checkpoint["key"] != key_at(keys, sequence):
        raise Broken(1, "wrong-key")
    if not tables.entries[sequence][1].startswith(beginning):
        raise Broken(sequence, "rebuilt")


def verify_ledger(tables, checkpoint=None, fingerprint=None):
    """Its entries and keys; raises where it does not hold."""
    entries = follow_chain(tables)
    count = len(entries)
    if count == 0:
        if tables.head is not None or tables.kept or checkpoint is not None or fingerprint is not None:
            raise Broken(1, "truncated")
        return entries, []
    first = entries[1]
    if tables.signer is None:
        raise Broken(1, "wrong-key")
    kiosk, opening = tables.signer
    is_named = kiosk.hex() == first["kiosk"] and hashlib.sha256(opening).hexdigest() == first["key"]
    if not is_named or len(opening) != 44 or not opening.startswith(SPKI):
        raise Broken(1, "wrong-key")
    keys, found = follow_rolls(tables, entries, kiosk, opening)
    up_to = count if found is None else min(count, found.entry - 1)
    check_kept(tables, keys, kiosk, count, up_to)
    if up_to < count:
        raise found
    check_head(tables, keys, kiosk, count)
    check_known(tables, keys, kiosk, count, checkpoint, fingerprint)
    if found is not None:
        raise found
    return entries, keys


# Codes and checkpoints.


def without_spaces(text):
    return re.sub("[ \t\r\n]", "", text.removeprefix("\ufeff"))


def characters(text):
    typed = re.sub("[a-z]", lambda letter: letter.group().upper(), without_spaces(text).replace("-", ""))
    typed = typed.replace("O", "0").replace("I", "1").replace("L", "1")
    return typed if all(character in ALPHABET for character in typed) else None


def bytes_of_code(text, length):
    typed = characters(text)
    if typed is None or len(typed) * 5 != length * 8:
        return None
    number = 0
    for character in typed:
        number = number * 32 + ALPHABET.index(character)
    return number.to_bytes(length, "big")


def times_x(value):
    shifted = value << 1
    return shifted ^ 37 if shifted & 32 else shifted


def short_code(text):
    """The checkpoint of a short code; None: it is none."""
    typed = characters(text)
    if typed is None or len(typed) != 32:
        return None
    check = 0
    for character in typed[:31]:
        check = times_x(check) ^ ALPHABET.index(character)
    if ALPHABET[times_x(check)] != typed[31]:
        raise Refused("mistyped")
    sequence = 0
    for character in typed[:7]:
        sequence = sequence * 32 + ALPHABET.index(character)
    return {"sequence": sequence, "hash": bytes_of_code(typed[7:31], 15)} if sequence > 0 else None


def valid_checkpoint(kiosk, sequence, digest, signature, key):
    if not is_signed(key, "head", kiosk, sequence, digest, signature):
        raise Refused("the checkpoint’s signature does not hold")
    return {"kiosk": kiosk, "sequence": sequence, "hash": digest, "key": key}


def checkpoint_of(text):
    short = short_code(text)
    if short is not None:
        return short
    code = bytes_of_code(text, 150)
    if code is not None and code[0] == 1 and code[17:22] != bytes(5):
        number = int.from_bytes(code[17:22], "big")
        return valid_checkpoint(code[1:17], number, code[22:54], code[54:118], SPKI + code[118:])
    names = ["format", "kiosk", "sequence", "hash", "signature", "publicKey"]
    form, kiosk, sequence, digest, signature, key = members(json_of(text), names)
    number = number_of(sequence)
    if form != "counterfoil checkpoint 1" or number < 1:
        raise Refused("no checkpoint")
    return valid_checkpoint(hex_of(kiosk, 16), number, hex_of(digest, 32), base64_of(signature, 64), base64_of(key, 44))


# Receipts.

NOT_DONE = re.findall(r"^\d\. `([a-z-]+)`", open(os.path.join(DOCS, "receipt.md"), encoding="utf-8").read().split("\n## The data")[0], flags=re.M)
CUSTODY = ["memory", "sealed"]
SPOOL = ["kept-nothing", "purged", "not-proven"]
OUTCOMES = ["issued", "denied", "withdrawn", "expired", "called-off"]


class NoReceipt(Exception):
    """Why it is none: the word of its verdict."""


def read_code(text):
    """What a code says, by its members; None: it is none."""
    code = bytes_of_code(text, 125)
    if code is None or code[0] != 1:
        return None
    day = int.from_bytes(code[17:21], "big")
    practice, custody, searched, files, size, bits, spool, left = code[21:29]
    if not fits("day", day) or practice > 1 or custody >= len(CUSTODY) or spool >= len(SPOOL) or left >= 2 ** len(NOT_DONE):
        return None
    if searched == 0 and (files, size, bits) != (0, 0, 0):
        return None
    if searched > 1 or (searched == 1 and not (2 <= files <= 15 and 7 <= size <= 15 and bits <= 7)):
        return None
    search = ["not-searched"]
    if searched == 1:
        search = ["searched", 10**files, 10**size, bits & 1, bits >> 1 & 1, 0, bits >> 2 & 1]
    said = {
        "day": f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}",
        "practice": practice == 1,
        "custody": CUSTODY[custody],
        "search": search,
        "spool": SPOOL[spool],
        "notDone": [word for place, word in enumerate(NOT_DONE) if left >> place & 1],
    }
    return {"kiosk": code[1:17], "day": day, "said": said, "key": SPKI + code[29:61], "signed": code[:29], "signature": code[61:]}


def signed_code(text):
    code = read_code(text)
    if code is not None and not holds_signature(code["key"], b"counterfoil receipt code 1\n" + code["signed"], code["signature"]):
        raise NoReceipt("bad-signature")
    return code


def search_of(value):
    kind = value.get("kind") if isinstance(value, dict) else None
    if kind == "not-searched":
        return [kind]
    names = ["files", "bytes", "tooShort", "alsoOwn", "hits", "unreadable"]
    figures = [whole(value.get(name)) for name in names] if kind == "searched" else [None]
    if None in figures or figures[0] < 100 or figures[1] < 10_000_000 or max(map(abs, figures)) > MOST:
        raise NoReceipt("no-receipt")
    if figures[4] != 0 or any(figure not in (0, 1) for figure in figures[2:]):
        raise NoReceipt("no-receipt")
    return [kind, *figures]


def data_of(text):
    """What the data of a receipt says, and its signature."""
    try:
        data = json_of(text)
    except Refused:
        raise NoReceipt("no-receipt") from None
    data = data if isinstance(data, dict) else {}
    erased = data.get("erased") if isinstance(data.get("erased"), dict) else {}
    not_done = data.get("notDone")
    day = data.get("day")
    are_right = [
        whole(data.get("version")) == 3,
        isinstance(day, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", day, flags=re.A) is not None,
        isinstance(data.get("kiosk"), str),
        isinstance(data.get("practice"), bool),
        erased.get("outcome") in OUTCOMES,
        erased.get("custody") in CUSTODY,
        erased.get("spool") in SPOOL,
        isinstance(not_done, list) and all(isinstance(word, str) and word in NOT_DONE for word in not_done),
        isinstance(data.get("code"), str),
    ]
    if not all(are_right):
        raise NoReceipt("no-receipt")
    try:
        signature, key = base64_of(data.get("signature"), 64), base64_of(data.get("publicKey"), 44)
    except Refused:
        raise NoReceipt("no-receipt") from None
    search = search_of(erased.get("search"))
    said = {"day": day, "practice": data["practice"], "custody": erased["custody"], "search": search, "spool": erased["spool"], "notDone": not_done}
    listed = ["counterfoil/receipt/3", 3, day, data["kiosk"], [erased["outcome"], erased["custody"], search, erased["spool"]], not_done]
    if data["practice"]:
        listed.append("practice")
    return said, ecmascript_json(listed).encode("utf-8"), signature, key, data["code"]


def ecmascript_json(value):
    """As ECMAScript writes it: nothing is escaped that need not be, and halves of surrogate pairs are."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half.group()):04x}", text)


def read_receipt(text):
    code = signed_code(text)
    if code is not None:
        return code
    said, signed, signature, key, code_text = data_of(text)
    code = signed_code(code_text)
    if code is None or code["key"] != key or not holds_signature(key, signed, signature) or code["said"] != said:
        raise NoReceipt("bad-signature")
    return code


def judge_receipt(text, path, checkpoint, fingerprint):
    if checkpoint is not None and path is None:
        raise Refused("nothing is compared with that checkpoint")
    try:
        receipt = read_receipt(text)
    except NoReceipt as why:
        return {"verdict": str(why)}
    if path is None:
        return {"verdict": "valid" if fingerprint_of(receipt["key"]) == fingerprint else "not-known"}
    tables = read_ledger(path)
    try:
        entries, keys = verify_ledger(tables, checkpoint, fingerprint)
    except Broken as broken:
        return {"verdict": "broken-ledger", "entry": broken.entry, "reason": broken.reason}
    if not entries:
        return {"verdict": "foreign-key"}
    if entries[1]["kiosk"] != receipt["kiosk"].hex():
        return {"verdict": "other-kiosk"}
    places = [place for place, (_, _, key) in enumerate(keys) if key == receipt["key"]]
    if not places:
        return {"verdict": "foreign-key"}
    if places[0] + 1 < len(keys):
        year, month, day = receipt["day"] // 10_000, receipt["day"] // 100 % 100, receipt["day"] % 100
        begins = moment_of(f"{year:04}-{month:02}-{day:02}T00:00:00.000Z")
        if begins > entries[keys[places[0] + 1][0]]["utc"] + 86_400_000:
            return {"verdict": "too-late"}
    pinned = [start for start, _, key in keys if fingerprint_of(key) == fingerprint]
    reach = max(checkpoint["sequence"] if checkpoint else 0, pinned[0] if pinned else 0)
    return {"verdict": "valid" if keys[places[0]][0] <= reach else "not-known"}


# Questions.


def text_or_file(given):
    """What was typed, or what is in a file of that name."""
    if os.path.isfile(given):
        with open(given, encoding="utf-8", errors="replace", newline="") as file:
            return file.read()
    return given


def answer(question):
    try:
        given = question.get("checkpoint")
        checkpoint = None if given is None else checkpoint_of(text_or_file(given))
        fingerprint = question.get("fingerprint")
        if fingerprint is not None:
            fingerprint = re.sub("[A-F]", lambda digit: digit.group().lower(), without_spaces(fingerprint))
            if re.fullmatch(r"[0-9a-f]{32}", fingerprint) is None:
                raise Refused("no fingerprint")
        path = question.get("ledger")
        if "receipt" in question:
            return judge_receipt(text_or_file(question["receipt"]), path, checkpoint, fingerprint)
        verify_ledger(read_ledger(path), checkpoint, fingerprint)
        return {"verdict": "valid"}
    except Refused:
        return {"verdict": "refused"}
    except Broken as broken:
        return {"verdict": "broken", "entry": broken.entry, "reason": broken.reason}


def options_of(words):
    options = {}
    while words:
        name, value, *words = words
        options[name.removeprefix("--")] = value
    return options


def main(words):
    if len(words) < 2 or words[0] not in ("ledger", "receipt", "batch"):
        sys.exit(__doc__)
    if words[0] == "batch":
        with open(words[1], encoding="utf-8") as file:
            for line in file:
                print(json.dumps(answer(json.loads(line))))
        return
    options = options_of(words[2:])
    said = answer({words[0]: words[1], **options})
    print(json.dumps(said))
    sys.exit({"valid": 0, "refused": 2, "not-known": 2}.get(said["verdict"], 1))


if __name__ == "__main__":
    main(sys.argv[1:])
