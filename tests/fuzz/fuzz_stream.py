"""Fuzz the way of a stream: any bytes in any chunks, through the decoder, the events and the accumulator.

What must hold for every input: only documented exceptions; the same frames, events and end however the bytes
are cut; a snapshot at the end; memory that follows the input. The same bytes as the body of an error, and as a
whole reply, must also end in documented ways.

    python -m tests.fuzz.fuzz_stream --seconds 60       # atheris if it is installed, else mutations of the corpus
    python -m tests.fuzz.fuzz_stream --runs 10000 --engine mutate --seed 7
    python -m tests.fuzz.fuzz_stream path/to/input …    # run these once

Inputs that fail are written to tests/fuzz/crashes.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import resource
import sys
import time
import traceback
import zlib
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
CRASHES = HERE / "crashes"
LONGEST_INPUT = 65_536
MEMORY_MB = 512
"""Growth over a whole run that is taken for a leak; libFuzzer gets the same limit."""

Observed = tuple[list[str], str, str]
"""The events as texts, the end, and the response at the end."""


def check_stream(data: bytes) -> None:
    """Run one input; raise if something does not hold."""
    draw = random.Random(zlib.crc32(data))
    is_strict = draw.random() < 0.1
    whole = observe(split_nowhere(data), is_strict=is_strict)
    for pieces in (split_anywhere(data, draw), split_at_ends(data), split_bytes(data)):
        other = observe(pieces, is_strict=is_strict)
        assert other == whole, f"another split gives another result:\n{whole}\n{other}"
    check_reply(data)


def observe(chunks: Iterator[bytes], *, is_strict: bool) -> Observed:
    """Return all that a user could see of a stream."""
    from any_llm._core.decode import decode_value
    from any_llm._core.reading import StreamReader
    from any_llm.exceptions import AnyLLMError
    from openresponses_types.response import ResponseResource

    def build_partial(body: dict[str, Any]) -> ResponseResource:
        return decode_value(ResponseResource, body)[0]

    reader = StreamReader(provider_name="fuzz", build_partial=build_partial, is_strict=is_strict)
    events: list[str] = []
    try:
        for chunk in chunks:
            events += (repr(event) for event in reader.feed(chunk))
        events += (repr(event) for event in reader.finish())
        reader.check_end()
        end = repr(reader.build_final())
    except AnyLLMError as error:
        end = f"{error!r} {error.code!r} {error.param!r}"
    return events, end, repr(reader.build_partial()) + repr(reader.deviations)


def check_reply(data: bytes) -> None:
    """Take the bytes for a whole reply and for the body of an error: the first may be no JSON, the second is anything."""
    from any_llm._core.decode import NotJSONError, decode_model
    from any_llm._core.errors import build_status_error
    from any_llm._core.messages import HttpReply
    from openresponses_types.response import ResponseResource

    error = build_status_error(
        HttpReply(500, {}, data), provider_name="fuzz", secrets=("sk-secret-0123456789",)
    )
    assert "sk-secret-" not in str(error), "the key is shown"
    assert len(error.message) < 4096, "the message is long"
    try:
        response, _ = decode_model(ResponseResource, data)
    except NotJSONError:
        return
    repr(response)
    response.model_dump_json()


def split_nowhere(data: bytes) -> Iterator[bytes]:
    yield data


def split_bytes(data: bytes) -> Iterator[bytes]:
    """Yield single bytes, of long inputs the first few hundred."""
    yield from (data[at : at + 1] for at in range(min(len(data), 300)))
    yield data[300:]


def split_at_ends(data: bytes) -> Iterator[bytes]:
    """Cut before and behind every CR, and before every LF, so that each CRLF is torn apart."""
    yield from re.findall(rb"\r|\n[^\r\n]*|[^\r\n]+", data)


def split_anywhere(data: bytes, draw: random.Random) -> Iterator[bytes]:
    at = 0
    while at < len(data):
        size = draw.choice((0, 1, 2, 3, 7, 100, 4096))
        yield data[at : at + size]
        at += size


def make_seeds() -> dict[str, bytes]:
    """Return the corpus: recorded streams, and each rule of the standard."""
    from tests.support.wire_server import RECORDED, sse

    seeds = {path.name: path.read_bytes() for path in sorted(RECORDED.glob("*.sse"))}
    seeds |= {path.name: path.read_bytes() for path in sorted(RECORDED.glob("*.json"))}
    text = seeds["text.sse"]
    created = {"type": "response.created", "response": {"id": "r", "object": "response", "output": []}}
    failed = {"type": "response.failed", "response": {"id": "r", "error": {"code": "c", "message": "m"}}}
    message = {"id": "m", "type": "message", "role": "assistant", "content": []}
    edges: dict[str, bytes] = {
        "crlf": text.replace(b"\n", b"\r\n"),
        "cr": text.replace(b"\n", b"\r"),
        "mixed ends": b"data: a\r\ndata: b\rdata: c\n\r\n\rdata: d\n\n",
        "mark": b"\xef\xbb\xbf" + text[:900],
        "mark twice": b"\xef\xbb\xbf\xef\xbb\xbfdata: x\n\n",
        "comments": b": ping\n\n:\n\n: pong\r\r",
        "no colon": b"data\n\ndata\ndata\n\nevent\nid\nretry\n\n",
        "ids": b"id: 1\ndata: x\n\nid: a\0b\ndata: y\n\nid\ndata: z\n\nretry: 15\nretry: x\ndata: r\n\n",
        "other fields": b"foo: bar\n foo: bar\ndata : x\nDATA: x\n\n",
        "many lines": b'event: error\ndata: {"type":\ndata: "error",\ndata: "message": "m"}\n\n',
        "done": b"data: [DONE]\n\n" + text[:200],
        "unended": text.rstrip(b"\n"),
        "separators": 'data: {"type": "x", "a": "\u2028\u2029\x85\x0b\x0c"}\n\n'.encode(),
        "invalid utf-8": b'data: {"type": "response.output_text.delta", "delta": "\xff\xed\xa0\x80\xc3"}\n\n',
        "lone surrogate": b'data: {"type": "response.output_text.delta", "delta": "\\ud800"}\n\n',
        "deep": b"data: " + b'{"response":' * 300 + b"1" + b"}" * 300 + b"\n\n",
        "deep unknown": b'data: {"type":"x","a":' + b"[" * 190 + b"]" * 190 + b"}\n\n",
        "numbers": b'data: {"type": "error", "code": ' + b"9" * 5000 + b"}\n\ndata: NaN\n\ndata: 1e999\n\n",
        "twice": b'data: {"type": "error", "type": "response.completed", "type": null}\n\n',
        "failed": sse(created, failed),
        "error flat": sse(created, {"type": "error", "message": "m", "code": "c", "param": None}),
        "error nested": sse(created, {"type": "error", "error": {"message": "m"}}),
        "unnamed": text.replace(b"event: ", b": "),
        "misnamed": text.replace(b"event: response.", b"event: "),
        "wrong shapes": sse(
            {"type": "response.created", "response": []},
            {"type": "response.output_item.added", "item": 7, "output_index": "x"},
            {"type": "response.output_text.delta", "delta": {}, "item_id": 3, "content_index": -1},
            {"type": "response.output_item.done", "item": {"type": []}},
            {"type": "response.completed", "response": {"output": [None, {"type": "message", "content": 3}]}},
        ),
        "out of order": sse(
            {"type": "response.output_text.delta", "delta": "a", "item_id": "m", "content_index": 5},
            {"type": "response.output_item.done", "item": message, "output_index": 3},
            {"type": "response.content_part.done", "part": {"type": "output_text"}, "item_id": "n"},
            {"type": "response.output_text.annotation.added", "annotation": {"type": "x"}},
            {"type": "response.reasoning_summary_text.delta", "delta": "b", "summary_index": 2},
            {"type": "response.function_call_arguments.done", "arguments": "{}", "name": "f", "call_id": "c"},
        ),
    }
    return seeds | {f"{name.replace(' ', '_')}.sse": data for name, data in edges.items()}


def write_corpus() -> None:
    """Write the seeds that are not there yet, and those that have changed."""
    CORPUS.mkdir(exist_ok=True)
    for name, data in make_seeds().items():
        (CORPUS / name).write_bytes(data)


def mutate(data: bytes, others: Sequence[bytes], draw: random.Random) -> bytes:
    """Return the input with a few of the changes that break parsers."""
    out = bytearray(data)
    for _ in range(draw.randint(1, 6)):
        at = draw.randint(0, len(out))
        end = min(len(out), at + draw.choice((1, 1, 2, 4, 16, 200)))
        match draw.randrange(7):
            case 0:
                del out[at:end]
            case 1:
                out[at:at] = draw.choice(TOKENS)
            case 2:
                out[at:end] = draw.choice(TOKENS)
            case 3:
                out[at:at] = out[at:end] * draw.randint(1, 5)
            case 4:
                other = draw.choice(others)
                begin = draw.randint(0, len(other))
                out[at:at] = other[begin : begin + draw.choice((10, 100, 1000))]
            case 5 if at < len(out):
                out[at] = draw.randrange(256)
            case _:
                del out[at:]
                out += draw.choice(others)
    return bytes(out[:LONGEST_INPUT])


TOKENS = (
    *(
        b"\r",
        b"\n",
        b"\r\n",
        b"\n\n",
        b":",
        b" ",
        b"\0",
        b"\xef\xbb\xbf",
        b"\xff",
        b"data: ",
        b"event: ",
        b"id: ",
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b"null",
        b"true",
        b"-1",
        b"1e999",
        b"NaN",
        b"9" * 30,
        b"\\ud800",
        b"[DONE]",
    ),
    *(b"response.created", b"response.completed", b"response.failed", b"error", b"output_index", b"item_id"),
    *(b"response.output_item.added", b"response.output_item.done", b"response.output_text.delta", b"type"),
    *(b"sk-secret-0123456789", b"\\/", b"\\u2028", "\u2028".encode(), b"<html>", b"]]}}", b'{"type":'),
)


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_mutations(seconds: float, runs: int, seed: int) -> int:
    """Mutate the corpus for a time or a number of runs; return how many inputs failed."""
    seeds = [path.read_bytes() for path in sorted(CORPUS.iterdir())]
    draw = random.Random(seed)
    for data in seeds:
        check_stream(data)
    began, before, done, failed = time.monotonic(), peak_mb(), 0, 0
    while done < runs and time.monotonic() - began < seconds:
        data = mutate(draw.choice(seeds), seeds, draw)
        done += 1
        try:
            check_stream(data)
        except Exception:
            failed += 1
            traceback.print_exc()
            keep(data)
        assert peak_mb() - before < MEMORY_MB, "memory grows"
    took = time.monotonic() - began
    print(
        f"{done} runs in {took:.1f} s ({done / took:.0f} a second), {failed} failed, {peak_mb():.0f} MB at most"
    )
    return failed


def keep(data: bytes) -> None:
    """Write an input that failed to a file."""
    CRASHES.mkdir(exist_ok=True)
    path = CRASHES / hashlib.sha1(data).hexdigest()[:16]
    path.write_bytes(data)
    print(f"kept as {path}", file=sys.stderr)


def run_atheris(seconds: float, runs: int, seed: int) -> None:
    """Fuzz with coverage as the guide; ends the process."""
    import tempfile

    import atheris

    with atheris.instrument_imports(include=["any_llm", "any_llm._core"]):
        import any_llm._core.decode
        import any_llm._core.errors
        import any_llm._core.reading  # noqa: F401  # instrumented by being imported here
    found = tempfile.mkdtemp(
        prefix="any-llm-fuzz-"
    )  # what is new goes here, the corpus in the repository stays
    CRASHES.mkdir(exist_ok=True)
    arguments = [sys.argv[0], found, str(CORPUS), f"-max_len={LONGEST_INPUT}", f"-artifact_prefix={CRASHES}/"]
    arguments += [f"-rss_limit_mb={MEMORY_MB * 2}", "-timeout=20", f"-seed={seed}", "-print_final_stats=1"]
    arguments += [f"-max_total_time={int(seconds)}"] if seconds != float("inf") else []
    arguments += [f"-runs={runs}"] if runs < sys.maxsize else []
    dictionary = Path(found).parent / "any-llm-fuzz.dict"
    lines = ("".join(f"\\x{byte:02x}" for byte in token) for token in TOKENS)
    dictionary.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")
    atheris.Setup([*arguments, f"-dict={dictionary}"], check_stream)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz the reading of streams.")
    parser.add_argument("inputs", nargs="*", type=Path, help="run these once")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--runs", type=int, default=sys.maxsize)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--engine", choices=("atheris", "mutate"), default=None)
    parser.add_argument("--write-corpus", action="store_true", help="write the seeds and stop")
    asked = parser.parse_args()
    if asked.write_corpus:
        write_corpus()
    elif asked.inputs:
        for path in asked.inputs:
            check_stream(path.read_bytes())
    elif asked.seconds == float("inf") and asked.runs == sys.maxsize:
        parser.error("say --seconds or --runs")
    elif asked.engine != "mutate" and find_spec("atheris") is not None:
        run_atheris(asked.seconds, asked.runs, asked.seed or 1)
    elif asked.engine == "atheris":
        parser.error("atheris is not installed")
    else:
        sys.exit(1 if run_mutations(asked.seconds, asked.runs, asked.seed) else 0)


if __name__ == "__main__":
    main()
